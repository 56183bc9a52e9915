import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import type { SendOutcome } from "../../../src/channels/channel.ts";
import { minute } from "../../../src/domain/time/instant.ts";
import type { Practice } from "../../../src/practice/practice.ts";
import { messageTable } from "../../../src/store/schema.ts";
import { mail } from "../../builders/mail.ts";
import { passphrase, testDoor, testPractice, type TestPractice, value } from "../../builders/practice.ts";
import { crashImage, opened, storedPractice } from "../../builders/stored-practice.ts";

// Saturday 28 November 2026 in New York (UTC-5); the practice opens on Monday the 30th at 9:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const start = Date.parse(saturdayAt0210);
const after = (minutes: number) => new Date(start + minutes * minute).toISOString();

const unreachable: SendOutcome = {
  kind: "try-again",
  fault: { code: "unreachable", sentence: "The server cannot be reached." },
};
const rejected: SendOutcome = {
  kind: "failed",
  fault: { code: "rejected", sentence: "The server does not take mail for this address." },
};

const safetyOf = ({ practice }: Pick<TestPractice, "practice">) =>
  practice.inbox.list().digest.find(({ reason }) => reason === "safety")?.opens;
const needs = ({ practice }: Pick<TestPractice, "practice">) => practice.inbox.today().needsYou;
const titles = ({ notices }: TestPractice) => notices.map(({ title }) => title);

async function withSafetyMessage(): Promise<TestPractice> {
  const founded = await testPractice({ now: saturdayAt0210 });
  await founded.arrive({ text: "I want to die" });
  return founded;
}

const first = "1 message let through for safety";
const again = "1 message let through for safety not opened yet";

describe("a safety reply that was refused", () => {
  test("is no reason to keep silent: the next message of that night is answered again", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push(rejected);
    await founded.arrive({ text: "I want to die" });
    expect(founded.email.sent).toEqual([]);
    await founded.until(after(20));
    await founded.arrive({ text: "Please, I want to die" });
    expect(founded.email.sent.map(({ to }) => to)).toEqual(["maya@example.org"]);
    await founded.until(after(40));
    await founded.arrive({ text: "I still want to die" });
    expect(founded.email.sent).toHaveLength(1);
  });
});

