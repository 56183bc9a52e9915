import { describe, expect, test } from "vitest";
import { testPractice, type TestPractice, value } from "../../builders/practice.ts";

// Saturday 28 November 2026 in New York (UTC-5); the practice opens on Monday the 30th at 9:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const mondayAt9 = "2026-11-30T14:00:00Z";
const spammer = "offers@shop.example";

const fromSpammer = ({ arrive }: TestPractice, text = "Great prices!") =>
  arrive({ sender: spammer, senderName: "Offers", text });

const answerStrangers = ({ practice }: TestPractice) =>
  value(practice.policy.setReplies({ ...practice.policy.availability().replies, toUnknownSenders: true }));

async function withSpam(now = saturdayAt0210) {
  const founded = await testPractice({ now });
  await fromSpammer(founded);
  const id = founded.practice.inbox.list().unknown[0]?.id ?? "";
  return { ...founded, id };
}

describe("a blocked sender", () => {
  test("has a section of their own, is never notified of, and does not count as unread", async () => {
    const founded = await withSpam();
    const { practice, notices, until, id } = founded;
    value(practice.blocking.block(id));
    expect(practice.inbox.list()).toMatchObject({
      unknown: [],
      held: [],
      blocked: [{ id, section: "blocked", held: false }],
      blockedSenders: [{ channel: "email", address: spammer, blockedAt: Date.parse(saturdayAt0210) }],
    });
    await fromSpammer(founded, "Even greater prices!");
    await until(mondayAt9);
    await fromSpammer(founded, "The greatest prices!");
    expect(practice.inbox.list().blocked).toHaveLength(3);
    expect(notices).toEqual([]);
    expect(practice.light.now()).toMatchObject({ unreadCount: 0, heldCount: 0 });
    expect(practice.inbox.today().needsYou).toEqual([]);
    expect(practice.inbox.open(id)?.why.sentence).toBe("Surfaced: you blocked this sender, so nobody is notified.");
  });

  test("still comes through with a safety phrase, in the ordinary list and with its notification", async () => {
    const founded = await withSpam();
    const { practice, notices, id } = founded;
    value(practice.blocking.block(id));
    await fromSpammer(founded, "I want to die");
    expect(notices).toMatchObject([{ title: "1 message let through for safety", urgent: true }]);
    expect(practice.inbox.list().unknown).toMatchObject([{ safety: true, section: "unknown" }]);
    expect(practice.inbox.list().digest).toMatchObject([{ reason: "safety", unread: 1 }]);
    expect(practice.light.now().unreadCount).toBe(1);
    expect(founded.email.sent).toHaveLength(1);
  });

  test("loses the automatic reply that waits for them, but not a safety reply", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const { practice, email, until } = founded;
    answerStrangers(founded);
    const fault = { code: "unreachable", sentence: "The server cannot be reached." } as const;
    email.outcomes.push({ kind: "try-again", fault }, { kind: "try-again", fault });
    await fromSpammer(founded);
    await fromSpammer(founded, "I want to die");
    const held = practice.inbox.list().unknown.find((message) => message.held)?.id ?? "";
    value(practice.blocking.block(held));
    expect(practice.inbox.open(held)?.why.reply).toMatchObject({
      state: "suppressed",
      reason: "You blocked this sender.",
    });
    await until("2026-11-28T07:12:00Z");
    expect(email.sent.map(({ text }) => text.startsWith("If you are in danger") || text.includes("911"))).toEqual([
      true,
    ]);
    expect(practice.inbox.today().recentReplies).toMatchObject([{ kind: "safety", state: "sent" }]);
  });

  test("is unblocked by undo: what was held is held again, told of at the opening, and answered after all", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const { practice, email, until, notices } = founded;
    answerStrangers(founded);
    const fault = { code: "unreachable", sentence: "The server cannot be reached." } as const;
    email.outcomes.push({ kind: "try-again", fault });
    await fromSpammer(founded);
    const id = practice.inbox.list().unknown[0]?.id ?? "";
    value(practice.blocking.block(id));
    value(practice.blocking.unblock("email", spammer));
    expect(practice.inbox.list()).toMatchObject({ blocked: [], blockedSenders: [], unknown: [{ id, held: true }] });
    await until("2026-11-28T07:15:00Z");
    expect(email.sent.map(({ to }) => to)).toEqual([spammer]);
    await until(mondayAt9);
    expect(notices).toMatchObject([{ title: "1 message in your inbox" }]);
  });

  test("that is unblocked later: what came in meanwhile is in the inbox, and nobody is notified of old spam", async () => {
    const founded = await withSpam();
    const { practice, notices, until, id } = founded;
    value(practice.blocking.block(id));
    await fromSpammer(founded, "Even greater prices!");
    await until("2026-12-05T15:00:00Z");
    value(practice.blocking.unblock("email", spammer));
    await until("2026-12-07T15:00:00Z");
    expect(practice.inbox.list().unknown).toHaveLength(2);
    expect(practice.inbox.list().unknown.every(({ held }) => !held)).toBe(true);
    expect(notices).toEqual([]);
  });

  test("that has surfaced already moves to the blocked ones too", async () => {
    const { practice, id } = await withSpam("2026-11-30T15:00:00Z");
    expect(practice.light.now().unreadCount).toBe(1);
    value(practice.blocking.block(id));
    expect(practice.inbox.list()).toMatchObject({ unknown: [], blocked: [{ id }] });
    expect(practice.light.now().unreadCount).toBe(0);
  });

  test("is never a client: a client is archived instead, and one who becomes a client is blocked no more", async () => {
    const founded = await withSpam();
    const { practice, arrive, id } = founded;
    await arrive();
    const refused = practice.blocking.block(practice.inbox.list().held[0]?.id ?? "");
    expect(refused).toMatchObject({
      ok: false,
      sentence: "Clients are not blocked: a message of theirs could be missed. Archive the client instead.",
    });
    value(practice.blocking.block(id));
    value(practice.inbox.linkToClient(id, practice.clients.list()[0]?.id ?? ""));
    await fromSpammer(founded);
    expect(practice.inbox.list()).toMatchObject({ blocked: [], blockedSenders: [] });
    expect(practice.inbox.list().held.filter(({ address }) => address === spammer)).toHaveLength(1);
  });

  test("that is not there cannot be blocked or unblocked", async () => {
    const { practice, arrive } = await testPractice({ now: saturdayAt0210 });
    expect(practice.blocking.block("nobody")).toMatchObject({ ok: false });
    expect(practice.blocking.unblock("email", spammer)).toMatchObject({ ok: false });
    await arrive({ sender: "", returnPath: null });
    const [nameless] = practice.inbox.list().unknown;
    expect(practice.blocking.block(nameless?.id ?? "")).toMatchObject({
      ok: false,
      sentence: "The message names no sender.",
    });
  });
});
