import { describe, expect, test } from "vitest";
import { saysTheSameAgain } from "../../../src/domain/gate/decide-once-more.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import { hold, surface } from "../../../src/domain/gate/verdict.ts";
import { agreedWith, factsAt, plain, policyWith } from "../../builders/policy.ts";

const saturdayNight = factsAt("2026-11-28T07:10:00Z");
const monday = Date.parse("2026-11-30T14:00:00Z");

describe("decided once more", () => {
  test("the gate says the same, from the same facts and policy", () => {
    const verdict = decide(plain, saturdayNight, policyWith());
    expect(saysTheSameAgain(verdict, plain, saturdayNight, policyWith())).toBe(true);
  });

  test.each([
    ["another release", hold(monday + 1, "closed", "outside-message-hours")],
    ["another rule", hold(monday, "in-session", "outside-message-hours")],
    ["another reason", hold(monday, "closed", "closure:vacation")],
    ["one reason more", hold(monday, "closed", "outside-message-hours", "agreed-hours-over")],
    ["the other kind", surface("closed", "outside-message-hours")],
  ])("%s is noticed", (_, stored) => {
    expect(saysTheSameAgain(stored, plain, saturdayNight, policyWith())).toBe(false);
  });

  test("another second reason is noticed too", () => {
    const policy = policyWith({ clientHours: [agreedWith("maya", { MO: [{ start: "07:00", end: "08:00" }] })] });
    const facts = factsAt("2026-11-28T07:10:00Z", { clientId: "maya" });
    const until = Date.parse("2026-11-30T12:00:00Z");
    const said = (second: string) => hold(until, "closed", "outside-message-hours", second);
    expect(saysTheSameAgain(said("agreed-hours-over"), plain, facts, policy)).toBe(true);
    expect(saysTheSameAgain(said("session-later"), plain, facts, policy)).toBe(false);
  });

  test("what the therapist decided, or a mistake of the app, is not the gate's", () => {
    expect(saysTheSameAgain(surface("by-hand", "by-hand"), plain, saturdayNight, policyWith())).toBeNull();
    expect(saysTheSameAgain(surface("undecided", "fault"), plain, saturdayNight, policyWith())).toBeNull();
  });
});
