import { useEffect, useReducer } from "react";
import { usePracticeTime } from "./practiceTime.tsx";

/** The app's clock, read anew every half minute. */
export function useNow(): number {
  const { now } = usePracticeTime();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, 30_000);
    return () => clearInterval(timer);
  }, []);
  return now();
}
