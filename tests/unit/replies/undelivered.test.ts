import { describe, expect, test } from "vitest";
import { suppressions } from "../../../src/domain/replies/reply.ts";
import { saySuppression } from "../../../src/domain/replies/say-suppression.ts";
import { isNews, type SafetyReply, undelivered } from "../../../src/domain/replies/undelivered.ts";

const client = { isClient: true, hasAddress: true };
const stranger = { isClient: false, hasAddress: true };
const reply = (said: Partial<SafetyReply>): SafetyReply => ({
  kind: "safety",
  state: "queued",
  reason: null,
  attempts: 0,
  ...said,
});
const suppressed = (reason: string | null) => reply({ state: "suppressed", reason });
const whyNot = (reason: string, told: SafetyReply | null = null, sender = client) =>
  undelivered(suppressed(reason), told, sender)?.why ?? null;

describe("a safety reply", () => {
  test("that was sent, is being sent or waits for its first attempts is not missing", () => {
    for (const one of [
      reply({ state: "sent" }),
      reply({ state: "sending" }),
      reply({ state: "sending", attempts: 3 }),
      reply({ attempts: 0 }),
      reply({ attempts: 2, reason: "The server cannot be reached." }),
    ])
      expect(undelivered(one, null, client)).toBeNull();
  });

  test("that could not be sent three times is told of, with the reason where there is one", () => {
    expect(undelivered(reply({ attempts: 3, reason: "The server cannot be reached." }), null, client)).toEqual({
      why: "it could not be sent yet. The server cannot be reached.",
      certain: true,
    });
    expect(undelivered(reply({ attempts: 3 }), null, client)?.why).toBe("it could not be sent yet.");
  });

  test("that failed is told of", () => {
    expect(undelivered(reply({ state: "failed", reason: "The address is refused." }), null, client)).toEqual({
      why: "it could not be sent. The address is refused.",
      certain: true,
    });
    expect(undelivered(reply({ state: "failed" }), null, client)?.why).toBe("it could not be sent.");
  });

  test("that may have arrived is told of as that", () => {
    expect(undelivered(reply({ state: "unconfirmed", attempts: 1 }), null, client)).toEqual({
      why: "the connection broke while it was being sent, so it may or may not have arrived.",
      certain: false,
    });
  });

  test.each(["availability", "opt-out", "opt-in", "by-hand", "notice"] as const)("and %s is another matter", (kind) => {
    expect(undelivered(reply({ kind, state: "failed", reason: "Refused." }), null, client)).toBeNull();
  });
});

describe("a safety reply that was not to be sent", () => {
  test.each([
    ["opted-out", "they opted out of automatic replies."],
    ["circuit-breaker", "too many automatic replies had been sent in a short time."],
    ["stale", "the message was seen too late."],
    ["return-path-differs", "the answer would have gone to another address than the sender's."],
    ["junk", "the mail is marked as junk or looks forged."],
    ["null-sender", "the mail names no sender to answer."],
    ["asked-not-to-be-answered", "the mail asks not to be answered automatically."],
  ])("because of %s", (reason, why) => {
    expect(undelivered(suppressed(reason), null, client)).toEqual({ why, certain: true });
  });

  test.each([
    "automatic-mail",
    "mailing-list",
    "bulk-mail",
    "machine-sender",
    "own-address",
    "delivery-report",
    "loop",
    "superseded",
  ])("because of %s is missed by nobody", (reason) => {
    expect(whyNot(reason)).toBeNull();
  });

  test("to a stranger whose mail looks forged or names no sender, nobody is told of", () => {
    expect(whyNot("junk", null, stranger)).toBeNull();
    expect(whyNot("null-sender", null, stranger)).toBeNull();
    expect(whyNot("return-path-differs", null, stranger)).not.toBeNull();
  });

  test("to somebody whose message names no address is told of as that, whoever they are", () => {
    for (const isClient of [true, false])
      expect(undelivered(suppressed("null-sender"), null, { isClient, hasAddress: false })).toEqual({
        why: "the message names no address to answer.",
        certain: true,
      });
    expect(whyNot("loop", null, { isClient: true, hasAddress: false })).toBeNull();
  });

  test("because they were told within the hour: what became of that reply counts", () => {
    expect(whyNot("already-told")).toBeNull();
    expect(whyNot("already-told", reply({ state: "sent" }))).toBeNull();
    expect(whyNot("already-told", reply({ state: "failed", reason: "Refused." }))).toBe(
      "it could not be sent. Refused.",
    );
    expect(whyNot("already-told", suppressed("opted-out"))).toBe("they opted out of automatic replies.");
    expect(whyNot("already-told", suppressed("already-told"))).toBeNull();
    expect(whyNot("already-told", suppressed("junk"), stranger)).toBeNull();
  });

  test("without a noted reason is told of all the same", () => {
    expect(undelivered(suppressed(null), null, client)).toEqual({ why: "", certain: true });
  });
});

test("a client is told of once: at the third attempt, at a failure before it, at a suppression", () => {
  const news = (state: SafetyReply["state"], attempts: number) => isNews({ kind: "safety", state, attempts });
  const upTo = (state: SafetyReply["state"]) => [0, 1, 2, 3, 4].map((attempts) => news(state, attempts));
  expect(upTo("sent")).toEqual([false, false, false, false, false]);
  expect(upTo("sending")).toEqual([false, false, false, false, false]);
  expect(upTo("queued")).toEqual([false, false, false, true, false]);
  expect(upTo("failed")).toEqual([true, true, true, true, false]);
  expect(upTo("unconfirmed")).toEqual([true, true, true, true, false]);
  expect(upTo("suppressed")).toEqual([true, true, true, false, false]);
  expect(isNews({ kind: "availability", state: "failed", attempts: 1 })).toBe(false);
});

describe("why no automatic reply left", () => {
  const reasons = [...suppressions, "superseded", "not-sent-in-time"];

  test.each(reasons)("%s has a sentence of its own", (reason) => {
    expect(saySuppression(reason)).toMatch(/^[A-Z][^.]{8,}\.$/);
    expect(reasons.filter((other) => saySuppression(other) === saySuppression(reason))).toEqual([reason]);
  });

  test("a sentence of a provider comes back unchanged", () => {
    expect(saySuppression("The server refuses the address.")).toBe("The server refuses the address.");
  });
});
