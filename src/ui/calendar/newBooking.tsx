import { Button, Group, Modal, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { usePracticeLanguage } from "../clients/practiceLanguage.ts";
import { useAct, type Answer } from "../data/act.ts";
import { api, client, type Booking } from "../data/api.ts";
import { withEffect } from "../data/say.tsx";
import { BookingFields } from "./bookingFields.tsx";
import { Conflicts } from "./conflicts.tsx";
import { bookingOf, emptyDraft, gapsIn, type Draft, type DraftField } from "./draft.ts";
import { forClient } from "./forClient.ts";
import { placeInDraft } from "./placeInDraft.ts";
import type { TimeSpan } from "./weekGrid.tsx";

interface NewBookingProps {
  readonly span: TimeSpan;
  readonly close: () => void;
}

/** Books an appointment, and adds the client on the way when there is none yet. */
export function NewBooking({ span, close }: NewBookingProps) {
  const clients = useQuery(api.clients.list.queryOptions()).data ?? [];
  const language = usePracticeLanguage();
  const [draft, setDraft] = useState<Draft>(() =>
    emptyDraft(
      span.start,
      span.durationMinutes,
      clients.some((one) => !one.archived),
    ),
  );
  const [problems, setProblems] = useState<Partial<Record<DraftField, string>>>({});

  const book = useAct({
    call: (booking: Booking): Promise<Answer<{ readonly effect: string | null }>> =>
      forClient(
        draft,
        language,
        booking,
        (complete) => client.calendar.book.mutate(complete),
        (id) => setDraft((now) => ({ ...now, client: { id } })),
      ),
    said: (change) => withEffect("Booked.", change),
    done: close,
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
    if (Object.keys(gaps).length === 0 && booking !== null) book.run(booking);
  };

  return (
    <Modal opened onClose={close} title="New appointment" size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          <BookingFields draft={draft} change={change} problems={problems} only="everything" exceptSeriesId={null} />
          <Conflicts booking={bookingOf(draft)} changing={null} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Discard
            </Button>
            <Button type="submit" loading={book.pending}>
              Book
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
