import fc from "fast-check";
import { expect, test } from "vitest";
import type { Past, PastMessage } from "../../../src/domain/replay/past.ts";
import { replay, type Replayed } from "../../../src/domain/replay/replay.ts";
import { day, hour, minute } from "../../../src/domain/time/instant.ts";
import { allClients } from "../../../src/store/clients.ts";
import { verdictsOf } from "../../../src/store/messages.ts";
import { replyTo } from "../../../src/store/outbox.ts";
import { currentPolicy } from "../../../src/store/policies.ts";
import { messageTable } from "../../../src/store/schema.ts";
import { allSeries } from "../../../src/store/series.ts";
import type { Database } from "../../../src/store/database.ts";
import { pastOf } from "../../builders/past.ts";
import { testPractice, type TestPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";
import { storedPractice } from "../../builders/stored-practice.ts";

// Friday 27 November 2026, 15:00 in New York; the hours end at five, and again on Saturday at noon.
const start = "2026-11-27T20:00:00Z";
const people = [
  { preferredName: "Ben", language: "en", emails: ["ben@example.org", "ben@work.example"], urgent: false },
  { preferredName: "Diego", language: "es", emails: ["diego@example.org"], urgent: false },
  { preferredName: "Ruth", language: "en", emails: ["ruth@example.org"], urgent: true },
] as const;
const senders = ["maya@example.org", ...people.flatMap(({ emails }) => emails), "stranger@example.net"];
const texts = ["Could we move it?", "I am running late", "I want to die", "help", "STOP", "START", "See you", "¿Hola?"];

interface Policies {
  readonly batch: boolean;
  readonly near: boolean;
  readonly strangers: boolean;
  readonly limit: number | null;
}

type Step = { readonly after: number } & (
  | {
      readonly kind: "mail";
      readonly sender: number;
      readonly text: number;
      readonly automatic: boolean;
      readonly unreadable: boolean;
      readonly late: number;
    }
  | { readonly kind: "do-not-disturb"; readonly hours: number }
);

const policies: fc.Arbitrary<Policies> = fc.record({
  batch: fc.boolean(),
  near: fc.boolean(),
  strangers: fc.boolean(),
  limit: fc.constantFrom(null, 1, 2),
});
const after = fc.constantFrom(1, 3, 10, 20, 61, 200, 700, 1500);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("mail" as const),
      after,
      sender: fc.nat(senders.length - 1),
      text: fc.nat(texts.length - 1),
      automatic: fc.constantFrom(false, false, false, true),
      unreadable: fc.constantFrom(false, false, false, true),
      late: fc.constantFrom(0, 0, 0, 5, 90),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("do-not-disturb" as const),
      after,
      hours: fc.constantFrom(1, 2, 5, 20),
    }),
  },
);
const session = fc.record({
  person: fc.nat(people.length),
  hours: fc.integer({ min: 0, max: 100 }),
  weekly: fc.boolean(),
});

/** Lets everything that is due by `instant` happen at its own time, and stops there. */
async function liveUntil({ practice, clock, until }: TestPractice, instant: number): Promise<void> {
  for (;;) {
    const { held, unknown } = practice.inbox.list();
    const due = Math.min(...[...held, ...unknown].map((one) => one.until ?? Number.POSITIVE_INFINITY));
    if (due > instant) break;
    await until(new Date(due).toISOString());
  }
  if (clock.now() < instant) await until(new Date(instant).toISOString());
}

function settle({ practice }: TestPractice, { batch, near, strangers, limit }: Policies): void {
  value(practice.policy.setMessageHours({ ...weekdaysNineToFive, SA: [{ start: "10:00", end: "12:00" }] }));
  const { gate, replies } = practice.policy.availability();
  value(
    practice.policy.setGate({
      batch: { on: batch, minutes: 30 },
      nearSession: { ...gate.nearSession, on: near },
      bufferBefore: 5,
    }),
  );
  value(practice.policy.setReplies({ ...replies, toUnknownSenders: strangers }));
  const [maya] = practice.clients.list();
  if (maya === undefined) throw new Error("Maya is missing.");
  value(
    practice.policy.setClientHours({
      clientId: maya.id,
      reason: "Phone coaching",
      hours: { ...weekdaysNineToFive, SA: [{ start: "18:00", end: "21:00" }], SU: [{ start: "18:00", end: "21:00" }] },
      firstDate: "2026-11-01",
      lastDate: null,
      reviewDate: null,
      weeklyLimit: limit,
      suspendedUntil: null,
    }),
  );
}

