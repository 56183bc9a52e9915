import { closureInForce } from "../availability/closure-in-force.ts";
import { availabilityOf } from "../availability/open-spans.ts";
import { isOpenAt, nextClosing, nextOpening } from "../availability/opening.ts";
import { keywordOf } from "../message/keywords.ts";
import type { Header } from "../message/inbound.ts";
import type { Policy } from "../policy/policy.ts";
import { languageOfPractice } from "../replies/compose.ts";
import type { Past, PastClient, PastMessage } from "../replay/past.ts";
import { replay, type Replayed } from "../replay/replay.ts";
import { saySuppression } from "../replies/say-suppression.ts";
import type { Series } from "../scheduling/series.ts";
import { day, hour, type Instant, minute } from "../time/instant.ts";
import { boundaryOfDay, dayAt, wallAt, zoneAt } from "../time/practice-zone.ts";
import { sayInstant } from "../time/say.ts";
import { type AuditSetting, type Judgement, look, passed } from "./scenario.ts";

/** What the practice would be told besides the settings; all of it is invented. */
interface Said extends Partial<PastMessage> {
  readonly headers?: readonly Header[];
  readonly returnPath?: string | null;
}

const practiceAddress = "practice@example.org";

/** A client whom nobody knows. */
export function imaginedClient({ policy }: AuditSetting, said: Partial<PastClient> = {}): PastClient {
  return {
    id: "an imagined client",
    preferredName: "Sam",
    language: languageOfPractice(policy),
    zone: null,
    addresses: ["sam@example.org"],
    sharedAddresses: [],
    urgent: false,
    optedOut: false,
    ...said,
  };
}

/** A mail of the imagined client at an instant, seen as it arrives. */
export function imaginedMail(at: Instant, { headers = [], returnPath, ...said }: Said = {}): PastMessage {
  const sender = said.sender ?? "sam@example.org";
  const text = said.text ?? "Could we talk about next week?";
  return {
    id: `${at} ${sender} ${text}`,
    channel: "email",
    sender,
    clientId: "an imagined client",
    subject: "",
    text,
    envelope: {
      returnPath: returnPath === undefined ? sender : returnPath,
      recipients: [practiceAddress],
      headers,
      messageId: null,
      references: [],
      junk: false,
    },
    unreadable: null,
    keyword: keywordOf(text, { expectsAnswer: false, sessionInSight: false, optedOut: false }),
    settledAt: null,
    receivedAt: at,
    seenAt: at,
    ...said,
  };
}

/** The same as a text message. */
export const imaginedText = (at: Instant, said: Said = {}): PastMessage =>
  imaginedMail(at, { channel: "sms", sender: "+12025550123", envelope: null, ...said });

/** From somebody who is no client. */
export const stranger = { sender: "stranger@example.org", clientId: null } as const;

/** Lets messages come in under the settings; the client, sessions and all else are invented. */
export function play(setting: AuditSetting, messages: readonly PastMessage[], said: Partial<Past> = {}): Replayed[] {
  const last = Math.max(...messages.map(({ seenAt }) => seenAt));
  const past: Past = {
    messages,
    clients: [imaginedClient(setting)],
    series: [],
    doNotDisturb: [],
    blocked: [],
    optedOut: [],
    settlements: [],
    replies: [],
    byHand: [],
    ownAddresses: [practiceAddress],
    words: setting.words,
    ...said,
  };
  return replay(past, setting.policy, last + 400 * day);
}

/** What becomes of one message. */
export function playOne(setting: AuditSetting, message: PastMessage, said: Partial<Past> = {}): Replayed {
  const [only] = play(setting, [message], said);
  if (only === undefined) throw new Error("A message that was let in has to come out.");
  return only;
}

/** A single session of the imagined client on the clock of the practice. */
export function imaginedSession(policy: Policy, start: Instant, minutes: number): Series {
  const zones = availabilityOf(policy);
  return {
    id: `an imagined session ${start}`,
    clientId: "an imagined client",
    title: "",
    start: wallAt(zones, start),
    zone: zoneAt(zones, start),
    durationMinutes: minutes,
    rule: null,
    overrides: [],
  };
}

/** The instant in the practice's own words. */
export const saying = ({ policy, now }: AuditSetting, at: Instant): string =>
  sayInstant(at, now, availabilityOf(policy), policy.practice.locale);

/** What became of a message, in a sentence or two. */
export function happened(setting: AuditSetting, { verdict, reply }: Replayed): string {
  const first = verdict.kind === "hold" ? `Held until ${saying(setting, verdict.until)}.` : "It surfaces at once.";
  switch (reply.kind) {
    case "none":
      return `${first} No reply.`;
    case "suppressed":
      return `${first} No reply: ${saySuppression(reply.suppression)}`;
    case "send":
      return `${first} ${sent[reply.reply]}`;
    default:
      return reply satisfies never;
  }
}

const sent = {
  availability: "A reply says when you read again.",
  safety: "A safety reply leads with the emergency numbers.",
  "opt-out": "STOP is confirmed once.",
  "opt-in": "START is confirmed once.",
} as const;

/** Judges what happens in the next night in which nobody reads, at 2:10 or as soon as it is closed. */
export function atNight(setting: AuditSetting, judge: (at: Instant) => Judgement): Judgement {
  const availability = availabilityOf(setting.policy);
  const today = dayAt(availability, setting.now);
  const nights = Array.from({ length: 60 }, (_, ahead) => boundaryOfDay(availability, today + ahead, 130));
  const night =
    nights.find(
      (at) => at > setting.now && !isOpenAt(availability, at) && closureInForce(availability, at)?.kind !== "vacation",
    ) ?? nextClosing(availability, setting.now);
  return night === null || isOpenAt(availability, night)
    ? passed("Your message hours never end.", "There is no night to wait through.")
    : judge(night);
}

/** An hour at least in which messages are read. */
export interface OpenHour {
  readonly at: Instant;
  readonly opening: Instant;
  readonly closing: Instant;
}

/** Judges what happens twenty minutes into the next opening that is at least so many minutes long. */
export function whileOpen(setting: AuditSetting, minutes: number, judge: (open: OpenHour) => Judgement): Judgement {
  const availability = availabilityOf(setting.policy);
  let from = setting.now;
  for (let tries = 0; tries < 60; tries += 1) {
    const opening = nextOpening(availability, from);
    if (opening === null) break;
    const closing = nextClosing(availability, opening) ?? opening + 400 * day;
    if (closing - opening >= minutes * minute) return judge({ at: opening + 20 * minute, opening, closing });
    from = opening;
  }
  return look(
    `None of your next message hours is ${minutes >= 120 ? `${minutes / 60} hours` : `${minutes} minutes`} long.`,
    "This could not be tried.",
  );
}

/** Is the message held until an instant at which messages are read? */
export const endsWhileReading = ({ policy }: AuditSetting, { verdict }: Replayed): boolean =>
  verdict.kind === "hold" && isOpenAt(availabilityOf(policy), verdict.until);

/** "3 hours", "2 days" */
export function lengthInWords(milliseconds: number): string {
  const hours = Math.round(milliseconds / hour);
  if (hours < 1) return `${Math.round(milliseconds / minute)} minutes`;
  if (hours < 72) return hours === 1 ? "1 hour" : `${hours} hours`;
  return `${Math.round(hours / 24)} days`;
}
