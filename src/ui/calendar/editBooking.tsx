import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { IconCalendarX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { usePracticeLanguage } from "../clients/practiceLanguage.ts";
import { useAct, type Answer } from "../data/act.ts";
import { api, client, type Booking, type SeriesView, type SessionView } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { BookingFields } from "./bookingFields.tsx";
import { Conflicts } from "./conflicts.tsx";
import { bookingOf, draftOf, gapsIn, type Draft, type DraftField } from "./draft.ts";
import { forClient } from "./forClient.ts";
import { placeInDraft } from "./placeInDraft.ts";
import { useCalendarActions, type Scope, type Undoable } from "./useCalendarActions.ts";
import type { TimeSpan } from "./weekGrid.tsx";

interface EditBookingProps {
  readonly session: SessionView;
  /** Where it was dragged to; where it is when the form was simply opened. */
  readonly span: TimeSpan;
  readonly close: () => void;
}

/** Changes or cancels an appointment: this one, this and the following, or the whole series. */
export function EditBooking({ session, span, close }: EditBookingProps) {
  const series = useQuery(api.calendar.series.queryOptions({ id: session.seriesId }));
  return (
    <Modal opened onClose={close} title="Appointment" size="lg">
      <Asked query={series}>
        {(found) =>
          found === null ? (
            <Text>This appointment is not in the calendar any more.</Text>
          ) : (
            <EditForm series={found} session={session} span={span} close={close} />
          )
        }
      </Asked>
    </Modal>
  );
}

function EditForm({ series, session, span, close }: EditBookingProps & { readonly series: SeriesView }) {
  const { date } = usePracticeTime();
  const language = usePracticeLanguage();
  const [scope, setScope] = useState<Scope>(session.recurring ? "this" : "all");
  const [draft, setDraft] = useState<Draft>(() => draftOf(series, session.startWall, span.start, span.durationMinutes));
  const [problems, setProblems] = useState<Partial<Record<DraftField, string>>>({});
  const actions = useCalendarActions();

  const save = useAct({
    call: (change: Booking): Promise<Answer<Undoable>> => {
      const occurrence = { seriesId: session.seriesId, recurrenceId: session.recurrenceId, scope };
      const send = (complete: Booking) => client.calendar.change.mutate({ ...occurrence, change: complete });
      if (scope === "this") return send(change);
      return forClient(draft, language, change, send, (id) => setDraft((now) => ({ ...now, client: { id } })));
    },
    said: null,
    done: (value) => {
      actions.offerUndo("Appointment changed.", value);
      close();
    },
    place: placeInDraft(setProblems),
  });

  const change = (changed: Draft) => {
    setDraft(changed);
    setProblems({});
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const gaps = gapsIn(draft);
    setProblems(gaps);
    const booking = bookingOf(draft);
    if (Object.keys(gaps).length > 0 || booking === null) return;
    // One alone keeps whose it is; the fields for that are not shown then, whatever they hold.
    save.run(
      scope === "this" ? { ...booking, clientId: series.clientId, title: series.title, repeats: null } : booking,
    );
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text>
          <strong>{session.name}</strong>, {date(session.startWall.slice(0, 10))}
          {session.recurring ? `, ${series.words}` : null}
        </Text>
        {session.recurring ? (
          <Radio.Group label="What to change" value={scope} onChange={(value) => setScope(value)}>
            <Group mt={6}>
              <Radio value="this" label="Only this one" />
              <Radio value="following" label="This and all following" />
              <Radio value="all" label="All of them" />
            </Group>
          </Radio.Group>
        ) : null}
        <BookingFields
          draft={draft}
          change={change}
          problems={problems}
          only={scope === "this" ? "time" : "everything"}
          exceptSeriesId={scope === "this" ? null : session.seriesId}
        />
        <Conflicts
          booking={onlyThis(bookingOf(draft), scope)}
          changing={{ seriesId: session.seriesId, recurrenceId: session.recurrenceId, scope }}
        />
        <Group justify="space-between">
          <Button
            variant="default"
            leftSection={<IconCalendarX size={18} aria-hidden />}
            loading={actions.cancelling}
            onClick={() => {
              actions.cancel(session, scope);
              close();
            }}
          >
            {cancelWords(session, scope)}
          </Button>
          <Group>
            <Button variant="default" onClick={close}>
              Discard
            </Button>
            <Button type="submit" loading={save.pending}>
              Save
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/* One moved occurrence has one new date only. */
function onlyThis(booking: Booking | null, scope: Scope): Booking | null {
  return booking === null || scope !== "this" ? booking : { ...booking, repeats: null };
}

function cancelWords(session: SessionView, scope: Scope): string {
  if (!session.recurring) return "Cancel appointment";
  switch (scope) {
    case "this":
      return "Cancel this appointment";
    case "following":
      return "Cancel this and following";
    case "all":
      return "Cancel all appointments";
    default:
      return scope satisfies never;
  }
}
