import { z } from "zod";

const interval = z.object({ start: z.int(), end: z.int() }).readonly();

/**
 * What the gate is told besides the message and the policy. Stored with every verdict, so that it can be replayed to the
 * same result (promise 6). What came later than the first verdicts has a default that says nothing.
 */
export const gateFactsSchema = z
  .object({
    now: z.int(),
    /** When the message came in; null where that was not noted. */
    receivedAt: z.int().nullable().default(null),
    /** Whose message it is; null for a sender who is no client. */
    clientId: z.string().nullable().default(null),
    /** The therapist marked this client as urgent. */
    urgentClient: z.boolean(),
    /** The therapist marked this address as spam. */
    blocked: z.boolean().default(false),
    /** When distinct messages of this client came in, this one included, as far back as repeated contact looks. */
    contacts: z.array(z.int()).readonly().default([]),
    /** As it was switched on; null when it is not. */
    doNotDisturb: interval.nullable(),
    /** Sessions, without buffers, within a day of now and of the next opening. */
    sessions: z.array(interval).readonly(),
    /** Of these, the ones with the client who wrote. */
    ownSessions: z.array(interval).readonly().default([]),
    /** Paragraphs of our own automatic replies that the message quotes; they are not its writer's words. */
    ownWords: z.array(z.string()).readonly().default([]),
    /** How many of the client's messages their agreed hours let through in the week of now. */
    clientHoursUsed: z.int().default(0),
  })
  .readonly();
export type GateFacts = z.infer<typeof gateFactsSchema>;

/** What the gate reads of a message. */
export interface GateMessage {
  readonly subject: string;
  readonly text: string;
  /** Set when the message could not be read in full. */
  readonly unreadable: string | null;
}
