import { describe, expect, test } from "vitest";
import { explain } from "../../../src/domain/gate/explain.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import type { WeeklyHours } from "../../../src/domain/policy/hours.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { factsAt, plain, policyWith, weekdaysNineToFive } from "../../builders/policy.ts";
import { testPractice, value } from "../../builders/practice.ts";

// Monday 30 November 2026 in New York: 9:00 is 14:00Z, 17:00 is 22:00Z. Messages come together at :00 and :30.
const at = (time: string) => `2026-11-30T${time}:00Z`;

interface Said {
  readonly minutes?: Policy["gate"]["batch"]["minutes"];
  readonly messageHours?: WeeklyHours;
  readonly zone?: string;
  readonly facts?: Parameters<typeof factsAt>[1];
}
const decideAt = (now: string, { minutes = 30, facts = {}, ...rest }: Said = {}) =>
  decide(plain, factsAt(now, facts), policyWith({ ...rest, gate: { batch: { on: true, minutes } } }));
const heldUntil = (instant: string, rule = "batch") => ({ kind: "hold", until: Date.parse(instant), rule });
const surfaced = { kind: "surface", rule: "open" };

describe("inside message hours", () => {
  test("a message waits for the next full or half hour", () => {
    const verdict = decideAt(at("15:10"));
    expect(verdict).toEqual({ ...heldUntil(at("15:30")), reasons: ["batch"] });
    expect(explain(verdict, () => "10:30")).toBe("Held until 10:30: your messages come together at set times.");
    expect(decideAt(at("15:31"))).toMatchObject(heldUntil(at("16:00")));
  });

  test("one received exactly on the half hour surfaces at once", () => {
    expect(decideAt(at("15:30"))).toMatchObject(surfaced);
    expect(decideAt("2026-11-30T15:30:01Z")).toMatchObject(heldUntil(at("16:00")));
  });

  test.each([
    [15, at("15:15")],
    [30, at("15:30")],
    [60, at("16:00")],
    [120, at("17:00")],
  ] as const)("every %i minutes, a message of 10:10 comes at %s", (minutes, until) => {
    expect(decideAt(at("15:10"), { minutes })).toMatchObject(heldUntil(until));
  });

  test("the set times are those of the wall clock also where the zone is half an hour off", () => {
    // Kolkata, UTC+5:30: 10:10 is 04:40Z.
    expect(decideAt(at("04:40"), { minutes: 60, zone: "Asia/Kolkata" })).toMatchObject(heldUntil(at("05:30")));
  });

  test("what is not batched surfaces", () => {
    const policy = policyWith({ gate: { batch: { on: false, minutes: 30 } } });
    expect(decide(plain, factsAt(at("15:10")), policy)).toMatchObject(surfaced);
  });
});

describe("at the end of message hours", () => {
  test("what would come when they are over surfaces at once", () => {
    expect(decideAt(at("21:40"))).toMatchObject(surfaced);
    expect(decideAt(at("21:29"))).toMatchObject(heldUntil(at("21:30")));
    expect(decideAt(at("20:10"), { minutes: 120 })).toMatchObject(heldUntil(at("21:00")));
    expect(decideAt(at("21:10"), { minutes: 120 })).toMatchObject(surfaced);
  });

  test("also before a break", () => {
    const MO = [
      { start: "09:00", end: "12:00" },
      { start: "14:00", end: "17:00" },
    ];
    expect(decideAt(at("16:40"), { messageHours: { ...weekdaysNineToFive, MO } })).toMatchObject(surfaced);
  });

  test("a session that would carry the batch past the closing lets the message surface instead", () => {
    const facts = { sessions: [[at("21:25"), at("22:20")]] as const };
    expect(decideAt(at("21:10"), { facts })).toMatchObject(surfaced);
  });
});

