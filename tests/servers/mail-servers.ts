import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { EmailAccount } from "../../src/channels/email/account.ts";
import { emailAccountSchema } from "../../src/channels/email/account.ts";
import type { RunningServer } from "./server.ts";
import { serverFolder, startServer } from "./server.ts";

const port = z.int().min(1);
const dovecotReady = z.object({
  imap: port,
  imaps: port,
  lmtp: port,
  managesieve: z.int().min(0),
  ca: z.string(),
  pid: port,
});
const eximReady = z.object({ smtp: port, smtps: port, ca: z.string(), pid: port });

export const therapistAddress = "therapist@test.local";
export const clientAddress = "client@test.local";
/** Password of every mailbox of the test servers. */
export const mailPassword = "secret";

/** A real Dovecot and a real Exim: what is sent by SMTP to `@test.local` arrives in a real IMAP mailbox. */
export interface MailServers {
  /** The therapist's account on both servers, over TLS, as the settings screen would store it. */
  readonly account: EmailAccount;
  readonly imapPort: number;
  readonly smtpPort: number;
  /** Where mailboxes take rules for what arrives in them; null without `sieve`. */
  readonly manageSievePort: number | null;
  readonly dovecot: Restartable;
  readonly exim: Restartable;
  /** Forgets a mailbox, its UIDVALIDITY included; only while Dovecot is stopped. */
  forgetMailbox(address: string): void;
  /** Stops both and removes their folders. */
  stop(): Promise<void>;
}

/** A server that can be ended and started again with the same ports and data. */
export interface Restartable {
  readonly folder: string;
  stop(): Promise<void>;
  crash(): Promise<void>;
  start(): Promise<void>;
  freeze(): void;
  thaw(): void;
}

export interface MailServersOptions {
  /** Addresses `@test.local` with a mailbox, besides the therapist's and the client's. */
  readonly mailboxes?: readonly string[];
  /** Runs each mailbox's own Sieve script at delivery (Pigeonhole); `useSieveScript` uploads one. */
  readonly sieve?: boolean;
}

export async function mailServers({ mailboxes = [], sieve = false }: MailServersOptions = {}): Promise<MailServers> {
  const folders = [serverFolder("dovecot"), serverFolder("exim")] as const;
  const [dovecotFolder, eximFolder] = folders;
  const owners = [therapistAddress, clientAddress, ...mailboxes].map((address) => `${address}:${mailPassword}`);
  const startDovecot = (...args: string[]) =>
    restartable(() => startServer("dovecot.sh", dovecotFolder.path, [...args, ...owners], dovecotReady));
  const plainDovecot = await startDovecot();
  const { imap, imaps, lmtp, ca } = plainDovecot.ready;
  const exim = await restartable(() => startServer("exim.sh", eximFolder.path, ["--lmtp", `${lmtp}`], eximReady));
  // What Sieve sends leaves through Exim, whose port is known only now.
  if (sieve) await plainDovecot.stop();
  const dovecot = sieve ? await startDovecot("--sieve", `${exim.ready.smtp}`) : plainDovecot;
  const authorities = [ca, exim.ready.ca].map((file) => readFileSync(file, "utf8"));
  return {
    account: emailAccountSchema.parse({
      address: therapistAddress,
      displayName: "J. Kim, LMFT",
      aliases: [],
      username: therapistAddress,
      password: mailPassword,
      imap: { host: "localhost", port: imaps, security: "tls" },
      smtp: { host: "localhost", port: exim.ready.smtps, security: "tls" },
      certificateAuthority: authorities.join("\n"),
    }),
    imapPort: imap,
    smtpPort: exim.ready.smtp,
    manageSievePort: sieve ? dovecot.ready.managesieve : null,
    dovecot,
    exim,
    forgetMailbox: (address) => rmSync(join(dovecotFolder.path, "mail", address), { recursive: true, force: true }),
    stop: async () => {
      await Promise.all([dovecot.stop(), exim.stop()]);
      for (const folder of folders) folder.remove();
    },
  };
}

async function restartable<Ready>(
  launch: () => Promise<RunningServer<Ready>>,
): Promise<Restartable & { readonly ready: Ready }> {
  let server: RunningServer<Ready> | null = await launch();
  const { ready, folder } = server;
  const end = async (how: "stop" | "crash") => {
    const ending = server;
    server = null;
    await ending?.[how]();
  };
  return {
    ready,
    folder,
    stop: () => end("stop"),
    crash: () => end("crash"),
    start: async () => {
      server = await launch();
    },
    freeze: () => server?.freeze(),
    thaw: () => server?.thaw(),
  };
}
