import { expect, test } from "vitest";
import { addVerdict, judgedMessage } from "../../../src/store/messages.ts";
import { testPractice, value } from "../../builders/practice.ts";
import { opened, storedPractice } from "../../builders/stored-practice.ts";

const saturdayNight = "2026-11-28T07:10:00Z";

test("a verdict is decided once more to the same result, also after the policy changed and it surfaced", async () => {
  const { practice, arrive, until } = await testPractice({ now: saturdayNight });
  await arrive();
  const id = practice.inbox.list().held[0]?.id ?? "";
  expect(practice.inbox.open(id)?.why).toMatchObject({
    rule: "closed",
    ruleName: "Closed",
    replay: "same",
    noReply: null,
  });
  const { messageHours } = practice.policy.availability();
  value(practice.policy.setMessageHours({ ...messageHours, MO: [{ start: "08:00", end: "12:00" }] }));
  await until("2026-11-30T13:00:00Z");
  const why = practice.inbox.open(id)?.why;
  expect(why).toMatchObject({ rule: "open", policyVersion: 2, replay: "same" });
  expect(why?.history).toHaveLength(3);
});

test("a message that surfaces says why nothing was answered", async () => {
  const { practice, arrive } = await testPractice({ now: "2026-11-30T15:00:00Z" });
  await arrive();
  const id = practice.inbox.list().surfaced[0]?.id ?? "";
  expect(practice.inbox.open(id)?.why).toMatchObject({
    reply: null,
    noReply: "It surfaces, so you answer it yourself.",
  });
});

test("words that were taken for STOP later were no STOP when they came in", async () => {
  const { practice, arrive } = await testPractice({ now: "2026-11-30T15:00:00Z" });
  await arrive({ text: "Please stop texting me" });
  const id = practice.inbox.list().surfaced[0]?.id ?? "";
  value(practice.optingOut.settleKeyword(id, "opt-out"));
  expect(practice.inbox.open(id)?.why.noReply).toBe("It surfaces, so you answer it yourself.");
});

test("a verdict that comes out otherwise is told, and stays as it was given", async () => {
  const practiced = await testPractice({ now: saturdayNight });
  await practiced.arrive();
  const id = practiced.practice.inbox.list().held[0]?.id ?? "";
  await practiced.door.shut();
  const stored = await storedPractice(practiced.folder);
  const current = judgedMessage(stored.db, id)?.current;
  if (current?.verdict.kind !== "hold") throw new Error("It is held.");
  addVerdict(stored.db, {
    ...current,
    id: "other",
    verdict: { ...current.verdict, until: current.verdict.until + 60_000 },
  });
  stored.close();
  const { door, practice } = await opened(practiced, practiced.folder);
  expect(practice.inbox.open(id)?.why).toMatchObject({
    replay: "different",
    sentence: expect.stringContaining("9:01"),
  });
  await door.shut();
});

test("surfaced by hand before the gate could, it was still the gate that held it", async () => {
  const { practice, arrive } = await testPractice({ now: saturdayNight });
  await arrive();
  const id = practice.inbox.list().held[0]?.id ?? "";
  value(practice.inbox.surfaceNow(id));
  expect(practice.inbox.open(id)?.why).toMatchObject({ ruleName: "Decided by you", replay: "same" });
});
