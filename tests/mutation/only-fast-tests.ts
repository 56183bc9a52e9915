import fc from "fast-check";
import { beforeEach } from "vitest";

// Always the same examples: a change that is noticed by luck would be noticed in one run and not in the next.
// The first counterexample is enough; looking for the smallest one takes so long that it would pass for an endless loop.
fc.configureGlobal({ seed: 20261129, numRuns: 25, endOnFailure: true });

/** Tests with a whole practice, and those about the time that very long texts take. */
const takesLong = /^in a practice(?:,|$)|of 100,000 signs/;

beforeEach(({ task, skip }) => {
  skip(
    takesLong.test(task.name) || takesLong.test(task.suite?.name ?? ""),
    "It takes too long to be run for each change.",
  );
});
