import type { Keyword } from "./message/keywords.ts";
import type { Instant } from "./time/instant.ts";

/** Why a card stands where it stands, in the order in which they are read (FIELD 7.13). */
export const digestReasons = ["safety", "opt-out", "today", "rest"] as const;
export type DigestReason = (typeof digestReasons)[number];

/** A surfaced message, as far as the order depends on it. */
export interface DigestMessage {
  readonly id: string;
  /** The client's id, or the address of a sender who is none: one card each. */
  readonly person: string;
  readonly receivedAt: Instant;
  readonly readAt: Instant | null;
  readonly safety: boolean;
  readonly keyword: Keyword | null;
  /** The therapist has not said yet how an unclear keyword was meant. */
  readonly unsettled: boolean;
  /** It surfaced because the client's session is near. */
  readonly nearSession: boolean;
}

export interface DigestDay {
  /** Local midnight at the start of today. */
  readonly start: Instant;
  /** The first session of today with each client, by the client's id. */
  readonly sessions: ReadonlyMap<string, Instant>;
}

/** Everything of one person, in one place. */
export interface DigestCard {
  readonly person: string;
  readonly reason: DigestReason;
  /** Start of the session today that makes it `today`; null for every other reason. */
  readonly session: Instant | null;
  /** Newest first. */
  readonly ids: readonly string[];
  /** What is opened first: the oldest safety message that nobody has opened, else the newest message. */
  readonly opens: string;
  readonly unread: number;
}

/**
 * The surfaced messages in the order in which they are best read: safety, opting out, what touches today, the rest; one
 * card for each person. What was read counts for its reason until the day is over, so that nothing moves away under the
 * eyes of who is reading.
 */
export function digest(messages: readonly DigestMessage[], today: DigestDay): DigestCard[] {
  const people = Map.groupBy(messages, ({ person }) => person);
  const cards = [...people.values()].map((own) => cardOf(own, today));
  return cards.toSorted(inTurn).map(({ newest: _newest, ...card }) => card);
}

interface PlacedCard extends DigestCard {
  readonly newest: Instant;
}

function cardOf(own: readonly DigestMessage[], today: DigestDay): PlacedCard {
  const sorted = own.toSorted((one, other) => other.receivedAt - one.receivedAt || (one.id < other.id ? 1 : -1));
  const [newest] = sorted;
  if (newest === undefined) throw new Error("A card without a message.");
  const reason = digestReasons.find((one) => sorted.some((message) => reasonOf(message, today) === one)) ?? "rest";
  const unopened = sorted.findLast(({ safety, readAt }) => safety && readAt === null);
  return {
    person: newest.person,
    reason,
    session: reason === "today" ? (today.sessions.get(newest.person) ?? null) : null,
    ids: sorted.map(({ id }) => id),
    opens: (unopened ?? newest).id,
    unread: sorted.filter(({ readAt }) => readAt === null).length,
    newest: newest.receivedAt,
  };
}

function reasonOf(message: DigestMessage, { start, sessions }: DigestDay): DigestReason {
  const { person, readAt, safety, keyword, unsettled, nearSession } = message;
  if (unsettled) return safety && readAt === null ? "safety" : "opt-out";
  if (readAt !== null && readAt < start) return "rest";
  if (safety) return "safety";
  if (keyword === "opt-out" || keyword === "unclear") return "opt-out";
  return nearSession || sessions.has(person) ? "today" : "rest";
}

function inTurn(one: PlacedCard, other: PlacedCard): number {
  const byReason = digestReasons.indexOf(one.reason) - digestReasons.indexOf(other.reason);
  if (byReason !== 0) return byReason;
  if (one.session !== null && other.session !== null && one.session !== other.session)
    return one.session - other.session;
  return other.newest - one.newest || (one.person < other.person ? -1 : 1);
}
