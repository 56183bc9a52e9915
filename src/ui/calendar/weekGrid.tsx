import { Box, UnstyledButton } from "@mantine/core";
import { WeekView, type ScheduleEventData } from "@mantine/schedule";
import { IconRepeat } from "@tabler/icons-react";
import { useEffect, useMemo, useRef, type ComponentProps } from "react";
import type { CalendarView, SessionView } from "../data/api.ts";
import { addDays, addWallMinutes, dateOf, datesFrom, timeOf, wallMinutes } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import "./weekGrid.css";

/*
 * The one file that knows `@mantine/schedule`. It is fed with occurrences and bands the app has expanded, as wall times
 * of the practice; the library's own recurrence is never used. The library reads wall times on the computer's clock, so
 * an appointment in the hour that the computer's own zone skips (one night a year) is drawn an hour late.
 */

export interface TimeSpan {
  /** Wall time of the practice. */
  readonly start: string;
  readonly durationMinutes: number;
}

interface WeekGridProps {
  readonly firstDate: string;
  /** 1 for Monday to 7 for Sunday. */
  readonly firstDay: number;
  readonly view: CalendarView;
  readonly create: (span: TimeSpan) => void;
  readonly open: (session: SessionView) => void;
  readonly move: (session: SessionView, span: TimeSpan) => void;
  readonly openDay: (date: string) => void;
}

/** `noted` says what a day is that has hours of its own. */
type Band = "open" | "closed" | "noted";

type Payload = { readonly band: Band; readonly label: string } | { readonly session: SessionView };

/** Minutes of an appointment nobody has said a length for. */
export const defaultLength = 50;
const theirs = (wall: string) => `${wall.replace("T", " ")}:00`;
const ours = (theirText: string) => theirText.replace(" ", "T").slice(0, 16);

const payloadOf = (event: ScheduleEventData) => event.payload as Payload | undefined;
const sessionOf = (event: ScheduleEventData): SessionView | null => {
  const payload = payloadOf(event);
  return payload !== undefined && "session" in payload ? payload.session : null;
};

/* A span that crosses midnight is drawn on each of its days. The last minute of a day stands in for its end. */
function byDay(startWall: string, endWall: string): readonly (readonly [start: string, end: string])[] {
  const last = timeOf(endWall) === "00:00" ? addDays(dateOf(endWall), -1) : dateOf(endWall);
  return datesFrom(dateOf(startWall), last).map((date) => [
    date === dateOf(startWall) ? startWall : `${date}T00:00`,
    date === dateOf(endWall) ? endWall : `${date}T23:59`,
  ]);
}

function eventsOf(view: CalendarView, firstDate: string): ScheduleEventData[] {
  const dates = datesFrom(firstDate, addDays(firstDate, 6));
  const open = view.open.flatMap((span) =>
    byDay(span.startWall, span.endWall).map(([start, end]) =>
      band(`open-${start}`, start, end, "open", "Message hours"),
    ),
  );
  const closed = dates.flatMap((date) => {
    const closure = view.closures.find(
      (one) => one.kind !== "changed-hours" && one.firstDate <= date && date <= one.lastDate,
    );
    if (closure === undefined) return [];
    const kind = closure.windows.length === 0 ? "closed" : "noted";
    return [band(`${kind}-${date}`, `${date}T00:00`, `${date}T23:59`, kind, closure.label)];
  });
  const sessions = view.sessions.flatMap((session) =>
    byDay(session.startWall, session.endWall).map(([start, end]): ScheduleEventData => ({
      id: `${session.seriesId}|${session.recurrenceId}|${start}`,
      title: session.name,
      start: theirs(start),
      end: theirs(end),
      color: "teal",
      variant: "filled",
      payload: { session } satisfies Payload,
    })),
  );
  return [...open, ...closed, ...sessions];
}

function band(id: string, start: string, end: string, kind: Band, label: string): ScheduleEventData {
  return {
    id,
    title: label,
    start: theirs(start),
    end: theirs(end),
    color: "gray",
    display: "background",
    payload: { band: kind, label } satisfies Payload,
  };
}

const wholeDay = (session: SessionView) => dateOf(session.startWall) !== dateOf(addWallMinutes(session.endWall, -1));

