import { allClients } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { heldMessages, type JudgedMessage, snoozedMessages, surfacedMessages } from "../store/messages.ts";
import { blockedSenders } from "../store/senders.ts";
import type { PracticeContext } from "./context.ts";
import { digestOf } from "./digest-view.ts";
import { type Names, presentMessage } from "./present.ts";
import { standings } from "./standing.ts";
import type { InboxView } from "./message-views.ts";

/** The newest so many of a section are listed. */
export const mostInList = 500;

/** Every client by id, archived ones included: old messages keep their names. */
export const namesIn = (db: Database): Names => new Map(allClients(db).map((client) => [client.id, client]));

/** The inbox in its sections; senders who are no clients have their own. */
export function inboxList(context: PracticeContext): InboxView {
  const { db } = context;
  const names = namesIn(db);
  const standingOf = standings(db);
  const present = (judged: JudgedMessage) => presentMessage(judged, names, standingOf(judged));
  const surfaced = surfacedMessages(db, false, mostInList).map((judged) => ({ judged, view: present(judged) }));
  const current = [...surfaced.map(({ view }) => view), ...heldMessages(db).map(present)];
  return {
    surfaced: current.filter(({ section }) => section === "surfaced"),
    held: current.filter(({ section }) => section === "held"),
    unknown: current.filter(({ section }) => section === "unknown").toSorted((a, b) => b.receivedAt - a.receivedAt),
    snoozed: snoozedMessages(db).map(present),
    blocked: current.filter(({ section }) => section === "blocked").toSorted((a, b) => b.receivedAt - a.receivedAt),
    archived: surfacedMessages(db, true, mostInList).map(present),
    digest: digestOf(context, surfaced),
    blockedSenders: blockedSenders(db).map(({ channel, address, blockedAt }) => ({ channel, address, blockedAt })),
  };
}
