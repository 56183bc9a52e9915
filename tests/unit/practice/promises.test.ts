import fc from "fast-check";
import { expect, test } from "vitest";
import { explain } from "../../../src/domain/gate/explain.ts";
import { type GateFacts, gateFactsSchema } from "../../../src/domain/gate/facts.ts";
import { decide } from "../../../src/domain/gate/gate.ts";
import type { Verdict } from "../../../src/domain/gate/verdict.ts";
import { type Policy, policySchema } from "../../../src/domain/policy/policy.ts";
import { hour } from "../../../src/domain/time/instant.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { judgedMessage, type StoredMessage, verdictsOf } from "../../../src/store/messages.ts";
import { policyVersion } from "../../../src/store/policies.ts";
import { messageTable, outboxTable, verdictTable } from "../../../src/store/schema.ts";
import { storedPractice } from "../../builders/stored-practice.ts";
import { anyEvent, everythingInUse, neverHeld } from "./any-history.ts";
import { live, type Lived } from "./live.ts";

// Sunday 29 November 2026, 22:00 in New York, eleven hours before the practice opens; and Monday at 10:10, when it is open.
const starts = [Date.parse("2026-11-30T03:00:00Z"), Date.parse("2026-11-30T15:10:00Z")];

/** A moment, how the gate is set, and what happens from then on. */
const anyHistory = fc.record({
  start: fc.constantFrom(...starts),
  first: fc.constantFrom([], everythingInUse),
  events: fc.array(anyEvent, { minLength: 15, maxLength: 45 }),
});

type Reply = typeof outboxTable.$inferSelect;

/** Everything that is left of a history: what was written down while it happened, and what is stored. */
interface Past extends Lived {
  readonly messages: readonly StoredMessage[];
  readonly judged: readonly Judged[];
  readonly verdictsInAll: number;
  readonly currentVerdicts: ReadonlyMap<string, Verdict | undefined>;
  /** Those that are not withheld. */
  readonly replies: readonly Reply[];
  /** Of everything that was ever to be sent, by its Message-ID. */
  readonly kinds: ReadonlyMap<string, Reply["kind"]>;
}

interface Judged {
  readonly message: StoredMessage;
  readonly history: readonly { readonly verdict: Verdict; readonly facts: GateFacts; readonly policy: Policy }[];
}

const byHandKinds: readonly string[] = ["by-hand", "notice"];
const isAutomatic = ({ kind }: Reply) => !byHandKinds.includes(kind);

