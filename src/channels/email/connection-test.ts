import type { ChannelFault } from "../channel.ts";
import type { EmailAccount } from "./account.ts";
import { faultOf } from "./fault.ts";
import { imapClient } from "./imap-client.ts";
import { openSmtp } from "./smtp-session.ts";

/** What *test connection* found, for each direction. `messages` is the number of mails in the inbox. */
export interface ConnectionReport {
  readonly incoming:
    | { readonly ok: true; readonly messages: number }
    | { readonly ok: false; readonly fault: ChannelFault };
  readonly outgoing: { readonly ok: true } | { readonly ok: false; readonly fault: ChannelFault };
}

/** Somebody is looking at the screen: in milliseconds, for each direction. */
const longestWait = 10_000;

/** The greeting gets less than the whole wait, so that "no mail server answers here" is told from "too slow". */
function limitsWithin(wait: number) {
  return { connectionTimeout: wait * 0.8, greetingTimeout: wait * 0.8, socketTimeout: wait };
}

/** Logs in to both servers, opens the inbox for reading only, sends nothing. Takes about ten seconds at most. */
export async function testConnection(account: EmailAccount, wait: number = longestWait): Promise<ConnectionReport> {
  const [incoming, outgoing] = await Promise.all([testIncoming(account, wait), testOutgoing(account, wait)]);
  return { incoming, outgoing };
}

async function testIncoming(account: EmailAccount, wait: number): Promise<ConnectionReport["incoming"]> {
  const client = imapClient(account, { ...limitsWithin(wait), maxIdleTime: wait });
  const failed = Promise.withResolvers<never>();
  client.on("error", failed.reject);
  const timer = setTimeout(() => failed.reject(Object.assign(new Error("Too slow"), { code: "ETIMEOUT" })), wait);
  try {
    const opened = client.connect().then(() => client.mailboxOpen("INBOX", { readOnly: true }));
    const { exists } = await Promise.race([opened, failed.promise]);
    return { ok: true, messages: exists };
  } catch (error) {
    return { ok: false, fault: faultOf(error, account.imap.host) };
  } finally {
    clearTimeout(timer);
    client.close();
  }
}

async function testOutgoing(account: EmailAccount, wait: number): Promise<ConnectionReport["outgoing"]> {
  try {
    const { connection } = await openSmtp(account, { ...limitsWithin(wait), loginTimeout: wait });
    connection.quit();
    connection.close();
    return { ok: true };
  } catch (error) {
    return { ok: false, fault: faultOf(error, account.smtp.host) };
  }
}
