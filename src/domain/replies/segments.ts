/**
 * Text messages as the network counts them (3GPP TS 23.038 and 23.040): 160 units of GSM-7 or 70 of UCS-2 in one message;
 * in a longer one 153 or 67 in each part, the rest being the header that joins them.
 */
export interface Segments {
  readonly encoding: "GSM-7" | "UCS-2";
  /** Septets in GSM-7, UTF-16 units in UCS-2; what was left empty at the end of a part is not counted. */
  readonly units: number;
  /** Messages the network sends and bills; 0 for an empty text. */
  readonly parts: number;
  /** Units that still fit without another part. */
  readonly left: number;
}

const alphabet = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Written as an escape and a second septet. */
const extension = new Set("\f^{}\\[~]|€");

const sizes = {
  "GSM-7": { single: 160, part: 153 },
  "UCS-2": { single: 70, part: 67 },
} as const;

/** Can plain text messages write this character? One that they cannot makes the whole text UCS-2. */
export const isInAlphabet = (character: string): boolean => alphabet.has(character) || extension.has(character);

/** How a text would be sent. An escape pair and a surrogate pair stay together in one part. */
export function segmentsOf(text: string): Segments {
  const characters = Array.from(text);
  const encoding = characters.every(isInAlphabet) ? "GSM-7" : "UCS-2";
  const cost = (character: string) => (encoding === "UCS-2" ? character.length : Number(extension.has(character)) + 1);
  const units = characters.reduce((sum, character) => sum + cost(character), 0);
  const { single, part } = sizes[encoding];
  if (units <= single) return { encoding, units, parts: Math.min(units, 1), left: single - units };
  let parts = 1;
  let used = 0;
  for (const character of characters) {
    const more = cost(character);
    if (used + more > part) {
      parts += 1;
      used = 0;
    }
    used += more;
  }
  return { encoding, units, parts, left: part - used };
}

const plainMarks: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "…": "...",
  "•": "-",
  "´": "'",
  "`": "'",
};

/** What a plain text message can write for a character; empty where there is nothing like it, as for an emoji. */
export function plainFor(character: string): string {
  if (isInAlphabet(character)) return character;
  if (/\s/.test(character)) return " ";
  const letters = plainMarks[character] ?? character.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return Array.from(letters).every(isInAlphabet) ? letters : "";
}

/** The text with what plain text messages can write: "sáb" becomes "sab". What they have nothing like stays. */
export function inAlphabet(text: string): string {
  return Array.from(text.normalize("NFC"), (character) => plainFor(character) || character).join("");
}
