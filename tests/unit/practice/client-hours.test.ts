import { describe, expect, test } from "vitest";
import { clientHoursSchema } from "../../../src/domain/policy/client-hours.ts";
import { closureSchema } from "../../../src/domain/policy/hours.ts";
import { agreedWith } from "../../builders/policy.ts";
import { testPractice, value } from "../../builders/practice.ts";

// Saturday 28 November 2026 in New York, 15:00; messages are read on Monday from 9:00 (14:00Z).
const saturdayAt1500 = "2026-11-28T20:00:00Z";
const saturdayAt1800 = "2026-11-28T23:00:00Z";
const sixToEight = [{ start: "18:00", end: "20:00" }];
const evenings = { SA: sixToEight, SU: sixToEight };

async function practiceWithMaya(now = saturdayAt1500) {
  const founded = await testPractice({ now });
  const { practice } = founded;
  const [maya] = practice.clients.list();
  const id = maya?.id ?? "";
  const agreedHours = () => practice.clients.list().find((client) => client.id === id)?.agreedHours ?? null;
  const agree = (said: Parameters<typeof agreedWith>[2] = {}) =>
    practice.policy.setClientHours(agreedWith(id, evenings, said));
  return { ...founded, id, agree, agreedHours };
}

describe("hours agreed with a client", () => {
  test("decide their held message again at once, and it is told", async () => {
    const { practice, arrive, until, agree } = await practiceWithMaya();
    await arrive();
    expect(value(agree()).effect).toContain("surfaces at 6:00 PM");
    await until(saturdayAt1800);
    expect(practice.inbox.list()).toMatchObject({ held: [], surfaced: [{ name: "Maya" }] });
  });

  test("are changed in place, one agreement a client, and removed with undo", async () => {
    const { practice, agree, agreedHours, id } = await practiceWithMaya();
    value(agree());
    value(agree({ reason: "Exposure homework", weeklyLimit: 2 }));
    expect(agreedHours()).toMatchObject({ reason: "Exposure homework", weeklyLimit: 2, standing: "in-force" });
    const removed = value(practice.policy.removeClientHours(id));
    expect(agreedHours()).toBeNull();
    expect(practice.policy.removeClientHours(id)).toMatchObject({ ok: false });
    value(practice.policy.restore(removed.previousVersion));
    expect(agreedHours()).toMatchObject({ reason: "Exposure homework" });
  });

  test("need a client who is there and not archived", async () => {
    const { practice, agree, id } = await practiceWithMaya();
    expect(practice.policy.setClientHours(agreedWith("nobody", evenings))).toMatchObject({
      ok: false,
      field: "clientId",
    });
    value(practice.clients.archive(id, true));
    expect(agree()).toMatchObject({ ok: false, sentence: "Maya is archived. Move them back to the list first." });
  });

  test("count what they let through in this week, and hold the rest until Monday", async () => {
    const { practice, agree, agreedHours, arrive, until } = await practiceWithMaya(saturdayAt1800);
    value(agree({ weeklyLimit: 2 }));
    for (const text of ["One", "Two", "Three"]) {
      await arrive({ text });
      await until("2026-11-29T00:30:00Z");
    }
    expect(agreedHours()).toMatchObject({ usedThisWeek: 2 });
    const [held] = practice.inbox.list().held;
    expect(held?.until).toBe(Date.parse("2026-11-30T14:00:00Z"));
    expect(practice.inbox.open(held?.id ?? "")?.why.sentence).toBe(
      "Held until Mon 9:00 AM: it arrived outside your message hours. The hours you agreed with this client do not hold now. They are used up for this week.",
    );
    await until("2026-11-30T15:00:00Z");
    expect(agreedHours()).toMatchObject({ usedThisWeek: 0 });
  });

  test("that three held messages wait for let through no more than their limit at once", async () => {
    const { practice, agree, arrive, until } = await practiceWithMaya();
    value(agree({ weeklyLimit: 2 }));
    await arrive({ text: "One" });
    await until("2026-11-28T20:20:00Z");
    await arrive({ text: "Two" });
    await until("2026-11-28T20:40:00Z");
    await arrive({ text: "Three" });
    expect(practice.inbox.list().held).toHaveLength(3);
    await until(saturdayAt1800);
    expect(practice.inbox.list()).toMatchObject({ held: [{ excerpt: "Three" }], surfaced: [{}, {}] });
  });

  test("stand as not begun, in force, suspended or ended", async () => {
    const { agree, agreedHours, until } = await practiceWithMaya();
    const standing = (said: Parameters<typeof agree>[0]) => {
      value(agree(said));
      return agreedHours()?.standing;
    };
    expect(standing({ firstDate: "2026-11-29" })).toBe("not-begun");
    expect(standing({ firstDate: "2026-11-28", lastDate: "2026-11-28" })).toBe("in-force");
    expect(standing({ lastDate: "2026-11-27" })).toBe("ended");
    expect(standing({ suspendedUntil: Date.parse(saturdayAt1800) })).toBe("suspended");
    await until(saturdayAt1800);
    expect(agreedHours()?.standing).toBe("in-force");
  });

  test("are due for review on Today from the review date on, as long as they hold", async () => {
    const { practice, agree, until } = await practiceWithMaya();
    const needed = () =>
      practice.inbox
        .today()
        .needsYou.filter(({ kind }) => kind === "review-of-hours")
        .map(({ sentence }) => sentence);
    value(agree({ reviewDate: "2026-11-29", lastDate: "2026-11-30" }));
    expect(needed()).toEqual([]);
    await until("2026-11-29T05:00:00Z");
    expect(needed()).toEqual(["The hours agreed with Maya are to be looked at again today."]);
    await until("2026-11-30T05:00:00Z");
    expect(needed()).toEqual(["The hours agreed with Maya were to be looked at again on Sun, Nov 29."]);
    await until("2026-12-01T05:00:00Z");
    expect(needed()).toEqual([]);
  });

  test("are due no more when the review date is moved or the agreement ends", async () => {
    const { practice, agree, until, id } = await practiceWithMaya();
    const due = () => practice.inbox.today().needsYou.some(({ kind }) => kind === "review-of-hours");
    await until("2027-01-02T15:00:00Z");
    value(agree({ reviewDate: "2026-11-30" }));
    expect(practice.inbox.today().needsYou).toContainEqual({
      id,
      kind: "review-of-hours",
      sentence: "The hours agreed with Maya were to be looked at again on Mon, Nov 30, 2026.",
      messageId: null,
    });
    value(agree({ reviewDate: "2027-02-01" }));
    expect(due()).toBe(false);
    value(agree({ reviewDate: "2026-11-30" }));
    value(practice.policy.removeClientHours(id));
    expect(due()).toBe(false);
  });
});

