import type { Alternation, RegionHoliday, WeeklyHours } from "../policy/hours.ts";
import type { Language, Policy } from "../policy/policy.ts";
import { fill } from "../replies/opening-words.ts";
import { dateOfDay, dayOfDate, weekdayOfDay } from "../time/wall.ts";
import { holidaysInWords } from "./holidays-in-words.ts";
import { dateInWords, listInWords, type Speaker, weekInWords } from "./hours-in-words.ts";
import { type ClauseId, clauseIds, type Letter } from "./letter.ts";
import type { LetterWords } from "./words.ts";

/** What the letter is made from, in one language. */
export interface LetterFacts {
  readonly policy: Policy;
  /** The date in the practice's zone; holidays and seasons that are over by then are left out. */
  readonly today: string;
  /** Where clients write to. */
  readonly addresses: readonly string[];
  /** The emergency line of the region, which stands in the letter word for word. */
  readonly emergency: string;
  /** What a holiday of the region is called in the language; where two fall on one date, both. */
  readonly holidayNames: (holiday: RegionHoliday) => readonly string[];
  readonly language: Language;
  readonly words: LetterWords;
}

/**
 * The communication policy of a practice, as its settings are. It promises nothing that they do not keep, and names no date
 * on which the therapist is away; what was agreed with single clients, phrases and limits are nobody else's business, so
 * they change no word of it.
 */
export function composeLetter(facts: LetterFacts): Letter {
  const { words, policy } = facts;
  return {
    title: words.title,
    subtitle: fill(words.subtitle, { practice: policy.practice.name }),
    clauses: clauseIds.map((id) => ({ id, heading: words.clauses[id].heading, paragraphs: paragraphs[id](facts) })),
  };
}

const paragraphs: Readonly<Record<ClauseId, (facts: LetterFacts) => string[]>> = {
  reach({ words: { clauses }, policy, addresses, language }) {
    const { purpose, addresses: known, noAddress } = clauses.reach;
    return [
      fill(purpose, { practice: policy.practice.name }),
      addresses.length === 0 ? noAddress : fill(known, { addresses: listInWords(addresses, language, "disjunction") }),
    ];
  },
  emergency: ({ words: { clauses }, emergency }) => [
    clauses.emergency.noService,
    fill(clauses.emergency.numbers, { emergency }),
  ],
  hours: (facts) => [...ordinaryHours(facts), ...seasons(facts)],
  away(facts) {
    const { policy, words, holidayNames } = facts;
    const { away } = words.clauses;
    const others = policy.replies.toClients ? `${away.vacation} ${away.told}` : away.vacation;
    // Those of years that are over may be of a region that the practice has left.
    const coming = policy.holidays.days.filter(({ date }) => date >= facts.today);
    return [...holidaysInWords(coming, holidayNames, away, speakerOf(facts)), others];
  },
  answer({ words: { clauses }, policy: { gate } }) {
    const { outside, batch, every, noPromise } = clauses.answer;
    return [outside, ...(gate.batch.on ? [fill(batch, { every: every[gate.batch.minutes] })] : []), noPromise];
  },
  waiting({ words: { clauses }, policy: { replies } }) {
    const { kept, reply, noReply, safety } = clauses.waiting;
    return [`${kept} ${replies.toClients ? reply : noReply}`, safety];
  },
  sooner({ words: { clauses }, policy: { gate }, language }) {
    const { atOnce, words, several, session, noMonitoring } = clauses.sooner;
    const reasons = [words, ...(gate.repeatedContact.on ? [several] : []), ...(gate.nearSession.on ? [session] : [])];
    return [fill(atOnce, { reasons: listInWords(reasons, language, "disjunction") }), noMonitoring];
  },
  agreements: ({ words: { clauses } }) => [clauses.agreements.may],
  privacy: ({ words: { clauses } }) => [clauses.privacy.notEncrypted, clauses.privacy.practical],
  optingOut: ({ words: { clauses } }) => [clauses.optingOut.stop, clauses.optingOut.start],
  technology: ({ words: { clauses } }) => [clauses.technology.failure],
  timeZone: (facts) => [fill(facts.words.clauses.timeZone.zone, { zone: zoneInWords(facts) })],
  records: ({ words: { clauses } }) => [clauses.records.kept, clauses.records.law],
  changes: ({ words: { clauses } }) => [clauses.changes.edition],
};

/** How dates and times are written goes by language and region, as in automatic replies. */
export const localeOfLetter = (language: Language, policy: Policy): string => `${language}-${policy.practice.region}`;

const speakerOf = ({ language, policy, words }: LetterFacts): Speaker => ({
  locale: localeOfLetter(language, policy),
  words: words.times,
});

function ordinaryHours(facts: LetterFacts): string[] {
  const { policy, words } = facts;
  const said = words.clauses.hours;
  if (policy.alternation !== null) return [said.alternating, ...alternatingWeeks(policy.alternation, facts)];
  const week = weekInWords(policy.messageHours, speakerOf(facts));
  return [week === null ? said.none : `${said.week}\n${week}`];
}

function alternatingWeeks({ anchor, further }: Alternation, facts: LetterFacts): string[] {
  const said = facts.words.clauses.hours;
  const anchorDay = dayOfDate(anchor);
  const values = {
    date: dateInWords(dateOfDay(anchorDay - weekdayOfDay(anchorDay)), speakerOf(facts).locale),
    turns: `${further.length + 1}`,
  };
  const introductions = [said.firstWeek, said.secondWeek];
  return [facts.policy.messageHours, ...further].map(
    (week, turn) => `${fill(introductions[turn] ?? said.laterWeek, values)}\n${wholeWeek(week, facts)}`,
  );
}

function seasons(facts: LetterFacts): string[] {
  const { locale } = speakerOf(facts);
  return facts.policy.seasons
    .filter(({ lastDate }) => lastDate >= facts.today)
    .toSorted((one, other) => one.firstDate.localeCompare(other.firstDate))
    .map(({ firstDate, lastDate, hours }) => {
      const dates = { first: dateInWords(firstDate, locale), last: dateInWords(lastDate, locale) };
      return `${fill(facts.words.clauses.hours.season, dates)}\n${wholeWeek(hours, facts)}`;
    });
}

/** A week among others, of which one may be free of messages altogether. */
function wholeWeek(hours: WeeklyHours, facts: LetterFacts): string {
  const { everyDay, closedLine } = facts.words.times;
  return weekInWords(hours, speakerOf(facts)) ?? fill(closedLine, { days: everyDay });
}

/** The zone by the name people use for it, which is the same in summer and winter. */
function zoneInWords({ language, policy }: LetterFacts): string {
  const { zone } = policy.practice;
  const parts = new Intl.DateTimeFormat(localeOfLetter(language, policy), {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(0);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}