describe("a safety message that nobody opens", () => {
  test("is told of again every ten minutes, three times, and then stays on top of inbox and Today", async () => {
    const founded = await withSafetyMessage();
    await founded.until(after(9));
    expect(titles(founded)).toEqual([first]);
    for (let minutes = 10; minutes <= 120; minutes += 5) await founded.until(after(minutes));
    expect(titles(founded)).toEqual([first, again, again, again]);
    expect(founded.notices.every(({ urgent }) => urgent)).toBe(true);
    expect(safetyOf(founded)).toMatchObject({ pinned: true, read: false });
    expect(needs(founded)).toMatchObject([
      { kind: "safety-unopened", sentence: "A message from Maya was let through for safety and is not opened yet." },
    ]);
  });

  test("says nothing of the client in any notification", async () => {
    const founded = await withSafetyMessage();
    await founded.until(after(10));
    expect(JSON.stringify(founded.notices)).not.toMatch(/maya|die|example/i);
  });

  test("is not told of again once it was opened, also when it is marked as unread", async () => {
    const founded = await withSafetyMessage();
    const id = safetyOf(founded)?.id ?? "";
    value(founded.practice.inbox.markRead(id, true));
    await founded.until(after(30));
    value(founded.practice.inbox.markRead(id, false));
    await founded.until(after(60));
    expect(titles(founded)).toEqual([first]);
    expect(safetyOf(founded)?.pinned).toBe(false);
    expect(needs(founded)).toEqual([]);
  });

  test("goes by the practice's own settings", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const { gate } = founded.practice.policy.availability();
    value(founded.practice.policy.setGate({ ...gate, safetyRepeat: { minutes: 2, times: 1 } }));
    await founded.arrive({ text: "I want to die" });
    await founded.until(after(2));
    await founded.until(after(4));
    expect(titles(founded)).toEqual([first, again]);
    value(founded.practice.policy.setGate({ ...gate, safetyRepeat: { minutes: 2, times: 0 } }));
    founded.clock.set(start + 90 * minute);
    await founded.arrive({ text: "I want to die tonight" });
    await founded.until(after(100));
    expect(titles(founded)).toEqual([first, again, first]);
  });

  test("is told of once after a night in which the computer slept, not once for every time missed", async () => {
    const founded = await withSafetyMessage();
    await founded.until(after(300));
    expect(titles(founded)).toEqual([first, again]);
    await founded.until(after(305));
    expect(titles(founded)).toEqual([first, again]);
    await founded.until(after(310));
    expect(titles(founded)).toEqual([first, again, again]);
  });

  test("is told of again after a restart, and by a clock that was set back", async () => {
    const founded = await withSafetyMessage();
    await founded.door.shut();
    founded.clock.set(start + 10 * minute);
    const { door } = await opened(founded, founded.folder);
    onTestFinished(() => door.shut());
    expect(titles(founded)).toEqual([first, again]);
    founded.clock.set(start - 60 * minute);
    await door.lookNow();
    expect(titles(founded)).toEqual([first, again, again]);
    founded.clock.set(start - 51 * minute);
    await door.lookNow();
    expect(titles(founded)).toHaveLength(3);
    founded.clock.set(start - 50 * minute);
    await door.lookNow();
    expect(titles(founded)).toEqual([first, again, again, again]);
  });

  test("is woken for by itself at the very minute", async () => {
    const founded = await withSafetyMessage();
    founded.clock.set(start + 10 * minute);
    await expect.poll(() => titles(founded)).toEqual([first, again]);
  });

  test("from somebody unknown stands on top of the inbox too, and not twice", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ sender: "stranger@example.com", senderName: "", text: "I want to die" });
    const { digest, unknown } = founded.practice.inbox.list();
    expect(digest).toMatchObject([{ reason: "safety", opens: { id: unknown[0]?.id, clientId: null, pinned: true } }]);
  });

  test("shares one notification with what surfaces at the same time", async () => {
    const founded = await testPractice({ now: "2026-11-30T13:50:00Z" });
    await founded.arrive();
    await founded.arrive({ text: "I want to die" });
    await founded.until("2026-11-30T14:00:00Z");
    expect(founded.notices.at(-1)).toEqual({
      title: again,
      body: "Please look now. 1 message more is in the inbox.",
      urgent: true,
    });
  });
});

