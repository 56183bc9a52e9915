import { and, eq, isNull, or } from "drizzle-orm";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { type JudgedMessage, judgedMessages } from "./messages.ts";
import { messageTable } from "./schema.ts";

/** Messages that may have been meant as opting out or in, of which the therapist has not said how they were meant. */
export function unclearMessages(db: Database): JudgedMessage[] {
  return judgedMessages(db, and(eq(messageTable.keyword, "unclear"), isNull(messageTable.keywordSettledAt)));
}

/** How a client came to be opted out at `at`: by STOP, by words that the therapist took for it, or by hand. */
export function howOptedOut(db: Database, clientId: string, at: Instant): "stop" | "unclear" | "by-hand" {
  const message = db
    .select({ settledAt: messageTable.keywordSettledAt })
    .from(messageTable)
    .where(
      and(
        eq(messageTable.clientId, clientId),
        eq(messageTable.keyword, "opt-out"),
        or(eq(messageTable.storedAt, at), eq(messageTable.keywordSettledAt, at)),
      ),
    )
    .get();
  if (message === undefined) return "by-hand";
  return message.settledAt === null ? "stop" : "unclear";
}
