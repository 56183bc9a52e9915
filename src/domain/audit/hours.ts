import { type Availability, availabilityOf, effectiveWindows, openSpans } from "../availability/open-spans.ts";
import { isOpenAt, nextClosing, nextOpening } from "../availability/opening.ts";
import { weekdays, type WeeklyHours } from "../policy/hours.ts";
import type { Policy } from "../policy/policy.ts";
import { day, type Instant, minute } from "../time/instant.ts";
import { boundaryOfDay, dateAt, dayAt, nextJump, wallAt } from "../time/practice-zone.ts";
import { dateOfDay, dayOfDate, wallToMillis } from "../time/wall.ts";
import { endsWhileReading, happened, imaginedMail, lengthInWords, play, saying } from "./imagined.ts";
import {
  type AuditSetting,
  failed,
  judged,
  type Judgement,
  look,
  type NamedJudgement,
  passed,
  type Scenario,
} from "./scenario.ts";

/** Longer than a weekend with a holiday. */
const longWait = 4 * day;

function openingInSight(setting: AuditSetting): Judgement {
  const availability = availabilityOf(setting.policy);
  if (isOpenAt(availability, setting.now) && nextClosing(availability, setting.now) === null)
    return passed("Your message hours never end.", "Every message surfaces at once.");
  const opening = nextOpening(availability, setting.now);
  if (opening === null)
    return failed(
      "No message hours are in sight.",
      "Nothing can be held until you read again, so every message surfaces at any hour.",
    );
  return judged(
    opening - setting.now <= longWait || isOpenAt(availability, setting.now),
    `The next opening is ${saying(setting, opening)}.`,
    "Messages that wait have an end of their waiting.",
    "That is far away. Is it meant?",
    look,
  );
}

function longestWait(setting: AuditSetting): Judgement {
  const { policy, now } = setting;
  const horizon = now + 56 * day;
  const open = openSpans(availabilityOf(policy), { start: now, end: horizon });
  const waits = [...open, { start: horizon, end: horizon }].map(({ start }, place) => ({
    from: open[place - 1]?.end ?? now,
    until: start,
  }));
  const [longest] = waits.toSorted((a, b) => b.until - b.from - (a.until - a.from));
  if (longest === undefined || longest.until <= longest.from)
    return passed("You are open all the time.", "No message waits.");
  const length = longest.until - longest.from;
  return judged(
    length <= longWait,
    `The longest wait is ${lengthInWords(length)}: from ${saying(setting, longest.from)} to ${saying(setting, longest.until)}${longest.until === horizon ? " at least" : ""}.`,
    "No message waits longer than four days in the next eight weeks.",
    "A client may wait that long for an answer. Does somebody cover?",
    look,
  );
}

const everyWeek = ({ messageHours, alternation, seasons }: Policy): readonly WeeklyHours[] => [
  messageHours,
  ...(alternation?.further ?? []),
  ...seasons.map(({ hours }) => hours),
];

const everyWindow = (policy: Policy) => everyWeek(policy).flatMap((week) => weekdays.flatMap((name) => week[name]));

function lastMinute({ policy }: AuditSetting): Judgement {
  const short = everyWindow(policy).some(({ end }) => end === "23:59");
  return judged(
    !short,
    short
      ? "Hours that end at 23:59 leave the last minute of the day closed."
      : "No hours end a minute before midnight.",
    "Hours to midnight have no hole.",
    "End them at midnight instead.",
    look,
  );
}

function overnight(setting: AuditSetting): Judgement {
  const { policy, now } = setting;
  if (!everyWindow(policy).some(({ start, end }) => end < start))
    return passed("None of your message hours run past midnight.", "There is nothing to go wrong at midnight.");
  const availability = availabilityOf(policy);
  const night = nextNightOpen(availability, now);
  if (night === null) return look("Hours past midnight are set, but none comes in the next weeks.", "Is that meant?");
  const [before, after] = play(setting, [imaginedMail(night - 5 * minute), imaginedMail(night + 5 * minute)]);
  return judged(
    before?.verdict.kind === "surface" && after?.verdict.kind === "surface",
    `Five minutes before and after midnight, ${saying(setting, night)}, messages surface.`,
    "Hours that run past midnight are one stretch.",
    "One of them is held. Look at the hours around midnight.",
  );
}

/** The next midnight with message hours on either side that belong together. */
function nextNightOpen(availability: Availability, now: Instant): Instant | null {
  const today = dayAt(availability, now);
  for (let ahead = 1; ahead <= 60; ahead += 1) {
    const midnight = boundaryOfDay(availability, today + ahead, 0);
    const evening = effectiveWindows(availability, dateOfDay(today + ahead - 1));
    const around = isOpenAt(availability, midnight - 10 * minute) && isOpenAt(availability, midnight + 10 * minute);
    if (around && evening.some(({ start, end }) => end < start)) return midnight;
  }
  return null;
}

