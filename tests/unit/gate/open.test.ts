import { expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import { factsAt, plain, policyWith } from "../../builders/policy.ts";

test("inside message hours a message surfaces", () => {
  expect(decide(plain, factsAt("2026-11-30T15:00:00Z"), policyWith())).toEqual({
    kind: "surface",
    rule: "open",
    reasons: ["message-hours"],
  });
});

test("a message that cannot be read surfaces at any hour, because nothing can be decided about it", () => {
  expect(
    decide({ ...plain, unreadable: "It could not be read." }, factsAt("2026-11-29T07:00:00Z"), policyWith()),
  ).toEqual({ kind: "surface", rule: "undecided", reasons: ["unreadable"] });
});
