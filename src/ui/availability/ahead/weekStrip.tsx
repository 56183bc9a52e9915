import type { Outputs } from "../../data/api.ts";
import { usePracticeTime } from "../../time/practiceTime.tsx";

type Day = Outputs["ahead"]["week"]["days"][number];
type Stretch = Day["stretches"][number];

const states = ["open", "in-session", "do-not-disturb", "client-hours", "closed", "away"] as const;

function stateName(state: Stretch["state"]): string {
  switch (state) {
    case "open":
      return "Open";
    case "in-session":
      return "In session";
    case "do-not-disturb":
      return "Do not disturb";
    case "client-hours":
      return "Open to this client";
    case "closed":
      return "Closed";
    case "away":
      return "Away";
    default:
      return state satisfies never;
  }
}

interface WeekStripProps {
  readonly days: readonly Day[];
  readonly at: number;
  readonly choose: (at: number) => void;
}

/** The week of the asked instant, a line a day: when the gate is open. The same stands in words behind each line. */
export function WeekStrip({ days, at, choose }: WeekStripProps) {
  const { shortDate, hour, wallAt, instantOf } = usePracticeTime();
  const shown = states.filter((state) => days.some(({ stretches }) => stretches.some((one) => one.state === state)));
  const sameTimeOn = (day: Day) => instantOf(`${day.date}${wallAt(at).slice(10)}`) ?? day.start;
  return (
    <div className="gate-week">
      <table>
        <caption>The gate that week</caption>
        <thead>
          <tr>
            <th scope="col" className="unseen">
              Day
            </th>
            <th scope="col">
              <span className="unseen">States</span>
              <span className="gate-hours" aria-hidden>
                {["00:00", "06:00", "12:00", "18:00"].map((of) => (
                  <span key={of}>{hour(of)}</span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date} aria-current={day.start <= at && at < day.end ? "date" : undefined}>
              <th scope="row">
                <button type="button" className="gate-day" onClick={() => choose(sameTimeOn(day))}>
                  {shortDate(day.date)}
                </button>
              </th>
              <td>
                <Line day={day} at={at} choose={choose} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="gate-key" aria-hidden>
        {shown.map((state) => (
          <li key={state}>
            <span className="gate-stretch" data-state={state} /> {stateName(state)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Line({ day, at, choose }: { readonly day: Day; readonly at: number; readonly choose: (at: number) => void }) {
  const { time } = usePracticeTime();
  const { start, end, stretches } = day;
  const share = (span: number) => `${(span / (end - start)) * 100}%`;
  return (
    <>
      <span className="unseen">
        {stretches.map((one) => `${stateName(one.state)} from ${time(one.start)}`).join(", ")}
      </span>
      {/* With the pointer; the slider and the days do the same by keyboard. */}
      <span
        className="gate-line"
        aria-hidden
        onClick={(event) => {
          const { left, width } = event.currentTarget.getBoundingClientRect();
          const fiveMinutes = 300_000;
          choose(start + Math.round((((event.clientX - left) / width) * (end - start)) / fiveMinutes) * fiveMinutes);
        }}
      >
        {stretches.map((one) => (
          <span
            key={one.start}
            className="gate-stretch"
            data-state={one.state}
            style={{ width: share(one.end - one.start) }}
          />
        ))}
        {start <= at && at < end ? <span className="gate-at" style={{ insetInlineStart: share(at - start) }} /> : null}
      </span>
    </>
  );
}
