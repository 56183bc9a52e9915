import { describe, expect, test } from "vitest";
import { testPractice, value } from "../../builders/practice.ts";

// Saturday 28 November 2026, 02:10 in New York; the practice opens on Monday at 9:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";

const jo = { preferredName: "Jo", language: "en" as const, emails: ["jo@example.org"], urgent: false, optedOut: false };

async function clientsOf(now = saturdayAt0210) {
  const founded = await testPractice({ now });
  const { practice } = founded;
  const idOf = (name: string) => practice.clients.list().find(({ preferredName }) => preferredName === name)?.id ?? "";
  return { ...founded, clients: practice.clients, inbox: practice.inbox, idOf };
}

test("an address belongs to one client", async () => {
  const { clients, idOf } = await clientsOf();
  const taken = { ok: false, field: "emails", sentence: "maya@example.org already belongs to Maya." };
  expect(clients.add({ ...jo, emails: ["jo@example.org", "maya@example.org"] })).toEqual(taken);
  value(clients.add(jo));
  expect(clients.change(idOf("Jo"), { ...jo, emails: ["maya@example.org"] })).toEqual(taken);
  value(clients.change(idOf("Jo"), { ...jo, emails: ["jo@example.org", "jo@example.org"] }));
  expect(clients.list().map(({ emails }) => emails)).toEqual([["jo@example.org"], ["maya@example.org"]]);
});

test("an archived client keeps the address, the name on old messages, and is still answered", async () => {
  const { clients, idOf, inbox, arrive, email } = await clientsOf();
  value(clients.archive(idOf("Maya"), true));
  expect(clients.add({ ...jo, emails: ["maya@example.org"] })).toMatchObject({ ok: false });
  await arrive();
  expect(inbox.list().held).toMatchObject([{ name: "Maya" }]);
  expect(email.sent).toHaveLength(1);
  value(clients.archive(idOf("Maya"), false));
  expect(clients.list()).toMatchObject([{ preferredName: "Maya", archived: false, emails: ["maya@example.org"] }]);
});

test("a client who is not there cannot be changed", async () => {
  const { clients, inbox, arrive } = await clientsOf();
  expect(clients.change("nobody", jo)).toMatchObject({ ok: false });
  expect(clients.archive("nobody", true)).toMatchObject({ ok: false });
  await arrive({ sender: "jo@example.org" });
  expect(inbox.linkToClient(inbox.list().unknown[0]?.id ?? "", "nobody")).toMatchObject({
    ok: false,
    field: "clientId",
  });
  expect(inbox.linkToClient("nothing", "nobody")).toMatchObject({ ok: false });
});

