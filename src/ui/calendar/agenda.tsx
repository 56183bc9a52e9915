import { Text, UnstyledButton } from "@mantine/core";
import { IconBeach, IconCalendarPlus, IconRepeat } from "@tabler/icons-react";
import type { CalendarView, SessionView } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { dateOf, datesFrom, timeOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

interface AgendaProps {
  readonly firstDate: string;
  readonly lastDate: string;
  readonly view: CalendarView;
  readonly open: (session: SessionView) => void;
}

/** The calendar as a list, day by day: everything the grid shows, for the keyboard and the ear. */
export function Agenda({ firstDate, lastDate, view, open }: AgendaProps) {
  const { today } = usePracticeTime();
  const days = datesFrom(firstDate, lastDate).filter(
    (date) =>
      date === today() ||
      view.sessions.some((session) => dateOf(session.startWall) === date) ||
      closureOn(view, date) !== undefined,
  );
  if (days.length === 0) {
    return (
      <div className="sheet">
        <Empty icon={<IconCalendarPlus />} title="Nothing in these four weeks">
          New appointment, above, books the first.
        </Empty>
      </div>
    );
  }
  return (
    <div className="agenda">
      {days.map((date) => (
        <AgendaDay key={date} date={date} view={view} open={open} />
      ))}
    </div>
  );
}

const closureOn = (view: CalendarView, date: string) =>
  view.closures.find((one) => one.firstDate <= date && date <= one.lastDate);

interface AgendaDayProps {
  readonly date: string;
  readonly view: CalendarView;
  readonly open: (session: SessionView) => void;
}

function AgendaDay({ date, view, open }: AgendaDayProps) {
  const { date: inWords, today, time, wallTime } = usePracticeTime();
  const sessions = view.sessions.filter((session) => dateOf(session.startWall) === date);
  const hours = view.open
    .filter((span) => dateOf(span.startWall) === date)
    .map((span) => `${wallTime(timeOf(span.startWall))} to ${wallTime(timeOf(span.endWall))}`);
  const closure = closureOn(view, date);
  return (
    <section className="agenda-day" aria-label={inWords(date)}>
      <h2>
        {inWords(date)} {date === today() ? <span className="agenda-today">Today</span> : null}
      </h2>
      <Text c="dimmed">
        {closure === undefined ? null : (
          <>
            <IconBeach size={16} aria-hidden className="agenda-sign" />{" "}
            {closure.label === "" ? "Exception" : closure.label}.{" "}
          </>
        )}
        {hours.length === 0 ? "No message hours." : `Message hours ${hours.join(", ")}.`}
      </Text>
      {sessions.length === 0 ? null : (
        <ul className="rows sheet">
          {sessions.map((session) => (
            <li key={`${session.seriesId}-${session.recurrenceId}`}>
              <UnstyledButton className="agenda-row" onClick={() => open(session)}>
                <span className="agenda-time">
                  {time(session.start)} – {time(session.end)}
                </span>
                <span className="agenda-name">{session.name}</span>
                <span className="agenda-note">
                  {session.recurring ? (
                    <>
                      <IconRepeat size={15} aria-hidden className="agenda-sign" /> repeats
                    </>
                  ) : null}
                  {session.moved ? " moved" : null}
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
