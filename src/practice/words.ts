import { z } from "zod";
import regionalEmergencies from "../../resources/regions/emergency.json" with { type: "json" };
import namesOfRegions from "../../resources/regions/names.json" with { type: "json" };
import logisticsPhrases from "../../resources/phrases/logistics.json" with { type: "json" };
import safetyPhrases from "../../resources/phrases/safety.json" with { type: "json" };
import english from "../../resources/replies/en.json" with { type: "json" };
import spanish from "../../resources/replies/es.json" with { type: "json" };
import { type Language, languages, type Region, regions } from "../domain/policy/policy.ts";
import { emergenciesSchema, type ReplyWords, replyWordsOf } from "../domain/replies/words.ts";

/** Whom to call in an emergency, by region, checked once when the app starts. */
export const emergencies = emergenciesSchema.parse(regionalEmergencies);

/** The words of automatic replies, checked once when the app starts. */
export const replyWords: Readonly<Record<Language, ReplyWords>> = {
  en: replyWordsOf(english, emergencies, "en"),
  es: replyWordsOf(spanish, emergencies, "es"),
};

const phraseList = z.array(z.string());
const phrasesOfLanguage = z.strictObject({
  crisis: phraseList,
  goodbye: phraseList,
  danger: phraseList,
  means: phraseList,
});
const shipped = z
  .strictObject({ en: phrasesOfLanguage, es: phrasesOfLanguage, emoji: phraseList })
  .parse(safetyPhrases);

const safetyPhraseKinds = ["crisis", "danger", "goodbye", "means", "emoji"] as const;
type SafetyPhraseKind = (typeof safetyPhraseKinds)[number];

/** The shipped safety phrases by what they are about. */
export const safetyPhrasesOfKind: Readonly<Record<SafetyPhraseKind, readonly string[]>> = {
  crisis: inEveryLanguage("crisis"),
  danger: inEveryLanguage("danger"),
  goodbye: inEveryLanguage("goodbye"),
  means: inEveryLanguage("means"),
  emoji: shipped.emoji,
};

function inEveryLanguage(kind: Exclude<SafetyPhraseKind, "emoji">): readonly string[] {
  return languages.flatMap((one) => shipped[one][kind]);
}

/**
 * The phrases a new practice begins with. The gravest come first: a verdict names the first one that was found. How they
 * are kept and matched: docs/safety-phrases.md.
 */
export const defaultSafetyPhrases: readonly string[] = safetyPhraseKinds.flatMap((kind) => safetyPhrasesOfKind[kind]);

/** What clients write about the session that is about to begin. */
export const defaultLogisticsPhrases: readonly string[] = z.array(z.string()).parse(logisticsPhrases);

export const regionNames = z.record(z.enum(regions), z.string()).parse(namesOfRegions);

/** The regions whose emergency numbers ship with the app, with the line each of them puts into replies. */
export const regionChoices: readonly { region: Region; name: string; emergencyLine: string }[] = regions.map(
  (region) => ({
    region,
    name: regionNames[region],
    emergencyLine: emergencies[region].lines.en.mail,
  }),
);
