import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { mailPassword } from "./mail-servers.ts";
import type { MailServers } from "./mail-servers.ts";

/**
 * Uploads a Sieve script into a mailbox and makes it the one in force, as a mail program would over ManageSieve (RFC 5804).
 * Rejects with what the server says to a script it does not take.
 */
export async function useSieveScript(
  servers: Pick<MailServers, "manageSievePort">,
  address: string,
  script: string,
): Promise<void> {
  if (servers.manageSievePort === null) throw new Error("These servers were started without Sieve.");
  const socket = connect(servers.manageSievePort, "127.0.0.1");
  try {
    await once(socket, "connect");
    const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
    /** Reads on to the line that ends a response. */
    const answered = async () => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error("The ManageSieve server hung up.");
        if (/^(?:NO|BYE)\b/i.test(value)) throw new Error(value);
        if (/^OK\b/i.test(value)) return;
      }
    };
    const say = async (command: string) => {
      socket.write(`${command}\r\n`);
      await answered();
    };
    await answered();
    await say(`AUTHENTICATE "PLAIN" "${Buffer.from(`\0${address}\0${mailPassword}`).toString("base64")}"`);
    await say(`PUTSCRIPT "rules" {${Buffer.byteLength(script)}+}\r\n${script}`);
    await say('SETACTIVE "rules"');
  } finally {
    socket.destroy();
  }
}
