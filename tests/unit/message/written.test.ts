import fc from "fast-check";
import { expect, test } from "vitest";
import { isCallForHelp } from "../../../src/domain/gate/phrases.ts";
import { writtenOf } from "../../../src/domain/message/written.ts";

test.each([
  ["a plain text", "Hello\nthere", "Hello\nthere"],
  [
    "a quoted mail below",
    "Yes\n\nOn Mon, 30 Nov 2026 at 9:00, J. Kim <kim@example.com> wrote:\n> See you\n>> then",
    "Yes",
  ],
  [
    "an announcement over three lines",
    "Yes\nOn Mon, 30 Nov 2026 at 9:00,\nJ. Kim of the practice\n<kim@example.com> wrote:\n\n> See you",
    "Yes",
  ],
  ["a quoted mail without marks", "Yes\n\nOn Monday, 30 November 2026, J. Kim wrote:\nSee you\nthen", "Yes"],
  ["an answer below what is quoted", "On 30 Nov 2026, J. Kim wrote:\n> Will you come?\n\nYes", "Yes"],
  [
    "a Spanish announcement",
    "Sí\n\nEl lun, 30 nov 2026 a las 9:00, J. Kim (<kim@example.com>) escribió:\n> Hola",
    "Sí",
  ],
  [
    "the headers of Outlook",
    "Yes\r\n\r\nFrom: J. Kim <kim@example.com>\r\nSent: Monday\r\nTo: Jo\r\nSubject: Tuesday\r\n\r\nSee you",
    "Yes",
  ],
  ["the headers of Outlook in Spanish", "Sí\n\n**De:** J. Kim\n**Enviado:** lunes\n**Para:** Jo\n\nHola", "Sí"],
  ["a divider", "Yes\n-----Original Message-----\nSee you", "Yes"],
  ["a line of underscores", "Yes\n________________________________\nSee you", "Yes"],
  ["a signature", "Yes\n-- \nJo Doe\n555-0142", "Yes"],
  ["the line of a telephone", "Yes\n\nSent from my iPhone", "Yes"],
  ["the line of a telephone in Spanish", "Sí\n\nEnviado desde mi iPhone", "Sí"],
  ["nothing but what is quoted", "> Yes", ""],
  ["a sentence that begins with a date", "On 30 Nov I wrote to you", "On 30 Nov I wrote to you"],
  ["a line that begins with From", "From: all of us\nhappy new year", "From: all of us\nhappy new year"],
])("what the client wrote in %s", (_where, text, written) => {
  expect(writtenOf(text)).toBe(written);
});

test("HELP above a quoted mail is a call for help", () => {
  expect(isCallForHelp("Help\n\nOn Mon, 30 Nov 2026, J. Kim wrote:\n> See you on Tuesday\n> or Thursday")).toBe(true);
  expect(isCallForHelp("Thanks\n\nOn Mon, 30 Nov 2026, J. Kim wrote:\n> help")).toBe(false);
});

test("what is left was there before, and leaving out twice is leaving out once", () => {
  const line = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      "> quoted",
      "-- ",
      "On 1 Jan 2026, Kim wrote:",
      "From: Kim",
      "To: Jo",
      "Sent from my iPhone",
      "",
      "On 3",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join("\n");
      const before = new Set(text.split(/\r\n|[\r\n]/u).map((one) => one.trim()));
      const written = writtenOf(text);
      for (const one of written.split("\n")) if (written !== "") expect(before).toContain(one);
      expect(writtenOf(`${written}\n> more`)).toBe(writtenOf(written));
    }),
  );
});

test.each(["On 1 ", "On 1\n", "> \n", "From: a\n", "-", "el 1 escribió"])(
  "100,000 signs of %j are read to their end",
  (piece) => {
    expect(typeof writtenOf(piece.repeat(100_000 / piece.length))).toBe("string");
  },
);
