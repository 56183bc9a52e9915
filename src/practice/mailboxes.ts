import type { ChannelHealth, Watcher } from "../channels/channel.ts";
import { type EmailAccount, emailAccountSchema } from "../channels/email/account.ts";
import {
  activeAccounts,
  insertAccount,
  readCursor,
  removeAccount,
  type StoredAccount,
  updateAccount,
  writeCursor,
} from "../store/accounts.ts";
import { lastArrival } from "../store/messages.ts";
import { hurryReplies } from "../store/outbox.ts";
import type { PracticeContext } from "./context.ts";
import { faultName } from "./fault-name.ts";
import { ingest } from "./ingest.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { MailboxInput, MailboxService } from "./practice.ts";
import type { MailboxView } from "./settings-views.ts";
import type { Wake } from "./wake.ts";

/** The service, and what starts and stops with the practice. */
export interface Mailboxes extends MailboxService {
  /** Begins to watch every connected mailbox. */
  start(wake: Wake): void;
  /** Looks at every mailbox at once, after sleep or a change of the network. */
  wakeAll(): void;
  stop(): Promise<void>;
}

interface Watched {
  readonly watcher: Watcher;
  readonly health: () => ChannelHealth;
}

/** Connecting, testing and watching mailboxes. */
export function mailboxService(context: PracticeContext): Mailboxes {
  const { db, clock, email, newId, step } = context;
  const watched = new Map<string, Watched>();
  let wake: Wake | null = null;
  let stopped = false;
  /** Changes follow one another, so that the watcher of a mailbox has ended before its next one begins. */
  let turn: Promise<void> = Promise.resolve();

  const find = (id: string): StoredAccount | null => activeAccounts(db).find((account) => account.id === id) ?? null;

  const isTaken = (address: string, ownId: string | null): boolean =>
    activeAccounts(db).some((account) => account.settings.address === address && account.id !== ownId);

  const watch = ({ id, settings, createdAt }: StoredAccount) => {
    let health: ChannelHealth = { state: "connecting" };
    const watcher = email.watch(
      id,
      settings,
      {
        receive(message) {
          if (ingest(context, message)) void wake?.now();
        },
        cursor: (mailbox) => readCursor(db, id, mailbox),
        moveCursor(mailbox, cursor) {
          writeCursor(db, id, mailbox, cursor);
          step("cursor-moved");
        },
        health(reported) {
          health = reported;
          context.changed("mailboxes", "light");
          // Mail comes in again, so replies may go out again.
          if (reported.state === "watching") void wake?.now();
        },
      },
      createdAt,
    );
    watched.set(id, { watcher, health: () => health });
  };

  const unwatch = async (id: string) => {
    const entry = watched.get(id);
    watched.delete(id);
    await entry?.watcher.stop();
  };

  const inTurn = (id: string, work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work).catch((error: unknown) => context.log(`mailbox ${id} is not watched: ${faultName(error)}`));
    return turn;
  };

  /** Watches with the settings as they are by then, or no more; what waits in the outbox is settled at once. */
  const watchAnew = (id: string) =>
    inTurn(id, async () => {
      await unwatch(id);
      if (stopped) return;
      const account = find(id);
      if (account !== null) watch(account);
      hurryReplies(db, id, clock.now());
      void wake?.now();
    });

  /** The settings as entered, with the kept password where none was typed. */
  const complete = (input: MailboxInput, id: string | null): Outcome<EmailAccount> => {
    const kept = id === null ? null : (find(id)?.settings.password ?? null);
    const parsed = emailAccountSchema.safeParse({ ...input, password: input.password ?? kept ?? "" });
    if (parsed.success) return done(parsed.data);
    const issue = parsed.error.issues[0];
    return refused(issue?.message ?? "These settings cannot be used.", issue?.path.join(".") ?? null);
  };

  return {
    list: () =>
      activeAccounts(db).map((account) =>
        present(context, account, watched.get(account.id)?.health() ?? { state: "stopped" }),
      ),
    guess: (address) => email.guess(address),
    async test(input, id) {
      const settings = complete(input, id);
      return settings.ok ? done(await email.test(settings.value)) : settings;
    },
    connect(input) {
      const settings = complete(input, null);
      if (!settings.ok) return settings;
      if (isTaken(settings.value.address, null)) return refused("This mailbox is already connected.", "address");
      const id = newId();
      const now = clock.now();
      insertAccount(db, id, settings.value, now);
      watch({ id, settings: settings.value, createdAt: now });
      context.changed("mailboxes", "light");
      return done({ id });
    },
    change(id, input) {
      const account = find(id);
      if (account === null) return refused("This mailbox is not connected any more.");
      const settings = complete(input, id);
      if (!settings.ok) return settings;
      if (isTaken(settings.value.address, id)) return refused("This mailbox is already connected.", "address");
      updateAccount(db, id, settings.value);
      void watchAnew(id);
      context.changed("mailboxes", "light");
      return done(null);
    },
    async remove(id) {
      const account = find(id);
      if (account === null) return refused("This mailbox is not connected any more.");
      removeAccount(db, account, clock.now());
      await watchAnew(id);
      context.changed("mailboxes", "light");
      return done(null);
    },
    start(started) {
      wake = started;
      for (const account of activeAccounts(db)) watch(account);
    },
    wakeAll() {
      for (const { watcher } of watched.values()) watcher.wake();
    },
    async stop() {
      stopped = true;
      await turn;
      await Promise.all([...watched.keys()].map(unwatch));
    },
  };
}

function present({ db }: PracticeContext, { id, settings }: StoredAccount, health: ChannelHealth): MailboxView {
  const { password: _password, ...shown } = settings;
  return { id, ...shown, health, lastMessageAt: lastArrival(db, id) };
}
