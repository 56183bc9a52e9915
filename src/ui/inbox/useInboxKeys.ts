import { useEffect, type RefObject } from "react";
import { useLocation } from "wouter";
import type { InboxView, MessageView } from "../data/api.ts";
import { useKeys } from "../frame/shortcuts.tsx";
import { besideIn, useMessageActions } from "./useMessageActions.ts";

interface InboxKeys {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly openId: string | null;
  readonly inbox: InboxView | undefined;
  /** Asks until when a surfaced message is put off. */
  readonly snooze: (message: MessageView) => void;
}

/** Is this the row of a message, or the card of which it is a part? */
const isRowOf = (row: HTMLElement, id: string | null | undefined): boolean =>
  id !== null &&
  id !== undefined &&
  (row.dataset["message"] === id || row.dataset["messages"]?.split(" ").includes(id) === true);

const rowsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("[data-message]") ?? [])];

/** Moving through the inbox and acting on a message without a mouse. */
export function useInboxKeys({ list, openId, inbox, snooze }: InboxKeys): void {
  const [, go] = useLocation();
  const actions = useMessageActions();

  const current = () => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-message]")?.dataset["message"];
    return focused ?? openId;
  };
  const move = (by: 1 | -1) => {
    const rows = rowsIn(list.current);
    const wanted = current();
    const at = rows.findIndex((row) => isRowOf(row, wanted));
    const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1);
    rows[next]?.focus();
  };
  /* A message that is about to leave its place gives the focus to its neighbour. */
  const leave = (id: string) => {
    const rows = rowsIn(list.current);
    const at = rows.findIndex((row) => isRowOf(row, id));
    if (at !== -1) (rows[at + 1] ?? rows[at - 1])?.focus();
  };
  const withCurrent = (act: (message: MessageView) => void) => () => {
    const id = current();
    const all =
      inbox === undefined
        ? []
        : [...inbox.surfaced, ...inbox.held, ...inbox.unknown, ...inbox.snoozed, ...inbox.blocked, ...inbox.archived];
    const message = all.find((one) => one.id === id);
    if (message !== undefined) act(message);
  };

  useKeys([
    ["j", () => move(1)],
    ["k", () => move(-1)],
    [
      "e",
      withCurrent((message) => {
        const card = inbox?.digest.find(({ messages }) => messages.some(({ id }) => id === message.id));
        const along = besideIn(card?.messages ?? [], message);
        // A card of which something is left keeps its place and the focus.
        if (card === undefined || along.length + 1 === card.messages.length) leave(message.id);
        actions.toggleArchived(message, along);
      }),
    ],
    ["u", withCurrent((message) => actions.markRead(message.id, false))],
    [
      "s",
      withCurrent((message) => {
        if (message.held) actions.surfaceNow(message.id);
        else if (message.section !== "archived") snooze(message);
      }),
    ],
    ["r", withCurrent((message) => go(`/inbox/${encodeURIComponent(message.id)}?answer`))],
    ["Escape", () => (openId === null ? undefined : go("/inbox"))],
  ]);

  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const rows = rowsIn(element);
      const at = rows.findIndex((row) => row === document.activeElement);
      const next = rows[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (at === -1 || next === undefined) return;
      event.preventDefault();
      next.focus();
    };
    element.addEventListener("keydown", onKey);
    return () => element.removeEventListener("keydown", onKey);
  }, [list]);
}
