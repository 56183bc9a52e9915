import { describe, expect, onTestFinished, test } from "vitest";
import type { SendOutcome } from "../../../src/channels/channel.ts";
import { minute } from "../../../src/domain/time/instant.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { mailbox, testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";
import { crashImage, opened } from "../../builders/stored-practice.ts";

// Saturday 28 November 2026 in New York (UTC-5); the practice opens on Monday the 30th at 9:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const mondayAt9 = "2026-11-30T14:00:00Z";

const unreachable: SendOutcome = {
  kind: "try-again",
  fault: { code: "unreachable", sentence: "mail.example.org cannot be reached." },
};
const refused: SendOutcome = {
  kind: "failed",
  fault: { code: "rejected", sentence: "The server does not take mail for this address." },
};
const wrongPassword: SendOutcome = {
  kind: "try-again",
  fault: { code: "auth", sentence: "The mail server does not accept the password." },
};

/** A send that goes on until the test ends it. */
function slowSend() {
  const over = Promise.withResolvers<SendOutcome>();
  return { send: () => over.promise, end: over.resolve };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe("a crash while a reply is being sent", () => {
  test("leaves it unconfirmed: the therapist is told, and it is never sent again", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const slow = slowSend();
    founded.email.outcomes.push(slow.send);
    const arriving = founded.arrive();
    await settled();
    expect(founded.practice.inbox.today().recentReplies).toMatchObject([{ state: "sending" }]);
    const crashed = crashImage(founded.folder);
    slow.end({ kind: "sent" });
    await arriving;
    founded.email.sent.length = 0;

    const { door, practice } = await opened(founded, crashed);
    onTestFinished(() => door.shut());
    const [said] = practice.inbox.today().needsYou.filter(({ kind }) => kind === "reply-unconfirmed");
    expect(said?.sentence).toBe(
      "It is not certain that the automatic reply reached Maya. The connection broke while it was being sent, so it may or may not have arrived. It is not sent again by itself.",
    );
    await founded.arrive();
    founded.clock.set(Date.parse("2026-11-29T12:00:00Z"));
    await door.lookNow();
    expect(founded.email.sent).toEqual([]);

    value(practice.inbox.settleReply(said?.id ?? ""));
    expect(practice.inbox.today().needsYou.filter(({ kind }) => kind === "reply-unconfirmed")).toEqual([]);
  });

  test("before it was handed over to the outbox of another start leaves a queued reply, which is then sent once", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push(unreachable);
    await founded.arrive();
    const crashed = crashImage(founded.folder);
    await founded.door.shut();
    founded.clock.set(Date.parse(saturdayAt0210) + minute);
    const { door } = await opened(founded, crashed);
    await door.lookNow();
    await door.shut();
    expect(founded.email.sent).toHaveLength(1);
  });
});