/** A week as a grid: message hours as quiet bands, closures hatched, appointments to click, drag and stretch. */
export function WeekGrid({ firstDate, firstDay, view, create, open, move, openDay }: WeekGridProps) {
  const { locale, wallNow, hour, wallTime, date: dateInWords } = usePracticeTime();
  const events = useMemo(() => eventsOf(view, firstDate), [view, firstDate]);
  const weekday = useMemo(() => new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short" }), [locale]);

  const moved = (data: { newStart: string; newEnd: string; event: ScheduleEventData }) => {
    const session = sessionOf(data.event);
    if (session !== null)
      move(session, {
        start: ours(data.newStart),
        durationMinutes: wallMinutes(ours(data.newStart), ours(data.newEnd)),
      });
  };
  const whole = (event: ScheduleEventData) => {
    const session = sessionOf(event);
    return session !== null && !wholeDay(session);
  };

  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The library names a day's button by an ISO date; its own visible text ("Mon 30") is the better name.
    for (const label of grid.current?.querySelectorAll(".mantine-WeekView-weekViewDayLabel") ?? []) {
      label.removeAttribute("aria-label");
      label.setAttribute("title", "Show the agenda");
    }
  });

  return (
    <WeekView
      ref={grid}
      className="week-grid"
      date={firstDate}
      firstDayOfWeek={(firstDay % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6}
      events={events}
      withHeader={false}
      withAllDaySlots={false}
      withWeekNumber={false}
      intervalMinutes={30}
      eventDragInterval={15}
      eventResizeInterval={5}
      slotHeight={52}
      startScrollTime={firstHour(view)}
      scrollAreaProps={{ mah: "max(24rem, calc(100dvh - 15rem))", type: "auto", scrollbarSize: 10 }}
      highlightToday
      getCurrentTime={() => theirs(wallNow())}
      weekdayFormat={(day) => weekday.format(Date.parse(`${day.slice(0, 10)}T00:00Z`))}
      slotLabelFormat={(slot) => hour(slot.slice(11, 16))}
      labels={{ weekday: "Agenda of", timeSlot: "Book at" }}
      getTimeSlotProps={({ start }) => ({
        "aria-label": `Book ${dateInWords(start.slice(0, 10))} ${wallTime(start.slice(11, 16))}`,
      })}
      onDateChange={(day) => openDay(day.slice(0, 10))}
      onTimeSlotClick={({ slotStart }) => create({ start: ours(slotStart), durationMinutes: defaultLength })}
      withDragSlotSelect
      onSlotDragEnd={(start, end) =>
        create({ start: ours(start), durationMinutes: wallMinutes(ours(start), ours(end)) })
      }
      onEventClick={(event) => {
        const session = sessionOf(event);
        if (session !== null) open(session);
      }}
      withEventsDragAndDrop
      canDragEvent={whole}
      onEventDrop={moved}
      withEventResize
      canResizeEvent={whole}
      onEventResize={moved}
      renderEventBody={(event) => <EventBody event={event} />}
      renderEvent={(event, props) => {
        const payload = payloadOf(event);
        if (payload === undefined || !("band" in payload))
          return <UnstyledButton {...props} className={`${props.className ?? ""} week-session`} />;
        return (
          <Box
            {...(props as ComponentProps<"div">)}
            className={`${props.className ?? ""} week-band`}
            data-band={payload.band}
          />
        );
      }}
    />
  );
}

/* The grid scrolls to an hour below its own sticky header, so one more than the eye needs. */
const headroomHours = 2;

function firstHour(view: CalendarView): string {
  const starts = [
    ...view.sessions.map((session) => timeOf(session.startWall)),
    ...view.open.map((span) => timeOf(span.startWall)),
  ].filter((time) => time >= "05:00");
  const earliest = starts.toSorted()[0] ?? "09:00";
  return `${String(Math.max(Number(earliest.slice(0, 2)) - headroomHours, 0)).padStart(2, "0")}:00:00`;
}

/* Repeated, because most of a day lies outside the part of the grid that is in view. */
function BandLabels({ label }: { readonly label: string }) {
  return (
    <span className="week-band-labels">
      {[0, 6, 12, 18].map((from) => (
        <span key={from} aria-hidden={from !== 0}>
          {label}
        </span>
      ))}
    </span>
  );
}

function EventBody({ event }: { readonly event: ScheduleEventData }) {
  const { time } = usePracticeTime();
  const payload = payloadOf(event);
  if (payload === undefined) return null;
  if ("band" in payload)
    return payload.band !== "open" && payload.label !== "" ? <BandLabels label={payload.label} /> : null;
  const { session } = payload;
  return (
    <>
      <span className="week-session-name">
        {session.name}{" "}
        {session.recurring ? (
          <>
            <IconRepeat size={13} aria-hidden />
            <span className="unseen">repeats</span>
          </>
        ) : null}
      </span>
      <span className="week-session-time">
        {time(session.start)} – {time(session.end)}
      </span>
    </>
  );
}
