import fc from "fast-check";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { decide } from "../../../src/domain/gate/gate.ts";
import { explain } from "../../../src/domain/gate/explain.ts";
import { day, hour, minute } from "../../../src/domain/time/instant.ts";
import type { SendOutcome } from "../../../src/channels/channel.ts";
import type { Practice } from "../../../src/practice/practice.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { messageTable, outboxTable, verdictTable } from "../../../src/store/schema.ts";
import { judgedMessage, verdictsOf } from "../../../src/store/messages.ts";
import { policyVersion } from "../../../src/store/policies.ts";
import { mail } from "../../builders/mail.ts";
import { passphrase, testDoor, testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";
import { crashImage, storedPractice } from "../../builders/stored-practice.ts";

// Sunday 29 November 2026, 22:00 in New York; the practice opens in eleven hours.
const start = Date.parse("2026-11-30T03:00:00Z");

const senders = ["maya@example.org", "maya@work.example", "stranger@example.com", "no-reply@shop.example"];
const texts = ["Could we move it?", "I want to die", "help", "See you", "I feel low tonight"];
const outcomes: readonly SendOutcome[] = [
  { kind: "sent" },
  { kind: "try-again", fault: { code: "unreachable", sentence: "The server cannot be reached." } },
  { kind: "failed", fault: { code: "rejected", sentence: "The server refuses." } },
  { kind: "unconfirmed", fault: { code: "unreachable", sentence: "The connection broke." } },
];

/** One thing that happens in the life of a practice. */
type Event =
  | {
      readonly kind: "mail";
      readonly sender: number;
      readonly text: number;
      readonly unreadable: boolean;
      readonly late: number;
    }
  | { readonly kind: "again"; readonly which: number }
  | { readonly kind: "clock"; readonly by: number }
  | { readonly kind: "hours"; readonly saturday: boolean; readonly evening: boolean }
  | { readonly kind: "vacation"; readonly days: number }
  | { readonly kind: "restore"; readonly version: number }
  | { readonly kind: "session"; readonly inMinutes: number; readonly weekly: boolean }
  | { readonly kind: "cancel" }
  | { readonly kind: "do-not-disturb"; readonly hours: number }
  | { readonly kind: "disturb" }
  | { readonly kind: "urgent"; readonly urgent: boolean; readonly optedOut: boolean }
  | { readonly kind: "surface" }
  | { readonly kind: "sending"; readonly outcome: number }
  | { readonly kind: "restart" }
  | { readonly kind: "crash" };

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("mail" as const),
      sender: fc.nat(senders.length - 1),
      text: fc.nat(texts.length - 1),
      unreadable: fc.boolean(),
      late: fc.constantFrom(0, 0, 5, 90, 3000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("again" as const), which: fc.nat(5) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("clock" as const),
      by: fc.constantFrom(minute, 16 * minute, 50 * minute, 3 * hour, 11 * hour, 11 * hour, day, 3 * day, -hour, -day),
    }),
  },
  fc.record({ kind: fc.constant("hours" as const), saturday: fc.boolean(), evening: fc.boolean() }),
  fc.record({ kind: fc.constant("vacation" as const), days: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ kind: fc.constant("restore" as const), version: fc.integer({ min: 1, max: 4 }) }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("session" as const),
      inMinutes: fc.constantFrom(-20, 10, 90, 660, 1380),
      weekly: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant("cancel" as const) }),
  fc.record({ kind: fc.constant("do-not-disturb" as const), hours: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ kind: fc.constant("disturb" as const) }),
  fc.record({ kind: fc.constant("urgent" as const), urgent: fc.boolean(), optedOut: fc.boolean() }),
  fc.record({ kind: fc.constant("surface" as const) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("sending" as const), outcome: fc.nat(outcomes.length - 1) }) },
  fc.record({ kind: fc.constant("restart" as const) }),
  fc.record({ kind: fc.constant("crash" as const) }),
);

