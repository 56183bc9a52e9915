import { describe, expect, test } from "vitest";
import { type Language, languages, type Region, regions } from "../../../src/domain/policy/policy.ts";
import { type ReplyForm, replyForms, type ReplyReason, replyReasons } from "../../../src/domain/policy/templates.ts";
import { compose } from "../../../src/domain/replies/compose.ts";
import { lint, type LintSetting } from "../../../src/domain/replies/lint.ts";
import { emergencies, regionNames, replyWords } from "../../../src/practice/words.ts";
import { policyWith } from "../../builders/policy.ts";

interface Said {
  readonly reason?: ReplyReason;
  readonly language?: Language;
  readonly form?: ReplyForm;
  readonly region?: Region;
  readonly setting?: Partial<LintSetting>;
}

function findings(text: string, said: Said = {}) {
  const { reason = "closed", language = "en", form = "mail", region = "US" } = said;
  const policy = policyWith();
  const composed = compose({
    reason,
    form,
    language,
    now: Date.parse("2026-11-28T07:10:00Z"),
    readFrom: Date.parse("2026-11-30T14:00:00Z"),
    firstName: "Maya",
    nextSession: null,
    cover: null,
    clientZone: null,
    policy: {
      ...policy,
      practice: { ...policy.practice, name: "J. Kim", region },
      templates: [{ reason, language, form, text }],
    },
    words: replyWords[language],
  }).text;
  return lint(text, reason, language, form, {
    region,
    coverSet: false,
    nextSession: false,
    composed,
    emergencies,
    regionNames,
    ...said.setting,
  });
}
const codes = (text: string, said: Said = {}) => findings(text, said).map(({ code }) => code);
const sentences = (text: string, said: Said = {}) => findings(text, said).map(({ sentence }) => sentence);
const closed = (rest: string) => `{practice} reads again from {nextOpening}. ${rest}`;

describe("a shipped wording", () => {
  const all = languages.flatMap((language) =>
    replyForms.flatMap((form) => replyReasons.map((reason) => ({ language, form, reason }))),
  );
  test.each(all)("for $reason as $form in $language has nothing to be said against it", (one) => {
    const text = replyWords[one.language].templates[one.reason][one.form];
    expect(findings(text, { ...one, setting: { coverSet: true } })).toEqual([]);
  });
});

describe("words that phone companies obey", () => {
  test.each([
    ["Reply STOP to leave.", "STOP"],
    ["To cancel, text 'cancel'.", "CANCEL"],
    ["Please reply yes if that suits.", "YES"],
    ["Write END.", "END"],
    ["Or text back help.", "HELP"],
    ["QUIT leaves.", "QUIT"],
  ])("%s", (text, word) => {
    expect(codes(closed(text), { form: "text" })).toContain("keyword");
    expect(sentences(closed(text), { form: "text" }).join()).toContain(`take ${word} for a command`);
  });

  test.each(["Responda YES si le viene bien.", "Para salir, escriba stop.", "Envíe HELP."])("%s", (text) => {
    expect(codes(closed(text), { form: "text", language: "es" })).toContain("keyword");
  });

  test.each(["At the end of the week.", "Yes, it will be read.", "You can cancel by phone.", "That may help."])(
    "are not meant by: %s",
    (text) => {
      expect(codes(closed(text))).not.toContain("keyword");
    },
  );

  test("STOP may stand in the confirmation of START, and no other", () => {
    expect(codes("{practice}: on again. Reply STOP to end.", { reason: "opt-in", form: "text" })).toEqual([]);
    expect(codes("{practice}: on again. Reply CANCEL to end.", { reason: "opt-in", form: "text" })).toEqual([
      "keyword",
    ]);
  });
});

