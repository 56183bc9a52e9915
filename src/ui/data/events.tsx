import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { api, queryClient } from "./api.ts";

/** What the app says has changed; the same words as in `practice.ts`. */
type Change =
  | "door"
  | "light"
  | "messages"
  | "replies"
  | "calendar"
  | "clients"
  | "policy"
  | "mailboxes"
  | "editions"
  | "vacations";

export type Connection = "live" | "lost";

const ConnectionContext = createContext<Connection>("live");

/** Whether the app behind the screens can be heard. */
export const useConnection = (): Connection => useContext(ConnectionContext);

/* A short break (sleep, a restart of the stream) is not worth a word. */
const graceMilliseconds = 2_000;
const reopenMilliseconds = 3_000;

/** What must be asked again after a change; the sets are generous because the app is on the same machine. */
function filtersFor(change: Change) {
  switch (change) {
    case "door":
      return [{}];
    case "light":
      return [api.light.pathFilter(), api.inbox.pathFilter(), api.ahead.pathFilter()];
    case "messages":
    case "replies":
      return [api.inbox.pathFilter(), api.light.pathFilter(), api.ahead.pathFilter(), api.simulator.pathFilter()];
    case "calendar":
      return [
        api.calendar.pathFilter(),
        api.clients.pathFilter(),
        api.inbox.pathFilter(),
        api.light.pathFilter(),
        api.ahead.pathFilter(),
      ];
    case "clients":
      return [
        api.clients.pathFilter(),
        api.calendar.pathFilter(),
        api.inbox.pathFilter(),
        api.communicationPolicy.pathFilter(),
        api.ahead.pathFilter(),
      ];
    case "policy":
      return [
        api.policy.pathFilter(),
        api.simulator.pathFilter(),
        api.ahead.pathFilter(),
        api.communicationPolicy.pathFilter(),
        api.settings.queryFilter(),
        api.calendar.pathFilter(),
        api.inbox.pathFilter(),
        api.light.pathFilter(),
      ];
    case "mailboxes":
      return [
        api.mailboxes.pathFilter(),
        api.settings.queryFilter(),
        api.inbox.pathFilter(),
        api.light.pathFilter(),
        api.communicationPolicy.pathFilter(),
      ];
    case "editions":
      return [api.communicationPolicy.pathFilter()];
    case "vacations":
      return [api.vacations.pathFilter()];
    default:
      return change satisfies never;
  }
}

const changes: ReadonlySet<string> = new Set([
  "door",
  "light",
  "messages",
  "replies",
  "calendar",
  "clients",
  "policy",
  "mailboxes",
  "editions",
  "vacations",
] satisfies Change[]);

function changeIn(data: string): Change | null {
  try {
    const told = JSON.parse(data) as { change?: unknown };
    return typeof told.change === "string" && changes.has(told.change) ? (told.change as Change) : null;
  } catch {
    // A line this version does not know is no reason to stop listening.
    return null;
  }
}

function listen(report: (connection: Connection) => void): () => void {
  let source: EventSource | null = null;
  let grace: ReturnType<typeof setTimeout> | undefined;
  let reopen: ReturnType<typeof setTimeout> | undefined;
  let broken = false;

  const open = () => {
    source = new EventSource("/events", { withCredentials: true });
    source.onopen = () => {
      clearTimeout(grace);
      grace = undefined;
      report("live");
      if (broken) void queryClient.invalidateQueries();
      broken = false;
    };
    source.onmessage = (event: MessageEvent<string>) => {
      const change = changeIn(event.data);
      if (change === null) return;
      for (const filter of filtersFor(change)) void queryClient.invalidateQueries(filter);
    };
    source.onerror = () => {
      broken = true;
      grace ??= setTimeout(() => report("lost"), graceMilliseconds);
      if (source?.readyState === EventSource.CLOSED) {
        clearTimeout(reopen);
        reopen = setTimeout(open, reopenMilliseconds);
      }
    };
  };
  open();

  return () => {
    clearTimeout(grace);
    clearTimeout(reopen);
    source?.close();
  };
}

/** Listens to the app for as long as the screens are shown, and asks again for whatever changed. */
export function Events({ children }: { readonly children: ReactNode }) {
  const [connection, setConnection] = useState<Connection>("live");
  useEffect(() => listen(setConnection), []);
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}
