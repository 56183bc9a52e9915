import { useLocation } from "wouter";
import { type Answer, useAct } from "../data/act.ts";
import { client, type MessageView } from "../data/api.ts";
import { sayUndo } from "../data/say.tsx";
import { counted } from "../time/words.ts";

interface Archiving {
  readonly message: MessageView;
  readonly along: readonly MessageView[];
}

async function archiveAll(ids: readonly string[], archived: boolean): Promise<Answer<null>> {
  const answers = await Promise.all(ids.map((id) => client.inbox.archive.mutate({ id, archived })));
  return answers.find(({ ok }) => !ok) ?? { ok: true, value: null };
}

/** What goes into the archive together with a message: the others of the same person that surfaced and were read. */
export function besideIn(messages: readonly MessageView[], message: MessageView): readonly MessageView[] {
  if (message.section !== "surfaced") return [];
  return messages.filter((one) => one.id !== message.id && one.section === "surfaced" && one.read);
}

/** What can be done with a message, from its own pane and by key. */
export function useMessageActions() {
  const [location, go] = useLocation();
  const read = useAct({
    call: (input: { id: string; read: boolean }) => client.inbox.markRead.mutate(input),
    said: null,
  });
  const surface = useAct({ call: (id: string) => client.inbox.surfaceNow.mutate({ id }), said: "Surfaced now." });
  const putBack = useAct({
    call: (ids: readonly string[]) => archiveAll(ids, false),
    said: "Back in the inbox.",
  });
  const archive = useAct({
    call: ({ message, along }: Archiving) =>
      archiveAll(
        [message, ...along].map(({ id }) => id),
        true,
      ),
    said: null,
    done: (_, { message, along }) => {
      const ids = [message, ...along].map(({ id }) => id);
      const what = ids.length === 1 ? "Message" : counted(ids.length, "message");
      sayUndo(`${what} from ${message.name} archived.`, () => putBack.run(ids));
      if (location === `/inbox/${encodeURIComponent(message.id)}`) go("/inbox");
    },
  });
  return {
    markRead: (id: string, isRead: boolean) => read.run({ id, read: isRead }),
    surfaceNow: surface.run,
    /** Archives a message, and those `along` with it; or puts an archived one back. */
    toggleArchived: (message: MessageView, along: readonly MessageView[] = []) =>
      message.section === "archived" ? putBack.run([message.id]) : archive.run({ message, along }),
    pending: surface.pending || archive.pending || putBack.pending,
  };
}
