import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains } from "../../../../src/domain/time/instant.ts";
import {
  endAfter,
  isInside,
  placeEndingAfter,
  spanIndex,
  startAfter,
  startsInTheWay,
} from "../../../../src/domain/time/span-index.ts";

const covers = { start: 0, end: 1000 };
const anyIntervals = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 })).map(([start, length]) => ({
    start,
    end: start + length,
  })),
);
const anyMoment = fc.integer({ min: -10, max: 350 });

describe("an index of spans", () => {
  test("joins spans that overlap or touch and leaves out what has no length", () => {
    const index = spanIndex(
      [
        { start: 50, end: 60 },
        { start: 10, end: 20 },
        { start: 20, end: 30 },
        { start: 40, end: 40 },
      ],
      covers,
    );
    expect([...index.starts]).toEqual([10, 50]);
    expect([...index.ends]).toEqual([30, 60]);
  });

  test("that is empty answers that there is nothing", () => {
    const index = spanIndex([], covers);
    expect(isInside(index, 5)).toBe(false);
    expect(startAfter(index, 5)).toBeNull();
    expect(endAfter(index, 5)).toBeNull();
    expect(placeEndingAfter(index, 0)).toBe(0);
    expect(startsInTheWay(index, [1, 2], 10, 5)).toEqual([]);
  });

  test("knows of each moment whether a span holds it, and what begins and ends next", () => {
    fc.assert(
      fc.property(anyIntervals, anyMoment, (intervals, moment) => {
        const index = spanIndex(intervals, covers);
        expect(isInside(index, moment)).toBe(intervals.some((one) => contains(one, moment)));
        expect(startAfter(index, moment)).toBe([...index.starts].find((one) => one > moment) ?? null);
        expect(endAfter(index, moment)).toBe([...index.ends].find((one) => one > moment) ?? null);
      }),
    );
  });

  test("finds what stands in the way, and only that", () => {
    fc.assert(
      fc.property(anyIntervals, anyMoment, fc.integer({ min: 1, max: 60 }), (intervals, start, length) => {
        const index = spanIndex(intervals, covers);
        const isTaken = intervals.some((one) => one.start < one.end && one.start < start + length && start < one.end);
        const place = placeEndingAfter(index, start);
        expect(place).toBe([...index.ends].filter((end) => end <= start).length);
        expect((index.starts[place] ?? Number.POSITIVE_INFINITY) < start + length).toBe(isTaken);
        expect(startsInTheWay(index, [start], length, 1)).toEqual(isTaken ? [start] : []);
      }),
    );
  });

  test("names the first starts that would collide, no more than asked for", () => {
    const index = spanIndex(
      [10, 30, 50, 70].map((start) => ({ start, end: start + 5 })),
      covers,
    );
    expect(startsInTheWay(index, [0, 12, 15, 28, 48, 68], 5, 3)).toEqual([12, 28, 48]);
  });
});
