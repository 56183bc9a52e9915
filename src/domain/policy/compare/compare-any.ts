import { added, changed, type PolicyChange, removed } from "./policy-change.ts";

/** Are two values of JSON the same, whatever the order of their keys? */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => isSame(one[key], other[key]));
}

/** The differences of two values nobody has words for, by the names of their fields. */
export function compareAny(path: string, subject: string, before: unknown, after: unknown): PolicyChange[] {
  if (isSame(before, after)) return [];
  if (before === undefined) return [added(path, subject, plainWords(after))];
  if (after === undefined) return [removed(path, subject, plainWords(before))];
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      compareAny(`${path}.${key}`, `${subject}, ${wordsOfName(key).toLowerCase()}`, before[key], after[key]),
    );
  }
  return [changed(path, subject, plainWords(before), plainWords(after))];
}

/** The name of a field as words: `mostPerDay` is "Most per day". */
export function wordsOfName(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

const longest = 200;

function plainWords(value: unknown): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (typeof value === "string") return value === "" ? "nothing" : shortened(value);
  return shortened(JSON.stringify(value));
}

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
