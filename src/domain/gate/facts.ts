import { z } from "zod";

const interval = z.object({ start: z.int(), end: z.int() }).readonly();

/**
 * What the gate is told besides the message and the policy. Stored with every verdict, so that it can be replayed to the
 * same result (promise 6).
 */
export const gateFactsSchema = z
  .object({
    now: z.int(),
    /** The therapist marked this client as urgent. */
    urgentClient: z.boolean(),
    /** As it was switched on; null when it is not. */
    doNotDisturb: interval.nullable(),
    /** Sessions, without buffers, within a day of now and of the next opening. */
    sessions: z.array(interval).readonly(),
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
