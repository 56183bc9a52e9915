import { allClients } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { heldMessages, type JudgedMessage, snoozedMessages, surfacedMessages } from "../store/messages.ts";
import { type Names, presentMessage } from "./present.ts";
import type { InboxView } from "./views.ts";

/** The newest so many of a section are listed. */
export const mostInList = 500;

/** Every client by id, archived ones included: old messages keep their names. */
export const namesIn = (db: Database): Names => new Map(allClients(db).map((client) => [client.id, client]));

/** The inbox in its sections; senders who are no clients have their own. */
export function inboxList(db: Database): InboxView {
  const names = namesIn(db);
  const views = (judged: readonly JudgedMessage[]) => judged.map((one) => presentMessage(one, names));
  const current = [...views(surfacedMessages(db, false, mostInList)), ...views(heldMessages(db))];
  return {
    surfaced: current.filter(({ section }) => section === "surfaced"),
    held: current.filter(({ section }) => section === "held"),
    unknown: current.filter(({ section }) => section === "unknown").toSorted((a, b) => b.receivedAt - a.receivedAt),
    snoozed: views(snoozedMessages(db)),
    archived: views(surfacedMessages(db, true, mostInList)),
  };
}
