import type { Step } from "../../src/practice/steps.ts";
import type { Stop } from "./host-messages.ts";

/** SIGKILLs this process at the step it is told, in the middle of whatever it was doing: no goodbye, no clean-up. */
export function endAtStep(stop: Stop | null): (step: Step) => void {
  let times = 0;
  return (step) => {
    if (step !== stop?.step) return;
    times += 1;
    if (times === stop.time) process.kill(process.pid, "SIGKILL");
  };
}

/** As hard to guess as a test needs: these tests are about practices, not about scrypt. */
export const cheapKeys = { cost: 1024, blockSize: 8, parallel: 1 } as const;
