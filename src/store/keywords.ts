import { and, asc, eq, gte, inArray, isNull, lt, or } from "drizzle-orm";
import type { Keyword } from "../domain/message/keywords.ts";
import type { PastSettlement } from "../domain/replay/past.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
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

/** What a message meant when it came in: one that was settled since was unclear. */
export function keywordThen(keyword: Keyword | null, settledAt: Instant | null): Keyword | null {
  return settledAt === null ? keyword : "unclear";
}

/** What the therapist took for STOP or START within a range, in that order. */
export function settledWithin(db: Database, { start, end }: Interval): PastSettlement[] {
  const { clientId, channel, sender, keyword, keywordSettledAt } = messageTable;
  return db
    .select({ writer: { clientId, channel, sender }, keyword, at: keywordSettledAt })
    .from(messageTable)
    .where(and(gte(keywordSettledAt, start), lt(keywordSettledAt, end), inArray(keyword, ["opt-out", "opt-in"])))
    .orderBy(asc(keywordSettledAt))
    .all()
    .flatMap(({ writer, keyword: meaning, at }) =>
      at === null || (meaning !== "opt-out" && meaning !== "opt-in") ? [] : { writer, meaning, at },
    );
}
