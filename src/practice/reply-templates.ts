import { availabilityOf } from "../domain/availability/open-spans.ts";
import { nextOpening } from "../domain/availability/opening.ts";
import { languages, type Policy } from "../domain/policy/policy.ts";
import {
  replyForms,
  type ReplyReason,
  replyReasons,
  type ReplyVariable,
  replyVariables,
  type Template,
} from "../domain/policy/templates.ts";
import {
  compose,
  type Composition,
  emergencyLine,
  languageOfPractice,
  leading,
  neutral,
  ownTemplate,
} from "../domain/replies/compose.ts";
import { lint, type LintFinding } from "../domain/replies/lint.ts";
import { inAlphabet, segmentsOf } from "../domain/replies/segments.ts";
import { day, type Instant } from "../domain/time/instant.ts";
import { dateAt, instantOfWall } from "../domain/time/practice-zone.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { type Outcome, refused } from "./outcome.ts";
import type { PolicyService } from "./policy-services.ts";
import type { TemplatePreview } from "./reply-views.ts";
import type { PolicyChangeView } from "./policy-views.ts";
import { emergencies, regionNames } from "./words.ts";

type ReplyTemplates = Pick<PolicyService, "replyTemplates" | "templatePreview" | "setTemplate" | "clearTemplate">;
type Change = (alter: (policy: Policy) => Policy) => Outcome<PolicyChangeView>;

/** The wordings of automatic replies: which there are, how one would read, and changing them. */
export function replyTemplates({ db, clock, words }: PracticeContext, change: Change): ReplyTemplates {
  return {
    replyTemplates() {
      const { policy } = currentPolicy(db);
      return {
        replies: policy.replies,
        language: languageOfPractice(policy),
        templates: languages.flatMap((language) =>
          replyForms.flatMap((form) =>
            replyReasons.map((reason) => ({
              reason,
              language,
              form,
              shipped: words[language].templates[reason][form],
              own: ownTemplate(policy, reason, language, form),
              variables: variablesFor(policy, reason),
              emergencyFirst: leading.has(reason),
            })),
          ),
        ),
      };
    },
    templatePreview: (template) => preview(words, currentPolicy(db).policy, template, clock.now()),
    setTemplate(template) {
      const text = template.text.replaceAll("\r\n", "\n").trim();
      const { policy } = currentPolicy(db);
      const worst = preview(words, policy, { ...template, text }, clock.now()).findings.find(
        ({ severity }) => severity === "error",
      );
      if (worst !== undefined) return refused(worst.sentence, "text");
      const isShipped = text === words[template.language].templates[template.reason][template.form];
      return change((before) => ({
        ...before,
        templates: isShipped ? others(before, template) : [...others(before, template), { ...template, text }],
      }));
    },
    clearTemplate(place) {
      const { policy } = currentPolicy(db);
      return ownTemplate(policy, place.reason, place.language, place.form) === null
        ? refused("This reply has the shipped wording already.")
        : change((before) => ({ ...before, templates: others(before, place) }));
    },
  };
}

type Place = Omit<Template, "text">;

const others = ({ templates }: Policy, place: Place): readonly Template[] =>
  templates.filter(
    ({ reason, language, form }) => reason !== place.reason || language !== place.language || form !== place.form,
  );

/** What can have a value in a reply; the rest would only leave its sentence out. */
const variablesFor = ({ replies }: Policy, reason: ReplyReason): readonly ReplyVariable[] =>
  replyVariables.filter((name) => {
    if (name === "emergency") return !leading.has(reason);
    if (name === "nextSession" && !replies.nextSession) return false;
    return !neutral.has(reason) || name === "nextOpening";
  });

function preview(words: PracticeContext["words"], policy: Policy, template: Template, now: Instant): TemplatePreview {
  const { reason, language, form, text } = template;
  const { example, facts } = exampleFor(policy, reason, now);
  const drafted: Policy = { ...policy, templates: [...others(policy, template), template] };
  const composed = compose({ ...facts, reason, form, language, policy: drafted, words: words[language] });
  const today = dateAt(availabilityOf(policy), now);
  const findings: readonly LintFinding[] = lint(text, reason, language, form, {
    region: policy.practice.region,
    coverSet: policy.closures.some(
      ({ kind, cover, lastDate }) => kind === "vacation" && cover !== null && lastDate >= today,
    ),
    nextSession: policy.replies.nextSession,
    composed: composed.text,
    emergencies,
    regionNames,
  });
  const plain = inAlphabet(text);
  return {
    ...composed,
    emergencyLine: emergencyLine(policy, form, words[language]),
    segments: form === "text" ? segmentsOf(composed.text) : null,
    findings,
    plain: form === "mail" || plain === text ? null : plain,
    example,
  };
}

type Facts = Pick<Composition, "now" | "readFrom" | "firstName" | "nextSession" | "cover" | "clientZone">;

/**
 * Sam, who is nobody's client, writes now; about a holiday or vacation at noon of the next one. Without a vacation in the
 * calendar it is two weeks long, and an invented colleague covers.
 */
function exampleFor(
  policy: Policy,
  reason: ReplyReason,
  now: Instant,
): { readonly example: TemplatePreview["example"]; readonly facts: Facts } {
  const availability = availabilityOf(policy);
  const closure = nextClosure(policy, reason, dateAt(availability, now));
  const writesAt = closure === null ? now : Math.max(now, instantOfWall(availability, `${closure.firstDate}T12:00`));
  const invented = reason === "vacation" && closure === null;
  const readFrom = nextOpening(availability, invented ? writesAt + 14 * day : writesAt);
  const clientName = "Sam";
  return {
    example: { clientName, writesAt, coverIsInvented: invented },
    facts: {
      now: writesAt,
      readFrom,
      firstName: clientName,
      nextSession: policy.replies.nextSession ? (readFrom ?? writesAt) + day : null,
      cover: invented ? { name: "Dr. Lee", phone: "555-0100" } : (closure?.cover ?? null),
      clientZone: null,
    },
  };
}

function nextClosure({ closures, holidays }: Policy, reason: ReplyReason, today: string) {
  if (reason !== "vacation" && reason !== "holiday") return null;
  const regional = holidays.days
    .filter(({ rule }) => reason === "holiday" && rule === "closed")
    .map(({ date }) => ({ firstDate: date, lastDate: date, cover: null }));
  const [next] = [...closures.filter(({ kind }) => kind === reason), ...regional]
    .filter(({ lastDate }) => lastDate >= today)
    .toSorted((one, other) => one.firstDate.localeCompare(other.firstDate));
  return next ?? null;
}
