import type { Instant } from "../../src/domain/time/instant.ts";
import type { Clock } from "../../src/practice/clock.ts";

/** A clock that stands still until a test moves it; whatever waited for a moment it passes is woken. */
export interface MovableClock extends Clock {
  set(now: Instant): void;
}

/** A clock that shows `start` until it is moved. */
export function movableClock(start: Instant): MovableClock {
  let now = start;
  const waiting = new Set<{ at: Instant; wake: () => void }>();
  return {
    now: () => now,
    wakeAt(at, wake) {
      const entry = { at, wake };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    set(next) {
      now = next;
      for (const entry of waiting) {
        if (entry.at > now || !waiting.delete(entry)) continue;
        setImmediate(entry.wake);
      }
    },
  };
}
