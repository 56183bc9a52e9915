import { useEffect, useState } from "react";
import { usePracticeTime } from "./practiceTime.tsx";

/** The app's clock, told anew every half minute. */
export function useNow(): number {
  const { now } = usePracticeTime();
  const [value, setValue] = useState(now);
  useEffect(() => {
    setValue(now());
    const timer = setInterval(() => setValue(now()), 30_000);
    return () => clearInterval(timer);
  }, [now]);
  return value;
}
