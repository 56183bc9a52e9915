/** How hard a passphrase is to guess, in one word and one sentence. */
export interface Strength {
  readonly word: "Too short" | "Weak" | "Fair" | "Strong";
  readonly advice: string;
}

const wellKnown = /password|passwort|qwert|asdf|letmein|welcome|iloveyou|12345|abcde|11111|therapy/i;

/* A rough count of bits: long beats odd. Repeated letters and well-known runs count for little. */
function bits(passphrase: string): number {
  const words = passphrase
    .trim()
    .split(/[\s\-_.]+/)
    .filter((word) => word.length > 2);
  const varied = new Set(passphrase.toLowerCase()).size;
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((one) => one.test(passphrase)).length;
  const byLetters = Math.min(passphrase.length, varied * 1.5) * (2.2 + classes * 0.5);
  const byWords = new Set(words).size * 12;
  const estimate = words.length >= 3 ? Math.max(byWords, Math.min(byLetters, byWords + 14)) : byLetters;
  return wellKnown.test(passphrase) ? estimate * 0.5 : estimate;
}

/** Judges a passphrase; `null` while nothing is typed. Advice only: the least length is what the app insists on. */
export function strengthOf(passphrase: string): Strength | null {
  if (passphrase === "") return null;
  if (passphrase.length < 12)
    return { word: "Too short", advice: `At least twelve characters, ${12 - passphrase.length} more.` };
  const estimate = bits(passphrase);
  if (estimate < 36)
    return {
      word: "Weak",
      advice: "Easy to guess. Four or five plain words that have nothing to do with each other are better.",
    };
  if (estimate < 50) return { word: "Fair", advice: "Good enough. One more word makes it strong." };
  return { word: "Strong", advice: "Hard to guess." };
}
