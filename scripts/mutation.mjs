/**
 * `npm run mutation`: changes the gate and the replies in thousands of small ways, one at a time, and asks whether a test
 * notices. It takes long, and no part of `npm test`. What was measured is kept, so the next run asks only about what changed.
 *
 *   npm run mutation                                       the gate and the replies
 *   npm run mutation -- src/domain/gate/rules/closed.ts    these files, or patterns of files
 *   npm run mutation -- --force                            without what is known from before
 *
 * A change to what is worked out once, when a file is read (a pattern, a list), is not asked about again because a test is
 * new. Whoever writes a test for one asks with `--force`, for that file or for some of its lines (`file.ts:14-21`).
 */
import { join } from "node:path";
import { installDependencies } from "./install.mjs";
import { endChildrenOnSignals, run } from "./processes.mjs";
import { modules, projectNode, root, runScript, withProjectTools } from "./project.mjs";

await runScript(async () => {
  endChildrenOnSignals();
  await installDependencies();
  const given = process.argv.slice(2);
  const options = given.filter((word) => word.startsWith("-"));
  const files = given.filter((word) => !word.startsWith("-"));
  if (files.length > 0) options.push("--mutate", files.join(","));
  return run(
    projectNode,
    [
      join(modules, "@stryker-mutator", "core", "bin", "stryker.js"),
      "run",
      join("tests", "mutation", "stryker.config.mjs"),
      ...options,
    ],
    { cwd: root, env: withProjectTools() },
  );
});
