import { describe, expect, test } from "vitest";
import { sayFacts } from "../../../src/domain/gate/say-facts.ts";
import { agreedWith, factsAt, policyWith } from "../../builders/policy.ts";

const say = (at: number) => new Date(at).toISOString().slice(11, 16);
const words = (said: Parameters<typeof factsAt>[1], policy = policyWith()) =>
  sayFacts(factsAt("2026-11-30T15:20:00Z", said), policy, say).map((fact) => `${fact.name}: ${fact.words}`);

describe("what a verdict rested on, in words", () => {
  test("nothing where nothing besides the hours mattered", () => {
    expect(words({})).toEqual([]);
    expect(words({ sessions: [["2026-11-30T18:00:00Z", "2026-11-30T18:50:00Z"]] })).toEqual([]);
  });

  test("the session with its buffer, and the client's own session to come", () => {
    const next = ["2026-11-30T18:00:00Z", "2026-11-30T18:50:00Z"] as const;
    expect(words({ sessions: [["2026-11-30T15:00:00Z", "2026-11-30T15:50:00Z"], next], ownSessions: [next] })).toEqual([
      "Session: 15:00 until 15:55, with the minutes around it.",
      "Session of this client: 18:00 until 18:50.",
    ]);
  });

  test("do not disturb as far as it reached, not as it was asked for", () => {
    expect(words({ doNotDisturb: ["2026-11-30T12:00:00Z", "2026-11-30T20:00:00Z"] })).toEqual([]);
    expect(words({ doNotDisturb: ["2026-11-30T15:00:00Z", "2026-11-30T16:00:00Z"] })).toEqual([
      "Do not disturb: 15:00 until 16:00.",
    ]);
  });

  test("the messages of a burst in their order", () => {
    const contacts = ["2026-11-30T15:20:00Z", "2026-11-30T15:10:00Z", "2026-11-30T14:40:00Z"];
    expect(words({ clientId: "maya", contacts })).toEqual(["Messages close together: 2: 15:10, 15:20."]);
  });

  test("agreed hours with what was used of them", () => {
    const clientHours = [agreedWith("maya", { MO: [{ start: "19:00", end: "21:00" }] }, { weeklyLimit: 2 })];
    expect(words({ clientId: "maya", clientHoursUsed: 1 }, policyWith({ clientHours }))).toEqual([
      "Agreed hours: Phone coaching. 1 of 2 used that week.",
    ]);
  });

  test("a blocked sender, an urgent client, and a mail that was seen late", () => {
    expect(words({ blocked: true, urgentClient: true, receivedAt: "2026-11-30T11:00:00Z" })).toEqual([
      "Seen late: It arrived 11:00 and was decided about as of 15:20.",
      "Client: You marked this client as urgent.",
      "Sender: You blocked this address.",
    ]);
  });
});
