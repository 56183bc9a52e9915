import fc from "fast-check";
import type { SendOutcome } from "../../../src/channels/channel.ts";
import { day, hour, minute } from "../../../src/domain/time/instant.ts";
import type { mail } from "../../builders/mail.ts";

/*
 * Anything that can happen in the life of a practice, in any order. The client Maya has two addresses, the client Jo has
 * one and reads Spanish; a stranger writes, and so do programs.
 */

export const senders = ["maya@example.org", "maya@work.example", "jo@example.org", "stranger@example.com"] as const;

/** What says by its words alone that it must never wait. */
export const neverHeld = ["I want to die", "help", "Quiero morir"] as const;

export const texts = [
  ...neverHeld,
  "Could we move it?",
  "I am running late",
  "See you",
  "I feel low tonight",
  "STOP",
  "START",
  "Cancel",
] as const;

/** What programs send, by the names that the field gives to it; none of it is ever answered. */
export const byPrograms: Readonly<Record<string, Parameters<typeof mail>[0]>> = {
  "a vacation responder": { headers: { "Auto-Submitted": "auto-replied" } },
  "a mailing list": { headers: { "List-Id": "<news.example.org>" } },
  "bulk mail": { headers: { Precedence: "bulk" } },
  "a report of a mail server": { returnPath: null },
  "a machine": { sender: "no-reply@shop.example" },
};

export const outcomes: readonly SendOutcome[] = [
  { kind: "sent" },
  { kind: "try-again", fault: { code: "unreachable", sentence: "The server cannot be reached." } },
  { kind: "failed", fault: { code: "rejected", sentence: "The server refuses." } },
  { kind: "unconfirmed", fault: { code: "unreachable", sentence: "The connection broke." } },
];

/** A therapist who uses everything there is: near sessions, bursts, batches, hours agreed with Maya, a session soon. */
export const everythingInUse: readonly Event[] = [
  { kind: "gate", near: true, all: true, burst: true, batch: true },
  { kind: "agree", limit: 2 },
  { kind: "session", inMinutes: 90, weekly: true },
];

/** One thing that happens. */
export type Event =
  | {
      readonly kind: "mail";
      readonly sender: (typeof senders)[number];
      readonly text: (typeof texts)[number];
      readonly unreadable: boolean;
      readonly late: number;
    }
  | { readonly kind: "program"; readonly what: string; readonly text: (typeof texts)[number] }
  | { readonly kind: "again"; readonly which: number }
  | { readonly kind: "clock"; readonly by: number }
  | { readonly kind: "hours"; readonly saturday: boolean; readonly evening: boolean }
  | { readonly kind: "vacation"; readonly days: number }
  | { readonly kind: "restore"; readonly version: number }
  | {
      readonly kind: "gate";
      readonly near: boolean;
      readonly all: boolean;
      readonly burst: boolean;
      readonly batch: boolean;
    }
  | { readonly kind: "strangers"; readonly answered: boolean }
  | { readonly kind: "region"; readonly region: "US" | "GB" }
  | { readonly kind: "wording"; readonly text: string }
  | { readonly kind: "agree"; readonly limit: number | null }
  | { readonly kind: "session"; readonly inMinutes: number; readonly weekly: boolean }
  | { readonly kind: "cancel" }
  | { readonly kind: "do-not-disturb"; readonly hours: number }
  | { readonly kind: "disturb" }
  | { readonly kind: "client"; readonly urgent: boolean; readonly optedOut: boolean }
  | { readonly kind: "block" }
  | { readonly kind: "unblock" }
  | { readonly kind: "surface" }
  | { readonly kind: "by-hand"; readonly atOpening: boolean }
  | { readonly kind: "take-back" }
  | { readonly kind: "sending"; readonly outcome: number }
  | { readonly kind: "restart" }
  | { readonly kind: "crash" };

const is = <Kind extends Event["kind"]>(kind: Kind) => fc.constant(kind);
const often = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary });

export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  often(
    9,
    fc.record({
      kind: is("mail"),
      sender: fc.constantFrom(...senders),
      text: fc.constantFrom(...texts),
      unreadable: fc.nat(9).map((one) => one === 0),
      late: fc.constantFrom(0, 0, 0, 5, 90, 3000),
    }),
  ),
  often(
    2,
    fc.record({
      kind: is("program"),
      what: fc.constantFrom(...Object.keys(byPrograms)),
      text: fc.constantFrom(...texts),
    }),
  ),
  often(2, fc.record({ kind: is("again"), which: fc.nat(5) })),
  often(
    6,
    fc.record({
      kind: is("clock"),
      by: fc.constantFrom(minute, 5 * minute, 50 * minute, 3 * hour, 11 * hour, 11 * hour, day, 3 * day, -hour, -day),
    }),
  ),
  fc.record({ kind: is("hours"), saturday: fc.boolean(), evening: fc.boolean() }),
  fc.record({ kind: is("vacation"), days: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ kind: is("restore"), version: fc.integer({ min: 1, max: 4 }) }),
  often(
    2,
    fc.record({
      kind: is("gate"),
      near: fc.boolean(),
      all: fc.boolean(),
      burst: fc.boolean(),
      batch: fc.boolean(),
    }),
  ),
  fc.record({ kind: is("strangers"), answered: fc.boolean() }),
  fc.record({ kind: is("region"), region: fc.constantFrom("US" as const, "GB" as const) }),
  fc.record({ kind: is("wording"), text: fc.constantFrom("Away.", "Back {nextOpening}.", "{emergency} I am away.") }),
  fc.record({ kind: is("agree"), limit: fc.constantFrom(null, 1, 2) }),
  often(
    3,
    fc.record({ kind: is("session"), inMinutes: fc.constantFrom(-20, 10, 90, 660, 1380), weekly: fc.boolean() }),
  ),
  fc.record({ kind: is("cancel") }),
  fc.record({ kind: is("do-not-disturb"), hours: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: is("disturb") }),
  fc.record({ kind: is("client"), urgent: fc.boolean(), optedOut: fc.boolean() }),
  fc.record({ kind: is("block") }),
  fc.record({ kind: is("unblock") }),
  fc.record({ kind: is("surface") }),
  often(2, fc.record({ kind: is("by-hand"), atOpening: fc.boolean() })),
  fc.record({ kind: is("take-back") }),
  often(2, fc.record({ kind: is("sending"), outcome: fc.nat(outcomes.length - 1) })),
  fc.record({ kind: is("restart") }),
  fc.record({ kind: is("crash") }),
);
