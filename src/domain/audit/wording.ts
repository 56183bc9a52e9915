import { availabilityOf } from "../availability/open-spans.ts";
import { isOpenAt } from "../availability/opening.ts";
import { type Language, languages } from "../policy/languages.ts";
import { replyForms, type Template } from "../policy/templates.ts";
import { leading, neutral } from "../replies/compose.ts";
import { lint } from "../replies/lint.ts";
import { segmentsOf } from "../replies/segments.ts";
import { day } from "../time/instant.ts";
import { dateAt, wallAt } from "../time/practice-zone.ts";
import { composed, everyPlace, formNames, languageNames, nameOf, type Place } from "./reply-places.ts";
import { atNight, imaginedClient, imaginedMail, imaginedText, playOne, saying } from "./imagined.ts";
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

function emergencyEverywhere(setting: AuditSetting): Judgement {
  const [number = ""] = setting.emergencies[setting.policy.practice.region].numbers;
  const without = everyPlace.filter((place) => !composed(setting, place).includes(number));
  const happens = `${everyPlace.length} replies, in every language and form, were written out.`;
  return without.length === 0
    ? passed(happens, `Every one of them says to call ${number}.`)
    : failed(happens, `No ${number} in: ${without.map(nameOf).join("; ")}.`);
}

function emergencyLeads(setting: AuditSetting): Judgement {
  const { policy, words } = setting;
  const late = everyPlace.filter((place) => {
    const line = words[place.language].emergency[policy.practice.region][place.form];
    return leading.has(place.reason) && (line === "" || !composed(setting, place).startsWith(line));
  });
  return late.length === 0
    ? passed("Safety replies begin with the emergency line.", "It is the first thing that is read.")
    : failed("A safety reply begins with something else.", `Look at: ${late.map(nameOf).join("; ")}.`);
}

/** Numbers change seldom, but they do. */
const checkedWithin = 24;

function numbersChecked({ policy, emergencies, regionNames, now }: AuditSetting): Judgement {
  const { practice } = policy;
  const { numbers, checked } = emergencies[practice.region];
  const [year = 0, month = 0] = checked.split("-").map(Number);
  const date = dateAt(availabilityOf(policy), now);
  const months = (Number(date.slice(0, 4)) - year) * 12 + Number(date.slice(5, 7)) - month;
  return judged(
    months <= checkedWithin,
    `${regionNames[practice.region]}: ${numbers.join(", ")}, last checked in ${checked}.`,
    "Are these the numbers where you and your clients are?",
    "That is long ago. Check them, or look for a newer version of this app.",
    look,
  );
}

function openingToldTruly(setting: AuditSetting): Judgement {
  const { policy } = setting;
  const zones = availabilityOf(policy);
  return atNight(setting, (at) => {
    const { reply, verdict } = playOne(setting, imaginedMail(at));
    if (reply.kind !== "send" || verdict.kind !== "hold")
      return passed("No reply goes out.", "Nothing is said that could be untrue.");
    const wall = wallAt(zones, reply.expiresAt);
    const hourOfDay = Number(wall.slice(11, 13));
    // Looked for as a clock shows it, and not in the words of the function that wrote it.
    const clocks = [
      wall.slice(11),
      `${hourOfDay}${wall.slice(13)}`,
      `${hourOfDay % 12 === 0 ? 12 : hourOfDay % 12}${wall.slice(13)}`,
    ];
    const said =
      clocks.some((clock) => reply.text.includes(clock)) &&
      (dateAt(zones, at) === wall.slice(0, 10) || reply.text.includes(`${Number(wall.slice(8, 10))}`));
    const happens = `The reply of the night names ${saying(setting, reply.expiresAt)}.`;
    if (!isOpenAt(zones, reply.expiresAt)) return failed(happens, "You are not open then.");
    return judged(
      said,
      happens,
      "You are open then.",
      "Your wording does not say when you read again. Use {nextOpening}.",
      look,
    );
  });
}

/** A reply in each language and form, as the imagined client would get it at night. */
function inEachLanguage(setting: AuditSetting): readonly NamedJudgement[] {
  return languages.flatMap((language) =>
    replyForms.map((form) => ({
      name: `A reply in ${languageNames[language]}, as a ${formNames[form]}`,
      ...(form === "text" ? textsFit(setting, language) : mailGoesOut(setting, language)),
    })),
  );
}

function mailGoesOut(setting: AuditSetting, language: Language): Judgement {
  return atNight(setting, (at) => {
    const client = imaginedClient(setting, { language });
    const { reply } = playOne(setting, imaginedMail(at), { clients: [client] });
    if (reply.kind !== "send") return passed("No reply goes out.", "Automatic replies to clients are switched off.");
    return judged(
      !/[{}]/.test(reply.text) && reply.text.includes("Sam"),
      `“${reply.text.split("\n").find((line) => line !== "") ?? ""} …”, ${reply.text.length} characters.`,
      "Everything is filled in.",
      "Something is left open in it.",
    );
  });
}

