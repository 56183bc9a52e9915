import type { HoursWindow, SessionView } from "../data/api.ts";
import { addDays, wallMinutes } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

interface DayStripProps {
  readonly date: string;
  readonly sessions: readonly SessionView[];
  readonly windows: readonly HoursWindow[];
  readonly now: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const dayMinutes = 1_440;
const clamp = (minutes: number) => Math.min(Math.max(minutes, 0), dayMinutes);

/**
 * The day as one line: message hours as a band, sessions as blocks, now as a stroke. It repeats what the list below says,
 * so it is hidden from those who listen.
 */
export function DayStrip({ date, sessions, windows, now }: DayStripProps) {
  const { wallAt, hour } = usePracticeTime();
  const midnight = `${date}T00:00`;
  const minuteOf = (wall: string) => clamp(wallMinutes(midnight, wall));
  const open = windows.map((window): Span => {
    const end =
      window.end === "24:00" || window.end < window.start ? `${addDays(date, 1)}T00:00` : `${date}T${window.end}`;
    return { start: minuteOf(`${date}T${window.start}`), end: minuteOf(end) };
  });
  const busy = sessions.map((session): Span => ({
    start: minuteOf(session.startWall),
    end: minuteOf(session.endWall),
  }));
  const at = minuteOf(wallAt(now));
  const all = [...open, ...busy];
  const first = Math.floor((Math.min(at, ...all.map((span) => span.start)) - 15) / 60) * 60;
  const last = Math.ceil((Math.max(at, ...all.map((span) => span.end)) + 15) / 60) * 60;
  const from = clamp(first);
  const to = clamp(last);
  const share = (minutes: number) => `${((minutes - from) / (to - from)) * 100}%`;
  const place = (span: Span) => ({
    insetInlineStart: share(span.start),
    width: `${((span.end - span.start) / (to - from)) * 100}%`,
  });
  const step = to - from > 720 ? 180 : to - from > 360 ? 120 : 60;
  const marks = Array.from({ length: Math.ceil(dayMinutes / step) }, (_, index) => index * step).filter(
    (mark) => mark > from && mark < to,
  );

  return (
    <div className="day-strip" aria-hidden>
      <div className="day-strip-line">
        {open.map((span) => (
          <span key={span.start} className="day-strip-open" style={place(span)} />
        ))}
        {busy.map((span) => (
          <span key={`${span.start}-${span.end}`} className="day-strip-session" style={place(span)} />
        ))}
        <span className="day-strip-now" style={{ insetInlineStart: share(at) }} />
      </div>
      <div className="day-strip-marks">
        {marks.map((mark) => (
          <span key={mark} style={{ insetInlineStart: share(mark) }}>
            {hour(`${String(mark / 60).padStart(2, "0")}:00`)}
          </span>
        ))}
      </div>
    </div>
  );
}
