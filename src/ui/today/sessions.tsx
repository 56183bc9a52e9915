import { Text } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { Fragment } from "react";
import { Link } from "wouter";
import type { HoursWindow, SessionView } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { useNow } from "../time/useNow.ts";
import { DayStrip } from "./dayStrip.tsx";

interface SessionsProps {
  readonly date: string;
  readonly sessions: readonly SessionView[];
  readonly windows: readonly HoursWindow[];
}

/** Today's sessions in order, with the line that says where the day is. */
export function Sessions({ date, sessions, windows }: SessionsProps) {
  const { time, wallTime } = usePracticeTime();
  const now = useNow();
  const hours = windows.map((window) => `${wallTime(window.start)} to ${wallTime(window.end)}`).join(", ");
  const next = sessions.findIndex((session) => session.start > now);
  const lineAt = next === -1 ? sessions.length : next;

  return (
    <Section title="Sessions" note={hours === "" ? "No message hours today." : `Message hours today: ${hours}.`}>
      <div className="sheet">
        {sessions.length > 0 || windows.length > 0 ? (
          <DayStrip date={date} sessions={sessions} windows={windows} now={now} />
        ) : null}
        {sessions.length === 0 ? (
          <Empty icon={<IconCalendarPlus />} title="No sessions today">
            <Link href="/calendar?new">Book an appointment</Link>
          </Empty>
        ) : (
          <ol className="rows">
            {sessions.map((session, index) => (
              <Fragment key={`${session.seriesId}-${session.recurrenceId}`}>
                {index === lineAt ? <NowLine time={time(now)} /> : null}
                <li className="today-row" data-past={session.end <= now || undefined}>
                  <Text className="today-time">
                    {time(session.start)} – {time(session.end)}
                  </Text>
                  <Text className="today-row-words" fw={600}>
                    {session.name}
                  </Text>
                  <Text c="dimmed">{stateOf(session, now)}</Text>
                </li>
              </Fragment>
            ))}
            {lineAt === sessions.length ? <NowLine time={time(now)} /> : null}
          </ol>
        )}
      </div>
    </Section>
  );
}

function stateOf(session: SessionView, now: number): string {
  if (session.end <= now) return "Over";
  if (session.start <= now) return "Now";
  return session.moved ? "Moved here" : "";
}

function NowLine({ time }: { readonly time: string }) {
  return (
    <li className="now-line">
      <span>Now {time}</span>
    </li>
  );
}