describe("what comes before the opening", () => {
  test("surfaces at the opening and waits for no batch after it", () => {
    const MO = [{ start: "09:15", end: "17:00" }];
    const messageHours = { ...weekdaysNineToFive, MO };
    const receivedAt = at("14:10");
    expect(decideAt(receivedAt, { messageHours })).toMatchObject(heldUntil(at("14:15"), "closed"));
    expect(decideAt(at("14:15"), { messageHours, facts: { receivedAt } })).toMatchObject(surfaced);
    expect(decideAt(at("14:15"), { messageHours })).toMatchObject(heldUntil(at("14:30")));
  });

  test("or later, when the computer was asleep", () => {
    expect(decideAt(at("14:10"), { facts: { receivedAt: "2026-11-28T07:10:00Z" } })).toMatchObject(surfaced);
  });
});

describe("with a session in the way", () => {
  const sessions = [[at("15:00"), at("15:50")]] as const;

  test("a message in the session comes after it, at the next set time, and is held once", () => {
    expect(decideAt(at("15:52"), { facts: { sessions } })).toMatchObject(heldUntil(at("16:00"), "in-session"));
  });

  test("a set time in the session is passed over, and nothing is held beyond its end", () => {
    expect(decideAt(at("14:50"), { facts: { sessions: [[at("14:55"), at("15:50")]] } })).toMatchObject(
      heldUntil(at("15:55")),
    );
    expect(decideAt(at("15:55"), { facts: { sessions, receivedAt: at("14:50") } })).toMatchObject(surfaced);
  });

  test("do not disturb that ends between two set times holds until the second", () => {
    const facts = { doNotDisturb: [at("15:00"), at("15:40")] as const };
    expect(decideAt(at("15:35"), { facts })).toMatchObject(heldUntil(at("16:00"), "do-not-disturb"));
  });
});

test("a server whose clock is ahead holds nothing longer", () => {
  expect(decideAt(at("15:29"), { facts: { receivedAt: at("15:31") } })).toMatchObject(heldUntil(at("15:30")));
  expect(decideAt(at("15:29"), { facts: { receivedAt: at("19:00") } })).toMatchObject(heldUntil(at("15:30")));
});

test("hours that never close are batched through the night", () => {
  const always = [{ start: "00:00", end: "24:00" }];
  const messageHours = { MO: always, TU: always, WE: always, TH: always, FR: always, SA: always, SU: always };
  expect(decideAt("2026-12-01T04:50:00Z", { messageHours })).toMatchObject(heldUntil("2026-12-01T05:00:00Z"));
});

test("on the night the clocks go back a message waits minutes, not an hour", () => {
  // 1 November 2026, 01:10 for the first and for the second time.
  const SU = [{ start: "00:00", end: "04:00" }];
  const messageHours = { ...weekdaysNineToFive, SU };
  expect(decideAt("2026-11-01T05:10:00Z", { messageHours })).toMatchObject(heldUntil("2026-11-01T05:30:00Z"));
  expect(decideAt("2026-11-01T06:10:00Z", { messageHours })).toMatchObject(heldUntil("2026-11-01T06:30:00Z"));
});

test("a safety phrase and the third message in a quarter of an hour wait for no batch", () => {
  const policy = policyWith({ gate: { batch: { on: true, minutes: 120 } } });
  const facts = factsAt(at("15:10"), { clientId: "maya", contacts: [at("15:08"), at("15:09"), at("15:10")] });
  expect(decide({ ...plain, text: "I want to die" }, facts, policy)).toMatchObject({ rule: "safety" });
  expect(decide(plain, facts, policy)).toMatchObject({ rule: "repeated-contact" });
});

test("in a practice, messages of a morning come together and in one notification", async () => {
  const { practice, arrive, until, notices } = await testPractice({ now: at("15:05") });
  const { gate } = practice.policy.availability();
  value(practice.policy.setGate({ ...gate, batch: { on: true, minutes: 30 } }));
  await arrive({ text: "One" });
  await until(at("15:25"));
  await arrive({ text: "Two" });
  expect(practice.inbox.list()).toMatchObject({ held: [{}, {}], surfaced: [] });
  await until(at("15:30"));
  expect(practice.inbox.list()).toMatchObject({ held: [], surfaced: [{}, {}] });
  expect(notices).toHaveLength(1);
});
