import { digest, type DigestDay, type DigestMessage } from "../domain/digest.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import { boundaryOfDay, dayAt } from "../domain/time/practice-zone.ts";
import type { JudgedMessage } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { faultName } from "./fault-name.ts";
import { occurrencesIn } from "./facts.ts";
import type { CardView, MessageView } from "./message-views.ts";

interface Surfaced {
  readonly judged: JudgedMessage;
  readonly view: MessageView;
}

/** What surfaced from clients, and for safety from anybody, as cards in the order in which they are best read. */
export function digestOf(context: PracticeContext, surfaced: readonly Surfaced[]): CardView[] {
  const listed = surfaced.filter(
    ({ view }) => view.section === "surfaced" || (view.section === "unknown" && view.safety),
  );
  const views = new Map(listed.map(({ view }) => [view.id, view]));
  const viewOf = (id: string): MessageView => {
    const view = views.get(id);
    if (view === undefined) throw new Error(`A card with a message that is not listed: ${id}`);
    return view;
  };
  return digest(listed.map(factsOf), dayOf(context)).map(({ reason, session, ids, opens, unread }) => ({
    reason,
    session,
    opens: viewOf(opens),
    newest: viewOf(ids[0] ?? opens),
    messages: ids.map(viewOf),
    unread,
  }));
}

const factsOf = ({ judged: { message, current }, view }: Surfaced): DigestMessage => ({
  id: message.id,
  person: message.clientId ?? `${message.channel}:${message.sender}`,
  receivedAt: message.receivedAt,
  readAt: message.readAt,
  safety: view.safety,
  keyword: message.keyword,
  unsettled: view.unclear !== null,
  nearSession: current.verdict.rule === "near-session",
});

function dayOf(context: PracticeContext): DigestDay {
  const zones = availabilityOf(currentPolicy(context.db).policy);
  const today = dayAt(zones, context.clock.now());
  const start = boundaryOfDay(zones, today, 0);
  return { start, sessions: sessionsWithin(context, { start, end: boundaryOfDay(zones, today + 1, 0) }) };
}

/** A calendar that cannot be read keeps no message from being listed. */
function sessionsWithin({ db, log }: PracticeContext, range: Interval): ReadonlyMap<string, Instant> {
  const sessions = new Map<string, Instant>();
  try {
    for (const { clientId, start } of occurrencesIn(db, range))
      if (clientId !== null && start >= range.start && !sessions.has(clientId)) sessions.set(clientId, start);
  } catch (error) {
    log(`looking up today's sessions failed: ${faultName(error)}`);
  }
  return sessions;
}
