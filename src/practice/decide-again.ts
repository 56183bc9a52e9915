import { isDeepStrictEqual } from "node:util";
import type { Verdict } from "../domain/gate/verdict.ts";
import type { Instant } from "../domain/time/instant.ts";
import { allClients } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { addVerdicts, type DecidedMessage, heldToDecide, withQueuedReply } from "../store/held.ts";
import type { JudgedMessage, StoredVerdict } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { judgeBy, type Judgement } from "./judge.ts";
import { knownOfMany } from "./known.ts";
import { moveWithOpening } from "./leaving-at-opening.ts";
import { renewReply } from "./reply-queue.ts";

/** What deciding again did: how many surfaced, and how many wait for another instant than before. */
export interface Redecision {
  readonly surfaced: number;
  readonly moved: readonly Instant[];
  /** When those replies written by hand leave that wait for an opening which is another one now; null for one not in sight. */
  readonly leaving: readonly (Instant | null)[];
}

/**
 * Releases what is due: each message is decided again, by the policy in force now. It surfaces, or - when a session or
 * do-not-disturb has come in between - is held until a later instant. In one transaction.
 */
export function releaseDue(context: PracticeContext): number {
  const { surfaced } = context.db.transaction((transaction) =>
    decideEach(context, transaction, heldToDecide(transaction, { dueAt: context.clock.now() })),
  );
  if (surfaced > 0) {
    context.step("released");
    context.changed("messages", "light");
  }
  return surfaced;
}

/**
 * Decides every held message again after the policy, a closure, a session or do-not-disturb changed, and lets what was written
 * by hand for the opening follow it. Runs within the
 * transaction of that change, so that no verdict can outlive what it was based on.
 */
export function decideHeldAgain(context: PracticeContext, transaction: Database): Redecision {
  return {
    ...decideEach(context, transaction, heldToDecide(transaction, "all")),
    leaving: moveWithOpening(context, transaction),
  };
}

/** Decides these messages again, held or not, because something that concerns only them changed. */
export function decideTheseAgain(
  context: PracticeContext,
  transaction: Database,
  messages: readonly JudgedMessage[],
): Redecision {
  const decided = messages.map(({ message, current }) => ({ ...message, verdict: current.verdict }));
  return decideEach(context, transaction, decided);
}

/** Decides the held messages of one client again, because something that concerns only them changed. */
export function decideHeldOfClientAgain(context: PracticeContext, transaction: Database, clientId: string): Redecision {
  return decideEach(context, transaction, heldToDecide(transaction, { clientId }));
}

/** Reads, decides and writes them together: after a long leave there may be thousands. */
function decideEach(context: PracticeContext, db: Database, held: readonly DecidedMessage[]): Redecision {
  if (held.length === 0) return { surfaced: 0, moved: [], leaving: [] };
  const now = context.clock.now();
  const { version, policy } = currentPolicy(db);
  const clients = new Map(allClients(db).map((client) => [client.id, client]));
  const judge = judgeBy(context, db, policy, knownOfMany(db, policy, held));
  const limited = new Set(policy.clientHours.flatMap((agreed) => (agreed.weeklyLimit === null ? [] : agreed.clientId)));
  const changed: StoredVerdict[] = [];
  let written = 0;
  const write = () => {
    addVerdicts(db, changed.slice(written));
    written = changed.length;
  };
  for (const message of held) {
    // What surfaces in agreed hours uses them up for the client's next message.
    if (message.clientId !== null && limited.has(message.clientId)) write();
    const writer = { ...message, client: message.clientId === null ? null : (clients.get(message.clientId) ?? null) };
    const { verdict, facts } = judgeAgain(message.verdict, now, (at) => judge(message, writer, at));
    if (isDeepStrictEqual(verdict, message.verdict)) continue;
    const id = context.newId();
    changed.push({ id, messageId: message.id, decidedAt: now, verdict, policyVersion: version, facts });
  }
  write();
  // Also where the verdict stays: a reply that has not left may say what is no longer so.
  const queued = withQueuedReply(db);
  for (const { id } of held) if (queued.has(id)) renewReply(context, db, id);
  const moved = changed.flatMap(({ verdict }) => (verdict.kind === "hold" ? verdict.until : []));
  return { surfaced: changed.length - moved.length, moved, leaving: [] };
}

/**
 * The verdict now. Where only being closed again would hold what was due in the meantime - the computer slept through the
 * opening - the message is judged as of when it was due: the gate may delay, never bury (promise 2).
 */
function judgeAgain(former: Verdict, now: Instant, at: (instant: Instant) => Judgement): Judgement {
  const present = at(now);
  if (present.verdict.kind === "surface" || present.verdict.rule !== "closed") return present;
  let due = former.kind === "hold" ? former.until : now;
  while (due < now) {
    const then = at(due);
    if (then.verdict.kind === "surface") return then;
    due = then.verdict.until;
  }
  return present;
}
