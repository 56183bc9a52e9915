import { availabilityOf } from "../domain/availability/open-spans.ts";
import { explain } from "../domain/gate/explain.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { saySuppression } from "../domain/replies/say-suppression.ts";
import type { Occurrence } from "../domain/scheduling/series.ts";
import type { Instant } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import { type PracticeZones, zoneAt } from "../domain/time/practice-zone.ts";
import { instantToWall } from "../domain/time/zone.ts";
import type { StoredClient } from "../store/clients.ts";
import type { JudgedMessage, StoredVerdict } from "../store/messages.ts";
import type { StoredReply } from "../store/outbox.ts";
import type { Standing } from "./standing.ts";
import type { MessageView, ReplyView } from "./message-views.ts";
import type { SessionView } from "./calendar-views.ts";

/** The clients by id, for naming people. */
export type Names = ReadonlyMap<string, StoredClient>;

const excerptLength = 140;

/**
 * One message in a list. A sender who is no client stands in the section of the unknown, held or not, and a blocked one in
 * a section of their own.
 */
export function presentMessage({ message, current }: JudgedMessage, names: Names, standing: Standing): MessageView {
  const client = message.clientId === null ? null : (names.get(message.clientId) ?? null);
  const { verdict } = current;
  const held = verdict.kind === "hold";
  return {
    id: message.id,
    channel: message.channel,
    clientId: message.clientId,
    name: client?.preferredName ?? (message.senderName || message.sender || "Unknown sender"),
    address: message.sender,
    subject: message.subject,
    excerpt: (message.unreadable ?? message.text).replace(/\s+/g, " ").trim().slice(0, excerptLength),
    receivedAt: message.receivedAt,
    section: sectionOf(message, client !== null, held, standing),
    held,
    until: held ? verdict.until : null,
    snoozedUntil: message.snoozedUntil,
    safety: verdict.rule === "safety",
    read: message.readAt !== null,
    pinned: message.alertedAt !== null && message.readAt === null,
    undelivered: presentUndelivered(standing),
    unclear: unclearOf(message, standing),
  };
}

function sectionOf(
  message: JudgedMessage["message"],
  fromClient: boolean,
  held: boolean,
  { blocked }: Standing,
): MessageView["section"] {
  if (message.archivedAt !== null) return "archived";
  if (message.snoozedUntil !== null) return "snoozed";
  if (blocked) return "blocked";
  if (!fromClient) return "unknown";
  return held ? "held" : "surfaced";
}

function presentUndelivered({ undelivered }: Standing): MessageView["undelivered"] {
  if (undelivered === null) return null;
  const { certain, why, settled } = undelivered;
  return {
    sentence: `${certain ? "No safety reply reached them" : "Perhaps no safety reply reached them"}: ${why}`,
    whatToDo: "Please call them, or write to them yourself.",
    settled,
  };
}

/** Which way an unclear message may have been meant; null when there is nothing to ask. */
function unclearOf(
  { keyword, keywordSettledAt }: JudgedMessage["message"],
  { optedOut }: Standing,
): MessageView["unclear"] {
  if (keyword !== "unclear" || keywordSettledAt !== null) return null;
  return optedOut ? "opt-in" : "opt-out";
}

/** One reply, or why there is none. */
export function presentReply(reply: StoredReply, names: Names): ReplyView {
  const client = [...names.values()].find((one) => one.emails.includes(reply.recipient));
  return {
    id: reply.id,
    messageId: reply.messageId,
    kind: reply.kind,
    state: reply.state,
    to: reply.recipient,
    name: client?.preferredName ?? null,
    subject: reply.subject,
    text: reply.text,
    at: reply.sentAt ?? reply.createdAt,
    reason: reasonOf(reply),
  };
}

function reasonOf(reply: StoredReply): string | null {
  if (reply.state === "unconfirmed")
    return "The connection broke while it was being sent, so it may or may not have arrived. It is not sent again by itself.";
  return reply.reason === null ? null : saySuppression(reply.reason);
}

/** One session or other appointment, on the practice's clock as it begins. */
export function presentSession(
  occurrence: Occurrence,
  names: Names,
  zones: PracticeZones,
  recurring: boolean,
): SessionView {
  const zone = zoneAt(zones, occurrence.start);
  const client = occurrence.clientId === null ? undefined : names.get(occurrence.clientId);
  return {
    seriesId: occurrence.seriesId,
    recurrenceId: occurrence.recurrenceId,
    clientId: occurrence.clientId,
    name: client?.preferredName ?? (occurrence.title || "Appointment"),
    start: occurrence.start,
    end: occurrence.end,
    startWall: instantToWall(occurrence.start, zone),
    endWall: instantToWall(occurrence.end, zone),
    recurring,
    moved: occurrence.moved,
  };
}

/** The sentence of a verdict; for a message that waited, also what it had waited for. */
export function sentenceOf(history: readonly StoredVerdict[], policy: Policy, now: Instant): string {
  const say = (at: Instant) => sayInstant(at, now, availabilityOf(policy), policy.practice.locale);
  const current = history.at(-1);
  if (current === undefined) throw new Error("A message without a verdict.");
  const before = history.at(-2);
  if (current.verdict.rule !== "open" || before?.verdict.kind !== "hold") return explain(current.verdict, say);
  const { decidedAt, facts } = current;
  const when =
    facts.now < decidedAt ? `: it was due ${say(facts.now)}, while the computer slept or was off` : ", when it was due";
  return `Surfaced ${say(decidedAt)}${when}. Before that: ${explain(before.verdict, say)}`;
}
