import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languages, regions } from "../../../src/domain/policy/policy.ts";
import { composeNotice, type NoticeLetter } from "../../../src/domain/vacation/notice.ts";
import { noticeFaults, noticeKinds } from "../../../src/domain/vacation/notice-words.ts";
import { noticeWords } from "../../../src/practice/notice-words.ts";
import { emergencies, replyWords } from "../../../src/practice/words.ts";
import { policyWith } from "../../builders/policy.ts";
import { at } from "../domain/hours-of-a-practice.ts";

const letter = (change: Partial<NoticeLetter> = {}): NoticeLetter => {
  const language = change.language ?? "en";
  return {
    kind: "planned",
    own: null,
    language,
    firstName: "Maya",
    dates: { firstDate: "2026-12-28", lastDate: "2027-01-03" },
    nextOpening: at("2027-01-04T14:00:00Z"),
    cover: { name: "Dr. Lee", phone: "555-0100" },
    sessions: [],
    clientZone: null,
    now: at("2026-11-30T15:00:00Z"),
    policy: policyWith(),
    words: replyWords[language],
    noticeWords: noticeWords[language],
    ...change,
  };
};

describe("a notice", () => {
  test("names the year where it is not the present one", () => {
    const { text } = composeNotice(letter());
    expect(text).toContain("from Monday, December 28 to Sunday, January 3, 2027");
  });

  test("says what becomes of each session, and nothing of sessions where there is none", () => {
    const start = at("2026-12-29T15:00:00Z");
    const { text } = composeNotice(
      letter({
        sessions: [
          { start, is: "cancelled" },
          { start, is: { movedTo: at("2027-01-05T16:00:00Z") } },
          { start, is: "kept" },
          { start, is: "restored" },
        ],
      }),
    );
    expect(text).toContain("does not take place.\nYour appointment on");
    expect(text).toContain("The new time is Tuesday, January 5, 11:00 AM (Eastern Time).");
    expect(text).toContain("takes place as agreed.");
    expect(text).toContain("takes place after all.");
    expect(composeNotice(letter()).text).not.toContain("appointment");
  });

  test("without cover or an opening in sight leaves out the lines that need them", () => {
    const { text } = composeNotice(letter({ cover: null, nextOpening: null }));
    expect(text).not.toMatch(/please call|read again|\{/);
  });

  test("carries the emergency line of the region, once, whatever the words, kind and language are", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...noticeKinds),
        fc.constantFrom(...languages),
        fc.constantFrom(...regions),
        fc.option(fc.string({ maxLength: 200 })),
        fc.boolean(),
        (kind, language, region, own, placed) => {
          const base = policyWith();
          const words = own === null ? null : `${own}${placed ? "{emergency}" : ""}`;
          const { text, subject } = composeNotice(
            letter({ kind, language, own: words, policy: { ...base, practice: { ...base.practice, region } } }),
          );
          expect(text.split(emergencies[region].lines[language].mail)).toHaveLength(2);
          expect(subject).not.toBe("");
        },
      ),
    );
  });

  test("cannot be written with a name nobody knows, a brace alone, or no words", () => {
    expect(noticeFaults("Until {lastDay}.")).toEqual([]);
    expect(noticeFaults(" ")).toEqual(["A notice needs words."]);
    expect(noticeFaults("Hello {nickname}")[0]).toMatch(/^\{nickname\} is not known/);
    expect(noticeFaults("Hello {")).toEqual(["A brace stands alone. Braces are only for what is filled in."]);
    expect(noticeFaults("{emergency} {emergency}")).toEqual(["{emergency} stands more than once."]);
    expect(noticeFaults("a".repeat(3001))).toEqual(["This is too long. At most 3000 characters."]);
  });
});
