import { describe, expect, test } from "vitest";
import { explain } from "../../../src/domain/gate/explain.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import { factsAt, plain, policyWith } from "../../builders/policy.ts";
import { testPractice, value } from "../../builders/practice.ts";

// Saturday 28 November 2026 in New York, where 02:10 is 07:10Z; the practice opens on Monday at 9:00, 14:00Z.
const at = (time: string) => `2026-11-28T${time}Z`;
const decideContacts = (received: string, contacts: readonly string[], now = received) =>
  decide(
    plain,
    factsAt(at(now), { clientId: "maya", receivedAt: at(received), contacts: contacts.map(at) }),
    policyWith(),
  );

describe("three messages in fifteen minutes, on a night", () => {
  test("surface: exactly three in exactly fifteen minutes are enough", () => {
    expect(decideContacts("07:25:00", ["07:10:00", "07:20:00", "07:25:00"])).toEqual({
      kind: "surface",
      rule: "repeated-contact",
      reasons: ["contacts:3:15"],
    });
  });

  test("are held when the third comes a second later", () => {
    expect(decideContacts("07:25:01", ["07:10:00", "07:20:00", "07:25:01"])).toMatchObject({ rule: "closed" });
  });

  test("are held when there are only two", () => {
    expect(decideContacts("07:11:00", ["07:10:00", "07:11:00"])).toMatchObject({ kind: "hold", rule: "closed" });
  });

  test("count in any quarter of an hour that this message is part of, whatever the order they are told in", () => {
    expect(decideContacts("07:30:00", ["07:30:00", "07:00:00", "07:20:00", "07:16:00"])).toMatchObject({
      rule: "repeated-contact",
      reasons: ["contacts:3:15"],
    });
  });

  test("surface the earlier ones too, and not one that came long before", () => {
    const contacts = ["06:00:00", "07:10:00", "07:12:00", "07:14:00"];
    expect(decideContacts("07:10:00", contacts, "07:14:00")).toMatchObject({ rule: "repeated-contact" });
    expect(decideContacts("06:00:00", contacts, "07:14:00")).toMatchObject({ rule: "closed" });
  });

  test("are said with their number", () => {
    const verdict = decideContacts("07:13:00", ["07:10:00", "07:11:00", "07:12:00", "07:13:00"]);
    expect(explain(verdict, () => "")).toBe("Surfaced: this client wrote 4 messages within 15 minutes.");
  });

  test("are held like any other when the rule is off", () => {
    const facts = factsAt(at("07:12:00"), {
      clientId: "maya",
      contacts: [at("07:10:00"), at("07:11:00"), at("07:12:00")],
    });
    const policy = policyWith({ gate: { repeatedContact: { on: false, messages: 3, minutes: 15 } } });
    expect(decide(plain, facts, policy)).toMatchObject({ rule: "closed" });
  });
});

test("a sender who is no client never breaks through by number", () => {
  const facts = factsAt(at("07:12:00"), { contacts: [at("07:10:00"), at("07:11:00"), at("07:12:00")] });
  expect(decide(plain, facts, policyWith())).toMatchObject({ rule: "closed" });
});

describe("in a practice", () => {
  const night = async () => {
    const founded = await testPractice({ now: at("07:10:00") });
    const sections = () => {
      const { held, surfaced, unknown } = founded.practice.inbox.list();
      return { held: held.length, surfaced: surfaced.length, unknown: unknown.length };
    };
    return { ...founded, sections };
  };

  test("the third message surfaces with the two before it, in one notification", async () => {
    const { arrive, until, sections, notices } = await night();
    await arrive({ text: "Are you there?" });
    await until(at("07:15:00"));
    await arrive({ text: "Please write back" });
    expect(sections()).toMatchObject({ held: 2, surfaced: 0 });
    await until(at("07:20:00"));
    await arrive({ text: "I cannot sleep" });
    expect(sections()).toMatchObject({ held: 0, surfaced: 3 });
    expect(notices).toHaveLength(1);
  });

  test("the same words again are a repetition of the gateway and count once", async () => {
    const { arrive, sections } = await night();
    await arrive({ text: "Are you there?" });
    await arrive({ text: "Are you there?" });
    await arrive({ text: "Are you there?" });
    expect(sections()).toMatchObject({ held: 3, surfaced: 0 });
    await arrive({ text: "Hello?" });
    expect(sections()).toMatchObject({ held: 4, surfaced: 0 });
    await arrive({ text: "Please" });
    expect(sections()).toMatchObject({ held: 0, surfaced: 5 });
  });

  test("what a program sent from the client's address is no contact", async () => {
    const { arrive, sections } = await night();
    await arrive({ text: "I am away until Tuesday", headers: { "Auto-Submitted": "auto-replied" } });
    await arrive({ text: "Out of office", headers: { Precedence: "auto_reply" } });
    await arrive({ text: "Delivery failed", returnPath: null });
    await arrive({ text: "Are you there?" });
    await arrive({ text: "Hello?" });
    expect(sections()).toMatchObject({ held: 5, surfaced: 0 });
    await arrive({ text: "Please" });
    expect(sections()).toMatchObject({ surfaced: 6 });
  });

  test("a client's own addresses count together, those of two clients do not", async () => {
    const { arrive, sections, practice } = await night();
    const client = { language: "en" as const, urgent: false, optedOut: false };
    value(practice.clients.add({ ...client, preferredName: "Jo", emails: ["jo@example.org", "jo@work.example"] }));
    await arrive({ sender: "jo@example.org", text: "One" });
    await arrive({ sender: "maya@example.org", text: "Two" });
    await arrive({ sender: "jo@work.example", text: "Three" });
    expect(sections()).toMatchObject({ held: 3 });
    await arrive({ sender: "jo@example.org", text: "Four" });
    expect(sections()).toMatchObject({ held: 1, surfaced: 3 });
  });

  test("a stranger who writes three times is held", async () => {
    const { arrive, sections } = await night();
    for (const text of ["One", "Two", "Three"]) await arrive({ sender: "stranger@example.com", text });
    expect(sections()).toMatchObject({ surfaced: 0, unknown: 3 });
  });

  test("the earlier ones surface also when the third surfaces for safety", async () => {
    const { arrive, sections } = await night();
    await arrive({ text: "Are you there?" });
    await arrive({ text: "Please write back" });
    await arrive({ text: "I want to die" });
    expect(sections()).toMatchObject({ held: 0, surfaced: 3 });
  });
});