describe("a reply that cannot leave", () => {
  test("is tried again with growing pauses, half a minute to a quarter of an hour", async () => {
    const { email, arrive, clock, door } = await testPractice({ now: saturdayAt0210 });
    const attempts: number[] = [];
    for (let more = 0; more < 9; more += 1) {
      email.outcomes.push(async () => {
        attempts.push((clock.now() - Date.parse(saturdayAt0210)) / minute);
        return unreachable;
      });
    }
    await arrive();
    for (let halfMinutes = 1; halfMinutes <= 120; halfMinutes += 1) {
      clock.set(Date.parse(saturdayAt0210) + (halfMinutes * minute) / 2);
      await door.lookNow();
    }
    expect(attempts).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5, 30.5, 45.5]);
  });

  test("says while it waits what it waits for, and leaves when the server is back", async () => {
    const { practice, email, arrive, until } = await testPractice({ now: saturdayAt0210 });
    email.outcomes.push(unreachable);
    await arrive();
    expect(practice.inbox.today().recentReplies).toMatchObject([
      { state: "queued", reason: "mail.example.org cannot be reached." },
    ]);
    await until("2026-11-28T07:10:30Z");
    expect(practice.inbox.today().recentReplies).toMatchObject([{ state: "sent", reason: null }]);
    expect(email.sent).toHaveLength(1);
  });

  test("is given up when the server refuses it for good, and the therapist is told", async () => {
    const { practice, email, arrive, until } = await testPractice({ now: saturdayAt0210 });
    email.outcomes.push(refused);
    await arrive();
    await until("2026-11-29T12:00:00Z");
    await arrive();
    expect(practice.inbox.today().needsYou.map(({ sentence }) => sentence)).toEqual([
      "No automatic reply reached Maya. The server does not take mail for this address.",
    ]);
    expect(email.sent).toEqual([]);
  });

  test("waits while the password is wrong, and leaves as soon as the mailbox was changed", async () => {
    const { practice, email, arrive, accountId, door } = await testPractice({ now: saturdayAt0210 });
    email.outcomes.push(wrongPassword);
    await arrive();
    expect(practice.inbox.today().recentReplies).toMatchObject([{ state: "queued" }]);
    value(practice.mailboxes.change(accountId, { ...mailbox, password: "the right one" }));
    await settled();
    await door.lookNow();
    expect(email.sent).toHaveLength(1);
  });

  test("is not sent after the opening it speaks of, and the reason says so", async () => {
    const { practice, email, arrive, until } = await testPractice({ now: saturdayAt0210 });
    email.outcomes.push(unreachable);
    await arrive();
    await until(mondayAt9);
    const [message] = practice.inbox.list().surfaced;
    expect(practice.inbox.open(message?.id ?? "")?.why.reply).toMatchObject({
      state: "suppressed",
      reason: "It could not be sent before your practice opened.",
    });
    expect(email.sent).toEqual([]);
  });

  test("and still waits for its next attempt at the opening says the same", async () => {
    const { practice, email, arrive, until, clock, door } = await testPractice({ now: "2026-11-30T13:50:00Z" });
    for (let more = 0; more < 9; more += 1) email.outcomes.push(unreachable);
    await arrive();
    for (let minutes = 1; minutes < 10; minutes += 1) {
      clock.set(Date.parse("2026-11-30T13:50:00Z") + minutes * minute);
      await door.lookNow();
    }
    await until(mondayAt9);
    const [message] = practice.inbox.list().surfaced;
    expect(practice.inbox.open(message?.id ?? "")?.why.reply).toMatchObject({
      state: "suppressed",
      reason: "It could not be sent before your practice opened.",
    });
    expect(email.sent).toEqual([]);
  });

  test("because its mailbox was disconnected is shown to the therapist", async () => {
    const { practice, email, arrive, until, accountId } = await testPractice({ now: saturdayAt0210 });
    email.outcomes.push(unreachable);
    await arrive();
    value(await practice.mailboxes.remove(accountId));
    await until("2026-11-28T07:11:00Z");
    expect(practice.inbox.today().needsYou.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ["reply-failed", "No automatic reply reached Maya. The mailbox was disconnected before the reply could be sent."],
      ["no-channel", "No mailbox is connected, so no message can arrive."],
    ]);
    expect(email.sent).toEqual([]);
  });

  test("because the channel itself broke is unconfirmed, and the next reply leaves all the same", async () => {
    const logged: string[] = [];
    const { practice, email, arrive } = await testPractice({
      now: saturdayAt0210,
      parts: { log: (line) => logged.push(line) },
    });
    value(
      practice.clients.add({
        preferredName: "Jo",
        language: "en",
        emails: ["jo@example.org"],
        urgent: false,
        optedOut: false,
      }),
    );
    email.outcomes.push(async () => {
      throw new TypeError("cannot read maya@example.org");
    });
    await arrive();
    await arrive({ sender: "jo@example.org" });
    expect(
      practice.inbox
        .today()
        .recentReplies.map(({ to, state }) => `${to} ${state}`)
        .toSorted(),
    ).toEqual(["jo@example.org sent", "maya@example.org unconfirmed"]);
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain("maya");
  });
});

