import { type Policy, policySchema } from "../../../src/domain/policy/policy.ts";
import { defaultLogisticsPhrases, defaultSafetyPhrases } from "../../../src/practice/words.ts";
import type { Context } from "./format.ts";
import { replyReasonsByWords } from "./words.ts";
import { instantOf } from "./wall-times.ts";

const defaultZone = "America/New_York";

/** The zone in which a situation's times are written. */
export const zoneOf = (context: Context): string => context.practice?.zone ?? defaultZone;

/** The policy that a situation describes; what it does not say is as after the first run. Throws a ZodError. */
export function policyOf(context: Context): Policy {
  const { practice, gate, replies } = context;
  const [region, language] = [practice?.region ?? "US", practice?.language ?? "en"];
  const weeks = context["alternating weeks"];
  return policySchema.parse({
    practice: { name: practice?.name ?? "Dr. Kim", zone: zoneOf(context), locale: `${language}-${region}`, region },
    messageHours: context["message hours"],
    alternation: weeks === undefined ? null : { anchor: weeks["week A holds"], further: weeks["further weeks"] },
    seasons: context.seasons?.map(({ dates, hours }, index) => ({ id: `season ${index}`, label: "", ...dates, hours })),
    holidays: {
      area: null,
      knownThrough: 2028,
      days: (context["public holidays"] ?? []).map(({ on, called, hours }) => ({
        date: on,
        name: called,
        rule: hours === "as usual" ? hours.replace(" ", "-") : hours.length === 0 ? "closed" : "shortened",
        windows: hours === "as usual" ? [] : hours,
      })),
    },
    travel: (context.travel ?? []).map(({ zone, dates }, index) => ({ id: `trip ${index}`, zone, ...dates })),
    closures: (context.closures ?? []).map((closure, index) => ({
      id: `closure ${index}`,
      label: "",
      ...kindAndDates(closure),
      windows: closure.hours ?? [],
      cover: closure.cover ?? null,
    })),
    clientHours: Object.entries(context["agreed hours"] ?? {}).map(([clientId, agreed]) => ({
      clientId,
      reason: "Phone coaching",
      hours: agreed.hours,
      firstDate: agreed.from ?? "2026-01-01",
      lastDate: agreed.until ?? null,
      reviewDate: agreed["review on"] ?? null,
      weeklyLimit: agreed["at most a week"] ?? null,
      suspendedUntil:
        agreed["suspended until"] === undefined ? null : instantOf(agreed["suspended until"], zoneOf(context)),
    })),
    gate: gateOf(gate),
    replies: {
      toClients: replies?.["to clients"] ?? true,
      toUnknownSenders: replies?.["to unknown senders"] ?? false,
      staleAfter: replies?.["stale after minutes"] ?? 60,
      mostPerSenderPerHour: replies?.["most to one sender an hour"] ?? 3,
      mostPerDay: replies?.["most a day"] ?? 200,
      unknownSenderDays: replies?.["days between replies to an unknown sender"] ?? 7,
      nextSession: replies?.["name the next session"] ?? false,
      shortestWindow: replies?.["shortest opening named"] ?? 15,
    },
    templates: (context["own wordings"] ?? []).map(({ for: reply, in: language_ = "en", as, says }) => ({
      reason: Object.entries(replyReasonsByWords).find(([name]) => name === reply)?.[1],
      language: language_,
      form: as === "text message" ? "text" : "mail",
      text: says,
    })),
  });
}

function gateOf(gate: Context["gate"] = {}) {
  const near = gate["near session"] ?? "off";
  const batch = gate.batch ?? "off";
  const repeated = gate["repeated contact"] ?? { messages: 3, minutes: 15 };
  const phrases = gate["safety phrases"] ?? "shipped";
  return {
    safetyPhrases: phrases === "shipped" ? defaultSafetyPhrases : phrases,
    repeatedContact: repeated === "off" ? { on: false, messages: 3, minutes: 15 } : { on: true, ...repeated },
    nearSession:
      near === "off"
        ? { on: false, hours: 2, phrases: defaultLogisticsPhrases }
        : { on: true, hours: near.hours, phrases: near.phrases ?? defaultLogisticsPhrases },
    bufferBefore: gate["buffer before"] ?? 0,
    bufferAfter: gate["buffer after"] ?? 5,
    batch: batch === "off" ? { on: false, minutes: 30 } : { on: true, ...batch },
  };
}

function kindAndDates(closure: NonNullable<Context["closures"]>[number]) {
  if (closure.vacation !== undefined) return { kind: "vacation", ...closure.vacation };
  if (closure["day off"] !== undefined) return { kind: "day-off", ...closure["day off"] };
  if (closure.holiday !== undefined) return { kind: "holiday", ...closure.holiday };
  return { kind: "changed-hours", ...closure["changed hours"] };
}
