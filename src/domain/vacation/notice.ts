import type { Language, Policy } from "../policy/policy.ts";
import { emergencyLine } from "../replies/compose.ts";
import { fill, openingWords } from "../replies/opening-words.ts";
import type { ReplyWords } from "../replies/words.ts";
import type { Instant } from "../time/instant.ts";
import { isNoticeVariable, namesIn, type NoticeKind, type NoticeVariable, type NoticeWords } from "./notice-words.ts";
import type { Dates } from "./sessions.ts";

/** What a client is told of one of their sessions. */
export interface ToldSession {
  /** When it was to be. */
  readonly start: Instant;
  readonly is: "cancelled" | "kept" | "restored" | { readonly movedTo: Instant };
}

/** One notice to one client. */
export interface NoticeLetter {
  readonly kind: NoticeKind;
  /** The therapist's own words; null for the shipped ones. */
  readonly own: string | null;
  readonly language: Language;
  readonly firstName: string;
  readonly dates: Dates;
  /** When messages are read again; null when no opening is in sight. */
  readonly nextOpening: Instant | null;
  readonly cover: { readonly name: string; readonly phone: string } | null;
  /** Empty where none is concerned, and where others read the address too (FIELD L2). */
  readonly sessions: readonly ToldSession[];
  readonly clientZone: string | null;
  readonly now: Instant;
  readonly policy: Policy;
  readonly words: ReplyWords;
  readonly noticeWords: NoticeWords;
}

/**
 * Subject and plain text of a notice. A line that needs what is not there - cover, an opening, sessions - is left out whole.
 * The emergency line is put in here, by code: where the words place it, else at the end (promise 3, FIELD 4d). The reason
 * for being away, and what the client comes for, have no place in it.
 */
export function composeNotice(letter: NoticeLetter): { readonly subject: string; readonly text: string } {
  const { kind, own, firstName, noticeWords } = letter;
  const wording = noticeWords.kinds[kind];
  const values = valuesOf(letter);
  const template = own ?? wording.text;
  const greeting =
    firstName.trim() === "" ? noticeWords.greetingUnnamed : fill(noticeWords.greeting, { firstName: firstName.trim() });
  const words = filled(template, values);
  const emergency = emergencyLine(letter.policy, "mail", letter.words);
  const paragraphs = words.includes(emergency) ? [greeting, words] : [greeting, words, emergency];
  return {
    subject: filled(wording.subject, values),
    text: `${paragraphs.filter((paragraph) => paragraph !== "").join("\n\n")}\n`,
  };
}

type Values = Readonly<Partial<Record<NoticeVariable, string>>>;

function filled(template: string, values: Values): string {
  const valueOf = (name: string): string | undefined => (isNoticeVariable(name) ? values[name] : undefined);
  const lines = template
    .split(/\r?\n/)
    .filter((line) => namesIn(line).every((name) => valueOf(name) !== undefined))
    // A value may end in the full stop that also ends its sentence.
    .map((line) =>
      line
        .replaceAll(/\{(\w+)\}(\.?)/g, (_place, name: string, stop: string) => {
          const value = valueOf(name) ?? "";
          return value.endsWith(".") ? value : `${value}${stop}`;
        })
        .trim(),
    );
  return lines
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function valuesOf(letter: NoticeLetter): Values {
  const { policy, firstName, dates, nextOpening, cover, sessions, words } = letter;
  const telling = { ...letter, form: "mail" as const };
  const values: Partial<Record<NoticeVariable, string>> = {
    practice: policy.practice.name,
    firstDay: dateWords(dates.firstDate, letter),
    lastDay: dateWords(dates.lastDate, letter),
    emergency: emergencyLine(policy, "mail", words),
  };
  if (firstName.trim() !== "") values.firstName = firstName.trim();
  if (nextOpening !== null) values.nextOpening = openingWords(nextOpening, telling);
  if (cover !== null) values.cover = `${cover.name}, ${cover.phone}`;
  if (sessions.length > 0) values.sessions = sessions.map((session) => sessionWords(session, letter)).join("\n");
  return values;
}

function sessionWords({ start, is }: ToldSession, letter: NoticeLetter): string {
  const { sessions } = letter.noticeWords;
  const say = (at: Instant) => openingWords(at, { ...letter, form: "mail" });
  if (typeof is === "object") return fill(sessions.moved, { when: say(start), newTime: say(is.movedTo) });
  return fill(sessions[is], { when: say(start) });
}

/** "Monday, December 7"; with the year where it is not the present one. */
function dateWords(date: string, { language, policy, now }: NoticeLetter): string {
  const noon = Date.parse(`${date}T12:00Z`);
  const sameYear = new Date(noon).getUTCFullYear() === new Date(now).getUTCFullYear();
  return new Intl.DateTimeFormat(`${language}-${policy.practice.region}`, {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(sameYear ? {} : { year: "numeric" as const }),
  }).format(noon);
}