describe("a reply on its way", () => {
  test("leaves once, however many look at the same time", async () => {
    const { practice, email, arrive, door } = await testPractice({ now: saturdayAt0210 });
    const slow = slowSend();
    email.outcomes.push(slow.send);
    const arriving = arrive();
    const looks = [door.lookNow(), door.lookNow(), door.lookNow()];
    await settled();
    slow.end({ kind: "sent" });
    await Promise.all([arriving, ...looks]);
    expect(email.sent).toHaveLength(1);
    expect(practice.inbox.today().recentReplies).toHaveLength(1);
  });

  test("delays no release, however slow the mail server is", async () => {
    const { practice, email, arrive, clock, door, notices } = await testPractice({ now: saturdayAt0210 });
    const slow = slowSend();
    email.outcomes.push(slow.send);
    const arriving = arrive();
    await settled();
    clock.set(Date.parse(mondayAt9));
    const looking = door.lookNow();
    await settled();
    expect(practice.inbox.list().surfaced).toHaveLength(1);
    expect(notices).toHaveLength(1);
    slow.end({ kind: "sent" });
    await Promise.all([arriving, looking]);
  });

  test("is waited for when the app is quit, and is noted as sent", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const slow = slowSend();
    founded.email.outcomes.push(slow.send);
    const arriving = founded.arrive();
    await settled();
    const shutting = founded.door.shut();
    slow.end({ kind: "sent" });
    await Promise.all([shutting, arriving]);
    const { door, practice } = await opened(founded, founded.folder);
    expect(practice.inbox.today().recentReplies).toMatchObject([{ state: "sent" }]);
    await door.shut();
    expect(founded.email.sent).toHaveLength(1);
  });
});

