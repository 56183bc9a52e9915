import { expect, test } from "vitest";
import { testPractice, value } from "../../builders/practice.ts";

test("two settings of the gate that are changed at the same time both hold", async () => {
  const { practice } = await testPractice({ now: "2026-11-30T15:00:00Z" });
  const before = practice.policy.availability().gate;
  value(practice.policy.setGate({ batch: { on: true, minutes: 60 } }));
  value(practice.policy.setGate({ bufferBefore: 10 }));
  expect(practice.policy.availability().gate).toEqual({
    ...before,
    batch: { on: true, minutes: 60 },
    bufferBefore: 10,
  });
});

test("what is out of range is refused and nothing changes", async () => {
  const { practice } = await testPractice({ now: "2026-11-30T15:00:00Z" });
  const { version } = practice.policy.availability();
  expect(practice.policy.setGate({ bufferAfter: 90 })).toMatchObject({ ok: false, field: "gate.bufferAfter" });
  expect(practice.policy.setGate({ repeatedContact: { on: true, messages: 1, minutes: 15 } })).toMatchObject({
    ok: false,
    field: "gate.repeatedContact.messages",
  });
  expect(practice.policy.availability().version).toBe(version);
});

test("every phrase the app comes with is offered by kind, and a new practice begins with all of them", async () => {
  const { practice } = await testPractice({ now: "2026-11-30T15:00:00Z" });
  const { safety, logistics } = practice.policy.shippedPhrases();
  const { gate } = practice.policy.availability();
  expect(Object.values(safety).flat()).toEqual(gate.safetyPhrases);
  expect(logistics).toEqual(gate.nearSession.phrases);
});
