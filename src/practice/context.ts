import type { Inlet, OutgoingReply, SendOutcome, Watcher } from "../channels/channel.ts";
import type { EmailAccount } from "../channels/email/account.ts";
import type { ConnectionReport } from "../channels/email/connection-test.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Language } from "../domain/policy/policy.ts";
import type { ReplyWords } from "../domain/replies/words.ts";
import type { DataFolder, Database } from "../store/database.ts";
import type { Clock } from "./clock.ts";
import type { Change } from "./practice.ts";
import type { Step } from "./steps.ts";

/** The e-mail channel as the practice uses it. */
export interface EmailChannel {
  /** Watches from `since` on, the instant the account was connected. */
  watch(accountId: string, settings: EmailAccount, inlet: Inlet, since: Instant): Watcher;
  send(settings: EmailAccount, reply: OutgoingReply): Promise<SendOutcome>;
  test(settings: EmailAccount): Promise<ConnectionReport>;
  guess(
    address: string,
  ): { readonly imap: EmailAccount["imap"]; readonly smtp: EmailAccount["smtp"]; readonly note: string | null } | null;
}

/** A desktop notification. Its text holds no client content (promise 7). */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly urgent: boolean;
}

/** Shows notices on the desktop. Rejects with a sentence when the desktop shows none. */
export interface Notifier {
  show(notice: Notice): Promise<void>;
}

/** Puts a letter on paper without a person's help. Rejects when it cannot. */
export interface Paper {
  /** A PDF of HTML that is whole in itself, on paper of this size. */
  pdf(html: string, size: "A4" | "Letter"): Promise<Uint8Array>;
}

/** What every service of an open practice works with. */
export interface PracticeContext {
  readonly db: Database;
  readonly files: DataFolder;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly email: EmailChannel;
  readonly notifier: Notifier;
  /** Null where the browser itself prints. */
  readonly paper: Paper | null;
  readonly words: Readonly<Record<Language, ReplyWords>>;
  readonly version: string;
  /** Tells the screens what changed. */
  changed(...changes: Change[]): void;
  /** Called at each named step of the message path; tests stop the process there. */
  step(step: Step): void;
  /** For what a person has to see in the app's own log: ids and codes, never words of clients. */
  log(line: string): void;
}
