import { expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import { factsAt, plain, policyWith } from "../../builders/policy.ts";

// Monday 30 November 2026, New York: a session from 10:00 to 10:50, five minutes of buffer after it.
const session: [string, string] = ["2026-11-30T15:00:00Z", "2026-11-30T15:50:00Z"];
const decideAt = (now: string, ...sessions: [string, string][]) =>
  decide(plain, factsAt(now, { sessions }), policyWith());

test("a message in the middle of a session waits for its end and the buffer", () => {
  expect(decideAt("2026-11-30T15:20:00Z", session)).toEqual({
    kind: "hold",
    until: Date.parse("2026-11-30T15:55:00Z"),
    rule: "in-session",
    reasons: ["session"],
  });
});

test("a message in the buffer after a session still waits", () => {
  expect(decideAt("2026-11-30T15:54:59Z", session)).toMatchObject({ kind: "hold", rule: "in-session" });
});

test("a message at the end of the buffer surfaces", () => {
  expect(decideAt("2026-11-30T15:55:00Z", session)).toMatchObject({ kind: "surface", rule: "open" });
});

test("back to back sessions hold until the last of them is over", () => {
  expect(decideAt("2026-11-30T15:20:00Z", session, ["2026-11-30T15:55:00Z", "2026-11-30T16:45:00Z"])).toMatchObject({
    until: Date.parse("2026-11-30T16:50:00Z"),
  });
});

test("a session that outlasts the message hours holds until the next opening, not into the evening", () => {
  expect(decideAt("2026-11-30T21:45:00Z", ["2026-11-30T21:30:00Z", "2026-11-30T22:20:00Z"])).toMatchObject({
    kind: "hold",
    rule: "in-session",
    until: Date.parse("2026-12-01T14:00:00Z"),
  });
});

test("a session at the opening moves the release behind it", () => {
  expect(decideAt("2026-11-30T12:00:00Z", ["2026-11-30T14:00:00Z", "2026-11-30T14:50:00Z"])).toMatchObject({
    rule: "closed",
    until: Date.parse("2026-11-30T14:55:00Z"),
  });
});

test("a message in the buffer before a session waits like one in it", () => {
  const policy = policyWith({ gate: { bufferBefore: 10 } });
  const rule = (now: string) => decide(plain, factsAt(now, { sessions: [session] }), policy).rule;
  expect(rule("2026-11-30T14:49:59Z")).toBe("open");
  expect(rule("2026-11-30T14:50:00Z")).toBe("in-session");
});
