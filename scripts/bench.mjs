/**
 * `npm run bench`: the table of docs/performance.md. It runs in UTC, because that is the only zone of a process in which
 * rrule's `tzid` answers in instants.
 */
import { join } from "node:path";
import { endChildrenOnSignals, run } from "./processes.mjs";
import { projectNode, root, runScript, withProjectTools } from "./project.mjs";

await runScript(() => {
  endChildrenOnSignals();
  return run(projectNode, [join(root, "tests", "bench", "run.ts")], {
    cwd: root,
    env: withProjectTools({ TZ: "UTC" }),
  });
});
