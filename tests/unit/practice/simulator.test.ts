import { describe, expect, test } from "vitest";
import type { PolicyDraft } from "../../../src/domain/policy/draft.ts";
import type { SimulationView } from "../../../src/practice/simulator-views.ts";
import { type TestPractice, testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";
import { opened } from "../../builders/stored-practice.ts";

// In New York (UTC-5). Friday 27 November 2026, 15:00; Saturday 2:10; Monday 9:00.
const fridayAt15 = "2026-11-27T20:00:00Z";
const saturdayAt2 = "2026-11-28T07:10:00Z";
const mondayAt12 = "2026-11-30T17:00:00Z";
const theseDays = { firstDate: "2026-11-27", lastDate: "2026-11-30" };

const unaltered: PolicyDraft = { from: null, weeks: null, gate: {}, replies: null };
const fromEight: PolicyDraft = {
  ...unaltered,
  weeks: { messageHours: { ...weekdaysNineToFive, MO: [{ start: "08:00", end: "17:00" }] }, alternation: null },
};
const openOnSaturday: PolicyDraft = {
  ...unaltered,
  weeks: { messageHours: { ...weekdaysNineToFive, SA: [{ start: "00:00", end: "10:00" }] }, alternation: null },
};

/** Friday afternoon and the night to Saturday: one mail that surfaced, one that waited until Monday. */
async function afterAWeekend(): Promise<TestPractice> {
  const practiced = await testPractice({ now: fridayAt15 });
  await practiced.arrive({ subject: "Friday", text: "See you next week." });
  await practiced.until(saturdayAt2);
  await practiced.arrive({ subject: "Night", text: "Could we move next week?" });
  await practiced.until(mondayAt12);
  return practiced;
}

async function tried({ practice }: Pick<TestPractice, "practice">, draft: PolicyDraft, period = theseDays) {
  value(practice.simulator.begin(draft, period));
  return finished(practice);
}

async function finished(practice: TestPractice["practice"]) {
  for (;;) {
    const running = practice.simulator.latest();
    if (running === null) throw new Error("Nothing is being tried.");
    if (running.result !== null) return { ...running, result: running.result } satisfies SimulationView;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("trying a draft on what came in", () => {
  test("says which message would have surfaced earlier, with both sentences and both replies", async () => {
    const practiced = await afterAWeekend();
    const { id, result } = await tried(practiced, fromEight);
    expect(result).toMatchObject({
      policyVersion: 1,
      messages: 2,
      before: { held: 1, surfaced: 1, replies: 1, notifications: 2 },
      after: { held: 1, surfaced: 1, replies: 1, notifications: 2 },
      counts: [{ difference: "earlier", count: 1 }],
    });
    const [changed] = value(practiced.practice.simulator.changes(id, "earlier", 10));
    expect(changed).toMatchObject({
      name: "Maya",
      subject: "Night",
      excerpt: "Could we move next week?",
      replyDiffers: true,
      before: { sentence: "Held until Mon 9:00 AM: it arrived outside your message hours.", noReply: null },
      after: { sentence: "Held until Mon 8:00 AM: it arrived outside your message hours.", noReply: null },
    });
    expect(changed?.before.reply).toBe(practiced.email.sent.at(-1)?.text);
    expect(changed?.after.reply).toContain("Monday, November 30, 8:00 AM");
    expect(value(practiced.practice.simulator.changes(id, "later", 10))).toEqual([]);
  });

  test("sends nothing, stores nothing, and leaves the policy as it is", async () => {
    const practiced = await afterAWeekend();
    const { practice, email } = practiced;
    const before = { sent: email.sent.length, inbox: practice.inbox.list(), versions: practice.policy.versions(10) };
    await tried(practiced, openOnSaturday);
    expect({ sent: email.sent.length, inbox: practice.inbox.list(), versions: practice.policy.versions(10) }).toEqual(
      before,
    );
  });

  test("a draft that says the same changes nothing", async () => {
    const { result } = await tried(await afterAWeekend(), unaltered);
    expect(result.counts).toEqual([]);
    expect(result.before).toEqual(result.after);
  });

  test("counts only what came in on these days, though what was held before them is played as well", async () => {
    const practiced = await afterAWeekend();
    const { result } = await tried(practiced, fromEight, { firstDate: "2026-11-29", lastDate: "2026-11-30" });
    expect(result.messages).toBe(0);
    await practiced.until("2026-12-01T03:00:00Z");
    await practiced.arrive({ subject: "Again", text: "Hello again." });
    const monday = await tried(practiced, unaltered, { firstDate: "2026-11-30", lastDate: "2026-11-30" });
    expect(monday.result).toMatchObject({ messages: 1, before: { held: 1, replies: 1 } });
  });

  test("whoever was told before these days is not told again by the replay", async () => {
    const practiced = await testPractice({ now: saturdayAt2 });
    await practiced.arrive({ subject: "", text: "First" });
    await practiced.until("2026-11-29T15:00:00Z");
    await practiced.arrive({ subject: "", text: "Second" });
    const { result } = await tried(practiced, unaltered, { firstDate: "2026-11-29", lastDate: "2026-11-29" });
    expect(result).toMatchObject({ messages: 1, before: { held: 1, replies: 0 } });
  });

  test("STOP is traced back: what came before it was answered then and is in the replay", async () => {
    const practiced = await testPractice({ now: saturdayAt2 });
    await practiced.arrive({ subject: "", text: "Are you there?" });
    await practiced.until("2026-11-28T08:00:00Z");
    await practiced.arrive({ subject: "", text: "STOP" });
    await practiced.until("2026-11-28T15:00:00Z");
    await practiced.arrive({ subject: "", text: "Are you there now?" });
    const { result } = await tried(practiced, unaltered, { firstDate: "2026-11-28", lastDate: "2026-11-28" });
    // The answer and the confirmation; nothing after it.
    expect(result.before).toMatchObject({ held: 3, replies: 2 });
  });

  test("STOP that was taken back since is obeyed until then", async () => {
    const practiced = await testPractice({ now: saturdayAt2 });
    await practiced.arrive({ subject: "", text: "STOP" });
    await practiced.until("2026-12-19T07:00:00Z");
    await practiced.arrive({ subject: "", text: "Hello?" });
    await practiced.until("2026-12-19T08:00:00Z");
    await practiced.arrive({ subject: "", text: "START" });
    await practiced.until("2026-12-19T09:00:00Z");
    const { result } = await tried(practiced, unaltered, { firstDate: "2026-12-19", lastDate: "2026-12-19" });
    // Nothing to the first, one confirmation of START.
    expect(result.before).toMatchObject({ held: 2, replies: 1 });
  });

  test("words that were taken for STOP are unclear until then, and nothing confirms them", async () => {
    const practiced = await testPractice({ now: saturdayAt2 });
    await practiced.arrive({ subject: "", text: "Please stop texting me" });
    await practiced.until("2026-11-28T08:00:00Z");
    const unclear = practiced.practice.inbox.list().held[0]?.id ?? "";
    value(practiced.practice.optingOut.settleKeyword(unclear, "opt-out"));
    await practiced.until("2026-11-28T15:00:00Z");
    await practiced.arrive({ subject: "", text: "Are you there?" });
    expect(practiced.email.sent).toEqual([]);
    const { result } = await tried(practiced, unaltered, { firstDate: "2026-11-28", lastDate: "2026-11-28" });
    expect(result.before).toMatchObject({ held: 2, replies: 0 });
  });

  test("what came in before they were taken for STOP was answered then, weeks after the words as well", async () => {
    const practiced = await testPractice({ now: saturdayAt2 });
    await practiced.arrive({ subject: "", text: "Please stop texting me" });
    const unclear = practiced.practice.inbox.list().held[0]?.id ?? "";
    await practiced.until("2026-12-19T07:00:00Z");
    await practiced.arrive({ subject: "", text: "I want to die" });
    await practiced.until("2026-12-19T08:00:00Z");
    value(practiced.practice.optingOut.settleKeyword(unclear, "opt-out"));
    await practiced.until("2026-12-19T10:00:00Z");
    await practiced.arrive({ subject: "", text: "I want to die" });
    expect(practiced.email.sent).toHaveLength(1);
    const { result } = await tried(practiced, unaltered, { firstDate: "2026-12-19", lastDate: "2026-12-19" });
    expect(result.before).toMatchObject({ surfaced: 2, replies: 1 });
  });

  test("begins with an earlier version: its rules, but days off as they are now", async () => {
    const practiced = await afterAWeekend();
    const { practice } = practiced;
    value(practice.policy.setGate({ bufferAfter: 30 }));
    value(
      practice.policy.addClosure({
        id: "off",
        kind: "day-off",
        label: "Off",
        firstDate: "2026-12-02",
        lastDate: "2026-12-02",
        windows: [],
        cover: null,
      }),
    );
    const summer = { id: "summer", label: "Summer", firstDate: "2027-07-01", lastDate: "2027-08-31" };
    value(practice.policy.setSeason({ ...summer, hours: weekdaysNineToFive }));
    const draft = { ...unaltered, from: 1 };
    expect(value(practice.simulator.basis(1)).gate.bufferAfter).toBe(5);
    expect(value(practice.simulator.basis(null)).gate.bufferAfter).toBe(30);
    expect(value(practice.simulator.look(draft, theseDays))).toMatchObject({
      messages: 2,
      changes: [expect.any(String)],
    });
    value(practice.simulator.takeOver(draft));
    const { gate, closures, seasons } = practice.policy.availability();
    expect([gate.bufferAfter, ...[...closures, ...seasons].map(({ id }) => id)]).toEqual([5, "off", "summer"]);
  });

  test("says what the draft changes in the settings", async () => {
    const { practice } = await afterAWeekend();
    const replies = { ...practice.policy.availability().replies, toClients: false };
    const { changes } = value(practice.simulator.look({ ...fromEight, gate: { bufferAfter: 20 }, replies }, theseDays));
    expect(changes).toHaveLength(3);
    expect(changes.join(" ")).toMatch(/Monday.*8:00/);
  });
});

describe("what is done with a draft", () => {
  test("taken over, it is the next version, says what it does to held messages, and can be taken back", async () => {
    const practiced = await testPractice({ now: saturdayAt2 });
    await practiced.arrive({ subject: "", text: "Are you there?" });
    const { practice } = practiced;
    await tried(practiced, fromEight, { firstDate: "2026-11-28", lastDate: "2026-11-28" });
    const { version, previousVersion, effect } = value(practice.simulator.takeOver(fromEight));
    expect([version, previousVersion, practice.simulator.latest()]).toEqual([2, 1, null]);
    expect(effect).toContain("8:00");
    value(practice.policy.restore(previousVersion));
    expect(practice.policy.availability().messageHours).toEqual(weekdaysNineToFive);
  });

  test("dropped, it is gone, also while it runs", async () => {
    const practiced = await afterAWeekend();
    const { practice } = practiced;
    const { id } = value(practice.simulator.begin(fromEight, theseDays));
    value(practice.simulator.drop());
    expect(practice.simulator.latest()).toBeNull();
    expect(practice.simulator.changes(id, "earlier", 10)).toMatchObject({
      ok: false,
      sentence: "This is no longer there. Please try the draft again.",
    });
  });

  test("another trial takes its place, and shows its own draft", async () => {
    const practiced = await afterAWeekend();
    const first = value(practiced.practice.simulator.begin(fromEight, theseDays));
    const second = await tried(practiced, openOnSaturday);
    expect(second.id).not.toBe(first.id);
    expect(second).toMatchObject({ draft: openOnSaturday, played: 4, toPlay: 4 });
    expect(second.result.counts).toEqual([{ difference: "surfaces", count: 1 }]);
  });

  test("it does not outlive the practice being closed", async () => {
    const practiced = await afterAWeekend();
    await tried(practiced, fromEight);
    await practiced.door.shut();
    const { practice, door } = await opened(practiced, practiced.folder);
    expect(practice.simulator.latest()).toBeNull();
    await door.shut();
  });
});

describe("what cannot be tried", () => {
  test.for([
    [
      "days the wrong way round",
      { firstDate: "2026-11-30", lastDate: "2026-11-27" },
      "The last day is before the first one.",
    ],
    ["more than a year", { firstDate: "2025-01-01", lastDate: "2026-11-30" }, "At most a year at once, please."],
    ["days to come", { firstDate: "2027-01-01", lastDate: "2027-01-31" }, "These days are still to come."],
  ] as const)("%s", async ([, period, sentence]) => {
    const { practice } = await testPractice({ now: mondayAt12 });
    expect(practice.simulator.look(fromEight, period)).toMatchObject({ ok: false, sentence });
    expect(practice.simulator.begin(fromEight, period)).toMatchObject({ ok: false, sentence });
  });

  test("a version that never was", async () => {
    const { practice } = await testPractice({ now: mondayAt12 });
    const draft = { ...unaltered, from: 99 };
    const refusal = { ok: false, sentence: "There is no such version." };
    expect(practice.simulator.basis(99)).toMatchObject(refusal);
    expect(practice.simulator.look(draft, theseDays)).toMatchObject(refusal);
    expect(practice.simulator.begin(draft, theseDays)).toMatchObject(refusal);
    expect(practice.simulator.takeOver(draft)).toMatchObject(refusal);
  });
});
