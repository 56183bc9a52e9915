import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { useAct } from "../data/act.ts";
import { api, client, type MessageView, type SnoozeChoice } from "../data/api.ts";
import { sayUndo } from "../data/say.tsx";
import { addDays, dateOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { TimeDialog } from "../time/timeDialog.tsx";

interface SnoozeProps {
  readonly message: MessageView;
  readonly close: () => void;
}

const year = 366 * 86_400_000;

/** Puts a surfaced message off: until when is chosen, and it comes back as unread. */
export function Snooze({ message, close }: SnoozeProps) {
  const [location, go] = useLocation();
  const { momentWithin, wallAt, today, now } = usePracticeTime();
  const choices = useQuery(api.inbox.snooze.choices.queryOptions()).data ?? [];
  const end = useAct({
    call: () => client.inbox.snooze.end.mutate({ id: message.id }),
    said: "Back in the inbox.",
    done: close,
  });
  const snooze = useAct({
    call: (until: number) => client.inbox.snooze.until.mutate({ id: message.id, until }),
    said: null,
    done: (_, until) => {
      close();
      sayUndo(`Message from ${message.name} comes back ${momentWithin(until)}.`, () => end.run(undefined));
      if (location === `/inbox/${encodeURIComponent(message.id)}`) go("/inbox");
    },
  });

  const words = ({ kind, at }: SnoozeChoice): string => {
    const tomorrow = dateOf(wallAt(at)) === addDays(today(), 1);
    const when = momentWithin(at);
    if (kind === "later-today") return `Later ${when}`;
    if (kind === "next-week") return `Next week, ${when}`;
    return tomorrow ? `At opening, ${when}` : `At the next opening, ${when}`;
  };

  return (
    <TimeDialog
      title="Snooze"
      intro="The message leaves the list and comes back as unread."
      choices={choices.map((choice) => ({ words: words(choice), at: choice.at }))}
      latest={now() + year}
      pending={snooze.pending || end.pending}
      submitWords={(at) => `Snooze until ${momentWithin(at)}`}
      choose={snooze.run}
      close={close}
    >
      {message.snoozedUntil === null ? null : (
        <Button variant="light" loading={end.pending} onClick={() => end.run(undefined)}>
          Bring back now
        </Button>
      )}
    </TimeDialog>
  );
}