describe("a sender who is no client yet", () => {
  test("is neither answered nor lost, and follows into the thread of the client they are linked to", async () => {
    const { clients, inbox, arrive, idOf, email } = await clientsOf();
    await arrive({ sender: "maya@work.example", text: "from work" });
    await arrive({ sender: "maya@work.example", text: "from work" });
    await arrive({ text: "from home" });
    expect(email.sent.map(({ to }) => to)).toEqual(["maya@example.org"]);
    const [unknown] = inbox.list().unknown;
    value(inbox.linkToClient(unknown?.id ?? "", idOf("Maya")));
    expect(inbox.list()).toMatchObject({ unknown: [], held: [{ name: "Maya" }, { name: "Maya" }, { name: "Maya" }] });
    expect(inbox.open(unknown?.id ?? "")?.thread).toHaveLength(3);
    expect(clients.list()[0]?.emails).toEqual(["maya@example.org", "maya@work.example"]);
    expect(email.sent).toHaveLength(1);
    expect(inbox.linkToClient(unknown?.id ?? "", idOf("Maya"))).toMatchObject({
      ok: false,
      sentence: "The sender is a client already.",
    });
  });

  test("who was answered as such is not answered again when linked, and the message is decided again", async () => {
    const { practice, inbox, arrive, idOf, email, clients } = await clientsOf();
    value(practice.policy.setReplies({ ...practice.policy.availability().replies, toUnknownSenders: true }));
    value(clients.add({ ...jo, urgent: true }));
    await arrive({ sender: "jo@phone.example" });
    expect(email.sent).toHaveLength(1);
    value(inbox.linkToClient(inbox.list().unknown[0]?.id ?? "", idOf("Jo")));
    expect(inbox.list()).toMatchObject({ held: [], unknown: [], surfaced: [{ name: "Jo", safety: true }] });
    expect(email.sent).toHaveLength(1);
  });

  test("becomes a client with all that they wrote when a client is added with that address", async () => {
    const { clients, inbox, arrive, email, until } = await clientsOf();
    await arrive({ sender: "jo@example.org" });
    await arrive({ sender: "jo@example.org" });
    value(clients.add(jo));
    expect(inbox.list()).toMatchObject({ unknown: [], held: [{ name: "Jo" }, { name: "Jo" }] });
    await until("2026-11-28T07:20:00Z");
    expect(email.sent).toEqual([]);
    await arrive({ sender: "jo@example.org" });
    expect(email.sent).toHaveLength(1);
  });

  test("that is a form or a program is not linked: what others write through it is no client's", async () => {
    const { clients, inbox, arrive, idOf } = await clientsOf();
    await arrive({ sender: "no-reply@builder.example", headers: { "Reply-To": "jo@example.org" } });
    const [unknown] = inbox.list().unknown;
    const sentence = "This is the address of a form or program; other people write from it too.";
    expect(inbox.open(unknown?.id ?? "")?.linking).toEqual({ possible: false, note: sentence });
    expect(inbox.linkToClient(unknown?.id ?? "", idOf("Maya"))).toMatchObject({ ok: false, sentence });
    expect(clients.list()[0]?.emails).toEqual(["maya@example.org"]);
  });

  test("that asks for answers elsewhere may be a form: it is said before it is linked", async () => {
    const { inbox, arrive, idOf } = await clientsOf();
    await arrive({ sender: "forms@builder.example", headers: { "Reply-To": "jo@example.org" } });
    await arrive({ sender: "jo@phone.example" });
    const [plain, form] = inbox.list().unknown.toSorted((one, other) => other.address.localeCompare(one.address));
    expect(inbox.open(form?.id ?? "")?.linking).toEqual({
      possible: true,
      note: "This mail asks for answers to jo@example.org. If forms@builder.example belongs to a form, other people write from it too.",
    });
    expect(inbox.open(plain?.id ?? "")?.linking).toEqual({ possible: true, note: null });
    value(inbox.linkToClient(form?.id ?? "", idOf("Maya")));
  });

  test("whose mail names no address cannot be linked", async () => {
    const { inbox, arrive, idOf } = await clientsOf();
    await arrive({ sender: "", senderName: "Somebody" });
    const [unknown] = inbox.list().unknown;
    expect(unknown).toMatchObject({ name: "Somebody" });
    expect(inbox.linkToClient(unknown?.id ?? "", idOf("Maya"))).toMatchObject({
      ok: false,
      sentence: "The mail names no sender.",
    });
  });

  test("asks for a decision only where a person wrote, not for every newsletter", async () => {
    const { inbox, arrive } = await clientsOf("2026-11-30T15:00:00Z");
    await arrive({
      sender: "shop@example.com",
      senderName: "Shop",
      headers: { "List-Unsubscribe": "<https://example.com>" },
    });
    await arrive({ sender: "new@example.com", senderName: "Somebody New" });
    expect(inbox.today().needsYou.map(({ sentence }) => sentence)).toEqual([
      "Somebody New is not one of your clients yet.",
    ]);
  });
});

describe("a client marked urgent", () => {
  test("surfaces what waits, at once and with an urgent notification, and is told what to do in an emergency", async () => {
    const { clients, inbox, arrive, idOf, door, notices, email } = await clientsOf();
    await arrive();
    const maya = {
      preferredName: "Maya",
      language: "en" as const,
      emails: ["maya@example.org"],
      urgent: true,
      optedOut: false,
    };
    value(clients.change(idOf("Maya"), maya));
    await door.lookNow();
    expect(inbox.list()).toMatchObject({ held: [], surfaced: [{ safety: true }] });
    expect(notices).toMatchObject([{ urgent: true }]);
    await arrive();
    expect(email.sent.at(-1)?.text).toMatch(/^Emergency: call 911\./);
    await arrive();
    expect(email.sent).toHaveLength(2);
  });
});

describe("a client who opted out", () => {
  test("is never answered, but surfaces as ever, also for safety", async () => {
    const { clients, inbox, arrive, email, notices, until } = await clientsOf();
    value(clients.add({ ...jo, optedOut: true }));
    await arrive({ sender: "jo@example.org" });
    await arrive({ sender: "jo@example.org", text: "I want to die" });
    expect(email.sent).toEqual([]);
    expect(notices).toMatchObject([{ urgent: true }]);
    await until("2026-11-30T14:00:00Z");
    expect(inbox.list().surfaced).toHaveLength(2);
  });
});

test("only a reply that failed or is unconfirmed can be taken note of", async () => {
  const { inbox, arrive, email, until } = await clientsOf();
  email.outcomes.push(
    { kind: "try-again", fault: { code: "unreachable", sentence: "Not there." } },
    { kind: "failed", fault: { code: "rejected", sentence: "No." } },
  );
  await arrive();
  const [waiting] = inbox.today().recentReplies;
  expect(inbox.settleReply(waiting?.id ?? "")).toMatchObject({ ok: false });
  expect(inbox.settleReply("nothing")).toMatchObject({ ok: false });
  await until("2026-11-28T07:11:00Z");
  expect(inbox.today().needsYou).toMatchObject([{ kind: "reply-failed" }]);
  value(inbox.settleReply(waiting?.id ?? ""));
  expect(inbox.today().needsYou).toEqual([]);
});
