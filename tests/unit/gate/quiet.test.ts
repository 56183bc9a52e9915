import { describe, expect, test } from "vitest";
import { quietOf } from "../../../src/domain/gate/quiet.ts";
import { agreedWith, factsAt, policyWith } from "../../builders/policy.ts";

// Monday 30 November 2026 in New York: messages are read from 9:00 (14:00Z) to 17:00 (22:00Z) and come together each hour.
const at = (time: string) => `2026-11-30T${time}:00Z`;
const gate = { batch: { on: true, minutes: 60 } } as const;
const never = { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] };

describe("the batch a message comes with", () => {
  const batchOf = (now: string, said: Parameters<typeof factsAt>[1] = {}, policy = policyWith({ gate })) => {
    const { batch } = quietOf(policy, factsAt(now, said));
    return batch === null ? null : new Date(batch.end).toISOString().slice(11, 16);
  };

  test("is the next full hour after it came in, though it is seen later", () => {
    expect(batchOf(at("15:10"))).toBe("16:00");
    expect(batchOf(at("15:50"), { receivedAt: at("15:10") })).toBe("16:00");
  });

  test("is none for what came in an hour ago and more: that went with an earlier one", () => {
    expect(batchOf(at("16:09"), { receivedAt: at("15:10") })).toBe("16:00");
    expect(batchOf(at("16:10"), { receivedAt: at("15:10") })).toBeNull();
    expect(batchOf(at("20:00"), { receivedAt: at("15:10") })).toBeNull();
  });

  test("is none where the hours are over by then, also when hours agreed with the client begin", () => {
    const clientHours = [agreedWith("maya", { MO: [{ start: "17:00", end: "19:00" }] })];
    const policy = policyWith({ gate, clientHours });
    expect(batchOf(at("20:40"), { clientId: "maya" }, policy)).toBe("21:00");
    expect(batchOf(at("21:40"), { clientId: "maya" }, policy)).toBeNull();
  });

  test("is none on the last day that a practice opens", () => {
    const window = { start: "09:00", end: "17:00" };
    const last = { id: "last", kind: "changed-hours", label: "", windows: [window], cover: null } as const;
    const closures = [{ ...last, firstDate: "2026-11-30", lastDate: "2026-11-30" }];
    const policy = policyWith({ gate, messageHours: never, closures });
    expect(batchOf(at("20:40"), {}, policy)).toBe("21:00");
    expect(batchOf(at("21:40"), {}, policy)).toBeNull();
  });
});

test("sessions are put together with their buffers once for each list and policy", () => {
  const facts = factsAt(at("15:10"), { sessions: [[at("15:00"), at("15:50")]] });
  const [usual, longer] = [policyWith(), policyWith({ gate: { bufferAfter: 30 } })];
  expect(quietOf(usual, { ...facts, now: facts.now + 60_000 }).sessions).toBe(quietOf(usual, facts).sessions);
  expect(quietOf(longer, facts).sessions).toEqual([{ start: Date.parse(at("15:00")), end: Date.parse(at("16:20")) }]);
});
