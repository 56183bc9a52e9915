import { ImapFlow } from "imapflow";
import type { EmailAccount } from "./account.ts";

/** Time limits of an IMAP connection, in milliseconds. `socketTimeout` must be longer than `maxIdleTime`. */
export interface ImapLimits {
  /** Name lookup, connection and TLS handshake together. */
  readonly connectionTimeout: number;
  readonly greetingTimeout: number;
  /** Silence after which the server is asked for a sign of life, or given up when it owes an answer. */
  readonly socketTimeout: number;
  /** IDLE is renewed this often: routers forget quiet connections after some minutes, without telling anyone. */
  readonly maxIdleTime: number;
}

/** The most that is fetched of one mail at once, in bytes; of a longer mail only the beginning is fetched. */
export const wholeMailLimit = 10_000_000;

/**
 * A client for one connection, not yet connected; imapflow's clients cannot be used twice. The password never travels
 * unencrypted and the certificate is always checked. The caller listens to `error` before connecting.
 */
export function imapClient(account: EmailAccount, limits: ImapLimits): ImapFlow {
  const { host, port, security } = account.imap;
  return new ImapFlow({
    host,
    port,
    ...encryption(security),
    auth: { user: account.username, pass: account.password },
    ...(account.certificateAuthority === null ? {} : { tls: { ca: account.certificateAuthority } }),
    ...limits,
    // At once: until IDLE runs, the server does not announce new mail.
    autoIdleDelay: 0,
    // A literal above this ends the connection, so it must stay clear of what is asked for.
    maxLiteralSize: 2 * wholeMailLimit,
    disableCompression: true,
    logger: false,
  });
}

function encryption(security: EmailAccount["imap"]["security"]): { secure: boolean; doSTARTTLS?: true } {
  switch (security) {
    case "tls":
      return { secure: true };
    case "starttls":
      return { secure: false, doSTARTTLS: true };
  }
}