function midnight(setting: AuditSetting): Judgement {
  const availability = availabilityOf(setting.policy);
  const today = dayAt(availability, setting.now);
  const closed = Array.from({ length: 14 }, (_, ahead) => boundaryOfDay(availability, today + 1 + ahead, 0)).find(
    (at) => !isOpenAt(availability, at - minute) && !isOpenAt(availability, at + minute),
  );
  if (closed === undefined) return passed("You read at midnight.", "Nothing waits there.");
  const [before, after] = play(setting, [imaginedMail(closed - minute), imaginedMail(closed + minute)]);
  const same =
    before?.verdict.kind === "hold" && after?.verdict.kind === "hold" && before.verdict.until === after.verdict.until;
  return judged(
    same && after.reply.kind !== "send",
    before === undefined ? "" : `A minute before ${saying(setting, closed)}: ${happened(setting, before)}`,
    "A minute after midnight it is the same night: the same release, and no second reply.",
    "A minute after midnight something else happens.",
  );
}

function clockChanges(setting: AuditSetting): readonly NamedJudgement[] {
  const { policy, now } = setting;
  const zones = availabilityOf(policy);
  const lastYear = Number(dateAt(zones, now).slice(0, 4)) + 1;
  const end = boundaryOfDay(zones, dayOfDate(`${lastYear}-12-31`) + 1, 0);
  const found: NamedJudgement[] = [];
  for (let at = nextJump(zones, now, end); at < end; at = nextJump(zones, at, end))
    found.push({ name: nameOfJump(zones, at), ...clockChange(setting, at) });
  return found.length > 0
    ? found
    : [
        {
          name: "The nights the clocks change",
          ...passed(
            `The clocks of ${zones.zone} do not change until the end of ${lastYear}.`,
            "There is no such night.",
          ),
        },
      ];
}

function nameOfJump(zones: Availability, at: Instant): string {
  const jumped = wallToMillis(wallAt(zones, at)) - wallToMillis(wallAt(zones, at - minute)) - minute;
  return `The clocks go ${jumped > 0 ? "forward" : "back"} on ${wallAt(zones, at - minute).slice(0, 10)}`;
}

function clockChange(setting: AuditSetting, at: Instant): Judgement {
  const availability = availabilityOf(setting.policy);
  const messages = [imaginedMail(at - 30 * minute), imaginedMail(at + 30 * minute), imaginedMail(at + 90 * minute)];
  const played = play(setting, messages);
  const sound = played.every((one) =>
    one.verdict.kind === "surface"
      ? one.verdict.rule !== "undecided"
      : endsWhileReading(setting, one) && firstSuch(availability, one.message.seenAt) === one.verdict.until,
  );
  const replies = played.filter(({ reply }) => reply.kind === "send").length;
  const [first] = played;
  return judged(
    sound && replies <= 1,
    first === undefined ? "" : `Half an hour before it: ${happened(setting, first)}`,
    "The same half an hour and an hour and a half after it. Nobody is told twice.",
    "Around the change a message is held wrongly, or somebody is told twice.",
  );
}

/** The opening that ends the wait, looked for minute by minute and not by the index that the gate asks. */
function firstSuch(availability: Availability, from: Instant): Instant | null {
  const [span] = openSpans(availability, { start: from, end: from + 400 * day });
  return span === undefined ? null : Math.max(span.start, from);
}

function shortOpenings({ policy, now }: AuditSetting): Judgement {
  const spans = openSpans(availabilityOf(policy), { start: now, end: now + 14 * day });
  const short = spans.filter(({ start, end }) => end - start < 15 * minute).length;
  return judged(
    short === 0,
    short === 0
      ? "No opening of the next two weeks is shorter than a quarter of an hour."
      : `${short} openings of the next two weeks are shorter than a quarter of an hour.`,
    "Every opening is long enough to read in.",
    "What is released in them may go unread until the next one.",
    look,
  );
}

function practiceZone({ policy, now }: AuditSetting): Judgement {
  const zones = availabilityOf(policy);
  const ends = nextJump(zones, now, now + 366 * day) < now + 366 * day;
  return passed(
    `Your clock shows ${wallAt(zones, now).replace("T", " ")} (${zones.zone.replaceAll("_", " ")}); it ${ends ? "changes" : "does not change"} within a year.`,
    "Hours are kept on this clock, whatever the computer is set to.",
  );
}

export const hoursScenarios: readonly Scenario[] = [
  { id: "zone", place: "practice", name: "The clock of your practice", judge: practiceZone },
  { id: "opening", place: "hours", name: "The next opening", judge: openingInSight },
  { id: "longest-wait", place: "hours", name: "The longest wait of the next eight weeks", judge: longestWait },
  { id: "short-openings", place: "hours", name: "Openings too short to read in", judge: shortOpenings },
  { id: "midnight", place: "hours", name: "A minute before and after midnight", judge: midnight },
  { id: "last-minute", place: "hours", name: "The last minute of the day", judge: lastMinute },
  { id: "overnight", place: "hours", name: "Hours that run past midnight", judge: overnight },
  { id: "clock-change", place: "hours", name: "The nights the clocks change", judge: clockChanges },
];
