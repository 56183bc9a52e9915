import { dateOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** The day of an instant: "Monday 30 November", with the year when it is another one. */
export function useDayOf(): (instant: number) => string {
  const { date, wallAt } = usePracticeTime();
  return (instant) => date(dateOf(wallAt(instant)));
}