describe("a safety reply that reaches nobody", () => {
  test("because the client opted out is told of with the message, in list, message and first on Today", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ text: "STOP" });
    founded.clock.set(start + 30 * minute);
    await founded.arrive({ text: "I want to die" });
    expect(founded.notices).toEqual([
      { title: first, body: "Please look now. No safety reply could reach the sender.", urgent: true },
    ]);
    const undelivered = {
      sentence: "No safety reply reached them: they opted out of automatic replies.",
      whatToDo: "Please call them, or write to them yourself.",
      settled: false,
    };
    expect(safetyOf(founded)?.undelivered).toEqual(undelivered);
    expect(founded.practice.inbox.open(safetyOf(founded)?.id ?? "")?.undelivered).toEqual(undelivered);
    expect(needs(founded)).toMatchObject([
      {
        kind: "safety-undelivered",
        sentence: "Maya: No safety reply reached them: they opted out of automatic replies.",
      },
    ]);
    value(founded.practice.inbox.settleReply(needs(founded)[0]?.id ?? ""));
    expect(needs(founded)).toMatchObject([{ kind: "safety-unopened" }]);
    expect(safetyOf(founded)?.undelivered).toMatchObject({ settled: true });
  });

  test("because the server refuses it is told of once more at any hour, urgently and once", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push(rejected);
    await founded.arrive({ text: "I want to die" });
    expect(titles(founded)).toEqual([first, "A safety reply did not arrive"]);
    expect(founded.notices.every(({ urgent }) => urgent)).toBe(true);
    expect(safetyOf(founded)?.undelivered?.sentence).toBe(
      "No safety reply reached them: it could not be sent. The server does not take mail for this address.",
    );
    await founded.until(after(5));
    expect(titles(founded)).toHaveLength(2);
    expect(needs(founded)).toHaveLength(1);
  });

  test("for the time being is told of at the third attempt, and no more when it leaves after all", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push(unreachable, unreachable, unreachable);
    await founded.arrive({ text: "I want to die" });
    value(founded.practice.inbox.markRead(safetyOf(founded)?.id ?? "", true));
    await founded.until(after(0.5));
    expect(titles(founded)).toEqual([first]);
    await founded.until(after(2));
    expect(titles(founded)).toEqual([first, "A safety reply did not arrive"]);
    expect(needs(founded)).toMatchObject([{ kind: "safety-undelivered" }]);
    await founded.until(after(6));
    expect(founded.email.sent).toHaveLength(1);
    expect(titles(founded)).toHaveLength(2);
    expect(needs(founded)).toEqual([]);
  });

  test("because nobody can say whether it left, also after a crash", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const over = Promise.withResolvers<SendOutcome>();
    founded.email.outcomes.push(() => over.promise);
    const arriving = founded.arrive({ text: "I want to die" });
    await expect.poll(() => founded.notices.length).toBe(1);
    const crashed = crashImage(founded.folder);
    over.resolve({ kind: "sent" });
    await arriving;
    const { door, practice } = await opened(founded, crashed);
    onTestFinished(() => door.shut());
    expect(titles(founded)).toEqual([first, "A safety reply did not arrive"]);
    expect(safetyOf({ practice })?.undelivered?.sentence).toMatch(/^Perhaps no safety reply reached them/);
  });

  test("because the mailbox was disconnected, the message was seen too late, or too many had been sent", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push(unreachable);
    await founded.arrive({ text: "I want to die" });
    value(await founded.practice.mailboxes.remove(founded.accountId));
    await founded.until(after(1));
    expect(safetyOf(founded)?.undelivered?.sentence).toMatch(/mailbox was disconnected/);

    const late = await testPractice({ now: saturdayAt0210 });
    await late.arrive({ text: "I want to die", receivedAt: start - 2 * 24 * 60 * minute });
    expect(safetyOf(late)?.undelivered?.sentence).toBe("No safety reply reached them: the message was seen too late.");

    const broken = await testPractice({ now: saturdayAt0210 });
    const { replies } = broken.practice.policy.availability();
    value(broken.practice.policy.setReplies({ ...replies, mostPerDay: 1 }));
    await broken.arrive();
    await broken.arrive({ text: "I want to die" });
    expect(safetyOf(broken)?.undelivered?.sentence).toBe(
      "No safety reply reached them: too many automatic replies had been sent in a short time.",
    );
  });

  test("counts for those who were told within the hour by that very reply", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    founded.email.outcomes.push({ ...rejected, kind: "unconfirmed" });
    await founded.arrive({ text: "I want to die" });
    founded.clock.set(start + 5 * minute);
    await founded.arrive({ text: "I want to die, really" });
    const [card] = founded.practice.inbox.list().digest;
    expect(card?.messages.map(({ undelivered }) => undelivered !== null)).toEqual([true, true]);
    expect(needs(founded).filter(({ kind }) => kind === "safety-undelivered")).toHaveLength(1);

    const told = await withSafetyMessage();
    told.clock.set(start + 5 * minute);
    await told.arrive({ text: "I want to die, really" });
    expect(told.practice.inbox.list().digest[0]?.messages.map(({ undelivered }) => undelivered)).toEqual([null, null]);
  });

  test("is no concern where a program wrote, or spam did", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive({ sender: "list@example.com", text: "I want to die", headers: { "List-Id": "<a.example>" } });
    expect(founded.practice.inbox.list().unknown.map(({ undelivered }) => undelivered)).toEqual([null]);
  });
});

