import type { Policy } from "../policy.ts";
import type { Template } from "../templates.ts";
import { wordsOfName } from "./compare-any.ts";
import {
  added,
  changed,
  type Compare,
  compareLists,
  type PolicyChange,
  removed,
  whereDifferent,
} from "./policy-change.ts";

const mostQuoted = 6;

function quoted(phrases: readonly string[]): string {
  const shown = phrases
    .slice(0, mostQuoted)
    .map((phrase) => `“${phrase}”`)
    .join(", ");
  return phrases.length > mostQuoted ? `${shown} and ${phrases.length - mostQuoted} more` : shown;
}

function comparePhrases(
  path: string,
  subject: string,
  before: readonly string[],
  after: readonly string[],
): PolicyChange[] {
  const known = { before: new Set(before), after: new Set(after) };
  const gone = before.filter((phrase) => !known.after.has(phrase));
  const fresh = after.filter((phrase) => !known.before.has(phrase));
  const isReordered =
    gone.length === 0 && fresh.length === 0 && before.some((phrase, index) => phrase !== after[index]);
  return [
    ...(gone.length === 0 ? [] : [removed(path, subject, quoted(gone))]),
    ...(fresh.length === 0 ? [] : [added(path, subject, quoted(fresh))]),
    ...(isReordered ? [changed(path, `First of the ${subject.toLowerCase()}`, quoted(before), quoted(after))] : []),
  ];
}

const minutes = (count: number): string => (count === 1 ? "1 minute" : `${count} minutes`);
const hours = (count: number): string => (count === 1 ? "1 hour" : `${count} hours`);

/** The settings of the gate, rule by rule. */
export const compareGate: Compare<Policy["gate"]> = (before, after) => {
  const repeat = ({ safetyRepeat }: Policy["gate"]) =>
    safetyRepeat.times === 0 ? "never" : `every ${minutes(safetyRepeat.minutes)}, ${safetyRepeat.times} times at most`;
  const contact = ({ repeatedContact: { on, messages, minutes: within } }: Policy["gate"]) =>
    on ? `${messages} messages in ${minutes(within)}` : "off";
  const near = ({ nearSession: { on, hours: from, phrases } }: Policy["gate"]) =>
    on ? `${hours(from)} before, ${phrases.length === 0 ? "all messages" : "with certain phrases"}` : "off";
  const batches = ({ batch: { on, minutes: every } }: Policy["gate"]) => (on ? `every ${minutes(every)}` : "off");
  return [
    ...comparePhrases("gate.safetyPhrases", "Safety phrases", before.safetyPhrases, after.safetyPhrases),
    ...whereDifferent("gate.safetyRepeat", "Safety notifications shown again", repeat(before), repeat(after)),
    ...whereDifferent("gate.repeatedContact", "Repeated contact", contact(before), contact(after)),
    ...whereDifferent("gate.nearSession", "Just before a session", near(before), near(after)),
    ...comparePhrases(
      "gate.nearSession.phrases",
      "Phrases about a session",
      before.nearSession.phrases,
      after.nearSession.phrases,
    ),
    ...whereDifferent(
      "gate.bufferBefore",
      "Buffer before a session",
      minutes(before.bufferBefore),
      minutes(after.bufferBefore),
    ),
    ...whereDifferent(
      "gate.bufferAfter",
      "Buffer after a session",
      minutes(before.bufferAfter),
      minutes(after.bufferAfter),
    ),
    ...whereDifferent("gate.batch", "Batches", batches(before), batches(after)),
  ];
};

/** What the practice says of itself. */
export const comparePractice: Compare<Policy["practice"]> = (before, after) => [
  ...whereDifferent("practice.name", "Name of the practice", before.name, after.name),
  ...whereDifferent("practice.zone", "Time zone", before.zone.replaceAll("_", " "), after.zone.replaceAll("_", " ")),
  ...whereDifferent("practice.region", "Region", before.region, after.region),
  ...whereDifferent("practice.locale", "Dates and times as in", before.locale, after.locale),
];

type Replies = Policy["replies"];
const onOrOff = (on: boolean): string => (on ? "on" : "off");

/** Who is answered automatically, and how often. */
export const compareReplies: Compare<Replies> = (before, after) => [
  ...whereDifferent("replies.toClients", "Replies to clients", onOrOff(before.toClients), onOrOff(after.toClients)),
  ...whereDifferent(
    "replies.toUnknownSenders",
    "Replies to unknown senders",
    onOrOff(before.toUnknownSenders),
    onOrOff(after.toUnknownSenders),
  ),
  ...whereDifferent(
    "replies.staleAfter",
    "No reply to messages older than",
    minutes(before.staleAfter),
    minutes(after.staleAfter),
  ),
  ...whereDifferent(
    "replies.mostPerSenderPerHour",
    "Most replies to one sender in an hour",
    `${before.mostPerSenderPerHour}`,
    `${after.mostPerSenderPerHour}`,
  ),
  ...whereDifferent("replies.mostPerDay", "Most replies in a day", `${before.mostPerDay}`, `${after.mostPerDay}`),
  ...whereDifferent(
    "replies.unknownSenderDays",
    "Days between replies to an unknown sender",
    `${before.unknownSenderDays}`,
    `${after.unknownSenderDays}`,
  ),
  ...whereDifferent(
    "replies.nextSession",
    "Replies may name the next session",
    onOrOff(before.nextSession),
    onOrOff(after.nextSession),
  ),
];

/** The therapist's own wordings. */
export const compareTemplates: Compare<readonly Template[]> = (before, after) => {
  const languageNames = { en: "English", es: "Spanish" } as const;
  const forms = { mail: "e-mail", text: "text message" } as const;
  return compareLists(before, after, {
    path: "templates",
    keyOf: ({ reason, language, form }) => `${reason}.${language}.${form}`,
    subject: ({ reason, language, form }) =>
      `Own wording “${wordsOfName(reason.replaceAll("-", " "))}” (${languageNames[language]}, ${forms[form]})`,
    words: ({ text }) => opening(text),
    compare: (was, is, path) => {
      if (was.text === is.text) return [];
      const subject = `Own wording “${wordsOfName(is.reason.replaceAll("-", " "))}” (${languageNames[is.language]}, ${forms[is.form]})`;
      return [changed(path, subject, opening(was.text), opening(is.text))];
    },
  });
};

/** The first words of a text on one line. */
function opening(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `“${line.slice(0, 80)}…”` : `“${line}”`;
}