/** Each promise of the design, as what must be true of any past. */
const promises: Readonly<Record<string, (past: Past) => void>> = {
  "1: no message is ever lost, doubled or silently held": (past) => {
    const stored = past.messages.map(({ externalId }) => externalId);
    expect(stored.toSorted()).toEqual(past.received.map(({ externalId }) => externalId).toSorted());
    expect(past.shown.toSorted()).toEqual(past.messages.map(({ id }) => id).toSorted());
    for (const { received, shown } of past.seen) expect(shown).toBe(received);
    for (const { message, history } of past.judged) {
      const current = past.currentVerdicts.get(message.id);
      expect(current).toEqual(history.at(-1)?.verdict);
      if (current?.kind === "hold") expect(current.until).toBeGreaterThan(past.now);
      for (const { verdict, facts } of history)
        if (verdict.kind === "hold") expect(verdict.until).toBeGreaterThan(facts.now);
    }
  },

  "2: the gate may delay, never bury": ({ judged }) => {
    for (const { message, history } of judged) {
      const isBlocked = history.some(({ facts }) => facts.blocked);
      const mustSurface = neverHeld.some((text) => text === message.text);
      for (const { verdict, facts } of history) {
        if (mustSurface)
          expect([verdict.kind, verdict.rule]).toEqual(["surface", expect.stringMatching(/safety|by-hand/)]);
        if (message.unreadable !== null) expect(verdict.kind).toBe("surface");
        if (facts.urgentClient) expect(verdict.kind).toBe("surface");
        if (facts.blocked) expect(["safety", "blocked", "by-hand"]).toContain(verdict.rule);
      }
      if (!isBlocked) expect(history.map(({ verdict }) => verdict.rule)).not.toContain("blocked");
    }
  },

  "2: what lets a message through is what the therapist set": ({ judged }) => {
    for (const { verdict, facts, policy } of judged.flatMap(({ history }) => history)) {
      const { nearSession, repeatedContact, batch } = policy.gate;
      if (verdict.rule === "near-session") {
        expect(nearSession.on).toBe(true);
        expect(facts.ownSessions.length).toBeGreaterThan(0);
      }
      if (verdict.rule === "repeated-contact") {
        expect(repeatedContact.on).toBe(true);
        expect(facts.contacts.length).toBeGreaterThanOrEqual(repeatedContact.messages);
      }
      if (verdict.rule === "batch") expect(batch.on).toBe(true);
      if (verdict.rule === "client-hours") {
        const agreed = policy.clientHours.find(({ clientId }) => clientId === facts.clientId);
        expect(agreed).toBeDefined();
        expect(facts.clientHoursUsed).toBeLessThan(agreed?.weeklyLimit ?? Number.POSITIVE_INFINITY);
      }
    }
  },

  "3: every automatic reply carries the emergency line of the region": ({ replies, handedOver }) => {
    const lines = (["en", "es"] as const).flatMap((language) =>
      (["US", "GB"] as const).map((region) => replyWords[language].emergency[region].mail),
    );
    for (const { text } of replies.filter(isAutomatic)) expect(lines.some((line) => text.includes(line))).toBe(true);
    for (const { reply, region } of handedOver) {
      if (reply.submission === "by-hand") continue;
      const ofRegion = [replyWords.en, replyWords.es].map(({ emergency }) => emergency[region].mail);
      expect(ofRegion.some((line) => reply.text.includes(line))).toBe(true);
    }
  },

  "4: a client is told once per closed period, and for safety once an hour": ({ replies }) => {
    expect(new Set(replies.map(({ replyKey }) => replyKey)).size).toBe(replies.length);
    const person = ({ clientId, recipient }: Reply) => clientId ?? recipient;
    const told = replies
      .filter(({ kind }) => kind === "availability")
      // The key ends in the opening that ends the closed period.
      .map((reply) => `${person(reply)} ${reply.replyKey.split(":").at(-1)}`);
    expect(told.toSorted()).toEqual([...new Set(told)].toSorted());
    // One that was refused has told nobody anything.
    const safety = replies.filter(({ kind, state }) => kind === "safety" && state !== "failed");
    for (const one of safety)
      for (const other of safety)
        if (one.id < other.id && person(one) === person(other))
          expect(Math.abs(one.createdAt - other.createdAt)).toBeGreaterThanOrEqual(hour);
  },

  "4: nothing is sent twice, whatever crashed or was delivered again": ({ replies, sent, handedOver }) => {
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(sent.length);
    for (const reply of replies)
      expect(handedOver.filter((one) => one.reply.messageId === reply.externalId)).toHaveLength(reply.attempts);
  },

  "4: who opted out, or is blocked, gets no automatic reply but its confirmation": ({
    replies,
    kinds,
    handedOver,
    judged,
  }) => {
    for (const { reply, optedOut } of handedOver)
      // Also one that was tried in vain until it was no longer true.
      if (optedOut && reply.submission !== "by-hand") expect(kinds.get(reply.messageId)).toBe("opt-out");
    const alwaysBlocked = judged.filter(({ history }) => history.every(({ verdict }) => verdict.rule === "blocked"));
    const unanswered = new Set(alwaysBlocked.map(({ message }) => message.id));
    expect(replies.filter((reply) => isAutomatic(reply) && unanswered.has(reply.messageId ?? ""))).toEqual([]);
  },

  "5: automatic replies never loop: what a program sent gets none": ({ replies, messages, fromPrograms }) => {
    const byProgram = new Set(messages.filter(({ externalId }) => fromPrograms.has(externalId)).map(({ id }) => id));
    expect(replies.filter((reply) => isAutomatic(reply) && byProgram.has(reply.messageId ?? ""))).toEqual([]);
  },

  "6: every verdict is explained, and replayed from its facts and its policy": ({ judged }) => {
    for (const { message, history } of judged)
      for (const { verdict, facts, policy } of history) {
        expect(explain(verdict, () => "Mon 9:00")).toMatch(/^(Held until Mon 9:00|Surfaced): .+\.$/);
        if (verdict.rule === "by-hand") continue;
        const storedFacts = gateFactsSchema.parse(JSON.parse(JSON.stringify(facts)));
        const storedPolicy = policySchema.parse(JSON.parse(JSON.stringify(policy)));
        expect(decide(message, storedFacts, storedPolicy)).toEqual(verdict);
      }
  },

  "what was written by hand never becomes automatic, nor the reverse": ({ replies, handedOver, written }) => {
    const byHand = replies.filter(({ kind }) => kind === "by-hand");
    expect(new Set(byHand.map(({ text }) => text)).size).toBe(byHand.length);
    for (const { text } of byHand) expect(written).toContain(text);
    for (const { reply } of handedOver) expect(written.includes(reply.text)).toBe(reply.submission === "by-hand");
  },
};

async function pastOf(lived: Lived): Promise<Past> {
  const { db, close } = await storedPractice(lived.folder);
  try {
    const messages = db.select().from(messageTable).all();
    const judged = messages.map((message) => ({
      message,
      history: verdictsOf(db, message.id).map(({ verdict, facts, policyVersion: version }) => {
        const policy = policyVersion(db, version)?.policy;
        if (policy === undefined) throw new Error("A verdict without its policy.");
        return { verdict, facts, policy };
      }),
    }));
    const outbox = db.select().from(outboxTable).all();
    return {
      ...lived,
      messages,
      judged,
      verdictsInAll: db.select().from(verdictTable).all().length,
      currentVerdicts: new Map(messages.map(({ id }) => [id, judgedMessage(db, id)?.current.verdict])),
      replies: outbox.filter(({ state }) => state !== "suppressed"),
      kinds: new Map(outbox.map(({ externalId, kind }) => [externalId, kind])),
    };
  } finally {
    close();
  }
}

test("whatever happens, the promises hold", async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async ({ start, first, events }) => {
      const past = await pastOf(await live(start, [...first, ...events]));
      expect(past.judged.flatMap(({ history }) => history)).toHaveLength(past.verdictsInAll);
      for (const [promise, holds] of Object.entries(promises)) {
        try {
          holds(past);
        } catch (error) {
          throw new Error(`Promise ${promise}`, { cause: error });
        }
      }
    }),
    // On a busy computer fewer histories; a history that breaks a promise is shortened no longer than this.
    { numRuns: 10, plugins: [fc.interruptAfterTimeLimit(60_000)] },
  );
}, 120_000);
