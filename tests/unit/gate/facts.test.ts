import { expect, test } from "vitest";
import { gateFactsSchema } from "../../../src/domain/gate/facts.ts";
import { factsAt } from "../../builders/policy.ts";

test("facts that were stored with a verdict are read as they were (promise 6)", () => {
  const facts = factsAt("2026-11-30T15:20:00Z", {
    clientId: "maya",
    urgentClient: true,
    blocked: true,
    receivedAt: "2026-11-30T15:19:00Z",
    contacts: ["2026-11-30T15:19:00Z"],
    doNotDisturb: ["2026-11-30T15:00:00Z", "2026-11-30T16:00:00Z"],
    sessions: [["2026-11-30T15:00:00Z", "2026-11-30T15:50:00Z"]],
    ownSessions: [["2026-11-30T18:00:00Z", "2026-11-30T18:50:00Z"]],
    clientHoursUsed: 2,
  });
  const told = { ...facts, ownWords: ["I read messages again on Monday at 9:00."] };
  expect(gateFactsSchema.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
});

test("of a verdict from before a fact was known, that fact says nothing", () => {
  const now = Date.parse("2026-11-30T15:20:00Z");
  expect(gateFactsSchema.parse({ now, urgentClient: false, doNotDisturb: null, sessions: [] })).toEqual({
    ...factsAt("2026-11-30T15:20:00Z"),
    receivedAt: null,
  });
});
