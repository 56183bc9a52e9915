import { expect, test } from "vitest";
import { testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";

test("every version is listed with its instant and what changed, newest first, and can be compared and restored", async () => {
  const { practice, until } = await testPractice({ now: "2026-11-30T15:00:00Z" });
  await until("2026-11-30T16:00:00Z");
  const TU = [{ start: "09:00", end: "12:00" }];
  value(practice.policy.setMessageHours({ ...weekdaysNineToFive, TU }));
  await until("2026-11-30T17:00:00Z");
  value(practice.policy.setGate({ batch: { on: true, minutes: 30 } }));

  const hours = "Message hours, Tuesday: 9:00 AM to 5:00 PM → 9:00 AM to 12:00 PM.";
  const batches = "Batches: off → every 30 minutes.";
  expect(practice.policy.versions(40)).toEqual({
    versions: [
      { version: 3, at: Date.parse("2026-11-30T17:00:00Z"), inForce: true, changes: [batches] },
      { version: 2, at: Date.parse("2026-11-30T16:00:00Z"), inForce: false, changes: [hours] },
      { version: 1, at: Date.parse("2026-11-30T15:00:00Z"), inForce: false, changes: null },
    ],
    more: false,
  });
  expect(practice.policy.versions(2)).toMatchObject({
    versions: [{ version: 3 }, { version: 2, changes: [hours] }],
    more: true,
  });
  expect(value(practice.policy.compareVersions(1, 3))).toEqual([hours, batches]);
  expect(value(practice.policy.compareVersions(2, 2))).toEqual([]);
  expect(practice.policy.compareVersions(1, 9)).toMatchObject({ ok: false });

  value(practice.policy.restore(1));
  expect(value(practice.policy.compareVersions(1, 4))).toEqual([]);
  expect(practice.policy.versions(1).versions[0]?.changes).toEqual([
    "Message hours, Tuesday: 9:00 AM to 12:00 PM → 9:00 AM to 5:00 PM.",
    "Batches: every 30 minutes → off.",
  ]);
});
