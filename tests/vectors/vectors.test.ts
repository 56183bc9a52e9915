import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { runCase } from "./families.ts";

const folder = new URL("../../../shared/vectors/", import.meta.url);
const families = [
  { file: "recurrence.public.json", cases: 1029 },
  { file: "availability.public.json", cases: 692 },
  { file: "slots.public.json", cases: 133 },
];

const isMissing = !existsSync(folder);
const why = isMissing ? " (NOT RUN: the folder ../shared/vectors beside the project is missing)" : "";

describe.skipIf(isMissing)(`the core answers every public scheduling vector${why}`, () => {
  test.each(families)("$file, $cases cases", ({ file, cases }) => {
    const given = z.array(z.unknown()).parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")));
    const outcomes = given.map(runCase);
    expect(outcomes).toHaveLength(cases);
    expect(outcomes.filter((one) => one.expected !== one.actual)).toEqual([]);
  });
});
