import fc from "fast-check";
import { describe, expect, test } from "vitest";
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
  ["a German announcement", "Ja\n\nAm 12.11.2026 um 10:00 schrieb Dr. Kim <kim@example.com>:\n> Guten Tag", "Ja"],
  ["a German announcement over two lines", "Ja\nAm Do., 12. Nov. 2026 um 10:00 Uhr\nschrieb J. Kim:\n> Hallo", "Ja"],
  [
    "a German announcement that begins with the name",
    "Ja\n\nDr. Kim schrieb am 12. November 2026 um 10:00:\n\nHallo",
    "Ja",
  ],
  ["a French announcement", "Oui\n\nLe 12 novembre 2026 à 10:00, J. Kim <kim@example.com> a écrit :\n> Bonjour", "Oui"],
  [
    "a French announcement with narrow blanks",
    "Oui\n\nLe jeu. 12 nov. 2026, J. Kim a écrit\u202F:\n\n> Bonjour",
    "Oui",
  ],
  [
    "the headers of Outlook in German",
    "Ja\n\nVon: J. Kim\nGesendet: Donnerstag, 12. November 2026 10:00\nAn: Jo\nBetreff: Dienstag\n\nHallo",
    "Ja",
  ],
  [
    "the headers of a German web mail",
    "Ja\n\nGesendet: Donnerstag, 12. November 2026 um 10:00 Uhr\nVon: J. Kim\nAn: Jo\n\nHallo",
    "Ja",
  ],
  [
    "the headers of Outlook in French",
    "Oui\n\nDe\u00A0: J. Kim\nEnvoyé\u00A0: jeudi 12 novembre 2026\nÀ\u00A0: Jo\nObjet\u00A0: mardi\n\nBonjour",
    "Oui",
  ],
  ["a German divider", "Ja\n-----Ursprüngliche Nachricht-----\nHallo", "Ja"],
  ["a French divider", "Oui\n-------- Message d’origine --------\nBonjour", "Oui"],
  ["the line of a telephone in German", "Ja\n\nGesendet von meinem iPhone", "Ja"],
  ["the other line of a telephone in German", "Ja\n\nVon meinem iPhone gesendet", "Ja"],
  ["the line of Outlook in German", "Ja\n\nHolen Sie sich Outlook für iOS", "Ja"],
  ["the line of a telephone in French", "Oui\n\nEnvoyé de mon iPhone", "Oui"],
  ["the line of Outlook in French", "Oui\n\nTélécharger Outlook pour Android", "Oui"],
  ["a divider", "Yes\n-----Original Message-----\nSee you", "Yes"],
  ["a line of underscores", "Yes\n________________________________\nSee you", "Yes"],
  ["a signature", "Yes\n-- \nJo Doe\n555-0142", "Yes"],
  ["the line of a telephone", "Yes\n\nSent from my iPhone", "Yes"],
  ["the line of a telephone in Spanish", "Sí\n\nEnviado desde mi iPhone", "Sí"],
  ["nothing but what is quoted", "> Yes", ""],
  ["a sentence that begins with a date", "On 30 Nov I wrote to you", "On 30 Nov I wrote to you"],
  ["a sentence with an English Am", "Am I there at 3? I wrote it down:", "Am I there at 3? I wrote it down:"],
  ["a German sentence that begins with a date", "Am 12. komme ich", "Am 12. komme ich"],
  ["a line that begins with Von", "Von: uns allen\nein gutes Jahr", "Von: uns allen\nein gutes Jahr"],
  ["a line that begins with From", "From: all of us\nhappy new year", "From: all of us\nhappy new year"],
])("what the client wrote in %s", (_where, text, written) => {
  expect(writtenOf(text)).toBe(written);
});

test("HELP above a quoted mail is a call for help", () => {
  expect(isCallForHelp("Help\n\nOn Mon, 30 Nov 2026, J. Kim wrote:\n> See you on Tuesday\n> or Thursday")).toBe(true);
  expect(isCallForHelp("Thanks\n\nOn Mon, 30 Nov 2026, J. Kim wrote:\n> help")).toBe(false);
});

describe("HELP above a name or a quotation is a call for help", () => {
  test.each([
    "HELP\n\nMaya",
    "Help!\nMaya",
    "help\n\nThank you,\nMaya Doe\n+1 212 555 0142",
    "HELP - Maya",
    "Hello Dr. Kim,\n\nhelp me\n\nMaya",
    "¡Ayuda!\nDiego",
    "HELP\n\nAm 12.11.2026 um 10:00 schrieb Dr. Kim:\n> Guten Tag",
    "HELP\n\nLe 12 novembre 2026 à 10:00, Dr. Kim a écrit :\n> Bonjour",
    "HELP\n\nVon: Dr. Kim\nGesendet: Donnerstag, 12. November 2026\nAn: Maya\n\nGuten Tag",
    "HELP\n\nGesendet von meinem iPhone",
  ])("%j", (text) => {
    expect(isCallForHelp(text)).toBe(true);
  });

  test.each([
    "Help\nwith the form for Tuesday please",
    "Thanks for the help\n\nMaya",
    "Hello Dr. Kim,\n\nMaya",
    "help - with the form",
    "Maya\nhelp yourself to the cake",
  ])("%j is none", (text) => {
    expect(isCallForHelp(text)).toBe(false);
  });
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

test.each([
  "On 1 ",
  "On 1\n",
  "> \n",
  "From: a\n",
  "-",
  "el 1 escribió",
  "am 1 schrieb ",
  "Le 1\n",
  "Von: a\n",
  "a schrieb am 1\n",
])("100,000 signs of %j are read to their end", (piece) => {
  expect(typeof writtenOf(piece.repeat(100_000 / piece.length))).toBe("string");
});