/** Lives through the events on a real practice and returns what was stored and what was handed over, by Message-ID. */
async function live(events: readonly Event[]) {
  const founded = await testPractice({ now: new Date(start).toISOString() });
  const { clock, email, accountId } = founded;
  const received: ReturnType<typeof mail>[] = [];
  const handedOver: string[] = [];
  const send = email.send.bind(email);
  email.send = (settings, reply) => {
    handedOver.push(reply.messageId);
    return send(settings, reply);
  };
  let { folder, door } = founded;
  let practice: Practice = founded.practice;
  const open = async (from: string) => {
    folder = from;
    door = testDoor(folder, clock, email, founded.notices);
    value(await door.unlock(passphrase));
    const opened = door.practice();
    if (opened === null) throw new Error("The practice did not open.");
    practice = opened;
  };
  const wall = (at: number) => new Date(at - 5 * hour).toISOString().slice(0, 16);

  for (const one of events) {
    const now = clock.now();
    switch (one.kind) {
      case "mail": {
        const sender = senders[one.sender] ?? "";
        const message = mail({
          sender,
          text: texts[one.text] ?? "",
          unreadable: one.unreadable && one.text === 3 ? "Cannot be read." : null,
          accountId,
          receivedAt: now - one.late * minute,
        });
        received.push(message);
        email.inlet(accountId).receive(message);
        break;
      }
      case "again": {
        const message = received[one.which];
        if (message !== undefined) email.inlet(accountId).receive(message);
        break;
      }
      case "clock":
        clock.set(now + one.by);
        break;
      case "hours":
        practice.policy.setMessageHours({
          ...weekdaysNineToFive,
          SA: one.saturday ? [{ start: "08:00", end: "10:00" }] : [],
          SU: one.evening ? [{ start: "20:00", end: "02:00" }] : [],
        });
        break;
      case "vacation":
        practice.policy.addClosure({
          id: `away-${now}`,
          kind: "vacation",
          label: "",
          firstDate: wall(now).slice(0, 10),
          lastDate: wall(now + one.days * day).slice(0, 10),
          windows: [],
          cover: null,
        });
        break;
      case "restore":
        practice.policy.restore(one.version);
        break;
      case "session":
        practice.booking.book({
          clientId: practice.clients.list()[0]?.id ?? "",
          title: "",
          start: wall(now + one.inMinutes * minute),
          durationMinutes: 50,
          repeats: one.weekly ? { unit: "week", every: 1, weekdays: [], until: null } : null,
        });
        break;
      case "cancel": {
        const [session] = practice.booking.calendar(wall(now).slice(0, 10), wall(now + 7 * day).slice(0, 10)).sessions;
        if (session !== undefined) practice.booking.cancel(session.seriesId, session.recurrenceId, "this");
        break;
      }
      case "do-not-disturb":
        practice.light.doNotDisturb(now + one.hours * hour);
        break;
      case "disturb":
        practice.light.endDoNotDisturb();
        break;
      case "urgent":
        practice.clients.change(practice.clients.list()[0]?.id ?? "", {
          preferredName: "Maya",
          language: "en",
          emails: ["maya@example.org", "maya@work.example"],
          urgent: one.urgent,
          optedOut: one.optedOut,
        });
        break;
      case "surface":
        practice.inbox.surfaceNow(practice.inbox.list().held[0]?.id ?? "");
        break;
      case "sending": {
        const outcome = outcomes[one.outcome];
        if (outcome !== undefined) email.outcomes.push(outcome);
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
    // Every view can be shown at any time.
    practice.light.now();
    practice.inbox.today();
    for (const { id } of practice.inbox.list().surfaced) practice.inbox.open(id);
  }
  const inbox = practice.inbox.list();
  await door.shut();
  return { folder, now: clock.now(), received, handedOver, inbox, sent: email.sent };
}

test("whatever happens, the promises hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 12, maxLength: 40 }), async (events) => {
      const { folder, now, received, handedOver, inbox, sent } = await live(events);
      const database = await storedPractice(folder);
      try {
        const { db } = database;
        const messages = db.select().from(messageTable).all();
        // 1: none lost, none twice, each with one current verdict, and what is held has its release ahead.
        expect(messages.map(({ externalId }) => externalId).toSorted()).toEqual(
          received.map(({ externalId }) => externalId).toSorted(),
        );
        expect(
          db.all(sql`select message_id from verdict where current = 1 group by message_id having count(*) = 1`),
        ).toHaveLength(messages.length);
        const shown = [...inbox.surfaced, ...inbox.held, ...inbox.unknown, ...inbox.archived];
        expect(shown.map(({ id }) => id).toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
        for (const message of messages) {
          const judged = judgedMessage(db, message.id);
          const history = verdictsOf(db, message.id);
          expect(history.at(-1)?.id).toBe(judged?.current.id);
          if (judged?.current.verdict.kind === "hold") expect(judged.current.verdict.until).toBeGreaterThan(now);
          for (const { verdict, facts, policyVersion: version } of history) {
            const policy = policyVersion(db, version)?.policy;
            if (policy === undefined) throw new Error("A verdict without its policy.");
            // 6: explained in one sentence, and replayed to the same result.
            expect(explain(verdict, () => "Mon 9:00")).toMatch(/^(Held until Mon 9:00|Surfaced): .+\.$/);
            if (verdict.rule !== "by-hand") expect(decide(message, facts, policy)).toEqual(verdict);
          }
          // 2: what says that somebody wants to die, or could not be read, was never held.
          if (message.text === "I want to die" || message.text === "help" || message.unreadable !== null)
            expect(history.map(({ verdict }) => verdict.kind)).not.toContain("hold");
        }
        expect(
          db
            .select()
            .from(verdictTable)
            .all()
            .every(({ kind, until }) => (kind === "hold") === (until !== null)),
        ).toBe(true);

        const replies = db.select().from(outboxTable).all();
        const real = replies.filter(({ state }) => state !== "suppressed");
        // 4: no two under one key, and none handed over twice but after an attempt that certainly failed.
        expect(new Set(real.map(({ replyKey }) => replyKey)).size).toBe(real.length);
        expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(sent.length);
        for (const reply of real)
          expect(handedOver.filter((id) => id === reply.externalId)).toHaveLength(reply.attempts);
        const safety = real.filter(({ kind }) => kind === "safety");
        for (const one of safety)
          for (const other of safety)
            if (one.id < other.id && one.recipient === other.recipient)
              expect(Math.abs(one.createdAt - other.createdAt)).toBeGreaterThanOrEqual(hour);
        // 3: every reply that left held the emergency line.
        for (const { text } of sent) expect(text).toContain(replyWords.en.emergency.US.mail);
        // 5: no machine was answered.
        expect(sent.map(({ to }) => to)).not.toContain("no-reply@shop.example");
      } finally {
        database.close();
      }
    }),
    { numRuns: 10 },
  );
}, 120_000);
