import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digest, type DigestDay, type DigestMessage, digestReasons } from "../../../src/domain/digest.ts";

// Monday 30 November 2026 in New York (UTC-5), at 9:00.
const at = (time: string) => Date.parse(`2026-11-30T${time}:00-05:00`);
const today: DigestDay = {
  start: at("00:00"),
  sessions: new Map([
    ["maya", at("15:00")],
    ["jonas", at("10:00")],
  ]),
};

function message(said: Partial<DigestMessage> & { readonly id: string }): DigestMessage {
  return {
    person: said.id,
    receivedAt: at("03:00"),
    readAt: null,
    safety: false,
    keyword: null,
    unsettled: false,
    nearSession: false,
    ...said,
  };
}

const inOrder = (messages: readonly DigestMessage[]) =>
  digest(messages, today).map(({ person, reason }) => `${person}: ${reason}`);

describe("the digest at opening", () => {
  test("is read in this order: safety, opting out, what touches today by the hour of the session, the rest", () => {
    expect(
      inOrder([
        message({ id: "priya", receivedAt: at("08:59") }),
        message({ id: "maya", receivedAt: at("08:00") }),
        message({ id: "jonas", receivedAt: at("02:00") }),
        message({ id: "ruth", keyword: "opt-out" }),
        message({ id: "sam", keyword: "unclear", unsettled: true, receivedAt: at("04:00") }),
        message({ id: "tomas", nearSession: true }),
        message({ id: "noor", safety: true, receivedAt: at("01:00") }),
        message({ id: "elena" }),
      ]),
    ).toEqual([
      "noor: safety",
      "sam: opt-out",
      "ruth: opt-out",
      "tomas: today",
      "jonas: today",
      "maya: today",
      "priya: rest",
      "elena: rest",
    ]);
  });

  test("puts several messages of one client on one card, which stands where the weightiest of them stands", () => {
    const [card, ...others] = digest(
      [
        message({ id: "first", person: "maya", safety: true, receivedAt: at("01:00") }),
        message({ id: "second", person: "maya", receivedAt: at("02:00"), readAt: at("08:00") }),
        message({ id: "third", person: "maya", receivedAt: at("03:00") }),
      ],
      today,
    );
    expect(others).toEqual([]);
    expect(card).toEqual({
      person: "maya",
      reason: "safety",
      session: null,
      ids: ["third", "second", "first"],
      opens: "first",
      unread: 2,
    });
  });

  test("opens the oldest safety message that nobody has opened, else the newest message", () => {
    const own = [
      message({ id: "old", person: "maya", safety: true, readAt: at("08:00"), receivedAt: at("01:00") }),
      message({ id: "new", person: "maya", receivedAt: at("02:00") }),
    ];
    expect(digest(own, today)[0]?.opens).toBe("new");
  });

  test("leaves what was read today where it was, and what was read before among the rest", () => {
    const read = (readAt: number) =>
      inOrder([message({ id: "maya", readAt }), message({ id: "noor", safety: true, readAt })]);
    expect(read(at("09:05"))).toEqual(["noor: safety", "maya: today"]);
    expect(read(at("00:00") - 1)).toEqual(["maya: rest", "noor: rest"]);
  });

  test("keeps a question that is not settled in its place, however long ago it was read", () => {
    const asked = { id: "sam", keyword: "unclear", readAt: at("00:00") - 86_400_000 } as const;
    expect(inOrder([message({ ...asked, unsettled: true })])).toEqual(["sam: opt-out"]);
    expect(inOrder([message({ ...asked, unsettled: false })])).toEqual(["sam: rest"]);
  });

  test("holds every message once, each person once, in order of the reasons, whatever order they come in", () => {
    const anyMessage = fc.record({
      id: fc.uuid(),
      person: fc.constantFrom("maya", "jonas", "noor", "sam"),
      receivedAt: fc.integer({ min: at("00:00"), max: at("09:00") }),
      readAt: fc.option(fc.integer({ min: at("00:00") - 1000, max: at("09:00") })),
      safety: fc.boolean(),
      keyword: fc.constantFrom(null, "opt-out", "opt-in", "help", "unclear"),
      unsettled: fc.boolean(),
      nearSession: fc.boolean(),
    }) satisfies fc.Arbitrary<DigestMessage>;
    const some = fc.uniqueArray(anyMessage, { selector: ({ id }) => id, maxLength: 20 });
    fc.assert(
      fc.property(
        some.chain((messages) =>
          fc.tuple(fc.constant(messages), fc.shuffledSubarray(messages, { minLength: messages.length })),
        ),
        ([messages, shuffled]) => {
          const cards = digest(messages, today);
          expect(cards.flatMap(({ ids }) => ids).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
            messages.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1)),
          );
          expect(new Set(cards.map(({ person }) => person)).size).toBe(cards.length);
          const ranks = cards.map(({ reason }) => digestReasons.indexOf(reason));
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
          for (const card of cards) expect(card.ids).toContain(card.opens);
          expect(digest(shuffled, today)).toEqual(cards);
          // Nobody's unopened safety message stands below anything else.
          const unopened = messages.filter(({ safety, readAt }) => safety && readAt === null);
          for (const { person } of unopened)
            expect(cards.find((card) => card.person === person)?.reason).toBe("safety");
        },
      ),
    );
  });
});
