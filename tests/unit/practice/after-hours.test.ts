import { describe, expect, test } from "vitest";
import { testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";

// Saturday 28 November 2026 in New York (UTC-5); Monday is the 30th.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const mondayAt9 = "2026-11-30T14:00:00Z";

describe("a client's mail on Saturday at 02:10", () => {
  test("is held until Monday 9:00, answered once, explained, and surfaced with one notification", async () => {
    const { practice, arrive, until, email, notices } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    for (let more = 0; more < 5; more += 1) await arrive();

    const [held] = practice.inbox.list().held;
    expect(practice.inbox.list().held).toHaveLength(6);
    expect(held).toMatchObject({ name: "Maya", until: Date.parse(mondayAt9) });
    expect(practice.inbox.open(held?.id ?? "")?.why).toMatchObject({
      sentence: "Held until Mon 9:00 AM: it arrived outside your message hours.",
      rule: "closed",
      policyVersion: 1,
    });
    expect(email.sent).toHaveLength(1);
    expect(email.sent[0]).toMatchObject({ to: "maya@example.org", subject: "Auto: your message has arrived" });
    expect(email.sent[0]?.text).toBe(
      [
        "Hello Maya,",
        "Your message to Dr. Kim has arrived. Messages are not being read now. They are read again from Monday, November 30, 9:00 AM (Eastern Time).",
        "Emergency: call 911. Crisis: call or text 988, any time.",
        "This is an automatic answer.\n",
      ].join("\n\n"),
    );
    expect(notices).toEqual([]);

    await until(mondayAt9);
    expect(practice.inbox.list()).toMatchObject({ held: [] });
    expect(practice.inbox.list().surfaced).toHaveLength(6);
    expect(notices).toEqual([
      { title: "6 messages in your inbox", body: "6 waited while you were not to be disturbed.", urgent: false },
    ]);
    expect(email.sent).toHaveLength(1);
  });

  test("surfaces at once when it says that somebody wants to die, and is answered with the emergency line first", async () => {
    const { practice, arrive, email, notices } = await testPractice({ now: saturdayAt0210 });
    await arrive({ text: "I w4nt to d1e" });
    expect(practice.inbox.list().surfaced).toMatchObject([{ name: "Maya", safety: true }]);
    expect(email.sent[0]?.text).toMatch(/^Emergency: call 911\./);
    expect(notices).toMatchObject([{ urgent: true }]);
  });

  test("is decided again when the therapist opens the Saturday", async () => {
    const { practice, arrive, notices } = await testPractice({ now: saturdayAt0210 });
    await arrive();
    const change = value(
      practice.policy.setMessageHours({ ...weekdaysNineToFive, SA: [{ start: "08:00", end: "10:00" }] }),
    );
    expect(change).toEqual({ version: 2, previousVersion: 1, effect: "1 held message now surfaces at 8:00 AM." });
    expect(practice.inbox.list().held).toMatchObject([{ until: Date.parse("2026-11-28T13:00:00Z") }]);
    expect(notices).toEqual([]);
  });
});

test("two different mails that carry the same Message-ID are both kept, and the same mail twice only once", async () => {
  const { practice, arrive } = await testPractice({ now: saturdayAt0210 });
  const externalId = "<reused@example.org>";
  await arrive({ externalId, text: "one" });
  await arrive({ externalId, text: "two" });
  await arrive({ externalId, text: "two" });
  await arrive({ externalId, text: "one" });
  expect(practice.inbox.list().held.map(({ excerpt }) => excerpt)).toEqual(["one", "two"]);
});