describe("characters that plain text messages lack", () => {
  test("are named, with what to write instead", () => {
    expect(sentences(closed("I’m away – “soon” back…"), { form: "text" })[0]).toBe(
      `Not in the alphabet of plain text messages: a curly quotation mark ’ (write '), a long dash – (write -), a curly quotation mark “ (write "), a curly quotation mark ” (write "), “…” (write ...). With it a part has room for 70 characters instead of 160.`,
    );
    expect(sentences(closed("Leeré aquí"), { form: "text", language: "es" })[0]).toContain("“í” (write i)");
    expect(sentences(closed("Sol 🙂"), { form: "text" })[0]).toContain("messages: “🙂”.");
    expect(sentences(closed("Bis\u00a0bald"), { form: "text" })[0]).toContain("a hard space (write a plain space)");
  });

  test("do not matter in a mail", () => {
    expect(codes(closed("I’m away – soon back…"))).toEqual([]);
  });

  test("a text that goes out in two parts says so", () => {
    expect(codes(closed("x".repeat(80)), { form: "text" })).toEqual(["parts"]);
    expect(codes(closed("x".repeat(20)), { form: "text" })).toEqual([]);
  });
});

describe("what is missing", () => {
  test.each(["closed", "holiday", "vacation", "in-session", "do-not-disturb", "client-hours"] as const)(
    "%s has to say when messages are read again",
    (reason) => {
      expect(codes("Your message has arrived.", { reason })).toEqual(["missing-opening"]);
    },
  );

  test.each(["unknown-sender", "safety", "opt-out", "opt-in"] as const)("%s has not", (reason) => {
    expect(codes("Your message has arrived.", { reason })).toEqual([]);
  });

  test("a vacation has to name the cover where there is one", () => {
    const text = "Back on {nextOpening}.";
    expect(codes(text, { reason: "vacation", setting: { coverSet: true } })).toEqual(["missing-cover"]);
    expect(codes(text, { reason: "vacation" })).toEqual([]);
  });

  test("a text message has to say who answers, except to strangers", () => {
    expect(codes("Closed until {nextOpening}.", { form: "text" })).toEqual(["missing-practice"]);
    expect(codes("Not read now.", { form: "text", reason: "unknown-sender" })).toEqual([]);
  });
});

describe("what is never told", () => {
  test("to unknown senders, is named", () => {
    expect(sentences("{practice} will be back.", { reason: "unknown-sender" })).toEqual([
      "{practice} is never told to unknown senders; its sentence is left out.",
    ]);
  });

  test("the next session, unless it is allowed", () => {
    const text = closed("You come on {nextSession}.");
    expect(codes(text)).toEqual(["never-told"]);
    expect(codes(text, { setting: { nextSession: true } })).toEqual([]);
  });

  test("a safety reply has the emergency line first, wherever it is placed", () => {
    expect(codes("Take care. {emergency}", { reason: "safety" })).toEqual(["emergency-first"]);
    expect(codes(closed("{emergency}"))).toEqual([]);
  });
});

describe("clinical words", () => {
  test.each(["Therapy", "our session", "depression", "treatment plan", "my patients", "Counselling", "anxiety"])(
    "%s",
    (word) => {
      expect(codes(closed(`About ${word}.`))).toEqual(["clinical"]);
    },
  );
  test.each(["terapia", "la sesión", "depresión", "tratamiento", "psicóloga", "ansiedad"])("%s", (word) => {
    expect(codes(closed(`Sobre ${word}.`), { language: "es" })).toEqual(["clinical"]);
  });
  test("are not found inside others", () => {
    expect(codes(closed("An impatient possession."))).toEqual([]);
  });
});

test.each([
  ["I am on vacation.", "en"],
  ["Back from my trip.", "en"],
  ["Estoy de vacaciones.", "es"],
  ["Por una cirugía.", "es"],
] as const)("a reason for being away is nobody's business: %s", (text, language) => {
  expect(codes(closed(text), { language, reason: "vacation" })).toEqual(["absence"]);
});

