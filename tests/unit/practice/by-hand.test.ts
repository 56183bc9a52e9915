import { describe, expect, onTestFinished, test } from "vitest";
import type { SendOutcome } from "../../../src/channels/channel.ts";
import type { LeavingTime } from "../../../src/practice/by-hand-views.ts";
import { mailbox, testPractice, type TestPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";
import { crashImage, opened } from "../../builders/stored-practice.ts";

// New York (UTC-5). The practice opens on Monday 30 November 2026 at 9:00.
const saturdayAt2300 = "2026-11-29T04:00:00Z";
const sundayAt12 = "2026-11-29T17:00:00Z";
const mondayAt9 = "2026-11-30T14:00:00Z";
const mondayAt10 = "2026-11-30T15:00:00Z";
const mondayAt22 = "2026-12-01T03:00:00Z";
const tuesdayAt9 = "2026-12-01T14:00:00Z";

const words = "Thank you for writing.\n\nSee you on Tuesday.";
const atOpening: LeavingTime = { kind: "opening", shown: Date.parse(mondayAt9) };
const rightNow: LeavingTime = { kind: "now" };

const refused: SendOutcome = {
  kind: "failed",
  fault: { code: "rejected", sentence: "The server does not take mail for this address." },
};
const unreachable: SendOutcome = {
  kind: "try-again",
  fault: { code: "unreachable", sentence: "mail.example.org cannot be reached." },
};

/** A practice in which Maya has written, and what the therapist answers. */
async function afterMayaWrote(now: string) {
  const founded = await testPractice({ now });
  await founded.arrive();
  const { surfaced, held } = founded.practice.inbox.list();
  const messageId = [...surfaced, ...held][0]?.id ?? "";
  const answering = () => {
    const view = founded.practice.byHand.open(messageId);
    if (view === null) throw new Error("The message is gone.");
    return view;
  };
  const write = (leaves: LeavingTime, text = words, to = "maya@example.org") =>
    founded.practice.byHand.send({ messageId, text, to, leaves });
  return { ...founded, messageId, answering, write, byHand: () => founded.email.sent.filter(isByHand) };
}

const isByHand = ({ submission }: TestPractice["email"]["sent"][number]) => submission === "by-hand";
const mine = (view: ReturnType<Awaited<ReturnType<typeof afterMayaWrote>>["answering"]>) =>
  view.replies.filter(({ kind }) => kind === "by-hand");

describe("what is being written", () => {
  test("is kept as it is typed and survives a crash", async () => {
    const founded = await afterMayaWrote(saturdayAt2300);
    const { turn } = founded.answering();
    expect(value(founded.practice.byHand.keepDraft(founded.messageId, "Thank you", turn))).toEqual({ kept: true });
    expect(value(founded.practice.byHand.keepDraft(founded.messageId, "Thank you for", turn))).toEqual({ kept: true });
    const { door, practice } = await opened(founded, crashImage(founded.folder));
    onTestFinished(() => door.shut());
    expect(practice.byHand.open(founded.messageId)?.draft).toBe("Thank you for");
  });

  test("is gone when it was emptied or sent", async () => {
    const { practice, messageId, answering, write } = await afterMayaWrote(saturdayAt2300);
    value(practice.byHand.keepDraft(messageId, "Thank you", 0));
    value(practice.byHand.keepDraft(messageId, "  ", 0));
    expect(answering().draft).toBe("");
    value(practice.byHand.keepDraft(messageId, words, 0));
    value(write(rightNow));
    expect(answering().draft).toBe("");
  });

  test("is not kept under a turn that is over: what was sent does not come back as a draft", async () => {
    const { practice, messageId, answering, write } = await afterMayaWrote(saturdayAt2300);
    const { turn } = answering();
    value(write(rightNow));
    expect(value(practice.byHand.keepDraft(messageId, words, turn))).toEqual({ kept: false });
    expect(answering().draft).toBe("");
  });
});

describe("a mail that asks for answers elsewhere", () => {
  async function composing(said: Parameters<TestPractice["arrive"]>[0]) {
    const founded = await testPractice({ now: mondayAt10 });
    await founded.arrive(said);
    const { surfaced, unknown } = founded.practice.inbox.list();
    const messageId = [...surfaced, ...unknown][0]?.id ?? "";
    const composer = () => founded.practice.byHand.open(messageId)?.composer;
    return { ...founded, messageId, composer };
  }
  const form = { sender: "forms@builder.example", senderName: "Your website" };

  test("is answered there, and the address it came from may be chosen", async () => {
    const { composer, practice, messageId, until, email } = await composing({
      ...form,
      headers: { "Reply-To": '"Jo, Ann" <Jo@Example.org>' },
    });
    expect(composer()).toMatchObject({
      addresses: ["jo@example.org", "forms@builder.example"],
      note: "It came from forms@builder.example and asks for answers to jo@example.org.",
    });
    value(practice.byHand.send({ messageId, text: words, to: "jo@example.org", leaves: rightNow }));
    await until("2026-11-30T15:00:10Z");
    expect(email.sent.filter(isByHand).map(({ to }) => to)).toEqual(["jo@example.org"]);
  });

  test("is answered at the client's own address first where it came from there: anybody can write a Reply-To", async () => {
    const { composer } = await composing({ headers: { "Reply-To": "somebody@elsewhere.example" } });
    expect(composer()).toMatchObject({
      addresses: ["maya@example.org", "somebody@elsewhere.example"],
      note: "It asks for answers to somebody@elsewhere.example, which is not one of Maya's addresses.",
    });
  });

  test("is answered there at once where that is another address of the client", async () => {
    const founded = await composing({ headers: { "Reply-To": "maya@work.example" } });
    const [maya] = founded.practice.clients.list();
    if (maya === undefined) throw new Error("Maya is gone.");
    value(founded.practice.clients.change(maya.id, { ...maya, emails: [...maya.emails, "maya@work.example"] }));
    expect(founded.composer()).toMatchObject({ addresses: ["maya@work.example", "maya@example.org"], note: null });
  });

  test.each([
    ["the address it came from", "Forms@builder.example"],
    ["the practice itself", "therapist@example.org"],
    ["no address", "undisclosed"],
    ["an address with a colon in it", "<jo:ann@example.org>"],
  ])("is answered as ever where that is %s", async (_what, replyTo) => {
    const { composer } = await composing({ ...form, headers: { "Reply-To": replyTo } });
    expect(composer()).toMatchObject({ addresses: ["forms@builder.example"], note: null });
  });

  test("is never answered there automatically", async () => {
    const founded = await testPractice({ now: saturdayAt2300 });
    await founded.arrive({ headers: { "Reply-To": "somebody@elsewhere.example" } });
    expect(founded.email.sent.map(({ to }) => to)).toEqual(["maya@example.org"]);
  });
});

describe("the suggestion", () => {
  test("is to send at the opening while the practice is closed", async () => {
    const { answering } = await afterMayaWrote(saturdayAt2300);
    expect(answering()).toMatchObject({ byDefault: "opening", opening: Date.parse(mondayAt9) });
  });

  test("is to send now while it is open, and the opening is the next one", async () => {
    const { answering } = await afterMayaWrote(mondayAt10);
    expect(answering()).toMatchObject({ byDefault: "now", opening: Date.parse(tuesdayAt9) });
  });

  test("is to send later while the practice is not to be disturbed", async () => {
    const { practice, answering } = await afterMayaWrote(mondayAt10);
    value(practice.light.doNotDisturb(Date.parse("2026-11-30T16:00:00Z")));
    expect(answering()).toMatchObject({ byDefault: "opening", opening: Date.parse("2026-11-30T16:00:00Z") });
  });

  test("is to send now when no message hours are in sight, and for the opening nothing can be written", async () => {
    const { practice, answering, write } = await afterMayaWrote(mondayAt10);
    value(practice.policy.setMessageHours({ MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] }));
    expect(answering()).toMatchObject({ byDefault: "now", opening: null });
    expect(write(atOpening)).toMatchObject({
      ok: false,
      sentence: "No message hours are in sight. Please choose a time.",
    });
  });
});