/** What the database holds of all that came in, as a replay asks for it. */
function pastIn(db: Database, doNotDisturb: Past["doNotDisturb"]): Past {
  const messages = db
    .select()
    .from(messageTable)
    .all()
    .map(({ storedAt, keywordSettledAt, ...message }): PastMessage => {
      return { ...message, settledAt: keywordSettledAt, seenAt: storedAt };
    });
  const clients = allClients(db).map((client) => ({
    ...client,
    addresses: client.emails,
    sharedAddresses: client.sharedEmails,
    // The field of the database says how it is now; nobody had opted out at the beginning.
    optedOut: false,
  }));
  return pastOf(messages, { clients, series: allSeries(db), doNotDisturb });
}

/** What became of a message, as the practice stored it. */
function stored(db: Database, id: string) {
  const history = verdictsOf(db, id);
  const surfaced = history.find(({ verdict }) => verdict.kind === "surface");
  const reply = replyTo(db, id);
  return {
    verdict: history[0]?.verdict,
    surfaced: surfaced === undefined ? null : { at: surfaced.decidedAt, rule: surfaced.verdict.rule },
    reply:
      reply === null
        ? "none"
        : reply.state === "suppressed"
          ? `${reply.kind}: ${reply.reason}`
          : { key: reply.replyKey, to: reply.recipient, text: reply.text },
  };
}

/** The same of a message of the replay. */
function replayed({ verdict, reply, surfaced }: Replayed) {
  return {
    verdict,
    surfaced: surfaced === null ? null : { at: surfaced.at, rule: surfaced.verdict.rule },
    reply:
      reply.kind === "none"
        ? "none"
        : reply.kind === "suppressed"
          ? `${reply.reply}: ${reply.suppression}`
          : { key: reply.key, to: reply.to, text: reply.text },
  };
}

test("a replay of what came in gives what the practice itself did: verdicts, replies, and when each surfaced", async () => {
  await fc.assert(
    fc.asyncProperty(
      policies,
      fc.array(session, { maxLength: 4 }),
      fc.array(step, { minLength: 5, maxLength: 25 }),
      async (chosen, sessions, steps) => {
        const made = await testPractice({ now: start });
        const { practice, clock, email, accountId, door } = made;
        for (const { emails, ...person } of people)
          value(practice.clients.add({ ...person, emails: [...emails], optedOut: false }));
        settle(made, chosen);
        const clients = practice.clients.list();
        for (const { person, hours, weekly } of sessions)
          practice.booking.book({
            clientId: clients[person]?.id ?? null,
            title: "",
            start: new Date(Date.parse("2026-11-27T16:00:00Z") + hours * hour).toISOString().slice(0, 16),
            durationMinutes: 50,
            repeats: weekly ? { unit: "week", every: 1, weekdays: [], until: null } : null,
          });
        const doNotDisturb: { start: number; end: number }[] = [];
        for (const one of steps) {
          await liveUntil(made, clock.now() + one.after * minute);
          const now = clock.now();
          if (one.kind === "do-not-disturb") {
            value(practice.light.doNotDisturb(now + one.hours * hour));
            doNotDisturb.push({ start: now, end: now + one.hours * hour });
            await door.lookNow();
            continue;
          }
          await made.arrive({
            sender: senders[one.sender] ?? "",
            text: texts[one.text] ?? "",
            unreadable: one.unreadable ? "The mail is damaged." : null,
            headers: one.automatic ? { "Auto-Submitted": "auto-replied" } : {},
            accountId,
            receivedAt: now - one.late * minute,
          });
        }
        const end = clock.now() + 14 * day;
        await liveUntil(made, end);
        expect(email.outcomes).toEqual([]);
        await door.shut();
        const { db, close } = await storedPractice(made.folder);
        try {
          const past = pastIn(db, doNotDisturb);
          const results = replay(past, currentPolicy(db).policy, end);
          expect(results.map(({ message }) => message.id)).toEqual(past.messages.map(({ id }) => id));
          for (const result of results)
            expect({ text: result.message.text, ...replayed(result) }).toEqual({
              text: result.message.text,
              ...stored(db, result.message.id),
            });
        } finally {
          close();
        }
      },
    ),
    { numRuns: 10 },
  );
}, 240_000);
