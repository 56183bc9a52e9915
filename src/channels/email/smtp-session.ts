import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { EmailAccount } from "./account.ts";
import { NoLoginOffered } from "./fault.ts";

/** Time limits of an SMTP connection, in milliseconds. */
export interface SmtpLimits {
  readonly connectionTimeout: number;
  readonly greetingTimeout: number;
  /** Silence after which the connection is given up. */
  readonly socketTimeout: number;
  /** From the first packet to the end of the login, whatever the server does meanwhile. */
  readonly loginTimeout: number;
}

/** A connection over which a message can be sent. `broken` rejects when the connection fails or ends. */
export interface SmtpSession {
  readonly connection: SMTPConnection;
  readonly broken: Promise<never>;
}

/**
 * Connects, encrypts and logs in. Rejects with the error of nodemailer, for `faultOf`. Never sends the password unencrypted
 * and never goes on without a login; the certificate is always checked.
 */
export async function openSmtp(account: EmailAccount, limits: SmtpLimits): Promise<SmtpSession> {
  const { host, port, security } = account.smtp;
  const connection = new SMTPConnection({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    // The name in EHLO; the default would tell the therapist's computer name to the server.
    name: "[127.0.0.1]",
    ...(account.certificateAuthority === null ? {} : { tls: { ca: account.certificateAuthority } }),
    connectionTimeout: limits.connectionTimeout,
    greetingTimeout: limits.greetingTimeout,
    socketTimeout: limits.socketTimeout,
    socketCloseTimeout: 1000,
  });
  const ending = Promise.withResolvers<never>();
  // Also seen by those who are not waiting at that moment: without this an error between two steps ends the process.
  ending.promise.catch(() => undefined);
  connection.on("error", (error: Error) => ending.reject(error));
  // Later than the answer of the step under way: nodemailer closes first and tells the reason afterwards.
  connection.on("end", () => setImmediate(() => ending.reject(connectionEnded())));
  const timer = setTimeout(() => {
    ending.reject(Object.assign(new Error("Login took too long"), { code: "ETIMEDOUT", command: "CONN" }));
    connection.close();
  }, limits.loginTimeout);
  try {
    await Promise.race([step((done) => connection.connect(done)), ending.promise]);
    if (!connection.allowsAuth) throw new NoLoginOffered();
    const credentials = { user: account.username, pass: account.password };
    await Promise.race([step((done) => connection.login(credentials, done)), ending.promise]);
    return { connection, broken: ending.promise };
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function connectionEnded(): Error {
  return Object.assign(new Error("Connection closed"), { code: "ECONNECTION", command: "CONN" });
}

function step(run: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    run((error) => (error === undefined || error === null ? resolve() : reject(error)));
  });
}
