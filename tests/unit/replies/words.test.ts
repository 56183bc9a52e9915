import { describe, expect, test } from "vitest";
import { type Language, languages, type Region, regions } from "../../../src/domain/policy/policy.ts";
import { compose } from "../../../src/domain/replies/compose.ts";
import type { ReplyKind } from "../../../src/domain/replies/reply.ts";
import { replyWordsSchema } from "../../../src/domain/replies/words.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { policyWith } from "../../builders/policy.ts";

const now = Date.parse("2026-11-28T07:10:00Z");
const readFrom = Date.parse("2026-11-30T14:00:00Z");
const inRegion = (region: Region) => {
  const policy = policyWith();
  return { ...policy, practice: { ...policy.practice, region } };
};

const everyReply = languages.flatMap((language) =>
  regions.flatMap((region) =>
    (["closed", "in-session", "do-not-disturb", "safety"] as const).flatMap((rule) =>
      [null, "Maya"].map((firstName) => ({ language, region, rule, firstName })),
    ),
  ),
);

test.each(everyReply)(
  "the emergency line of $region stands in the $rule reply in $language to $firstName (promise 3)",
  ({ language, region, rule, firstName }) => {
    const kind: ReplyKind = rule === "safety" ? "safety" : "availability";
    const { text } = compose({
      kind,
      rule,
      now,
      readFrom,
      firstName,
      policy: inRegion(region),
      language,
      words: replyWords[language],
    });
    expect(text).toContain(replyWords[language].emergency[region]);
    expect(text).not.toMatch(/[{}]/);
  },
);

describe("the words of a reply", () => {
  const say = (language: Language, policy = policyWith()) =>
    compose({
      kind: "availability",
      rule: "closed",
      now,
      readFrom,
      firstName: "Maya",
      policy,
      language,
      words: replyWords[language],
    }).text;

  test("name weekday, date, time and zone in the client's language", () => {
    expect(say("en")).toContain("Monday, November 30, 9:00 AM (Eastern Time)");
    expect(say("es")).toContain("lunes, 30 de noviembre, 9:00 a.m. (hora oriental)");
  });

  test("name the covering clinician in a vacation", () => {
    const vacation = {
      id: "v",
      kind: "vacation" as const,
      label: "",
      firstDate: "2026-11-27",
      lastDate: "2026-11-29",
      windows: [],
      cover: { name: "Dr. Lee", phone: "555-0100" },
    };
    expect(say("en", policyWith({ closures: [vacation] }))).toContain(
      "If it cannot wait until then, Dr. Lee covers: 555-0100.",
    );
  });

  test("cannot smuggle a place for the emergency line into a template", () => {
    expect(replyWordsSchema.safeParse({ ...replyWords.en, closed: "{emergency}" }).success).toBe(false);
  });
});