/** One thing that happens, on a Saturday night when nobody may be looking. */
type Happening =
  | { readonly kind: "message"; readonly safety: boolean; readonly known: boolean }
  | { readonly kind: "clock"; readonly minutes: number }
  | { readonly kind: "open"; readonly which: number }
  | { readonly kind: "unread"; readonly which: number }
  | { readonly kind: "restart" }
  | { readonly kind: "crash" };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("message" as const), safety: fc.boolean(), known: fc.boolean() }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("clock" as const), minutes: fc.integer({ min: -30, max: 90 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("open" as const), which: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("unread" as const), which: fc.nat(2) }) },
  fc.constant({ kind: "restart" as const }),
  fc.constant({ kind: "crash" as const }),
);

test("whatever happens: no safety message goes untold, and none is told of more often than set, or after it was opened", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 8, maxLength: 30 }),
      fc.integer({ min: 0, max: 3 }),
      async (happenings, times) => {
        const founded = await testPractice({ now: saturdayAt0210 });
        const { gate } = founded.practice.policy.availability();
        value(founded.practice.policy.setGate({ ...gate, safetyRepeat: { minutes: 10, times } }));
        let { folder, door } = founded;
        let practice: Practice = founded.practice;
        const open = async (from: string) => {
          folder = from;
          door = testDoor(folder, founded.clock, founded.email, founded.notices);
          value(await door.unlock(passphrase));
          const behind = door.practice();
          if (behind === null) throw new Error("The practice did not open.");
          practice = behind;
        };
        const all = () => [...practice.inbox.list().surfaced, ...practice.inbox.list().unknown];
        let safety = 0;
        const everOpened = new Set<string>();
        for (const one of happenings) {
          const now = founded.clock.now();
          const toldBefore = founded.notices.length;
          const waiting = all().filter(({ pinned }) => pinned).length;
          switch (one.kind) {
            case "message":
              if (one.safety) safety += 1;
              founded.email.inlet(founded.accountId).receive(
                mail({
                  accountId: founded.accountId,
                  receivedAt: now,
                  sender: one.known ? "maya@example.org" : "stranger@example.com",
                  text: one.safety ? `I want to die ${safety}` : "See you",
                }),
              );
              break;
            case "clock":
              founded.clock.set(now + one.minutes * minute);
              break;
            case "open":
            case "unread": {
              const id = all()[one.which]?.id;
              if (id === undefined) break;
              if (one.kind === "open") everOpened.add(id);
              value(practice.inbox.markRead(id, one.kind === "open"));
              break;
            }
            case "restart":
              await door.shut();
              await open(folder);
              break;
            case "crash": {
              const image = crashImage(folder);
              await door.shut();
              await open(image);
              break;
            }
            default:
              one satisfies never;
          }
          await door.lookNow();
          if (one.kind === "message" && one.safety) expect(founded.notices.length).toBeGreaterThan(toldBefore);
          if (one.kind === "clock" && waiting === 0)
            expect(founded.notices.slice(toldBefore).every(({ urgent }) => !urgent)).toBe(true);
          for (const { id, pinned } of all()) if (everOpened.has(id)) expect(pinned).toBe(false);
        }
        const onTop = practice.inbox.list().digest.filter(({ reason }) => reason === "safety").length;
        expect(
          practice.inbox
            .list()
            .digest.slice(0, onTop)
            .every(({ reason }) => reason === "safety"),
        ).toBe(true);
        await door.shut();
        const database = await storedPractice(folder);
        try {
          const messages = database.db.select().from(messageTable).all();
          const urgent = messages.filter(({ text }) => text.startsWith("I want to die"));
          expect(urgent).toHaveLength(safety);
          for (const { alerts, notifiedAt } of urgent) {
            expect(notifiedAt).not.toBeNull();
            expect(alerts).toBeGreaterThanOrEqual(1);
            expect(alerts).toBeLessThanOrEqual(times + 1);
          }
          expect(messages.filter(({ text }) => text === "See you").every(({ alerts }) => alerts === 0)).toBe(true);
        } finally {
          database.close();
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
