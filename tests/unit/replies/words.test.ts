import { describe, expect, test } from "vitest";
import { languages, regions } from "../../../src/domain/policy/policy.ts";
import { replyForms, replyReasons, templateFaults } from "../../../src/domain/policy/templates.ts";
import { segmentsOf } from "../../../src/domain/replies/segments.ts";
import { emergenciesSchema, replyWordsOf } from "../../../src/domain/replies/words.ts";
import { emergencies, replyWords } from "../../../src/practice/words.ts";

const ofEach = languages.flatMap((language) => replyForms.map((form) => ({ language, form })));

describe("whom to call in an emergency", () => {
  const lines = regions.flatMap((region) => ofEach.map((one) => ({ region, ...one })));

  test.each([
    ["US", "911", "988"],
    ["CA", "911", "988"],
    ["GB", "999", "116 123"],
    ["IE", "112", "116 123"],
    ["AU", "000", "13 11 14"],
    ["NZ", "111", "1737"],
    ["DE", "112", "0800 111 0 111"],
    ["FR", "15", "3114"],
    ["ES", "112", "024"],
  ] as const)("in %s it is %s, and %s in a crisis", (region, emergency, crisis) => {
    expect(emergencies[region].numbers[0]).toBe(emergency);
    for (const { language, form } of ofEach) {
      expect(replyWords[language].emergency[region][form]).toContain(emergency);
      expect(replyWords[language].emergency[region][form]).toContain(crisis);
    }
  });

  test.each(lines)("the $form line of $region in $language names no number of another region", (one) => {
    const named = replyWords[one.language].emergency[one.region][one.form].match(/\d[\d ]*\d/g) ?? [];
    // "oprima 2" is a key of the telephone, and one figure.
    for (const number of named) expect(emergencies[one.region].numbers).toContain(number);
    expect(named.length).toBeGreaterThan(1);
  });

  test.each(regions)("the numbers of %s have a source and the month in which they were checked", (region) => {
    const { sources, checked } = emergencies[region];
    expect(checked >= "2026-11").toBe(true);
    for (const { address } of sources) expect(address).toMatch(/^https:\/\//);
  });

  test("a line without the emergency number is refused, and so is one that a plain text message cannot write", () => {
    const altered = (mail: string, text: string) => ({
      ...emergencies,
      ES: { ...emergencies.ES, lines: { ...emergencies.ES.lines, es: { mail, text } } },
    });
    const faultsOf = (mail: string, text: string) =>
      emergenciesSchema.safeParse(altered(mail, text)).error?.issues.map(({ message }) => message) ?? [];
    expect(faultsOf("Llame al 112.", "Llame al 112.")).toEqual([]);
    expect(faultsOf("Llame al 024.", "Llame al 112.")).toEqual(["Every line names the emergency number."]);
    expect(faultsOf("Llame al 112.", "Llame al 024.")).toEqual(["Every line names the emergency number."]);
    expect(faultsOf("Llame al 112.", "Envíe un mensaje al 112.")).toEqual([
      "A text message has to get by with plain letters.",
    ]);
  });

  test.each([
    ["a number is digits, in groups at most", { numbers: ["112", "call 024"] }],
    ["and nothing after them", { numbers: ["112", "024 (day and night)"] }],
    ["the month of the check is a month, without a day", { checked: "2026-11-28" }],
    ["and without a word before it", { checked: "in 2026-11" }],
  ])("%s", (_what, said) => {
    expect(emergenciesSchema.safeParse({ ...emergencies, ES: { ...emergencies.ES, ...said } }).success).toBe(false);
  });

  test("no region may be missing", () => {
    const { ES: _missing, ...rest } = emergencies;
    expect(emergenciesSchema.safeParse(rest).success).toBe(false);
  });
});

describe("the shipped templates", () => {
  const all = ofEach.flatMap((one) => replyReasons.map((reason) => ({ ...one, reason })));

  test.each(all)("$reason as $form in $language can be used as it is", ({ language, form, reason }) => {
    expect(templateFaults(replyWords[language].templates[reason][form], form)).toEqual([]);
  });

  test.each(all.filter(({ form }) => form === "text"))(
    "$reason in $language has only letters that plain text messages have",
    ({ language, reason }) => {
      expect(segmentsOf(replyWords[language].templates[reason].text).encoding).toBe("GSM-7");
    },
  );

  test.each(all.filter(({ reason }) => reason.endsWith("unknown-sender")))(
    "$reason as $form in $language names nobody and no reason (FIELD E12)",
    ({ language, form, reason }) => {
      expect(replyWords[language].templates[reason][form]).not.toMatch(/\{(practice|firstName|cover|nextSession)\}/);
    },
  );

  test.each(all)("$reason as $form in $language says nothing clinical", ({ language, form, reason }) => {
    expect(replyWords[language].templates[reason][form]).not.toMatch(/therap|terap|session|sesi|patient|paciente/i);
  });

  test("cannot hold an unknown name", () => {
    const written = JSON.parse(JSON.stringify(replyWords.en)) as typeof replyWords.en;
    expect(() => replyWordsOf(written, emergencies, "en")).not.toThrow();
    const misspelt = {
      ...written,
      templates: { ...written.templates, closed: { mail: "Back {opening}.", text: "Hi" } },
    };
    expect(() => replyWordsOf(misspelt, emergencies, "en")).toThrow("Not a template.");
  });

  test("may be as long as a mail, or as a text message, and no longer", () => {
    const closedAs = (mail: string, text: string) => () =>
      replyWordsOf(
        { ...replyWords.en, templates: { ...replyWords.en.templates, closed: { mail, text } } },
        emergencies,
        "en",
      );
    expect(closedAs("x".repeat(3000), "x".repeat(600))).not.toThrow();
    expect(closedAs("x".repeat(3001), "Away.")).toThrow("Not a template.");
    expect(closedAs("Away.", "x".repeat(601))).toThrow("Not a template.");
  });
});