function textsFit(setting: AuditSetting, language: Language): Judgement {
  const counted = everyPlace
    .filter((place) => place.language === language && place.form === "text")
    .map((place) => ({ place, segments: segmentsOf(composed(setting, place)) }));
  const long = counted.filter(({ segments }) => segments.parts > 1);
  const special = counted.filter(({ segments }) => segments.encoding === "UCS-2");
  const happens = `The longest of ${counted.length} goes out in ${Math.max(...counted.map(({ segments }) => segments.parts))} part(s).`;
  if (special.length > 0)
    return look(
      happens,
      `Special letters leave room for 70 characters instead of 160: ${special.map(({ place }) => nameOf(place)).join("; ")}.`,
    );
  return long.length === 0
    ? passed(happens, "Each fits in one plain text message.")
    : look(happens, `In more than one part: ${long.map(({ place }) => nameOf(place)).join("; ")}.`);
}

function ownWordings(setting: AuditSetting): readonly NamedJudgement[] {
  const { templates } = setting.policy;
  if (templates.length === 0)
    return [{ name: "Your own wordings", ...passed("You use the shipped words.", "They are checked with the app.") }];
  return templates.map((template) => ({ name: `Your wording: ${nameOf(template)}`, ...wording(setting, template) }));
}

function wording(setting: AuditSetting, template: Template): Judgement {
  const { policy, emergencies, regionNames, now } = setting;
  const today = dateAt(availabilityOf(policy), now);
  const text = composed(setting, template);
  const findings = lint(template.text, template.reason, template.language, template.form, {
    region: policy.practice.region,
    coverSet: policy.closures.some(
      ({ kind, cover, lastDate }) => kind === "vacation" && cover !== null && lastDate >= today,
    ),
    nextSession: policy.replies.nextSession,
    composed: text,
    emergencies,
    regionNames,
  });
  const happens = `${text.length} characters as it goes out.`;
  if (findings.length === 0) return passed(happens, "Nothing stands against it.");
  const sentences = findings.map(({ sentence }) => sentence).join(" ");
  return findings.some(({ severity }) => severity === "error") ? failed(happens, sentences) : look(happens, sentences);
}

function strangersToldNothing(setting: AuditSetting): Judgement {
  const { policy } = setting;
  const telling = everyPlace.filter(
    (place) => neutral.has(place.reason) && composed(setting, place).includes(policy.practice.name),
  );
  return telling.length === 0
    ? passed("Replies to strangers do not name the practice.", "Whoever reads them learns nothing of a client.")
    : failed("A reply to strangers names the practice.", `Look at: ${telling.map(nameOf).join("; ")}.`);
}

function noDate(setting: AuditSetting): Judgement {
  const place: Place = { reason: "closed", language: "en", form: "mail" };
  const never = { ...setting, policy: withoutHours(setting) };
  const text = composed(never, place);
  return judged(
    text.trim() !== "" && !/[{}]|undefined|null|Invalid/.test(text),
    "If no opening were in sight, a reply would name no date.",
    "It says so plainly and leaves nothing open.",
    "It leaves a gap where the date should be.",
  );
}

function withoutHours({ policy, now }: AuditSetting): AuditSetting["policy"] {
  const zones = availabilityOf(policy);
  const closure = {
    id: "away for good",
    kind: "vacation",
    label: "",
    firstDate: dateAt(zones, now - 2 * day),
    lastDate: dateAt(zones, now + 800 * day),
    windows: [],
    cover: null,
  } as const;
  return { ...policy, closures: [closure] };
}

function textAtNight(setting: AuditSetting): Judgement {
  return atNight(setting, (at) => {
    const { reply } = playOne(setting, imaginedText(at));
    if (reply.kind !== "send") return passed("No reply goes out.", "Automatic replies to clients are switched off.");
    const { parts, units, encoding } = segmentsOf(reply.text);
    return judged(
      parts === 1,
      `${units} characters in ${encoding}: ${parts === 1 ? "one part" : `${parts} parts`}.`,
      "It arrives as one message.",
      "Some phones show the parts apart.",
      look,
    );
  });
}

export const wordingScenarios: readonly Scenario[] = [
  { id: "emergency-everywhere", place: "wordings", name: "Whom to call, in every reply", judge: emergencyEverywhere },
  { id: "emergency-first", place: "wordings", name: "Whom to call, first in safety replies", judge: emergencyLeads },
  { id: "numbers", place: "practice", name: "The emergency numbers of your region", judge: numbersChecked },
  { id: "opening-named", place: "wordings", name: "The next opening, named truly", judge: openingToldTruly },
  { id: "no-date", place: "wordings", name: "A reply when no opening is in sight", judge: noDate },
  { id: "each-language", place: "wordings", name: "Replies in each language and form", judge: inEachLanguage },
  { id: "text-at-night", place: "wordings", name: "The reply to a text message at night", judge: textAtNight },
  { id: "strangers", place: "wordings", name: "Replies to strangers", judge: strangersToldNothing },
  { id: "own-wordings", place: "wordings", name: "Your own wordings", judge: ownWordings },
];
