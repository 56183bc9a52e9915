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

describe("what is not said", () => {
  test("that a mail came minutes ago: less than five are the way of mail", () => {
    expect(words({ receivedAt: "2026-11-30T15:15:01Z" })).toEqual([]);
    expect(words({ receivedAt: "2026-11-30T15:15:00Z" })).toEqual([
      "Seen late: It arrived 15:15 and was decided about as of 15:20.",
    ]);
    expect(sayFacts({ ...factsAt("2026-11-30T15:20:00Z"), receivedAt: null }, policyWith(), say)).toEqual([]);
  });

  test("a session of this client that is over", () => {
    expect(words({ ownSessions: [["2026-11-30T14:30:00Z", "2026-11-30T15:20:00Z"]] })).toEqual([]);
  });

  test("of several sessions of this client, another than the first that is not over", () => {
    const [earlier, running, later] = [
      ["2026-11-30T14:00:00Z", "2026-11-30T14:50:00Z"],
      ["2026-11-30T15:00:00Z", "2026-11-30T15:50:00Z"],
      ["2026-11-30T20:00:00Z", "2026-11-30T20:50:00Z"],
    ] as const;
    expect(words({ ownSessions: [earlier, running, later] })).toEqual(["Session of this client: 15:00 until 15:50."]);
  });

  test("a single message, which is no burst", () => {
    expect(words({ clientId: "maya", contacts: ["2026-11-30T15:20:00Z"] })).toEqual([]);
  });

  test("a burst where the practice does not look for one", () => {
    const off = policyWith({ gate: { repeatedContact: { on: false, messages: 3, minutes: 15 } } });
    expect(words({ clientId: "maya", contacts: ["2026-11-30T15:19:00Z", "2026-11-30T15:20:00Z"] }, off)).toEqual([]);
  });
});

describe("messages close together", () => {
  test("are those within the practice's minutes before and after this one", () => {
    const contacts = ["15:04:59", "15:05:00", "15:20:00", "15:35:00", "15:35:01"].map((time) => `2026-11-30T${time}Z`);
    expect(words({ clientId: "maya", contacts })).toEqual(["Messages close together: 3: 15:05, 15:20, 15:35."]);
  });

  test("are counted from when this one came in, though it was seen later", () => {
    const contacts = ["2026-11-30T13:00:00Z", "2026-11-30T13:10:00Z", "2026-11-30T15:20:00Z"];
    expect(words({ clientId: "maya", contacts, receivedAt: "2026-11-30T13:10:00Z" })).toEqual([
      "Seen late: It arrived 13:10 and was decided about as of 15:20.",
      "Messages close together: 2: 13:00, 13:10.",
    ]);
  });
});

test("agreed hours without a limit are told by their reason alone, and those with another client not at all", () => {
  const clientHours = [agreedWith("maya", { MO: [{ start: "19:00", end: "21:00" }] })];
  expect(words({ clientId: "maya" }, policyWith({ clientHours }))).toEqual(["Agreed hours: Phone coaching."]);
  expect(words({ clientId: "jo" }, policyWith({ clientHours }))).toEqual([]);
});

test("that a message quotes our reply is told, since its words were not read as the client's", () => {
  const facts = { ...factsAt("2026-11-30T15:20:00Z"), ownWords: ["Thank you for your message, which has arrived."] };
  expect(sayFacts(facts, policyWith(), say)).toEqual([
    { name: "Quoted", words: "It quotes your automatic replies. Those words are not read as the client's." },
  ]);
});
