import { describe, expect, test } from "vitest";
import { explain } from "../../../src/domain/gate/explain.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { defaultLogisticsPhrases } from "../../../src/practice/words.ts";
import { factsAt, plain, policyWith } from "../../builders/policy.ts";
import { testPractice, value } from "../../builders/practice.ts";

// Monday 30 November 2026 in New York: Maya's session from 8:00 (13:00Z) to 8:50; messages are read from 9:00 (14:00Z).
const session: [string, string] = ["2026-11-30T13:00:00Z", "2026-11-30T13:50:00Z"];
const late = { ...plain, text: "I am running late" };
const policy = (nearSession: Partial<Policy["gate"]["nearSession"]> = {}) =>
  policyWith({ gate: { nearSession: { on: true, hours: 2, phrases: [], ...nearSession } } });
const decideAt = (time: string, inForce = policy(), message = plain) =>
  decide(
    message,
    factsAt(`2026-11-30T${time}Z`, { clientId: "maya", sessions: [session], ownSessions: [session] }),
    inForce,
  );

describe("from two hours before a client's session until its end, what that client writes surfaces", () => {
  test.each([
    ["two hours before, to the second", "11:00:00", "near-session"],
    ["a minute before it begins", "12:59:00", "near-session"],
    ["when it begins", "13:00:00", "near-session"],
    ["in its last second", "13:49:59", "near-session"],
    ["at its end, in the buffer", "13:50:00", "in-session"],
    ["two hours and a second before", "10:59:59", "closed"],
  ])("%s: %s is for %s", (_when, time, rule) => {
    expect(decideAt(time)).toMatchObject({ rule });
  });

  test("and why is said", () => {
    expect(explain(decideAt("12:00:00"), () => "")).toBe("Surfaced: this client has a session soon.");
    expect(explain(decideAt("13:20:00"), () => "")).toBe("Surfaced: this client's session is now.");
  });
});

test("a message that comes before that is held no longer than until then, although the practice opens later", () => {
  const verdict = decideAt("09:00:00");
  expect(verdict).toEqual({
    kind: "hold",
    until: Date.parse("2026-11-30T11:00:00Z"),
    rule: "closed",
    reasons: ["outside-message-hours", "session-later"],
  });
  expect(explain(verdict, () => "6:00")).toBe(
    "Held until 6:00: it arrived outside your message hours. It surfaces before this client's session.",
  );
});

test("a session after the opening changes nothing", () => {
  const afternoon: [string, string] = ["2026-11-30T19:00:00Z", "2026-11-30T19:50:00Z"];
  expect(
    decide(plain, factsAt("2026-11-30T09:00:00Z", { clientId: "maya", ownSessions: [afternoon] }), policy()),
  ).toMatchObject({ until: Date.parse("2026-11-30T14:00:00Z"), reasons: ["outside-message-hours"] });
});

test("with logistics phrases only messages that speak of coming late and the like surface", () => {
  const phrases = [...defaultLogisticsPhrases];
  expect(decideAt("12:00:00", policy({ phrases }))).toMatchObject({ rule: "closed" });
  expect(decideAt("12:00:00", policy({ phrases }), late)).toMatchObject({ rule: "near-session" });
  expect(decideAt("09:00:00", policy({ phrases }))).toMatchObject({ until: Date.parse("2026-11-30T14:00:00Z") });
  expect(decideAt("09:00:00", policy({ phrases }), late)).toMatchObject({ until: Date.parse("2026-11-30T11:00:00Z") });
  expect(
    decideAt("12:00:00", policy({ phrases }), { subject: "No puedo ir", text: "", unreadable: null }),
  ).toMatchObject({ rule: "near-session" });
});

test("a practice that did not switch it on holds until the opening", () => {
  expect(decideAt("12:00:00", policy({ on: false }), late)).toMatchObject({ rule: "closed" });
  expect(decideAt("09:00:00", policy({ on: false }), late)).toMatchObject({
    until: Date.parse("2026-11-30T14:00:00Z"),
  });
});

describe("in a practice", () => {
  // Saturday 5 December 2026, 10:00 in New York: Maya comes once, although the practice is closed until Monday.
  const near = async (now: string) => {
    const founded = await testPractice({ now });
    const { practice } = founded;
    const { gate } = practice.policy.availability();
    value(practice.policy.setGate({ ...gate, nearSession: { on: true, hours: 2, phrases: ["running late"] } }));
    const [maya] = practice.clients.list();
    const once = { title: "", durationMinutes: 50, repeats: null };
    value(practice.booking.book({ ...once, clientId: maya?.id ?? null, start: "2026-12-05T10:00" }));
    return founded;
  };

  test("a message of Friday night about Saturday's session surfaces two hours before it", async () => {
    const { practice, arrive, until } = await near("2026-12-05T03:00:00Z");
    await arrive({ text: "I may be running late tomorrow" });
    await arrive({ text: "My insurance wrote" });
    expect(practice.inbox.list().held.map((held) => held.until)).toEqual([
      Date.parse("2026-12-05T13:00:00Z"),
      Date.parse("2026-12-07T14:00:00Z"),
    ]);
    await until("2026-12-05T13:00:00Z");
    expect(practice.inbox.list()).toMatchObject({
      held: [{}],
      surfaced: [{ excerpt: "I may be running late tomorrow" }],
    });
  });

  test("it surfaces late rather than never when the computer slept through that", async () => {
    const { practice, arrive, until } = await near("2026-12-05T03:00:00Z");
    await arrive({ text: "I may be running late tomorrow" });
    await until("2026-12-05T18:00:00Z");
    expect(practice.inbox.list()).toMatchObject({ held: [], surfaced: [{}] });
  });

  test("a session far ahead in a long closure is known too", async () => {
    const { practice, arrive } = await near("2026-12-01T01:00:00Z");
    const closed = { label: "", windows: [], cover: null };
    value(
      practice.policy.addClosure({
        ...closed,
        id: "break",
        kind: "day-off",
        firstDate: "2026-12-01",
        lastDate: "2026-12-11",
      }),
    );
    await arrive({ text: "I may be running late on Saturday" });
    expect(practice.inbox.list().held).toMatchObject([{ until: Date.parse("2026-12-05T13:00:00Z") }]);
  });

  test("another client's session lets nothing through", async () => {
    const { practice, arrive } = await near("2026-12-05T14:00:00Z");
    const client = { language: "en" as const, urgent: false, optedOut: false };
    value(practice.clients.add({ ...client, preferredName: "Jo", emails: ["jo@example.org"] }));
    await arrive({ sender: "jo@example.org", text: "I am running late" });
    expect(practice.inbox.list()).toMatchObject({ held: [{ name: "Jo" }], surfaced: [] });
  });
});
