import { expect, test } from "vitest";
import { letterHtml } from "../../../src/domain/communication-policy/html.ts";
import { letterSheet, type SheetFacts } from "../../../src/domain/communication-policy/sheet.ts";
import { letterStyle } from "../../../src/domain/communication-policy/style.ts";
import { letterWords } from "../../../src/practice/letter-words.ts";
import { letterIn } from "../../builders/communication-policy.ts";
import { policyWith } from "../../builders/policy.ts";

const sheet = (said: Partial<SheetFacts> = {}) =>
  letterSheet({
    letter: letterIn("en"),
    language: "en",
    words: letterWords.en,
    policy: policyWith(),
    issued: { number: 3, at: Date.parse("2026-12-01T03:00:00Z") },
    before: { number: 2, changes: [{ id: "hours", kind: "changed" }] },
    ...said,
  });

test("a sheet names its edition by the date in the practice's zone", () => {
  expect(sheet().edition).toBe("Edition 3, November 30, 2026");
  expect(sheet({ language: "es", letter: letterIn("es"), words: letterWords.es }).edition).toBe(
    "Edición 3, 30 de noviembre de 2026",
  );
  expect(sheet({ issued: null }).edition).toBe("Draft, not yet issued");
});

test("the clauses that changed carry a word, the others none", () => {
  const marked = sheet().clauses.filter(({ mark }) => mark !== null);
  expect(marked.map(({ id, mark }) => [id, mark])).toEqual([["hours", "Changed since edition 2"]]);
  expect(sheet({ before: null }).clauses.every(({ mark }) => mark === null)).toBe(true);
  const added = sheet({ before: { number: 2, changes: [{ id: "records", kind: "new" }] } });
  expect(added.clauses.find(({ id }) => id === "records")?.mark).toBe("New since edition 2");
});

test("whatever the practice is called, its name stays text in the HTML", () => {
  const policy = policyWith();
  const name = `<img src=x onerror="alert(1)"> & Söhne's`;
  const letter = letterIn("en", { policy: { ...policy, practice: { ...policy.practice, name } } });
  const html = letterHtml(sheet({ letter }));
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Söhne&#39;s");
});

test("the file is whole in itself and says its language", () => {
  const html = letterHtml(sheet());
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html).not.toMatch(/<script|<link|<img|url\(|https?:/);
});

test("a footer cannot end its string or the style around it", () => {
  expect(letterStyle(`"} </style><b>\\`)).toContain(String.raw`content: "\22 } \3c /style\3e \3c b\3e \5c ";`);
});
