import { useLocation } from "wouter";
import { useAct } from "../data/act.ts";
import { client, type MessageView } from "../data/api.ts";
import { sayUndo } from "../data/say.tsx";

/** What can be done with a message, from its own pane and by key. */
export function useMessageActions() {
  const [location, go] = useLocation();
  const read = useAct({
    call: (input: { id: string; read: boolean }) => client.inbox.markRead.mutate(input),
    said: null,
  });
  const surface = useAct({ call: (id: string) => client.inbox.surfaceNow.mutate({ id }), said: "Surfaced now." });
  const putBack = useAct({
    call: (id: string) => client.inbox.archive.mutate({ id, archived: false }),
    said: "Back in the inbox.",
  });
  const archive = useAct({
    call: (message: MessageView) => client.inbox.archive.mutate({ id: message.id, archived: true }),
    said: null,
    done: (_, message) => {
      sayUndo(`Message from ${message.name} archived.`, () => putBack.run(message.id));
      if (location === `/inbox/${encodeURIComponent(message.id)}`) go("/inbox");
    },
  });
  return {
    markRead: (id: string, isRead: boolean) => read.run({ id, read: isRead }),
    surfaceNow: surface.run,
    toggleArchived: (message: MessageView) =>
      message.section === "archived" ? putBack.run(message.id) : archive.run(message),
    pending: surface.pending || archive.pending || putBack.pending,
  };
}
