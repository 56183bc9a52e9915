import { ActionIcon, Button, Group, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { api, type SessionView } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import { useKeys } from "../frame/shortcuts.tsx";
import { addDays, addWallMinutes, firstDayOfWeek, startOfWeek, wallMinutes } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { Agenda } from "./agenda.tsx";
import "./calendar.css";
import { EditBooking } from "./editBooking.tsx";
import { NewBooking } from "./newBooking.tsx";
import { useNextFree } from "./nextFree.tsx";
import { useCalendarActions } from "./useCalendarActions.ts";
import { defaultLength, WeekGrid, type TimeSpan } from "./weekGrid.tsx";

type Dialog =
  | { readonly kind: "new"; readonly span: TimeSpan }
  | { readonly kind: "edit"; readonly session: SessionView; readonly span: TimeSpan };

const spanOf = (session: SessionView): TimeSpan => ({
  start: session.startWall,
  durationMinutes: wallMinutes(session.startWall, session.endWall),
});

/** Sessions and message hours, as a week or as a list. */
export function Calendar() {
  const { locale, today, shortDate, wallNow } = usePracticeTime();
  const firstDay = firstDayOfWeek(locale);
  const [parameters, setParameters] = useSearchParams();
  const [view, setView] = useLocalStorage<"week" | "agenda">({
    key: "calendar-view",
    defaultValue: "week",
    getInitialValueInEffect: false,
  });
  const [firstDate, setFirstDate] = useState(() => startOfWeek(today(), firstDay));
  const [chosen, setDialog] = useState<Dialog | null>(null);
  const actions = useCalendarActions();

  const lastDate = addDays(firstDate, view === "week" ? 6 : 27);
  const range = useQuery({
    ...api.calendar.range.queryOptions({ firstDate, lastDate }),
    placeholderData: keepPreviousData,
  });

  const nextHour = (): TimeSpan => ({
    start: `${addWallMinutes(wallNow(), 60).slice(0, 13)}:00`,
    durationMinutes: defaultLength,
  });
  const dialog: Dialog | null = chosen ?? (parameters.has("new") ? { kind: "new", span: nextHour() } : null);
  const close = () => {
    setDialog(null);
    if (parameters.has("new")) setParameters({}, { replace: true });
  };
  const free = useNextFree((start) => setDialog({ kind: "new", span: { start, durationMinutes: defaultLength } }));
  const goTo = (date: string) => setFirstDate(startOfWeek(date, firstDay));
  const edit = (session: SessionView) => setDialog({ kind: "edit", session, span: spanOf(session) });

  useKeys([
    ["n", () => setDialog({ kind: "new", span: nextHour() })],
    ["f", () => free.run({ after: wallNow(), durationMinutes: defaultLength, exceptSeriesId: null })],
    ["t", () => goTo(today())],
    ["[", () => setFirstDate(addDays(firstDate, -7))],
    ["]", () => setFirstDate(addDays(firstDate, 7))],
  ]);

  return (
    <Page
      title="Calendar"
      wide
      actions={
        <Button
          leftSection={<IconCalendarPlus size={18} aria-hidden />}
          onClick={() => setDialog({ kind: "new", span: nextHour() })}
        >
          New appointment
        </Button>
      }
    >
      <Group justify="space-between" mb="md" gap="sm">
        <Group gap="xs">
          <ActionIcon variant="default" aria-label="Previous week" onClick={() => setFirstDate(addDays(firstDate, -7))}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Button variant="default" onClick={() => goTo(today())}>
            This week
          </Button>
          <ActionIcon variant="default" aria-label="Next week" onClick={() => setFirstDate(addDays(firstDate, 7))}>
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Text fw={600} aria-live="polite" ms="xs">
            {shortDate(firstDate)} – {shortDate(lastDate)} {lastDate.slice(0, 4)}
          </Text>
        </Group>
        <Group gap="xs">
          <TextInput
            type="date"
            aria-label="Go to date"
            value={firstDate}
            onChange={(event) => (event.currentTarget.value === "" ? undefined : goTo(event.currentTarget.value))}
          />
          <SegmentedControl
            aria-label="Show as"
            value={view}
            onChange={(value) => setView(value === "agenda" ? "agenda" : "week")}
            data={[
              { value: "week", label: "Week" },
              { value: "agenda", label: "Agenda" },
            ]}
          />
        </Group>
      </Group>
      <Asked query={range} lines={8}>
        {(calendar) =>
          view === "week" ? (
            <WeekGrid
              key={firstDate}
              firstDate={firstDate}
              firstDay={firstDay}
              view={calendar}
              create={(span) => setDialog({ kind: "new", span })}
              open={edit}
              move={(session, span) =>
                session.recurring ? setDialog({ kind: "edit", session, span }) : actions.moveSingle(session, span)
              }
              openDay={() => setView("agenda")}
            />
          ) : (
            <Agenda firstDate={firstDate} lastDate={lastDate} view={calendar} open={edit} />
          )
        }
      </Asked>
      {dialog?.kind === "new" ? <NewBooking span={dialog.span} close={close} /> : null}
      {dialog?.kind === "edit" ? <EditBooking session={dialog.session} span={dialog.span} close={close} /> : null}
    </Page>
  );
}
