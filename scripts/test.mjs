/**
 * `npm test`: installs what is missing and runs everything that can run here, each suite once. What this computer
 * lacks is named at the end, with the command that would provide it. The last line is `N passed, N failed, N skipped`.
 *
 *   npm test                       everything
 *   npm test -- unit browser       these suites: check unit vectors situations integration chaos browser electron screenshots
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { installDependencies } from "./install.mjs";
import { endChildrenOnSignals, toldToStop } from "./processes.mjs";
import { root, runScript, say, Stop } from "./project.mjs";
import { brokenRunner, sum, tally } from "./reports.mjs";
import { screenshots, suites } from "./suites.mjs";

await runScript(async () => {
  const chosen = choose(process.argv.slice(2));
  endChildrenOnSignals();
  await installDependencies();
  mkdirSync(join(root, "test-results"), { recursive: true });

  const outcomes = [];
  for (const suite of chosen) {
    outcomes.push({ suite, result: await outcomeOf(suite) });
    if (toldToStop()) throw new Stop("Stopped before all tests had run.");
  }
  return closing(outcomes);
});

function choose(names) {
  const known = [...suites, screenshots];
  const unknown = names.filter((name) => !known.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    throw new Stop(
      `No suite is called ${unknown.join(", ")}. There are: ${known.map((suite) => suite.name).join(", ")}.`,
    );
  }
  return names.length === 0 ? suites : known.filter((suite) => names.includes(suite.name));
}

/** Runs a suite, or says what keeps it from running. A suite that cannot even begin is a failure, never a gap. */
async function outcomeOf(suite) {
  const started = performance.now();
  const hindrances = await lacking(suite.lacks);
  if (hindrances.length > 0) return tally({ skipped: 1, notes: hindrances });
  say(`\n== ${suite.name}`);
  try {
    const result = await suite.run();
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    say(`${suite.name}: ${counts(result)} (${seconds} s)`);
    if (result.skipped === 0) return result;
    return tally({ ...result, notes: [...result.notes, ...(await lacking(suite.partlyLacks))] });
  } catch (fault) {
    // Also a fault of ours: the remaining suites run, and the last line is there.
    say(fault instanceof Stop ? fault.message : fault.stack);
    return brokenRunner(fault.message.split("\n")[0]);
  }
}

async function lacking(questions) {
  const lacks = await Promise.all(questions.map((question) => question()));
  return lacks.filter((one) => one !== null).map((one) => `${one.missing} is missing. To have it: ${one.command}`);
}

function counts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function closing(outcomes) {
  list(
    "Failed",
    outcomes.flatMap(({ suite, result }) => result.failures.map((one) => `${suite.name}: ${one}`)),
  );
  list(
    "Skipped",
    outcomes
      .filter(({ result }) => result.skipped > 0)
      .flatMap(({ suite, result }) =>
        (result.notes.length > 0 ? result.notes : ["the tests themselves say why"]).map(
          (note) => `${suite.name} (${result.skipped}): ${note}`,
        ),
      ),
  );
  const total = sum(outcomes.map(({ result }) => result));
  say(`\n${counts(total)}`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function list(heading, lines) {
  if (lines.length === 0) return;
  say(`\n${heading}`);
  lines.forEach((line) => say(`  ${line}`));
}
