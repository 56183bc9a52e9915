import { expect, test } from "vitest";
import { hasJumped } from "../../../electron/clock-jump.ts";

const quarterMinute = 15_000;
const start = { wall: Date.parse("2026-11-14T07:10:00Z"), steady: 5_000 };
const after = (wall: number, steady: number) => ({ wall: start.wall + wall, steady: start.steady + steady });

test("a quarter of a minute is no jump, nor is a second late", () => {
  expect(hasJumped(start, after(15_000, 15_000), quarterMinute)).toBe(false);
  expect(hasJumped(start, after(16_000, 15_900), quarterMinute)).toBe(false);
});

test("T13: an hour of sleep is a jump, whether the steady clock slept as well or not", () => {
  expect(hasJumped(start, after(3_615_000, 15_000), quarterMinute)).toBe(true);
  expect(hasJumped(start, after(3_615_000, 3_615_000), quarterMinute)).toBe(true);
});

test("T13: a clock that was set is a jump, forward or back", () => {
  expect(hasJumped(start, after(75_000, 15_000), quarterMinute)).toBe(true);
  expect(hasJumped(start, after(-45_000, 15_000), quarterMinute)).toBe(true);
});
