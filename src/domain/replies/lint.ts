import { type Language, type Region, regions } from "../policy/policy.ts";
import {
  bracedNames,
  type ReplyForm,
  type ReplyReason,
  type ReplyVariable,
  templateFaults,
} from "../policy/templates.ts";
import { heldReasons, leading, neutral } from "./compose.ts";
import {
  claim,
  clinical,
  folded,
  keywordAsked,
  keywordInCapitals,
  promise,
  reasonForAbsence,
  telephoneNumber,
  toCall,
  zoneByHand,
} from "./lint-patterns.ts";
import { isInAlphabet, plainFor, segmentsOf } from "./segments.ts";
import { linesOf } from "./template.ts";

/** What is wrong with a wording (FIELD 4b, 4d, idea 16). An error keeps it from being saved. */
export interface LintFinding {
  readonly code:
    | "fault"
    | "foreign-number"
    | "claim"
    | "keyword"
    | "not-plain"
    | "parts"
    | "missing-opening"
    | "missing-cover"
    | "missing-practice"
    | "never-told"
    | "emergency-first"
    | "clinical"
    | "absence"
    | "promise"
    | "zone";
  readonly severity: "error" | "warning";
  readonly sentence: string;
}

/** The practice a wording is for. */
export interface LintSetting {
  readonly region: Region;
  /** Does any closure to come name a covering colleague? */
  readonly coverSet: boolean;
  /** May replies name the next session? */
  readonly nextSession: boolean;
  /** The reply as it would go out. */
  readonly composed: string;
  /** Emergency and crisis numbers by region, and what the regions are called. */
  readonly emergencies: Readonly<Record<Region, { readonly numbers: readonly string[] }>>;
  readonly regionNames: Readonly<Record<Region, string>>;
}

/** Everything to be said about a wording before it is saved, worst first. */
export function lint(
  template: string,
  reason: ReplyReason,
  language: Language,
  form: ReplyForm,
  setting: LintSetting,
): readonly LintFinding[] {
  const bare = template.replaceAll(bracedNames, " ");
  const plain = folded(bare);
  const asked = new Set(linesOf(template).flatMap((line) => line.flatMap(({ variables }) => variables ?? [])));
  return [
    ...templateFaults(template, form).map((sentence) => error("fault", sentence)),
    ...foreignNumbers(plain, setting),
    ...found(plain, claim[language]).map((said) =>
      error("claim", `“${said}” is not true: the app detects nothing and alerts nobody but you.`),
    ),
    ...keywords(bare, plain, reason),
    ...(form === "text" ? textFindings(template, setting) : []),
    ...missing(asked, reason, form, setting),
    ...neverTold(asked, reason, setting),
    ...found(plain, clinical[language]).map((said) =>
      warning("clinical", `“${said}” tells whoever sees it what kind of practice this is.`),
    ),
    ...(reason === "holiday" ? [] : found(plain, reasonForAbsence[language])).map((said) =>
      warning("absence", `“${said}” gives a reason for being away. When messages are read again is enough.`),
    ),
    ...found(plain, promise[language]).map((said) =>
      warning("promise", `“${said}” is a promise that an automatic reply cannot keep.`),
    ),
    ...found(bare, zoneByHand).map((said) =>
      warning("zone", `“${said}” is typed by hand. {nextOpening} names the zone that is right on that day.`),
    ),
  ];
}

const error = (code: LintFinding["code"], sentence: string): LintFinding => ({ code, severity: "error", sentence });
const warning = (code: LintFinding["code"], sentence: string): LintFinding => ({ code, severity: "warning", sentence });

/** Each match once. */
const found = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set(Array.from(text.matchAll(pattern), ([match]) => match)),
];

