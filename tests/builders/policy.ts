import type { GateFacts, GateMessage } from "../../src/domain/gate/facts.ts";
import type { ClientHours } from "../../src/domain/policy/client-hours.ts";
import type { Closure, WeeklyHours } from "../../src/domain/policy/hours.ts";
import { type Policy, policySchema } from "../../src/domain/policy/policy.ts";
import { defaultSafetyPhrases } from "../../src/practice/words.ts";
import { weekdaysNineToFive } from "./values.ts";

export { weekdaysNineToFive } from "./values.ts";

/** Dr. Kim in New York, Monday to Friday from 9 to 17; what a test does not say is as at the first run. */
export function policyWith(
  said: {
    messageHours?: WeeklyHours;
    closures?: readonly Closure[];
    zone?: string;
    clientHours?: Policy["clientHours"];
    replies?: Partial<Policy["replies"]>;
    gate?: Partial<Policy["gate"]>;
  } = {},
): Policy {
  return policySchema.parse({
    practice: { name: "Dr. Kim", zone: said.zone ?? "America/New_York", locale: "en-US", region: "US" },
    messageHours: said.messageHours ?? weekdaysNineToFive,
    closures: said.closures ?? [],
    clientHours: said.clientHours ?? [],
    gate: { safetyPhrases: defaultSafetyPhrases, bufferBefore: 0, bufferAfter: 5, ...said.gate },
    replies: {
      toClients: true,
      toUnknownSenders: false,
      staleAfter: 60,
      mostPerSenderPerHour: 3,
      mostPerDay: 200,
      unknownSenderDays: 7,
      ...said.replies,
    },
  });
}

const noHours: WeeklyHours = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };

/** Hours agreed with a client from September 2026 on, without an end or a limit. */
export function agreedWith(
  clientId: string,
  hours: Partial<WeeklyHours>,
  said: Partial<Omit<ClientHours, "clientId" | "hours">> = {},
): ClientHours {
  return {
    clientId,
    reason: "Phone coaching",
    hours: { ...noHours, ...hours },
    firstDate: "2026-09-01",
    lastDate: null,
    reviewDate: null,
    weeklyLimit: null,
    suspendedUntil: null,
    ...said,
  };
}

/** An ordinary moment: nobody in session, nothing switched on. */
export function factsAt(
  now: string,
  said: {
    sessions?: readonly (readonly [string, string])[];
    doNotDisturb?: readonly [string, string];
    urgentClient?: boolean;
    clientId?: string;
    blocked?: boolean;
    receivedAt?: string;
    contacts?: readonly string[];
    ownSessions?: readonly (readonly [string, string])[];
    clientHoursUsed?: number;
  } = {},
): GateFacts {
  const interval = ([start, end]: readonly [string, string]) => ({ start: Date.parse(start), end: Date.parse(end) });
  return {
    now: Date.parse(now),
    receivedAt: Date.parse(said.receivedAt ?? now),
    clientId: said.clientId ?? null,
    blocked: said.blocked ?? false,
    contacts: (said.contacts ?? []).map((contact) => Date.parse(contact)),
    ownWords: [],
    clientHoursUsed: said.clientHoursUsed ?? 0,
    urgentClient: said.urgentClient ?? false,
    doNotDisturb: said.doNotDisturb === undefined ? null : interval(said.doNotDisturb),
    sessions: (said.sessions ?? []).map(interval),
    ownSessions: (said.ownSessions ?? []).map(interval),
  };
}

/** A message that says nothing in particular. */
export const plain: GateMessage = { subject: "Next week", text: "Could we move it?", unreadable: null };
