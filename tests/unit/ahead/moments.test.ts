import { expect, test } from "vitest";
import { momentsAhead } from "../../../src/domain/ahead/moments.ts";
import { policyWith } from "../../builders/policy.ts";

const vacation = (firstDate: string, lastDate: string) =>
  ({ id: firstDate, kind: "vacation", label: "", firstDate, lastDate, windows: [], cover: null }) as const;

const at = (policy: Parameters<typeof momentsAhead>[0], now: string) =>
  Object.fromEntries(momentsAhead(policy, Date.parse(now)).map((one) => [one.name, new Date(one.at).toISOString()]));

test("on a Monday noon: tonight, Saturday night, the clock change in March and the next vacation", () => {
  const policy = policyWith({ closures: [vacation("2026-11-01", "2026-11-08"), vacation("2026-12-21", "2027-01-03")] });
  expect(at(policy, "2026-11-23T17:00:00Z")).toEqual({
    tonight: "2026-11-24T03:00:00.000Z",
    saturday: "2026-11-28T07:00:00.000Z",
    "clock-change": "2027-03-14T06:30:00.000Z",
    vacation: "2026-12-21T17:00:00.000Z",
  });
});

test("on Saturday at 3 and at 23: the Saturday after, and tomorrow's night", () => {
  expect(at(policyWith(), "2026-11-28T08:00:00Z")).toMatchObject({ saturday: "2026-12-05T07:00:00.000Z" });
  expect(at(policyWith(), "2026-11-29T04:00:00Z")).toMatchObject({ tonight: "2026-11-30T03:00:00.000Z" });
});

test("without a clock that changes and without a vacation there is no such moment", () => {
  expect(Object.keys(at(policyWith({ zone: "America/Phoenix" }), "2026-11-23T17:00:00Z"))).toEqual([
    "tonight",
    "saturday",
  ]);
});
