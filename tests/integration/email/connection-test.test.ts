import { once } from "node:events";
import type { AddressInfo, Server } from "node:net";
import { createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { EmailAccount } from "../../../src/channels/email/account.ts";
import { testConnection } from "../../../src/channels/email/connection-test.ts";
import type { MailServers } from "../../servers/index.ts";
import {
  mailServers,
  selfSigned,
  sendAsClient,
  serversMissing,
  therapistAddress,
  titleWithServers,
  readMailbox,
} from "../../servers/index.ts";
import { patience } from "./practice-inlet.ts";

describe.skipIf(serversMissing !== null)(titleWithServers("test connection"), { timeout: 60_000 }, () => {
  let servers: MailServers;
  const open: Server[] = [];
  beforeAll(async () => {
    servers = await mailServers();
  }, 60_000);
  afterAll(() => servers.stop(), 60_000);
  afterEach(() => {
    for (const server of open.splice(0)) server.close();
  });

  /** The account with another place for both servers. */
  const at = (host: string, port: number, security: "tls" | "starttls"): EmailAccount => ({
    ...servers.account,
    imap: { host, port, security },
    smtp: { host, port, security },
  });
  const listening = async (server: Server): Promise<number> => {
    open.push(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const sentences = async (account: EmailAccount, wait?: number) => {
    const { incoming, outgoing } = await testConnection(account, wait);
    return [incoming, outgoing].map((side) => (side.ok ? "fine" : `${side.fault.code}: ${side.fault.sentence}`));
  };

  test("both directions work, and the inbox has two mails", async () => {
    await sendAsClient(servers, { subject: "one" });
    await sendAsClient(servers, { subject: "two" });
    await expect.poll(async () => (await readMailbox(servers, therapistAddress)).length, patience).toBe(2);
    expect(await testConnection(servers.account)).toEqual({
      incoming: { ok: true, messages: 2 },
      outgoing: { ok: true },
    });
  });

  test("a wrong password", async () => {
    expect(await sentences({ ...servers.account, password: "not-the-password" })).toEqual([
      "auth: localhost did not accept the user name or the password.",
      "auth: localhost did not accept the user name or the password.",
    ]);
  });

  test("a certificate nobody vouches for, from the first byte and after STARTTLS", async () => {
    const untrusted =
      "certificate: The certificate of localhost is not trusted by this computer, so nothing was sent to it.";
    expect(await sentences({ ...servers.account, certificateAuthority: null })).toEqual([untrusted, untrusted]);
    const starttls = {
      ...servers.account,
      certificateAuthority: null,
      imap: { host: "localhost", port: servers.imapPort, security: "starttls" as const },
      smtp: { host: "localhost", port: servers.smtpPort, security: "starttls" as const },
    };
    expect(await sentences(starttls)).toEqual([untrusted, untrusted]);
  });

  test("a trusted certificate that belongs to another server", async () => {
    const certificate = selfSigned("mail.other.example");
    const port = await listening(createTlsServer(certificate, (socket) => socket.on("error", () => socket.destroy())));
    const other = "certificate: The certificate shown by localhost belongs to another server. Check the server's name.";
    expect(await sentences({ ...at("localhost", port, "tls"), certificateAuthority: certificate.cert })).toEqual([
      other,
      other,
    ]);
  });

  test("TLS on a port without it", async () => {
    const account = {
      ...servers.account,
      imap: { host: "localhost", port: servers.imapPort, security: "tls" as const },
      smtp: { host: "localhost", port: servers.smtpPort, security: "tls" as const },
    };
    const noTls = "protocol: localhost does not speak TLS on this port. Check the port, or choose STARTTLS.";
    expect(await sentences(account)).toEqual([noTls, noTls]);
  });

  test("STARTTLS on a port that speaks TLS at once", async () => {
    const account = {
      ...servers.account,
      imap: { ...servers.account.imap, security: "starttls" as const },
      smtp: { ...servers.account.smtp, security: "starttls" as const },
    };
    const mute = "protocol: localhost answers, but not as a mail server of this kind. Check the port.";
    expect(await sentences(account, 1500)).toEqual([mute, mute]);
  });

  test("STARTTLS where the server does not offer it: no password leaves", async () => {
    const heard: string[] = [];
    const plain = (greeting: string, answer: (line: string, tag: string) => string) =>
      listening(
        createServer((socket) => {
          socket.on("error", () => socket.destroy());
          socket.on("data", (chunk) => {
            heard.push(chunk.toString());
            socket.write(answer(chunk.toString(), chunk.toString().split(" ")[0] ?? ""));
          });
          socket.write(greeting);
        }),
      );
    const imap = await plain("* OK plain\r\n", (line, tag) =>
      line.includes("CAPABILITY") ? `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK\r\n` : `${tag} BAD no\r\n`,
    );
    const smtp = await plain("220 plain\r\n", (line) =>
      line.startsWith("EHLO") ? "250-plain\r\n250 AUTH PLAIN\r\n" : "502 no\r\n",
    );
    const account = {
      ...servers.account,
      imap: { host: "localhost", port: imap, security: "starttls" as const },
      smtp: { host: "localhost", port: smtp, security: "starttls" as const },
    };
    const kept = expect.stringContaining("did not switch to an encrypted connection, so no password was sent");
    expect(await sentences(account)).toEqual([kept, kept]);
    expect(heard.length).toBeGreaterThan(1);
    expect(heard.join("")).not.toMatch(/LOGIN|AUTH/);
  });

  test("the two servers mixed up", async () => {
    const { imap, smtp } = servers.account;
    expect(
      (await sentences({ ...servers.account, imap: smtp, smtp: imap }, 1500)).map((one) => one.split(":")[0]),
    ).toEqual(["protocol", "protocol"]);
  });

  test("a name that does not exist, and a port nobody listens on", async () => {
    expect((await sentences(at("mail.invalid", 993, "tls"))).map((one) => one.split(":")[0])).toEqual([
      "unreachable",
      "unreachable",
    ]);
    const refused = "unreachable: localhost takes no connection on this port. Check the port, or try again later.";
    expect(await sentences(at("localhost", 1, "tls"))).toEqual([refused, refused]);
  });

  test("servers that take the connection and then say nothing are given up", async () => {
    const port = await listening(createServer());
    const codes = (await sentences(at("localhost", port, "starttls"), 1000)).map((one) => one.split(":")[0]);
    expect(codes).toEqual(["protocol", "protocol"]);
  });

  test("a frozen server is given up", async () => {
    servers.dovecot.freeze();
    servers.exim.freeze();
    const codes = (await sentences(servers.account, 1000)).map((one) => one.split(":")[0]);
    servers.dovecot.thaw();
    servers.exim.thaw();
    expect(codes).toEqual(["unreachable", "unreachable"]);
  });
});
