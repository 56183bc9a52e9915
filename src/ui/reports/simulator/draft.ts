import { hashKey } from "@tanstack/react-query";
import type { Inputs, Outputs } from "../../data/api.ts";
import type { Gate } from "../../gate/useGate.ts";
import { addDays } from "../../time/dates.ts";

export type Simulation = NonNullable<Outputs["simulator"]["latest"]>;

type Drafted = Inputs["simulator"]["begin"]["draft"];

/** A policy that is being thought about. */
export type Draft = Omit<Drafted, "replies"> & { readonly replies: Basis["replies"] | null };

/** The days on whose messages a draft is tried, both included. */
export type Period = Simulation["period"];

export type Basis = Extract<Outputs["simulator"]["basis"], { ok: true }>["value"];
export type SimulationResult = NonNullable<Simulation["result"]>;
export type Difference = SimulationResult["counts"][number]["difference"];

/** Nothing is altered yet. */
export const noDraft: Draft = { from: null, weeks: null, gate: {}, replies: null };

/** The settings of the gate with what the draft alters in them. */
export const alteredGate = (gate: Gate, altered: Draft["gate"]): Gate => ({
  safetyPhrases: altered.safetyPhrases ?? gate.safetyPhrases,
  safetyRepeat: altered.safetyRepeat ?? gate.safetyRepeat,
  repeatedContact: altered.repeatedContact ?? gate.repeatedContact,
  nearSession: altered.nearSession ?? gate.nearSession,
  bufferBefore: altered.bufferBefore ?? gate.bufferBefore,
  bufferAfter: altered.bufferAfter ?? gate.bufferAfter,
  batch: altered.batch ?? gate.batch,
});

/** The last `days` days, today included. */
export const lastDays = (days: number, today: string): Period => ({
  firstDate: addDays(today, 1 - days),
  lastDate: today,
});

/** Do two drafts, or two periods, say the same? The order in which their parts were altered does not matter. */
export const isSame = (one: Draft | Period, other: Draft | Period): boolean => hashKey([one]) === hashKey([other]);
