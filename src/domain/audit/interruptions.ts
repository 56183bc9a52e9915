import { availabilityOf } from "../availability/open-spans.ts";
import { nextOpening } from "../availability/opening.ts";
import { agreedHoursOf, isAgreedAt, nextAgreed } from "../gate/agreed-hours.ts";
import { day, hour, type Instant, minute } from "../time/instant.ts";
import { dateAt } from "../time/practice-zone.ts";
import {
  atNight,
  happened,
  imaginedClient,
  imaginedMail,
  imaginedSession,
  lengthInWords,
  play,
  playOne,
  saying,
  whileOpen,
} from "./imagined.ts";
import {
  type AuditSetting,
  judged,
  type Judgement,
  look,
  type NamedJudgement,
  passed,
  type Scenario,
} from "./scenario.ts";

function whileReading(setting: AuditSetting): Judgement {
  return whileOpen(setting, 60, ({ at }) => {
    const played = playOne(setting, imaginedMail(at));
    const { batch } = setting.policy.gate;
    const soon = played.surfaced !== null && played.surfaced.at - at <= batch.minutes * minute;
    return judged(
      played.verdict.kind === "surface" || (batch.on && soon),
      happened(setting, played),
      batch.on
        ? `Messages come together every ${batch.minutes} minutes.`
        : "In your message hours messages come as they arrive.",
      "In your message hours it is held.",
    );
  });
}

function inSession(setting: AuditSetting): Judgement {
  const { bufferAfter } = setting.policy.gate;
  return whileOpen(setting, 90, ({ at, opening }) => {
    const end = opening + 50 * minute;
    const played = playOne(setting, imaginedMail(at), { series: [imaginedSession(setting.policy, opening, 50)] });
    return judged(
      played.verdict.kind === "hold" && played.verdict.until >= end + bufferAfter * minute,
      happened(setting, played),
      bufferAfter === 0
        ? "The session is not disturbed."
        : `The session and the ${bufferAfter} minutes after it are not disturbed.`,
      "It comes into the session.",
    );
  });
}

/** Longer than this nobody should have to wait for sessions alone. */
const longestInSessions = 4 * hour;

function backToBack(setting: AuditSetting): Judgement {
  return whileOpen(setting, 240, ({ at, opening, closing }) => {
    const starts: Instant[] = [];
    for (let start = opening; start + 50 * minute <= Math.min(closing, opening + 8 * hour); start += hour)
      starts.push(start);
    const series = starts.map((start) => imaginedSession(setting.policy, start, 50));
    const played = playOne(setting, imaginedMail(at), { series });
    const until = played.verdict.kind === "hold" ? played.verdict.until : at;
    return judged(
      until - at <= longestInSessions,
      `${starts.length} sessions of 50 minutes, one every hour. In the first of them: ${happened(setting, played)}`,
      "Between two sessions there is a moment to look.",
      `With the minutes around them, sessions become one: a message waits ${lengthInWords(until - at)}.`,
      look,
    );
  });
}

function burst(setting: AuditSetting): Judgement {
  const { on, messages, minutes } = setting.policy.gate.repeatedContact;
  if (!on)
    return look(
      "Several messages in a short time wait like a single one.",
      "Repeated contact is switched off. Is that meant?",
    );
  return atNight(setting, (at) => {
    const step = Math.floor((minutes * minute) / messages);
    const played = play(
      setting,
      Array.from({ length: messages }, (_, index) =>
        imaginedMail(at + index * step, { text: "Hello? ".repeat(index + 1) }),
      ),
    );
    return judged(
      played.every(({ surfaced }) => surfaced?.verdict.rule === "repeated-contact"),
      `${messages} messages within ${minutes} minutes surface together.`,
      "Who writes again and again is heard.",
      "They are still held.",
    );
  });
}

function nearSession(setting: AuditSetting): Judgement {
  const { on, hours } = setting.policy.gate.nearSession;
  return atNight(setting, (at) => {
    const series = [imaginedSession(setting.policy, at + 30 * minute, 50)];
    const played = playOne(setting, imaginedMail(at, { text: "I’m running late" }), { series });
    const happens = `“I’m running late” half an hour before a session outside your hours: ${happened(setting, played)}`;
    if (!on) return passed(happens, "You have not let messages near a session through.");
    return judged(
      played.verdict.kind === "surface",
      happens,
      `Within ${hours} hours of a session you hear of it.`,
      "It is held, although messages near a session are let through: your list does not have these words.",
      look,
    );
  });
}

function forgotten(setting: AuditSetting): Judgement {
  return whileOpen(setting, 60, ({ at }) => {
    const opening = nextOpening(availabilityOf(setting.policy), at);
    const played = playOne(setting, imaginedMail(at + minute), { doNotDisturb: [{ start: at, end: at + 30 * day }] });
    const until = played.verdict.kind === "hold" ? played.verdict.until : null;
    return judged(
      until !== null && opening !== null && until <= opening,
      happened(setting, played),
      "It ends by itself at the next opening.",
      "It goes on beyond the next opening.",
    );
  });
}

function agreedHours(setting: AuditSetting): readonly NamedJudgement[] {
  const { policy } = setting;
  if (policy.clientHours.length === 0)
    return [
      {
        name: "Hours agreed with single clients",
        ...passed("You have agreed on none.", "The same hours hold for everybody."),
      },
    ];
  // Clients have numbers here: the report may be shown to others.
  return policy.clientHours.map((agreement, place) => ({
    name: `Hours agreed with client ${place + 1} of ${policy.clientHours.length}`,
    ...agreedWith(setting, agreement),
  }));
}

function agreedWith(setting: AuditSetting, agreement: AuditSetting["policy"]["clientHours"][number]): Judgement {
  const { policy, now } = setting;
  const today = dateAt(availabilityOf(policy), now);
  const agreed = agreedHoursOf(policy, { clientId: agreement.clientId, clientHoursUsed: 0, now });
  const at = agreed === null ? null : isAgreedAt(agreed, now) ? now : nextAgreed(agreed, now);
  if (at === null) return look("None of these hours is still to come.", "Is the agreement over?");
  const client = imaginedClient(setting, { id: agreement.clientId });
  const played = playOne(setting, imaginedMail(at + minute, { clientId: agreement.clientId }), { clients: [client] });
  const happens = `${saying(setting, at)}: ${happened(setting, played)}`;
  if (agreement.reviewDate !== null && agreement.reviewDate <= today)
    return look(happens, "The day on which you wanted to look at this agreement again has come.");
  return judged(
    played.verdict.kind === "surface",
    happens,
    "In these hours this client is heard.",
    "It is held although it was agreed otherwise.",
  );
}

export const interruptionScenarios: readonly Scenario[] = [
  { id: "while-open", place: "gate", name: "A message in your message hours", judge: whileReading },
  { id: "in-session", place: "gate", name: "A message while you are in session", judge: inSession },
  { id: "back-to-back", place: "gate", name: "A day of sessions one after the other", judge: backToBack },
  { id: "burst", place: "gate", name: "Several messages in a short time", judge: burst },
  {
    id: "near-session",
    place: "gate",
    name: "A message shortly before a session outside your hours",
    judge: nearSession,
  },
  { id: "do-not-disturb", place: "gate", name: "Do not disturb, switched on and forgotten", judge: forgotten },
  { id: "agreed-hours", place: "agreed-hours", name: "Hours agreed with single clients", judge: agreedHours },
];
