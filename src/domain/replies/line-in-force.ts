import { regions, type Region } from "../policy/policy.ts";
import type { Language } from "../policy/languages.ts";
import type { ReplyForm } from "../policy/templates.ts";
import type { ReplyWords } from "./words.ts";

/**
 * The text with the emergency line of `region` where it has that of another one: while a reply waited for the network, the
 * practice may have moved (promise 3). A text without any of these lines comes back unchanged.
 */
export function withLineInForce(
  text: string,
  region: Region,
  words: Readonly<Record<Language, ReplyWords>>,
  form: ReplyForm,
): string {
  const lines = Object.values(words).flatMap(({ emergency }) =>
    regions.map((one) => ({ written: emergency[one][form], inForce: emergency[region][form] })),
  );
  // The longest, because one region's line may begin as another's.
  const [line] = lines
    .filter(({ written }) => text.includes(written))
    .toSorted((one, other) => other.written.length - one.written.length);
  return line === undefined ? text : text.replace(line.written, () => line.inForce);
}
