/** A sign that vanishes: what stands before and after it is one word. */
export const vanishes = -1;
/** A sign that separates words. */
export const separates = 0;

const codeOf = (sign: string): number => sign.codePointAt(0) ?? separates;
const codesOf = (signs: string): readonly number[] => Array.from(signs, codeOf);

const a = codeOf("a");
const z = codeOf("z");
const zero = codeOf("0");
const nine = codeOf("9");
const dollar = codeOf("$");
const at = codeOf("@");

/** The letters a digit or another sign may stand for in disguised spelling ("su1c1d3", "k!ll"). */
const letterReadings: ReadonlyMap<number, readonly number[]> = new Map(
  Object.entries({
    "0": "o",
    "1": "il",
    "3": "e",
    "4": "a",
    "5": "s",
    "6": "gb",
    "7": "t",
    "8": "b",
    "9": "g",
    "@": "a",
    $: "s",
    "!": "il",
    "¡": "i",
    "|": "il",
    "€": "e",
    "£": "l",
    "¢": "c",
  }).map(([sign, letters]) => [codeOf(sign), codesOf(letters)]),
);

/** Signs that may stand in the place of any letter ("k*ll", "s#icide"). */
const masks: ReadonlySet<number> = new Set(codesOf("*#%•●"));

/**
 * Letters that look like a Latin one and that compatibility decomposition (Unicode NFKD) leaves as they are. Full-width,
 * circled and mathematical letters are decomposed and need no line here.
 */
const lookalikes: ReadonlyMap<number, number> = new Map(
  (
    [
      // Cyrillic.
      ["абвсԁеғһіӏјкмнорԛѕтуѵԝхг", "abbcdefhiljkmhopqstyvwxr"],
      ["АВСԀЕНІӀЈКМОРԚЅТУѴԜХ", "abcdehiljkmopqstyvwx"],
      // Greek.
      ["αβγδεηικνορστυχω", "abydenikvopotuxw"],
      ["ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abezhikmnoptyx"],
      // Armenian, phonetic and small capitals, crossed and dotless letters.
      ["ոսօһցɑɡɩıɪƖǀ", "nuohgagiiill"],
      ["ᴀʙᴄᴅᴇꜰɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghjklmnoprstuvwyz"],
      ["øØłŁđĐðÐħĦƒŧŦßþÞæÆœŒ", "oollddddhhfttsppaaoo"],
    ] as const
  ).flatMap(([signs, letters]) => {
    const latin = codesOf(letters);
    return codesOf(signs).map((sign, index): [number, number] => [sign, latin[index] ?? sign]);
  }),
);

/** Letters in black circles and squares and flag letters, which have no decomposition: A to Z from these code points on. */
const emblems = [0x1f1e6, 0x1f150, 0x1f170];

const pictograph = /\p{Extended_Pictographic}/u;
const letterOrNumber = /[\p{L}\p{N}]/u;
/** Marks, format signs (zero width, soft hyphen), fillers, skin tones. */
const invisible = /[\p{M}\p{Cf}\p{Emoji_Modifier}\u115F\u1160\u3164\uFFA0]/u;
const apostrophe = /['’‘`´ʼ′＇]/u;

/**
 * A code point of NFKD text as phrase matching sees it: a lower-case Latin letter where it looks like one, `vanishes`,
 * `separates`, or itself (digits, disguises, masks, pictographs, letters of other scripts).
 */
function classify(code: number): number {
  const sign = String.fromCodePoint(code);
  if (apostrophe.test(sign)) return vanishes;
  if (letterReadings.has(code) || masks.has(code)) return code;
  const latin = lookalikes.get(code) ?? lookalikes.get(codeOf(sign.toLowerCase()));
  if (latin !== undefined) return latin;
  for (const first of emblems) if (code >= first && code < first + 26) return a + code - first;
  if (invisible.test(sign)) return vanishes;
  if (letterOrNumber.test(sign)) return codeOf(sign.toLowerCase());
  return pictograph.test(sign) ? code : separates;
}

const plain = Int32Array.from({ length: 128 }, (_none, code) => classify(code));

/** See `classify`; a table for the letters of most messages. */
export function symbolOf(code: number): number {
  if (code < 128) return plain[code] ?? separates;
  // Combining accents, by far the most frequent of the others.
  if (code >= 0x300 && code < 0x370) return vanishes;
  return classify(code);
}

export const isDigit = (code: number): boolean => code >= zero && code <= nine;

/** A sign that is either read as a letter or passed over. */
export const isOptional = (code: number): boolean =>
  !(code >= a && code <= z) &&
  !isDigit(code) &&
  (letterReadings.has(code) || masks.has(code) || pictograph.test(String.fromCodePoint(code)));

const isPictograph = (code: number): boolean => code > 0xff && pictograph.test(String.fromCodePoint(code));

export const isMask = (code: number): boolean => masks.has(code);

const none: readonly number[] = [];
export const lettersFor = (code: number): readonly number[] => letterReadings.get(code) ?? none;

/** How a sign inside a phrase of the list is meant: "a$$" is spelled with letters, a full stop or a star is not one. */
export function spelled(code: number): number | null {
  if (code === dollar || code === at) return letterReadings.get(code)?.[0] ?? null;
  return isOptional(code) && !isPictograph(code) ? null : code;
}
