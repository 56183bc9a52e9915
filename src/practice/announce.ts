import { noticeFor } from "../domain/notice.ts";
import { type JudgedMessage, markAnnounced, unannouncedMessages, verdictsOf } from "../store/messages.ts";
import type { PracticeContext } from "./context.ts";
import { isFromAPerson } from "./from-a-person.ts";

/**
 * Tells the therapist, once and in one notification, of everything that surfaced since the last time. Newsletters and
 * other automatic mail of unknown senders surface without one. What cannot be shown on the desktop is in the inbox all
 * the same. `back` are those that come back after the therapist put them off.
 */
export async function announce(context: PracticeContext, back: ReadonlySet<string>): Promise<void> {
  const { db, clock, notifier, step } = context;
  const surfaced = unannouncedMessages(db);
  if (surfaced.length === 0) return;
  const telling = surfaced.filter(isFromAPerson);
  const safety = telling.filter(({ current }) => current.verdict.rule === "safety");
  const released = telling.filter(
    (judged) => judged.current.verdict.rule !== "safety" && !back.has(judged.message.id) && wasHeld(context, judged),
  );
  const notice = noticeFor({
    safety: safety.length,
    released: released.length,
    direct: telling.length - safety.length - released.length,
  });
  step("announcing");
  if (notice !== null) {
    try {
      await notifier.show(notice);
    } catch (error) {
      context.log(`notification not shown: ${error instanceof Error ? error.message : "unknown reason"}`);
    }
  }
  markAnnounced(
    db,
    surfaced.map(({ message }) => message.id),
    clock.now(),
  );
  step("announced");
  context.changed("messages");
}

const wasHeld = ({ db }: PracticeContext, { message }: JudgedMessage): boolean =>
  verdictsOf(db, message.id).some(({ verdict }) => verdict.kind === "hold");
