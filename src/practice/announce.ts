import { noticeFor } from "../domain/notice.ts";
import { contains } from "../domain/time/instant.ts";
import { dueAlerts, markAlerted, tellAgain } from "../store/alerts.ts";
import { type JudgedMessage, markAnnounced, unannouncedMessages, verdictsOf } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { isFromAPerson } from "./from-a-person.ts";
import { awayBefore, peopleIn } from "./return-view.ts";
import { type StandingOf, standings } from "./standing.ts";

/**
 * Tells the therapist, in one notification, of everything that surfaced since the last time, of safety replies that turned
 * out to reach nobody, and again of safety messages that nobody has opened (FIELD C6). Newsletters and other automatic mail
 * of unknown senders surface without one, blocked senders always. What cannot be shown on the desktop is in the inbox all
 * the same. `back` are those that come back after the therapist put them off.
 */
export async function announce(context: PracticeContext, back: ReadonlySet<string>): Promise<void> {
  const { db, clock, notifier, step } = context;
  const surfaced = unannouncedMessages(db);
  const unopened = dueAlerts(db, currentPolicy(db).policy.gate.safetyRepeat, clock.now());
  if (surfaced.length === 0 && unopened.length === 0) return;
  const news = sorted(context, standings(db), surfaced, back);
  const again = unopened.filter(({ message }) => !surfaced.some((one) => one.message.id === message.id));
  const notice = noticeFor({
    safety: news.safety.length,
    unanswered: news.safety.filter((id) => news.unreached.has(id)).length,
    undelivered: news.undelivered,
    unopened: again.length,
    released: news.released,
    direct: news.direct,
    peopleSinceVacation: news.peopleSinceVacation,
  });
  step("announcing");
  if (notice !== null) {
    try {
      await notifier.show(notice);
    } catch (error) {
      context.log(`notification not shown: ${error instanceof Error ? error.message : "unknown reason"}`);
    }
  }
  db.transaction((transaction) => {
    const now = clock.now();
    markAnnounced(transaction, ids(surfaced), now);
    markAlerted(transaction, [...news.safety, ...ids(again)], now);
    // What became known while the notification was being shown is told next.
    const standingOf = standings(transaction);
    tellAgain(
      transaction,
      ids(
        surfaced.filter((judged) => standingOf(judged).undelivered !== null && !news.unreached.has(judged.message.id)),
      ),
    );
  });
  step("announced");
  context.changed("messages");
}

interface News {
  /** Ids of the messages that are told of for safety for the first time. */
  readonly safety: readonly string[];
  /** Ids of those messages whose senders no safety reply reached, as this notification says it. */
  readonly unreached: ReadonlySet<string>;
  readonly undelivered: number;
  readonly released: number;
  readonly direct: number;
  readonly peopleSinceVacation: number | null;
}

/** What there is to tell of the messages nobody was told of, and of those about which something became known since. */
function sorted(
  { db, clock }: PracticeContext,
  standingOf: StandingOf,
  surfaced: readonly JudgedMessage[],
  back: ReadonlySet<string>,
): News {
  const telling = surfaced
    .map((judged) => ({ judged, standing: standingOf(judged) }))
    .filter(
      ({ judged, standing }) => !standing.blocked && judged.current.verdict.rule !== "blocked" && isFromAPerson(judged),
    );
  const toldBefore = ({ judged }: (typeof telling)[number]) => judged.message.alerts > 0;
  const first = telling.filter((one) => !toldBefore(one));
  const safety = first.filter(({ judged }) => judged.current.verdict.rule === "safety");
  const others = first.filter(({ judged }) => judged.current.verdict.rule !== "safety");
  const released = others
    .map(({ judged }) => judged)
    .filter(({ message }) => !back.has(message.id) && wasHeld(db, message.id));
  const away = awayBefore(db, clock.now());
  return {
    safety: safety.map(({ judged }) => judged.message.id),
    unreached: new Set(
      telling.filter(({ standing }) => standing.undelivered !== null).map(({ judged }) => judged.message.id),
    ),
    undelivered: telling.filter((one) => toldBefore(one) && one.standing.undelivered !== null).length,
    released: released.length,
    direct: others.length - released.length,
    peopleSinceVacation:
      away !== null && released.some(({ message }) => contains(away, message.receivedAt)) ? peopleIn(released) : null,
  };
}

const wasHeld = (db: PracticeContext["db"], id: string): boolean =>
  verdictsOf(db, id).some(({ verdict }) => verdict.kind === "hold");

const ids = (judged: readonly JudgedMessage[]): string[] => judged.map(({ message }) => message.id);
