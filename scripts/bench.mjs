/**
 * `npm run bench`: the tables of docs/performance.md, each from a process of its own. They run in UTC, because that is the
 * only zone of a process in which rrule's `tzid` answers in instants.
 */
import { join } from "node:path";
import { endChildrenOnSignals, run } from "./processes.mjs";
import { projectNode, root, runScript, withProjectTools } from "./project.mjs";

await runScript(async () => {
  endChildrenOnSignals();
  for (const file of ["recurrence.ts", "practice.ts"]) {
    const status = await run(projectNode, [join(root, "tests", "bench", file)], {
      cwd: root,
      env: withProjectTools({ TZ: "UTC" }),
    });
    if (status !== 0) return status;
  }
  return 0;
});
