import { describe, expect, test } from "vitest";
import type { ImaginedMessage } from "../../../src/practice/ahead-views.ts";
import { type TestPractice, testPractice, value } from "../../builders/practice.ts";

// In New York (UTC-5). Friday 27 November 2026, 15:00, and the Saturday night after it.
const fridayAt15 = "2026-11-27T20:00:00Z";
const saturdayAt2 = "2026-11-28T07:00:00Z";

const mayaOf = ({ practice }: TestPractice) => practice.clients.list()[0]?.id ?? "";

function ask(practiced: TestPractice, at: string, said: Partial<ImaginedMessage> = {}) {
  const from = { kind: "client", id: mayaOf(practiced) } as const;
  return value(
    practiced.practice.ahead.ask({ at: Date.parse(at), from, channel: "email", text: "Are you there?", ...said }),
  );
}

/** What really became of the newest message. */
function real({ practice, email }: TestPractice) {
  const inbox = practice.inbox.list();
  const [newest] = [...inbox.held, ...inbox.surfaced].toSorted((a, b) => b.receivedAt - a.receivedAt);
  const why = practice.inbox.open(newest?.id ?? "")?.why;
  return { sentence: why?.sentence, reply: why?.reply?.reason ?? email.sent.at(-1)?.text ?? null };
}

describe("what was foretold is what happens", () => {
  test("on Saturday at 2: held until Monday, with the reply word for word", async () => {
    const practiced = await testPractice({ now: fridayAt15 });
    const foretold = ask(practiced, saturdayAt2);
    expect(foretold).toMatchObject({
      verdict: "hold",
      until: Date.parse("2026-11-30T14:00:00Z"),
      sentence: "Held until Mon 9:00 AM: it arrived outside your message hours.",
      rule: "Closed",
      windows: [],
      closure: null,
      reply: { kind: "send", language: "en", segments: null },
    });
    await practiced.until(saturdayAt2);
    await practiced.arrive({ subject: "", text: "Are you there?" });
    expect(real(practiced)).toEqual({
      sentence: foretold.sentence,
      reply: foretold.reply.kind === "send" ? foretold.reply.text : "",
    });
  });

  test("the second message of that night gets no reply, and the third surfaces", async () => {
    const practiced = await testPractice({ now: saturdayAt2 });
    await practiced.arrive({ subject: "", text: "Are you there?" });
    expect(ask(practiced, "2026-11-28T07:05:00Z", { text: "Hello?" }).reply).toEqual({
      kind: "none",
      sentence: "This sender was already told.",
    });
    await practiced.until("2026-11-28T07:05:00Z");
    await practiced.arrive({ subject: "", text: "Hello?" });
    expect(real(practiced).reply).toBe("This sender was already told.");
    const third = ask(practiced, "2026-11-28T07:10:00Z", { text: "Please" });
    expect(third).toMatchObject({ verdict: "surface", rule: "Several messages in a short time" });
    expect(ask(practiced, "2026-11-28T07:10:00Z", { text: "Hello?" }).verdict).toBe("hold");
    await practiced.until("2026-11-28T07:10:00Z");
    await practiced.arrive({ subject: "", text: "Please" });
    expect(real(practiced).sentence).toBe(third.sentence);
  });

  test("a safety phrase surfaces and is answered with the numbers first; nothing is stored", async () => {
    const practiced = await testPractice({ now: fridayAt15 });
    const { verdict, reply } = ask(practiced, saturdayAt2, { text: "I want to die" });
    expect(verdict).toBe("surface");
    expect(reply).toMatchObject({ kind: "send", reply: "safety" });
    expect(reply.kind === "send" && reply.text.startsWith(reply.emergencyLine)).toBe(true);
    expect(practiced.practice.inbox.list()).toMatchObject({ held: [], surfaced: [], unknown: [] });
    expect(practiced.email.sent).toEqual([]);
  });

  test("a text message is counted in parts", async () => {
    const practiced = await testPractice({ now: fridayAt15 });
    expect(ask(practiced, saturdayAt2, { channel: "sms" }).reply).toMatchObject({
      segments: { encoding: "GSM-7", parts: 1 },
    });
  });

  test("an unknown sender is not answered unless the practice says so", async () => {
    const practiced = await testPractice({ now: fridayAt15 });
    expect(ask(practiced, saturdayAt2, { from: { kind: "unknown" } }).reply).toEqual({
      kind: "none",
      sentence: "The sender is not one of your clients.",
    });
    const { replies } = practiced.practice.policy.availability();
    value(practiced.practice.policy.setReplies({ ...replies, toUnknownSenders: true }));
    expect(ask(practiced, saturdayAt2, { from: { kind: "unknown" } }).reply.kind).toBe("send");
  });

  test("inside message hours nothing is answered, and the sentence says why not", async () => {
    const practiced = await testPractice({ now: fridayAt15 });
    expect(ask(practiced, "2026-11-30T16:00:00Z")).toMatchObject({
      verdict: "surface",
      windows: [{ start: "09:00", end: "17:00" }],
      reply: { kind: "none", sentence: "It surfaces, so you answer it yourself." },
    });
  });

  test("asked about an instant before a reply that was sent, that reply does not count", async () => {
    const practiced = await testPractice({ now: saturdayAt2 });
    await practiced.arrive();
    expect(ask(practiced, "2026-11-28T06:00:00Z").reply.kind).toBe("send");
  });

  test("any client is answered by the name of Sam in the language of the practice", async () => {
    const practiced = await testPractice({ now: fridayAt15 });
    const { reply } = ask(practiced, saturdayAt2, { from: { kind: "any-client" } });
    expect(reply.kind === "send" && reply.text).toContain("Hello Sam");
  });

  test("a client who is not there is refused", async () => {
    const practiced = await testPractice({ now: fridayAt15 });
    expect(
      practiced.practice.ahead.ask({
        at: Date.parse(saturdayAt2),
        from: { kind: "client", id: "nobody" },
        channel: "email",
        text: "",
      }),
    ).toMatchObject({ ok: false, field: "from" });
  });
});

test("the week has seven days, of which one is an hour short in March", async () => {
  const { practice } = await testPractice({ now: fridayAt15 });
  const { days, moments } = practice.ahead.week("2027-03-08", null);
  expect(days.map(({ date }) => date)).toEqual([
    "2027-03-08",
    "2027-03-09",
    "2027-03-10",
    "2027-03-11",
    "2027-03-12",
    "2027-03-13",
    "2027-03-14",
  ]);
  expect(days.map(({ start, end }) => (end - start) / 3_600_000)).toEqual([24, 24, 24, 24, 24, 24, 23]);
  expect(days[0]?.stretches.map(({ state }) => state)).toEqual(["closed", "open", "closed"]);
  expect(moments.map(({ name }) => name)).toEqual(["tonight", "saturday", "clock-change"]);
});