test.each([
  ["I will answer on Monday.", "en"],
  ["I'll definitely get back to you.", "en"],
  ["You hear as soon as possible.", "en"],
  ["I’ll get back to you.", "en"],
  ["Le responderé el lunes.", "es"],
  ["Contestaremos lo antes posible.", "es"],
] as const)("a promise cannot be kept: %s", (text, language) => {
  expect(codes(closed(text), { language })).toContain("promise");
});

describe("what keeps a wording from being saved", () => {
  const errors = (text: string, said: Said = {}) =>
    findings(text, said)
      .filter(({ severity }) => severity === "error")
      .map(({ code }) => code);

  test.each([
    ["Someone has been alerted.", "en"],
    ["We detected an emergency.", "en"],
    ["I've been notified.", "en"],
    ["Se ha avisado a una persona.", "es"],
    ["Hemos detectado una crisis.", "es"],
  ] as const)("a claim that is not true (FIELD C4): %s", (text, language) => {
    expect(errors(closed(text), { language })).toEqual(["claim"]);
  });

  test("a name that is not known, a stray brace, two emergency lines, no words", () => {
    expect(errors(closed("{opening}"))).toEqual(["fault"]);
    expect(errors(closed("{"))).toEqual(["fault"]);
    expect(errors(closed("{emergency} {emergency}"))).toEqual(["fault"]);
    expect(errors(" ")).toEqual(["fault"]);
  });

  test.each([
    ["In an emergency call 999.", "US", "999 helps in United Kingdom, Ireland, not in United States."],
    ["Call 911 in a crisis.", "GB", "911 helps in United States, Canada, not in United Kingdom."],
    ["Dial 9-1-1.", "DE", "9-1-1 helps in United States, Canada, not in Germany."],
    ["Samaritans 116 123.", "US", "116 123 helps in United Kingdom, Ireland, Germany, not in United States."],
    ["Llame al 112.", "US", "112 helps in Ireland, Germany, France, Spain, not in United States."],
    ["Call 15.", "ES", "15 helps in France, not in Spain."],
  ] as const)("the number of another region: %s (%s)", (text, region, sentence) => {
    expect(errors(closed(text), { region })).toEqual(["foreign-number"]);
    expect(sentences(closed(text), { region }).join()).toContain(sentence);
  });

  test.each(regions)("but not the numbers of %s itself", (region) => {
    for (const number of emergencies[region].numbers) expect(errors(closed(`Call ${number}.`), { region })).toEqual([]);
  });

  test.each([
    "Read within 15 minutes.",
    "We are in room 112.",
    "You may call. We are in room 112.",
    "We are in room 1737.",
    "Read at 11:15.",
    "Call 212-555-0100.",
    "An urgent session is 112,50 euros.",
    "Since 2015.",
  ])("nor a number that only looks like one: %s", (text) => {
    expect(errors(closed(text))).toEqual([]);
  });

  test.each([
    "Call 112, then wait.",
    "Call 112.",
    "Emergencias: 112.",
    "Para llamar, 112.",
    "In a crisis, text 1737 from here.",
  ])("a number to call is one whatever follows it: %s", (text) => {
    expect(errors(closed(text))).toEqual(["foreign-number"]);
  });
});

test.each([
  ["Open at 9:00 EST.", "en"],
  ["Open at nine, Pacific time.", "en"],
  ["In America/New_York.", "en"],
  ["Open at 9:00 AKDT.", "en"],
  ["Open at 9:00 WET.", "en"],
  ["Open at 9:00 CET.", "en"],
  ["Open at 9:00 EET.", "en"],
  ["Open at 9:00 AEST.", "en"],
  ["Open at 9:00 ACDT.", "en"],
  ["Open at 9:00 NZST.", "en"],
  ["A las 9:00, hora del Este.", "es"],
  ["A las 9:00, hora de la montaña.", "es"],
  ["A las 9:00, hora Montaña.", "es"],
  ["A las 9:00, hora española.", "es"],
  ["A las 9:00, hora central.", "es"],
] as const)("a zone typed by hand is wrong for half the year: %s", (text, language) => {
  expect(codes(closed(text), { language })).toEqual(["zone"]);
});