describe("a reply that has not left yet is taken back", () => {
  const queued = async () => {
    const practice = await testPractice({ now: saturdayAt0210 });
    practice.email.outcomes.push(unreachable);
    await practice.arrive();
    const replies = () => {
      const [message] = [...practice.practice.inbox.list().held, ...practice.practice.inbox.list().surfaced];
      return practice.practice.inbox.open(message?.id ?? "")?.why.reply;
    };
    const [maya] = practice.practice.clients.list();
    return { ...practice, reply: replies, mayaId: maya?.id ?? "" };
  };
  const maya = {
    preferredName: "Maya",
    language: "en" as const,
    emails: ["maya@example.org"],
    urgent: false,
    optedOut: false,
  };

  test("when the client opts out", async () => {
    const { practice, until, email, reply, mayaId } = await queued();
    value(practice.clients.change(mayaId, { ...maya, optedOut: true }));
    await until("2026-11-28T08:00:00Z");
    expect(email.sent).toEqual([]);
    expect(reply()).toMatchObject({ state: "suppressed", reason: "The client asked for no automatic replies." });
  });

  test("when the client opts out and that address is no longer theirs", async () => {
    const { practice, until, email, mayaId } = await queued();
    value(practice.clients.change(mayaId, { ...maya, emails: ["maya@elsewhere.example"], optedOut: true }));
    await until("2026-11-28T08:00:00Z");
    expect(email.sent).toEqual([]);
  });

  test("when the client opts out during an attempt that then fails", async () => {
    const { practice, arrive, until, email, clients } = await testPractice({ now: saturdayAt0210 }).then((one) => ({
      ...one,
      clients: one.practice.clients,
    }));
    const slow = slowSend();
    email.outcomes.push(slow.send);
    const arriving = arrive();
    await settled();
    value(clients.change(clients.list()[0]?.id ?? "", { ...maya, optedOut: true }));
    slow.end(unreachable);
    await arriving;
    await until("2026-11-28T08:00:00Z");
    expect(email.sent).toEqual([]);
    expect(practice.inbox.today().needsYou).toEqual([]);
  });

  test("when automatic replies are switched off", async () => {
    const { practice, until, email, reply } = await queued();
    value(practice.policy.setReplies({ ...practice.policy.availability().replies, toClients: false }));
    await until("2026-11-28T08:00:00Z");
    expect(email.sent).toEqual([]);
    expect(reply()).toMatchObject({ state: "suppressed", reason: "Automatic replies to clients are switched off." });
  });

  test("when the hours change, and one that says the new opening leaves in its place", async () => {
    const { practice, until, email, reply } = await queued();
    value(practice.policy.setMessageHours({ ...weekdaysNineToFive, SA: [{ start: "08:00", end: "10:00" }] }));
    await until("2026-11-28T07:11:00Z");
    expect(email.sent).toHaveLength(1);
    expect(email.sent[0]?.text).toContain("8:00 AM today (Eastern Time)");
    expect(reply()).toMatchObject({ state: "sent" });
  });

  test("when the hours change during an attempt that then fails", async () => {
    const { practice, arrive, until, email } = await testPractice({ now: saturdayAt0210 });
    const slow = slowSend();
    email.outcomes.push(slow.send);
    const arriving = arrive();
    await settled();
    value(practice.policy.setMessageHours({ ...weekdaysNineToFive, SA: [{ start: "08:00", end: "10:00" }] }));
    slow.end(unreachable);
    await arriving;
    await until("2026-11-28T07:12:00Z");
    expect(email.sent.map(({ text }) => text.includes("8:00 AM today (Eastern Time)"))).toEqual([true]);
  });

  test("when the hours change long after the mail came in, the new opening is told all the same", async () => {
    const { practice, until, email, clock } = await queued();
    for (let more = 0; more < 20; more += 1) email.outcomes.push(unreachable);
    clock.set(Date.parse("2026-11-28T10:00:00Z"));
    value(practice.policy.setMessageHours({ ...weekdaysNineToFive, SA: [{ start: "08:00", end: "10:00" }] }));
    await settled();
    email.outcomes.length = 0;
    await until("2026-11-28T10:16:00Z");
    expect(email.sent.map(({ text }) => text.includes("8:00 AM today (Eastern Time)"))).toEqual([true]);
  });

  test("when the practice moves to a region with other emergency numbers", async () => {
    const { practice, until, email } = await queued();
    value(practice.policy.setPractice({ ...practice.settings().practice, region: "GB" }));
    await until("2026-11-28T08:00:00Z");
    expect(email.sent.map(({ text }) => [text.includes("call 999"), text.includes("911")])).toEqual([[true, false]]);
  });
});

describe("the same message delivered twice", () => {
  test("is one message with one reply", async () => {
    const { practice, email, arrive } = await testPractice({ now: saturdayAt0210 });
    const first = await arrive();
    await arrive({ ...first });
    await arrive({ ...first, receivedAt: first.receivedAt + minute });
    expect(practice.inbox.list().held).toHaveLength(1);
    expect(email.sent).toHaveLength(1);
  });

  test("is one message with one reply across a restart", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const first = await founded.arrive();
    await founded.door.shut();
    const { door, practice } = await opened(founded, founded.folder);
    founded.email.inlet().receive(first);
    await door.lookNow();
    expect(practice.inbox.list().held).toHaveLength(1);
    await door.shut();
    expect(founded.email.sent).toHaveLength(1);
  });
});

describe("a reply that waits for the server while the practice moves to another region", () => {
  test.each([
    ["a safety reply", "I want to die"],
    ["the confirmation of STOP", "STOP"],
    ["an availability reply", "Are you there?"],
  ])("%s leaves with the numbers of the new one, and is kept as it left", async (_what, text) => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push(unreachable);
    await founded.arrive({ text });
    const { practice } = founded;
    value(practice.policy.setPractice({ ...practice.settings().practice, region: "GB" }));
    await founded.until("2026-11-28T07:15:00Z");
    const line = replyWords.en.emergency.GB.mail;
    expect(founded.email.sent.map((sent) => sent.text.includes(line))).toEqual([true]);
    expect(founded.email.sent[0]?.text).not.toContain("911");
    expect(practice.inbox.today().recentReplies[0]?.text).toBe(founded.email.sent[0]?.text);
  });
});