function foreignNumbers(plain: string, { region, emergencies, regionNames }: LintSetting): LintFinding[] {
  const digits = (number: string) => number.replaceAll(/\D/g, "");
  const own = new Set(emergencies[region].numbers.map(digits));
  const findings = new Map<string, LintFinding>();
  for (const match of plain.matchAll(telephoneNumber)) {
    const [written] = match;
    const number = digits(written);
    const elsewhere = regions.filter((other) => emergencies[other].numbers.some((one) => digits(one) === number));
    const isToCall = number.length > 4 || toCall.test(plain.slice(0, match.index));
    if (own.has(number) || elsewhere.length === 0 || !isToCall) continue;
    const places = elsewhere.map((other) => regionNames[other]).join(", ");
    findings.set(
      number,
      error(
        "foreign-number",
        `${written} helps in ${places}, not in ${regionNames[region]}. {emergency} names the right numbers.`,
      ),
    );
  }
  return [...findings.values()];
}

function keywords(bare: string, plain: string, reason: ReplyReason): LintFinding[] {
  const confirms = reason === "opt-out" || reason === "opt-in";
  const said = [...found(bare, keywordInCapitals), ...found(plain, keywordAsked)].map(
    (one) => one.toUpperCase().match(/\p{L}+$/u)?.[0] ?? one,
  );
  return [...new Set(said)]
    .filter((word) => !(confirms && word === "STOP"))
    .map((word) =>
      warning(
        "keyword",
        `Phone companies take ${word} for a command of their own. A client who writes it may be cut off, or joined, unknown to you.`,
      ),
    );
}

function textFindings(template: string, { composed }: LintSetting): LintFinding[] {
  const findings: LintFinding[] = [];
  const strange = [...new Set(Array.from(template.normalize("NFC")))].filter((one) => !isInAlphabet(one));
  if (strange.length > 0) {
    const named = strange.map((one) => {
      const plain = plainFor(one);
      const name = nameOf(one);
      return plain === "" ? name : `${name} (write ${plain === " " ? "a plain space" : plain})`;
    });
    findings.push(
      warning(
        "not-plain",
        `Not in the alphabet of plain text messages: ${named.join(", ")}. With it a part has room for 70 characters instead of 160.`,
      ),
    );
  }
  const { parts } = segmentsOf(composed);
  if (parts > 1) findings.push(warning("parts", `Goes out in ${parts} parts; some phones show them apart.`));
  return findings;
}

/** Marks that look almost like their plain sisters need a name to be told apart. */
function nameOf(character: string): string {
  if (character.trim() === "") return "a hard space";
  if ("‘’‚“”„".includes(character)) return `a curly quotation mark ${character}`;
  if ("–—‑".includes(character)) return `a long dash ${character}`;
  return `“${character}”`;
}

function missing(
  asked: ReadonlySet<ReplyVariable>,
  reason: ReplyReason,
  form: ReplyForm,
  { coverSet }: LintSetting,
): LintFinding[] {
  const findings: LintFinding[] = [];
  if (heldReasons.has(reason) && !neutral.has(reason) && !asked.has("nextOpening"))
    findings.push(warning("missing-opening", "It does not say when messages are read again: {nextOpening}."));
  if (reason === "vacation" && coverSet && !asked.has("cover"))
    findings.push(warning("missing-cover", "It does not say who covers: {cover}."));
  if (form === "text" && !neutral.has(reason) && !asked.has("practice"))
    findings.push(warning("missing-practice", "It does not say who answers: {practice}."));
  return findings;
}

function neverTold(
  asked: ReadonlySet<ReplyVariable>,
  reason: ReplyReason,
  { nextSession }: LintSetting,
): LintFinding[] {
  const findings: LintFinding[] = [];
  const notToStrangers = (["practice", "firstName", "cover", "nextSession"] as const).filter((name) => asked.has(name));
  if (neutral.has(reason))
    for (const name of notToStrangers)
      findings.push(warning("never-told", `{${name}} is never told to unknown senders; its sentence is left out.`));
  else if (asked.has("nextSession") && !nextSession)
    findings.push(warning("never-told", "{nextSession} is switched off; its sentence is left out."));
  if (leading.has(reason) && asked.has("emergency"))
    findings.push(
      warning("emergency-first", "The emergency line comes first here; the sentence with {emergency} is left out."),
    );
  return findings;
}
