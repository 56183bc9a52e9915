import { availabilityOf, closureOn } from "../availability/open-spans.ts";
import { isOpenAt, nextOpening } from "../availability/opening.ts";
import type { Closure } from "../policy/hours.ts";
import { type Instant, minute } from "../time/instant.ts";
import { boundaryOfDay, dateAt, zoneAt } from "../time/practice-zone.ts";
import { zoneInWords } from "../time/say.ts";
import { dayOfDate } from "../time/wall.ts";
import { endsWhileReading, happened, imaginedMail, play, playOne, saying } from "./imagined.ts";
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

const noonOf = ({ policy }: AuditSetting, date: string): Instant =>
  boundaryOfDay(availabilityOf(policy), dayOfDate(date), 12 * 60);

const todayOf = ({ policy, now }: AuditSetting): string => dateAt(availabilityOf(policy), now);

/** Those that are planned or, where there are none, one judgement that says so. */
function each<One>(
  all: readonly One[],
  judge: (one: One) => NamedJudgement,
  none: NamedJudgement,
): readonly NamedJudgement[] {
  return all.length === 0 ? [none] : all.map(judge);
}

function holidays(setting: AuditSetting): readonly NamedJudgement[] {
  const { policy } = setting;
  const today = todayOf(setting);
  const known = policy.holidays.days.filter(({ date }) => date >= today && date < `${Number(today.slice(0, 4)) + 2}`);
  return each(known, ({ name, date }) => ({ name: `${name}, ${date}`, ...holiday(setting, date) }), {
    name: "Public holidays",
    ...look("No public holiday of this and the next year is known.", "Are those of your region the right ones?"),
  });
}

function holiday(setting: AuditSetting, date: string): Judgement {
  const { policy } = setting;
  const noon = noonOf(setting, date);
  const decisive = closureOn(availabilityOf(policy), date);
  const played = playOne(setting, imaginedMail(noon));
  const happens = `At noon: ${happened(setting, played)}`;
  if (decisive === null)
    return judged(
      (played.verdict.kind === "surface") === isOpenAt(availabilityOf(policy), noon),
      happens,
      "You work as usual on this day.",
      "You work as usual on this day, and yet the message does not meet your usual hours.",
    );
  if (decisive.windows.length > 0 && isOpenAt(availabilityOf(policy), noon))
    return passed(happens, "You have hours of their own on this day.");
  return judged(
    endsWhileReading(setting, played),
    happens,
    "Nobody is disturbed, and the wait has an end.",
    "The wait has no end in your hours.",
  );
}

function vacations(setting: AuditSetting): readonly NamedJudgement[] {
  const today = todayOf(setting);
  const planned = setting.policy.closures
    .filter(({ kind, lastDate }) => kind === "vacation" && lastDate >= today)
    .toSorted((a, b) => a.firstDate.localeCompare(b.firstDate));
  return each(
    planned,
    (closure) => ({ name: `Vacation from ${closure.firstDate} to ${closure.lastDate}`, ...vacation(setting, closure) }),
    {
      name: "The next vacation",
      ...passed("No vacation is planned.", "Once one is, this looks at its replies and at who covers."),
    },
  );
}

function vacation(setting: AuditSetting, { firstDate, lastDate, cover }: Closure): Judgement {
  const firstNoon = noonOf(setting, firstDate);
  const noon = firstNoon > setting.now ? firstNoon : Math.max(setting.now, noonOf(setting, lastDate) - minute);
  const lastEvening = noonOf(setting, lastDate) + 11 * 60 * minute;
  const [first, last] = play(setting, [imaginedMail(noon), imaginedMail(lastEvening)]);
  if (first === undefined || last === undefined) return failed("", "It could not be tried.");
  const happens = `At noon of its first day: ${happened(setting, first)}`;
  if (!endsWhileReading(setting, first) || !endsWhileReading(setting, last))
    return failed(happens, "No message hours are in sight after it, so nothing can be held until you are back.");
  if (last.reply.kind === "send" && first.reply.kind === "send")
    return look(happens, "On its last evening the same client is told once more.");
  if (cover === null) return look(happens, "Nobody covers, so the reply names no colleague to call.");
  const says = first.reply.kind === "send" ? first.reply.text : "";
  return judged(
    says.includes(cover.phone) || first.reply.kind !== "send",
    happens,
    "The reply names who covers.",
    "A colleague covers, but the reply does not name them: your wording leaves {cover} out.",
    look,
  );
}

function closures(setting: AuditSetting): readonly NamedJudgement[] {
  const today = todayOf(setting);
  const planned = setting.policy.closures.filter(({ kind, lastDate }) => kind !== "vacation" && lastDate >= today);
  return each(
    planned.slice(0, 10),
    ({ firstDate, kind }) => {
      const played = playOne(setting, imaginedMail(Math.max(noonOf(setting, firstDate), setting.now)));
      const sound = played.verdict.kind === "surface" || endsWhileReading(setting, played);
      return {
        name: `${kind === "changed-hours" ? "Changed hours" : "Closed"} on ${firstDate}`,
        ...judged(
          sound,
          `At noon: ${happened(setting, played)}`,
          "The day has the hours that are set for it.",
          "The wait has no end in your hours.",
        ),
      };
    },
    { name: "Days off and changed hours", ...passed("None is planned.", "The ordinary hours hold.") },
  );
}

function travel(setting: AuditSetting): readonly NamedJudgement[] {
  const { policy } = setting;
  const zones = availabilityOf(policy);
  const today = todayOf(setting);
  return each(
    policy.travel.filter(({ lastDate }) => lastDate >= today),
    ({ firstDate, zone }) => {
      const noon = Math.max(noonOf(setting, firstDate), setting.now);
      const opening = nextOpening(zones, noon);
      return {
        name: `Travel from ${firstDate}`,
        ...judged(
          zoneAt(zones, noon) === zone,
          `At noon of its first day your clock is on ${zoneInWords(zone)}; the next opening is ${opening === null ? "not in sight" : saying(setting, opening)}.`,
          "Hours are kept on the clock there.",
          "The clock there is not the one in force.",
        ),
      };
    },
    { name: "Travel", ...passed("No travel to another time zone is planned.", "Your own clock holds.") },
  );
}

function seasons(setting: AuditSetting): readonly NamedJudgement[] {
  const today = todayOf(setting);
  return each(
    setting.policy.seasons.filter(({ lastDate }) => lastDate >= today),
    ({ firstDate, lastDate }) => {
      const zones = availabilityOf(setting.policy);
      const opening = nextOpening(zones, boundaryOfDay(zones, dayOfDate(firstDate), 0) - 1);
      const within = opening !== null && dateAt(zones, opening) <= lastDate;
      return {
        name: `Season from ${firstDate} to ${lastDate}`,
        ...judged(
          within,
          opening === null
            ? "No opening is in sight from its first day on."
            : `Its first opening is ${saying(setting, opening)}.`,
          "The season has hours.",
          "The season has no hours at all. Is it meant as a vacation?",
          look,
        ),
      };
    },
    { name: "Seasons", ...passed("No season is planned.", "The ordinary week holds.") },
  );
}

export const awayScenarios: readonly Scenario[] = [
  { id: "holidays", place: "holidays", name: "Public holidays", judge: holidays },
  { id: "vacations", place: "closures", name: "Vacations", judge: vacations },
  { id: "closures", place: "closures", name: "Days off and changed hours", judge: closures },
  { id: "travel", place: "travel", name: "Travel", judge: travel },
  { id: "seasons", place: "hours", name: "Seasons", judge: seasons },
];