describe("archiving a client", () => {
  test("ends what was agreed, says so, and can be taken back", async () => {
    const { practice, agree, agreedHours, arrive, id } = await practiceWithMaya();
    value(agree());
    await arrive();
    const { endedHours } = value(practice.clients.archive(id, true));
    expect(endedHours?.effect).toContain("surfaces at Mon 9:00 AM");
    expect(agreedHours()).toBeNull();

    value(practice.policy.restore(endedHours?.previousVersion ?? 0));
    expect(agreedHours(), "an earlier policy brings no archived client's hours back").toBeNull();
    value(practice.clients.archive(id, false));
    value(practice.policy.restore(endedHours?.previousVersion ?? 0));
    expect(agreedHours()).toMatchObject({ reason: "Phone coaching" });
  });

  test("changes no policy where nothing was agreed", async () => {
    const { practice, id } = await practiceWithMaya();
    const { version } = practice.policy.availability();
    expect(value(practice.clients.archive(id, true))).toEqual({ endedHours: null });
    expect(practice.policy.availability().version).toBe(version);
  });
});

describe("what cannot be agreed", () => {
  test.each([
    ["no reason", { reason: "  " }, "reason"],
    ["a last day before the first", { lastDate: "2026-08-31" }, "lastDate"],
    ["a review before the first day", { reviewDate: "2026-08-31" }, "reviewDate"],
    ["a date with a year half typed", { firstDate: "0026-11-28" }, "firstDate"],
    ["a last day beyond all calendars", { lastDate: "9999-12-31" }, "lastDate"],
    ["a limit of none", { weeklyLimit: 0 }, "weeklyLimit"],
    ["no window at all", { hours: agreedWith("maya", {}).hours }, "hours"],
  ])("%s", (_what, said, field) => {
    const parsed = clientHoursSchema.safeParse({ ...agreedWith("maya", evenings), ...said });
    expect(parsed.error?.issues[0]?.path[0]).toBe(field);
  });

  test("nor is a day off in a year half typed", () => {
    const dayOff = { id: "x", kind: "day-off", label: "", windows: [], cover: null };
    expect(closureSchema.safeParse({ ...dayOff, firstDate: "0026-11-28", lastDate: "2026-11-28" }).success).toBe(false);
  });
});

test("the zone of a client and addresses that others read too are kept through every save", async () => {
  const { practice, id } = await practiceWithMaya();
  const maya = { preferredName: "Maya", language: "en" as const, urgent: false, optedOut: false };
  const emails = ["maya@example.org", "family@example.org"];
  value(practice.clients.change(id, { ...maya, emails, zone: "Europe/Madrid", sharedEmails: ["family@example.org"] }));
  const kept = { zone: "Europe/Madrid", sharedEmails: ["family@example.org"] };
  expect(practice.clients.list()).toMatchObject([kept]);
  value(practice.clients.change(id, { ...maya, emails, urgent: true }));
  value(practice.clients.archive(id, true));
  value(practice.clients.archive(id, false));
  expect(practice.clients.list()).toMatchObject([{ ...kept, urgent: true }]);
  value(practice.clients.change(id, { ...maya, emails: ["maya@example.org"], zone: null }));
  expect(practice.clients.list()).toMatchObject([{ zone: null, sharedEmails: [] }]);
});