describe("a reply sent now", () => {
  test("leaves after ten seconds and not before, as nothing automatic, and never expires", async () => {
    const { answering, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    value(write(rightNow));
    await until("2026-11-29T04:00:09.999Z");
    expect(byHand()).toEqual([]);
    expect(mine(answering())).toMatchObject([{ state: "queued", waits: true }]);
    await until("2026-11-29T04:00:10Z");
    expect(byHand()).toMatchObject([
      { submission: "by-hand", to: "maya@example.org", subject: "Re: Next week", text: words },
    ]);
    expect(mine(answering())).toMatchObject([{ state: "sent", waits: false, leavesAt: null }]);
  });

  test("answers the very message, in its thread", async () => {
    const { practice, messageId, write, until, byHand } = await afterMayaWrote(mondayAt10);
    value(write(rightNow));
    await until("2026-11-30T15:00:10Z");
    const [sent] = byHand();
    expect(sent?.inReplyTo).toMatch(/^<mail-\d+@example.org>$/);
    expect(sent?.references).toEqual([sent?.inReplyTo]);
    expect(sent?.messageId).toMatch(/^<.+@example.org>$/);
    expect(practice.inbox.open(messageId)?.why.reply).toBeNull();
  });

  test("is not hurried into the ten seconds when the mailbox is changed", async () => {
    const { practice, accountId, write, door, byHand } = await afterMayaWrote(mondayAt10);
    value(write(rightNow));
    value(practice.mailboxes.change(accountId, mailbox));
    await door.lookNow();
    expect(byHand()).toEqual([]);
  });

  test("can be taken back within ten seconds, stands in the composer again, and is edited and sent once", async () => {
    const { practice, answering, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    const { replyId } = value(write(rightNow));
    value(practice.byHand.takeBack(replyId));
    expect(answering().draft).toBe(words);
    expect(answering().replies.filter(({ kind }) => kind === "by-hand")).toEqual([]);
    value(write(rightNow, "See you on Tuesday."));
    await until("2026-11-29T04:10:00Z");
    expect(byHand().map(({ text }) => text)).toEqual(["See you on Tuesday."]);
  });

  test("taken back stands above what was begun in the meantime", async () => {
    const { practice, messageId, answering, write } = await afterMayaWrote(saturdayAt2300);
    const { replyId } = value(write(rightNow));
    value(practice.byHand.keepDraft(messageId, "One more thing", answering().turn));
    value(practice.byHand.takeBack(replyId));
    expect(answering().draft).toBe(`${words}\n\nOne more thing`);
  });

  test("cannot be taken back once it left, nor twice", async () => {
    const { practice, write, until } = await afterMayaWrote(mondayAt10);
    const first = value(write(rightNow));
    value(practice.byHand.takeBack(first.replyId));
    expect(practice.byHand.takeBack(first.replyId)).toMatchObject({ ok: false });
    const second = value(write(rightNow));
    await until("2026-11-30T15:00:10Z");
    expect(practice.byHand.takeBack(second.replyId)).toMatchObject({
      ok: false,
      sentence: "It has left already and cannot be taken back.",
    });
  });
});

describe("a reply for the opening", () => {
  test("waits through the night, is listed, and leaves on Monday at 9:00", async () => {
    const { practice, answering, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    expect(value(write(atOpening)).leavesAt).toBe(Date.parse(mondayAt9));
    await until(sundayAt12);
    expect(byHand()).toEqual([]);
    expect(mine(answering())).toMatchObject([{ waits: true, leavesAt: Date.parse(mondayAt9) }]);
    expect(practice.inbox.today().waitingToLeave).toMatchObject([{ name: "Maya", leavesAt: Date.parse(mondayAt9) }]);
    await until(mondayAt9);
    expect(byHand()).toHaveLength(1);
    expect(practice.inbox.today().waitingToLeave).toEqual([]);
  });

  test("moves with the hours, and the change says so", async () => {
    const { practice, answering, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    value(write(atOpening));
    const change = value(
      practice.policy.setMessageHours({ ...weekdaysNineToFive, MO: [{ start: "11:00", end: "17:00" }] }),
    );
    expect(change.effect).toBe(
      "1 held message now surfaces at Mon 11:00 AM; 1 reply you wrote now leaves at Mon 11:00 AM.",
    );
    expect(mine(answering())).toMatchObject([{ leavesAt: Date.parse("2026-11-30T16:00:00Z") }]);
    await until(mondayAt9);
    expect(byHand()).toEqual([]);
    value(practice.policy.restore(change.previousVersion));
    await until(mondayAt9);
    expect(byHand()).toHaveLength(1);
  });

  test("leaves at once when the practice is opened", async () => {
    const { practice, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    value(write(atOpening));
    await until(sundayAt12);
    value(practice.light.openUntil(Date.parse("2026-11-29T19:00:00Z")));
    await until("2026-11-29T17:00:01Z");
    expect(byHand()).toHaveLength(1);
  });

  test("waits when do-not-disturb is switched on, and leaves when it is ended", async () => {
    const { practice, answering, write, until, byHand } = await afterMayaWrote("2026-11-30T13:55:00Z");
    value(write(atOpening));
    value(practice.light.doNotDisturb(Date.parse("2026-11-30T15:00:00Z")));
    // A do-not-disturb that was switched on while closed ends at the opening.
    expect(mine(answering())).toMatchObject([{ leavesAt: Date.parse(mondayAt9) }]);
    await until("2026-11-30T13:59:00Z");
    expect(byHand()).toEqual([]);
    await until(mondayAt9);
    expect(byHand()).toHaveLength(1);
  });

  test("without an opening in sight waits until there is one", async () => {
    const { practice, answering, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    value(write(atOpening));
    const none = value(practice.policy.setMessageHours({ MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] }));
    expect(none.effect).toBe("1 held message surfaced now; 1 reply you wrote waits until an opening is in sight.");
    expect(mine(answering())).toMatchObject([{ waits: true, leavesAt: null }]);
    await until(mondayAt22);
    expect(byHand()).toEqual([]);
    value(practice.policy.restore(none.previousVersion));
    await until(tuesdayAt9);
    expect(byHand()).toHaveLength(1);
  });

  test("leaves on waking within message hours when the computer slept through the opening", async () => {
    const { write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    value(write(atOpening));
    await until("2026-11-30T20:00:00Z");
    expect(byHand()).toHaveLength(1);
  });

  test("waits for the next opening when the computer wakes in the evening", async () => {
    const { answering, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    value(write(atOpening));
    await until(mondayAt22);
    expect(byHand()).toEqual([]);
    expect(mine(answering())).toMatchObject([{ waits: true, leavesAt: Date.parse(tuesdayAt9) }]);
    await until(tuesdayAt9);
    expect(byHand()).toHaveLength(1);
  });

  test("that could not leave by the closing leaves at the next opening", async () => {
    const { email, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    value(write(atOpening));
    for (let more = 0; more < 3; more += 1) email.outcomes.push(unreachable);
    await until("2026-11-30T21:59:50Z");
    await until("2026-11-30T22:05:00Z");
    expect(byHand()).toEqual([]);
    email.outcomes.length = 0;
    await until(tuesdayAt9);
    expect(byHand()).toHaveLength(1);
  });
});

test("the opening that came while the therapist pressed the button is the one that was meant", async () => {
  const { write } = await afterMayaWrote("2026-11-30T14:00:02Z");
  expect(value(write(atOpening)).leavesAt).toBe(Date.parse("2026-11-30T14:00:12Z"));
  expect(value(write({ kind: "opening", shown: Date.parse(tuesdayAt9) })).leavesAt).toBe(Date.parse(tuesdayAt9));
});

describe("what left outside message hours is marked", () => {
  test("by the hours that were in force then", async () => {
    const { practice, answering, write, until } = await afterMayaWrote(saturdayAt2300);
    value(write(rightNow));
    await until(sundayAt12);
    value(write(atOpening));
    await until(mondayAt10);
    await until("2026-11-30T15:01:00Z");
    value(practice.policy.setMessageHours({ ...weekdaysNineToFive, MO: [], SA: [{ start: "00:00", end: "24:00" }] }));
    expect(mine(answering()).map(({ outsideHours }) => outsideHours)).toEqual([true, false]);
  });
});

describe("a reply for an instant", () => {
  test("leaves when it is due, also at night, and after sleep as soon as the computer runs", async () => {
    const { write, until, byHand } = await afterMayaWrote(mondayAt10);
    value(write({ kind: "at", at: Date.parse("2026-12-01T02:00:00Z") }));
    await until("2026-12-01T01:59:00Z");
    expect(byHand()).toEqual([]);
    await until(mondayAt22);
    expect(byHand()).toHaveLength(1);
  });

  test("stays when the hours change", async () => {
    const { practice, answering, write } = await afterMayaWrote(mondayAt10);
    const at = Date.parse("2026-12-01T02:00:00Z");
    value(write({ kind: "at", at }));
    value(practice.policy.setMessageHours({ ...weekdaysNineToFive, MO: [] }));
    expect(mine(answering())).toMatchObject([{ leavesAt: at }]);
  });

  test("lies ahead, and within a year", async () => {
    const { write } = await afterMayaWrote(mondayAt10);
    expect(write({ kind: "at", at: Date.parse(mondayAt10) })).toMatchObject({ ok: false, field: "at" });
    expect(write({ kind: "at", at: Date.parse("2028-01-01T00:00:00Z") })).toMatchObject({ ok: false, field: "at" });
  });
});

describe("to whom", () => {
  test("any address of the client, and no other", async () => {
    const { practice, messageId, answering, write, until, byHand } = await afterMayaWrote(mondayAt10);
    const [maya] = practice.clients.list();
    if (maya === undefined) throw new Error("Maya is not there.");
    const { preferredName, language, urgent, optedOut } = maya;
    const emails = ["maya@example.org", "maya@work.example"];
    value(practice.clients.change(maya.id, { preferredName, language, urgent, optedOut, emails }));
    expect(answering().composer).toMatchObject({ ready: true, addresses: emails, from: "therapist@example.org" });
    expect(write(rightNow, words, "somebody@else.example")).toMatchObject({ ok: false, field: "to" });
    value(write(rightNow, words, "maya@work.example"));
    await until("2026-11-30T15:00:10Z");
    expect(byHand()).toMatchObject([{ to: "maya@work.example" }]);
    expect(practice.byHand.open(messageId)?.replies).toMatchObject([{ name: "Maya", to: "maya@work.example" }]);
  });

  test("a client who asked for no automatic messages gets what was written by hand, and the composer says so", async () => {
    const { practice, answering, write, until, byHand } = await afterMayaWrote(mondayAt10);
    const [maya] = practice.clients.list();
    if (maya === undefined) throw new Error("Maya is not there.");
    const { preferredName, language, urgent, emails } = maya;
    value(practice.clients.change(maya.id, { preferredName, language, urgent, emails: [...emails], optedOut: true }));
    expect(answering().composer).toMatchObject({
      note: "They asked for no automatic messages. What you write yourself is sent all the same.",
    });
    value(write(rightNow));
    await until("2026-11-30T15:00:10Z");
    expect(byHand()).toHaveLength(1);
  });

  test("somebody who is no client", async () => {
    const { practice, arrive, until, email } = await testPractice({ now: mondayAt10 });
    await arrive({ sender: "stranger@example.org", subject: "RE: An appointment" });
    const messageId = practice.inbox.list().unknown[0]?.id ?? "";
    value(practice.byHand.send({ messageId, text: words, to: "stranger@example.org", leaves: rightNow }));
    await until("2026-11-30T15:00:10Z");
    expect(email.sent).toMatchObject([{ to: "stranger@example.org", subject: "RE: An appointment" }]);
  });

  test("nobody where the mail names no sender, or a name that is no address", async () => {
    const { practice, arrive } = await testPractice({ now: mondayAt10 });
    await arrive({ sender: "" });
    await arrive({ sender: "root" });
    const sentences = practice.inbox.list().unknown.map(({ id }) => {
      const composer = practice.byHand.open(id)?.composer;
      return composer?.ready === false ? composer.sentence : null;
    });
    expect(new Set(sentences)).toEqual(
      new Set([
        "The mail names no sender, so it cannot be answered.",
        "The sender's address cannot be used for mail, so it cannot be answered.",
      ]),
    );
  });

  test("nobody without words", async () => {
    const { write } = await afterMayaWrote(mondayAt10);
    expect(write(rightNow, " \n ")).toMatchObject({ ok: false, field: "text" });
  });
});

describe("a reply that does not arrive", () => {
  test("needs the therapist, keeps its words, and can be written again", async () => {
    const { practice, email, answering, write, until, byHand } = await afterMayaWrote(mondayAt10);
    email.outcomes.push(refused);
    value(write(rightNow));
    await until("2026-11-30T15:00:10Z");
    const [item] = practice.inbox.today().needsYou;
    expect(item).toMatchObject({
      kind: "own-reply-failed",
      sentence: "Your reply to Maya was not sent. The server does not take mail for this address.",
    });
    expect(mine(answering())).toMatchObject([{ state: "failed", text: words }]);
    value(practice.byHand.writeAgain(item?.id ?? ""));
    expect(answering().draft).toBe(words);
    expect(practice.inbox.today().needsYou).toEqual([]);
    expect(practice.byHand.writeAgain(item?.id ?? "")).toMatchObject({ ok: false });
    value(write(rightNow));
    await until("2026-11-30T15:01:00Z");
    expect(byHand()).toHaveLength(1);
  });

  test("is tried again for as long as the server cannot be reached", async () => {
    const { practice, email, write, until, byHand } = await afterMayaWrote(mondayAt10);
    email.outcomes.push(unreachable, unreachable);
    value(write(rightNow));
    await until("2026-11-30T15:00:10Z");
    expect(practice.inbox.today().waitingToLeave).toMatchObject([{ reason: "mail.example.org cannot be reached." }]);
    await until("2026-12-04T15:00:00Z");
    await until("2026-12-04T15:30:00Z");
    expect(byHand()).toHaveLength(1);
  });

  test("because of a crash while it was being sent may have left, and is never sent again by itself", async () => {
    const founded = await afterMayaWrote(mondayAt10);
    const over = Promise.withResolvers<SendOutcome>();
    founded.email.outcomes.push(() => over.promise);
    value(founded.write(rightNow));
    founded.clock.set(Date.parse("2026-11-30T15:00:10Z"));
    const looking = founded.door.lookNow();
    await new Promise((resolve) => setImmediate(resolve));
    const crashed = crashImage(founded.folder);
    over.resolve(unreachable);
    await looking;
    const { door, practice } = await opened(founded, crashed);
    onTestFinished(() => door.shut());
    await door.lookNow();
    expect(practice.inbox.today().needsYou.map(({ kind }) => kind)).toEqual(["own-reply-unconfirmed"]);
    expect(founded.byHand()).toEqual([]);
  });

  test("because the mailbox was disconnected is written again from the one that is connected now", async () => {
    const { practice, accountId, answering, write, until, byHand } = await afterMayaWrote(saturdayAt2300);
    value(write(atOpening));
    value(await practice.mailboxes.remove(accountId));
    expect(answering().composer).toMatchObject({ ready: false });
    value(practice.mailboxes.connect(mailbox));
    await until(mondayAt9);
    const item = practice.inbox.today().needsYou.find(({ kind }) => kind === "own-reply-failed");
    value(practice.byHand.writeAgain(item?.id ?? ""));
    value(write(rightNow));
    await until(mondayAt10);
    expect(byHand()).toHaveLength(1);
  });
});

describe("beside automatic replies", () => {
  test("within a quarter of an hour after the therapist wrote, the client gets no availability reply", async () => {
    const { practice, arrive, write, until, email } = await afterMayaWrote("2026-11-30T21:50:00Z");
    value(write(rightNow));
    await until("2026-11-30T21:55:00Z");
    await until("2026-11-30T22:05:00Z");
    await arrive();
    const [held] = practice.inbox.list().held;
    expect(practice.inbox.open(held?.id ?? "")?.why.reply).toMatchObject({
      state: "suppressed",
      reason: "You had just written to this client by hand.",
    });
    await until("2026-11-30T22:10:01Z");
    await arrive();
    expect(email.sent.filter(({ submission }) => submission === "auto-replied")).toHaveLength(1);
  });

  test("a safety reply is sent all the same", async () => {
    const { arrive, write, until, email } = await afterMayaWrote("2026-11-30T21:50:00Z");
    value(write(rightNow));
    await until("2026-11-30T22:00:01Z");
    await arrive({ text: "I want to kill myself" });
    expect(email.sent.map(({ submission }) => submission)).toEqual(["by-hand", "auto-replied"]);
  });

  test("they stand in the thread in the order in which they were made", async () => {
    const { answering, write, until } = await afterMayaWrote(saturdayAt2300);
    value(write(rightNow));
    await until(sundayAt12);
    expect(answering().replies.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "availability sent",
      "by-hand sent",
    ]);
  });

  test("a reply by hand does not count as the one that tells a client when messages are read", async () => {
    const { practice, write, until, arrive, email } = await afterMayaWrote(saturdayAt2300);
    value(write(rightNow));
    await until(sundayAt12);
    await arrive();
    expect(email.sent.filter(({ submission }) => submission === "auto-replied")).toHaveLength(1);
    expect(practice.inbox.today().recentReplies.map(({ kind }) => kind)).toEqual(["availability"]);
  });
});
