// npm run bench, first half
// Measures the engine and its rivals side by side in one process and prints one table: the time of this engine, and how
// many times as long each other takes. Rules are read beforehand; nobody may remember an answer. Before anything is
// measured, the answers are compared.
import { isDeepStrictEqual } from "node:util";
import process from "node:process";
import { duration, ratio } from "./in-words.ts";
import { rivals } from "./engines.ts";
import { questionWorkloads, recurrenceWorkloads } from "./workloads.ts";
import type { Task, Workload } from "./workloads.ts";

const rounds = 7;
const millisecondsPerRound = 30;
/** What the answers amount to is kept, or the compiler might find that nobody wants them. */
let kept = 0;

// rrule's `tzid` answers for the zone of the process: only in UTC are its answers instants.
if (new Date(0).getTimezoneOffset() !== 0 || process.env["TZ"] !== "UTC") {
  console.error("Set TZ=UTC (npm run bench does).");
  process.exit(1);
}

const header = ["", "this engine", ...rivals.map((one) => one.name)];
const rows = [...recurrenceWorkloads, ...questionWorkloads].map(measured);
const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
const line = (cells: readonly string[]) =>
  `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
console.log(line(header));
console.log(
  `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`,
);
for (const row of rows) console.log(line(row));
console.log(
  `\nNode ${process.version}, ${process.platform} ${process.arch}, median of ${rounds} rounds; “=” the answers are equal.`,
);
process.exitCode = kept > 0 || rows.some((row) => row.some((cell) => cell.endsWith("≠"))) ? 1 : 0;

function measured(workload: Workload): string[] {
  const expected = workload.ours();
  const isEqual = workload.rivals.map((rival) => isDeepStrictEqual(rival(), expected));
  const [own = Number.NaN, ...others] = medians([workload.ours, ...workload.rivals]);
  const cells = others.map((time, place) => `${ratio(time / own)} ${isEqual[place] === true ? "=" : "≠"}`);
  return [workload.name, duration(own), ...rivals.map((_, place) => cells[place] ?? "")];
}

/** Milliseconds a call, the median of rounds in which the tasks take turns. */
function medians(tasks: readonly Task[]): number[] {
  const calls = tasks.map(callsPerRound);
  const times = tasks.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, task] of tasks.entries()) {
      const count = calls[place] ?? 1;
      // What takes a second and more is not asked again and again.
      if (count === 1 && round > 0 && (times[place]?.[0] ?? 0) > 300) continue;
      times[place]?.push(timeOf(task, count) / count);
    }
  }
  return times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)] ?? Number.NaN);
}

/** How many calls fill a round, found out while the machine warms up. */
function callsPerRound(task: Task): number {
  for (let count = 1; ; count *= 4) {
    const time = timeOf(task, count);
    if (time > millisecondsPerRound / 4) return Math.max(1, Math.round((count * millisecondsPerRound) / time));
  }
}

function timeOf(task: Task, count: number): number {
  const started = performance.now();
  for (let call = 0; call < count; call += 1) kept += task() === undefined ? 1 : 0;
  return performance.now() - started;
}
