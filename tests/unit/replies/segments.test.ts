import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inAlphabet, segmentsOf } from "../../../src/domain/replies/segments.ts";

// The drafts of FIELD 4d with the lengths noted beside them.
test.each([
  [
    "J. Kim: I'm closed and not reading texts until Mon 9:00 AM. Emergency: call 911. Crisis: call or text 988, any time. Auto-reply.",
    "GSM-7",
    128,
    1,
  ],
  [
    "J. Kim: away until Mon Jul 14, 9:00 AM. Urgent: Dr. Lee 555-0100. Emergency: call 911. Crisis: call or text 988. Auto-reply.",
    "GSM-7",
    124,
    1,
  ],
  [
    "J. Kim: with someone now; texts are read at 5:00 PM today. Emergency: call 911. Crisis: call or text 988. Auto-reply.",
    "GSM-7",
    117,
    1,
  ],
  [
    "This number is not monitored now. Emergency: call 911. Crisis: call or text 988, any time. Auto-reply.",
    "GSM-7",
    102,
    1,
  ],
  [
    "J. Kim: cerrado; leeré los mensajes el lunes a las 9:00. Emergencia: llame al 911. Crisis: llame o envíe un mensaje al 988.",
    "UCS-2",
    123,
    2,
  ],
  [
    "J. Kim: cerrado; no leo mensajes hasta el lunes 9:00. Emergencia: llame al 911. Crisis: llame o mande un texto al 988.",
    "GSM-7",
    118,
    1,
  ],
])("%s", (text, encoding, units, parts) => {
  expect(segmentsOf(text)).toMatchObject({ encoding, units, parts });
});

describe("a text message", () => {
  test.each([
    ["nothing", "", "GSM-7", 0, 0, 160],
    ["160 letters", "a".repeat(160), "GSM-7", 160, 1, 0],
    ["161 letters", "a".repeat(161), "GSM-7", 161, 2, 145],
    ["306 letters", "a".repeat(306), "GSM-7", 306, 2, 0],
    ["307 letters", "a".repeat(307), "GSM-7", 307, 3, 152],
    ["80 euro signs, each an escape and a letter", "€".repeat(80), "GSM-7", 160, 1, 0],
    [
      "an escape pair at the end of the first part, which it does not fit in",
      `${"a".repeat(152)}€${"a".repeat(8)}`,
      "GSM-7",
      162,
      2,
      143,
    ],
    ["70 accents", "á".repeat(70), "UCS-2", 70, 1, 0],
    ["71 accents", "á".repeat(71), "UCS-2", 71, 2, 63],
    ["35 emoji", "🙂".repeat(35), "UCS-2", 70, 1, 0],
    [
      "an emoji at the end of the first part, which it does not fit in",
      `${"á".repeat(66)}🙂${"á".repeat(9)}`,
      "UCS-2",
      77,
      2,
      56,
    ],
  ])("of %s", (_name, text, encoding, units, parts, left) => {
    expect(segmentsOf(text)).toEqual({ encoding, units, parts, left });
  });

  test.each(["é", "ñ", "ü", "à", "¿", "¡", "ß", "Ç", "@", "\n"])("can write %j plainly", (character) => {
    expect(segmentsOf(character)).toMatchObject({ encoding: "GSM-7", units: 1 });
  });

  test.each(["^", "{", "}", "[", "]", "\\", "~", "|", "€"])("writes %s with two", (character) => {
    expect(segmentsOf(character)).toMatchObject({ encoding: "GSM-7", units: 2 });
  });

  test.each(["á", "í", "ó", "ú", "ç", "’", "“", "–", "…", "\u00a0", "`", "🙂"])(
    "is sent in UCS-2 as a whole for one %s",
    (character) => {
      expect(segmentsOf(`Hello ${character}`).encoding).toBe("UCS-2");
    },
  );

  test("never fits in fewer parts than its units need, nor wastes more than one unit a part", () => {
    const characters = fc.constantFrom("a", "€", "é", "á", "🙂");
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 700 }), (chosen) => {
        const { encoding, units, parts, left } = segmentsOf(chosen.join(""));
        const size = encoding === "GSM-7" ? 153 : 67;
        if (parts < 2) return;
        const room = parts * size - left;
        expect(room).toBeGreaterThanOrEqual(units);
        expect(room - units).toBeLessThan(parts);
      }),
    );
  });
});

test.each([
  ["sáb 9:00", "sab 9:00"],
  ["hora del Pacífico", "hora del Pacifico"],
  ["mié", "mié"],
  ["9:00\u202fAM", "9:00 AM"],
  ["Mon\t9:00", "Mon 9:00"],
  ["‘closed’ ‚now‘, as I´d say `today`", "'closed' 'now', as I'd say 'today'"],
  ["“closed” „now“ «today»", '"closed" "now" "today"'],
  ["9–17, Mon—Fri, full‑time…", "9-17, Mon-Fri, full-time..."],
  ["• one", "- one"],
  ["½ day", "½ day"],
  ["🙂", "🙂"],
])("%s is written %s in a text message", (text, plain) => {
  expect(inAlphabet(text)).toBe(plain);
});
