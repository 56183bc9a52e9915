import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Instant } from "../domain/time/instant.ts";
import { dateAt } from "../domain/time/practice-zone.ts";
import { dayOfDate } from "../domain/time/wall.ts";
import type { Database } from "../store/database.ts";
import type { StoredReply } from "../store/outbox.ts";
import { currentPolicy } from "../store/policies.ts";
import { type Names, presentReply } from "./present.ts";
import { listVacations } from "./vacation-list.ts";
import type { NeedsYouView } from "./today-views.ts";

/** A notice that did not arrive, or may not have. */
export function noticeNeedsYou(notice: StoredReply, names: Names): NeedsYouView {
  const { id, name, to, reason } = presentReply(notice, names);
  const failed = notice.state === "failed";
  const sentence = failed
    ? `The notice to ${name ?? to} was not sent.`
    : `The notice to ${name ?? to} may not have arrived.`;
  return {
    id,
    kind: failed ? "notice-failed" : "notice-unconfirmed",
    sentence: `${sentence} ${reason ?? ""}`.trim(),
    messageId: null,
  };
}

/** Vacations that begin tomorrow or today with something still open, and those that the hours do not know any more. */
export function vacationsNeedYou(db: Database, now: Instant): NeedsYouView[] {
  const today = dayOfDate(dateAt(availabilityOf(currentPolicy(db).policy), now));
  return listVacations(db, now).vacations.flatMap(({ id, standing, firstDate, checklist }) => {
    const item = (sentence: string): NeedsYouView => ({ id, kind: "vacation", sentence, messageId: null });
    if (standing === "not-in-hours") return [item("A vacation you planned is not in your hours any more.")];
    const open = checklist.filter(({ done }) => !done).length;
    const begins = dayOfDate(firstDate) - today;
    if (open === 0 || begins < 0 || begins > 1) return [];
    return [
      item(
        `Your vacation begins ${begins === 0 ? "today" : "tomorrow"}, and ${open === 1 ? "one thing is" : `${open} things are`} still open.`,
      ),
    ];
  });
}
