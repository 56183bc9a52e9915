import { availabilityOf } from "../domain/availability/open-spans.ts";
import { nextOpening } from "../domain/availability/opening.ts";
import { factsOfMoment } from "../domain/gate/moment.ts";
import { quietOf } from "../domain/gate/quiet.ts";
import type { Closure } from "../domain/policy/hours.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { readAgainFrom } from "../domain/replies/read-again.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import type { VacationPlan } from "../domain/vacation/arrangements.ts";
import { composeNotice, type ToldSession } from "../domain/vacation/notice.ts";
import type { NoticeKind } from "../domain/vacation/notice-words.ts";
import type { CalendarAnswer } from "../domain/vacation/plan-sessions.ts";
import { allClients, type StoredClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import type { StoredReply } from "../store/outbox.ts";
import { type DraftedVacation, noticesOf, revisionOf } from "../store/vacations.ts";
import { noticeWords } from "./notice-words.ts";
import { replyWords } from "./words.ts";

/** A client who could be told of a vacation, and what they would be told. */
export interface Recipient {
  readonly client: StoredClient;
  readonly kind: NoticeKind;
  /** How many of their sessions are concerned, decided about or not. */
  readonly sessions: number;
  readonly chosen: boolean;
  readonly unreachable: string | null;
  readonly address: string | null;
  readonly shared: boolean;
  readonly subject: string;
  readonly text: string;
}

interface Question {
  readonly vacation: DraftedVacation;
  readonly closure: Closure | null;
  readonly span: Interval | null;
  readonly policy: Policy;
  readonly calendar: CalendarAnswer | null;
  readonly saysOtherwise: boolean;
  readonly now: Instant;
}

/** Every client, those with a session in the way first; archived ones only where they have one. */
export function recipientsOf(db: Database, question: Question): readonly Recipient[] {
  const { vacation, policy, calendar, span } = question;
  const told = toldSoFar(noticesOf(db, vacation.id));
  const opening = readFrom(policy, span === null ? question.now : span.end - 1);
  return allClients(db)
    .map((client) => {
      const sessions =
        calendar === null ? toldAfter(vacation.plan, client, question) : toldOf(calendar, client, question);
      return recipient(client, sessions, told, opening, question);
    })
    .filter(({ client, sessions }) => !client.archived || sessions > 0)
    .toSorted((one, other) => Number(other.sessions > 0) - Number(one.sessions > 0));
}

/** When messages are read again after `at`, as automatic replies say it too; null when no opening is in sight. */
function readFrom(policy: Policy, at: Instant): Instant | null {
  const opening = nextOpening(availabilityOf(policy), at);
  if (opening === null) return null;
  const quiet = quietOf(policy, factsOfMoment({ now: at, doNotDisturb: null, sessions: [] }));
  return readAgainFrom(quiet, at, opening, policy.replies.shortestWindow);
}

/** What clients know: by the client's id the last revision that left, or may have, and the last that still waits. */
export function toldSoFar(notices: readonly StoredReply[]): {
  readonly left: ReadonlyMap<string, number>;
  readonly waiting: ReadonlyMap<string, number>;
} {
  const left = new Map<string, number>();
  const waiting = new Map<string, number>();
  for (const notice of notices) {
    if (notice.clientId === null || notice.state === "failed") continue;
    (notice.state === "queued" ? waiting : left).set(notice.clientId, revisionOf(notice));
  }
  return { left, waiting };
}

/** Why a client gets no notice. */
export function whyUnreachable({ archived, optedOut, emails }: StoredClient): string | null {
  if (archived) return "Archived.";
  if (optedOut) return "Asked for no automatic messages.";
  return emails.length === 0 ? "No e-mail address is known." : null;
}

function recipient(
  client: StoredClient,
  sessions: readonly ToldSession[],
  told: ReturnType<typeof toldSoFar>,
  opening: Instant | null,
  question: Question,
): Recipient {
  const { vacation, closure, policy, now } = question;
  const { draft, plan } = vacation;
  const unreachable = whyUnreachable(client);
  const own = client.emails.find((address) => !client.sharedEmails.includes(address));
  const address = own ?? client.emails[0] ?? null;
  const shared = address !== null && own === undefined;
  const kind = plan?.ended ?? (told.left.has(client.id) ? "changed" : "planned");
  const open = question.calendar?.inTheWay.filter((one) => one.clientId === client.id && one.decided === null) ?? [];
  const concerned = sessions.length + open.length;
  const suggested = isSuggested(client, concerned, told, question);
  const letter = composeNotice({
    kind,
    own: draft.notices.texts[client.language],
    language: client.language,
    firstName: client.preferredName,
    dates: closure ?? plan ?? draft,
    nextOpening: opening,
    cover: closure?.cover ?? null,
    sessions: shared ? [] : sessions,
    clientZone: client.zone,
    now,
    policy,
    words: replyWords[client.language],
    noticeWords: noticeWords[client.language],
  });
  return {
    client,
    kind,
    sessions: concerned,
    chosen: unreachable === null && (draft.notices.chosen[client.id] ?? suggested),
    unreachable,
    address,
    shared,
    ...letter,
  };
}

function isSuggested(
  { id }: StoredClient,
  concerned: number,
  { left, waiting }: ReturnType<typeof toldSoFar>,
  { vacation: { plan }, saysOtherwise, calendar }: Question,
): boolean {
  const last = left.get(id) ?? null;
  if (plan === null) return concerned > 0;
  if (plan.ended !== null) return last !== null && last < plan.saysSince;
  const knowsOtherwise = last !== null && (saysOtherwise || last < plan.saysSince);
  const waitsWithOther = waiting.has(id) && saysOtherwise;
  const before = new Set(plan.arranged);
  const changesNow =
    calendar !== null &&
    (calendar.back.some(({ clientId }) => clientId === id) ||
      calendar.arranged.some((one) => one.clientId === id && !before.has(one)));
  const untold = concerned > 0 && last === null && !waiting.has(id);
  return knowsOtherwise || waitsWithOther || changesNow || untold;
}

/** What a client is told of their sessions, in order of time. Of one that nothing was decided about, nothing is said. */
function toldOf(calendar: CalendarAnswer, { id }: StoredClient, { now }: Question): readonly ToldSession[] {
  const mine = <One extends { readonly clientId: string | null; readonly start: Instant }>(all: readonly One[]) =>
    all.filter(({ clientId, start }) => clientId === id && start > now);
  return inOrder([
    ...mine(calendar.arranged).map(({ start, movedTo }) => ({ start, is: isNow(movedTo) })),
    ...mine(calendar.back).map(({ start }) => ({ start, is: "restored" as const })),
    ...mine(calendar.inTheWay)
      .filter(({ decided }) => decided?.kind === "keep")
      .map(({ start }) => ({ start, is: "kept" as const })),
  ]);
}

/** What is said of sessions when the vacation is over, or does not take place. */
function toldAfter(plan: VacationPlan | null, { id }: StoredClient, { now }: Question): readonly ToldSession[] {
  if (plan === null) return [];
  return inOrder([
    ...plan.arranged
      .filter(({ clientId, start }) => clientId === id && start > now)
      .map(({ start, movedTo }) => ({ start, is: isNow(movedTo) })),
    ...plan.back
      .filter(({ clientId, start }) => clientId === id && start > now)
      .map(({ start }) => ({ start, is: "restored" as const })),
  ]);
}

const isNow = (movedTo: Interval | null): ToldSession["is"] =>
  movedTo === null ? "cancelled" : { movedTo: movedTo.start };

const inOrder = (sessions: readonly ToldSession[]): readonly ToldSession[] =>
  sessions.toSorted((one, other) => one.start - other.start);
