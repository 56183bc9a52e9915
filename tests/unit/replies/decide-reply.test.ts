import { describe, expect, test } from "vitest";
import { hold, surface } from "../../../src/domain/gate/verdict.ts";
import { decideReply } from "../../../src/domain/replies/decide-reply.ts";
import type { ReplyFacts, ReplyHistory } from "../../../src/domain/replies/reply-facts.ts";
import { day, hour, minute } from "../../../src/domain/time/instant.ts";
import { factsAt, policyWith, weekdaysNineToFive } from "../../builders/policy.ts";
import { maya, mondayMorning, nothingSent, replyFacts, saturdayNight, textFacts } from "../../builders/reply.ts";

const now = saturdayNight;
const monday = mondayMorning;
const letThrough = surface("safety", "phrase:suicide");

interface Said {
  readonly mail?: Parameters<typeof replyFacts>[1];
  readonly facts?: Partial<ReplyFacts>;
}

const replyTo = ({ mail: written = {}, facts = {} }: Said = {}, policy = policyWith()) =>
  decideReply(replyFacts(facts, written), policy);

const suppressedBecause = (suppression: string) => ({ kind: "suppressed", suppression });

test("a held client is told when messages are read again and what to do in an emergency", () => {
  const decision = replyTo();
  expect(decision).toMatchObject({ kind: "send", reply: "availability", to: "maya@example.org", expiresAt: monday });
  expect(decision.kind === "send" && decision.text).toContain("from Monday, November 30, 9:00 AM (Eastern Time)");
  expect(decision.kind === "send" && decision.text).toContain(
    "Emergency: call 911. Crisis: call or text 988, any time.",
  );
});

describe("no automatic reply", () => {
  const cases: readonly (readonly [string, string, NonNullable<Said["mail"]>])[] = [
    [
      "E1 to a mail that was sent automatically",
      "automatic-mail",
      { headers: { "Auto-Submitted": "auto-replied (vacation); owner-email=x" } },
    ],
    ["E1 whatever the case", "automatic-mail", { headers: { "AUTO-SUBMITTED": "Auto-Generated" } }],
    ["E2 to the null sender", "null-sender", { returnPath: "" }],
    ["E2 without a Return-Path", "null-sender", { returnPath: null }],
    ["E3 to a mailing list", "mailing-list", { headers: { "List-Unsubscribe": "<mailto:leave@example.org>" } }],
    ["E4 to bulk mail", "bulk-mail", { headers: { Precedence: "bulk" } }],
    ["E5 to MAILER-DAEMON", "machine-sender", { sender: "mailer-daemon@example.org" }],
    ["E5 to noreply", "machine-sender", { sender: "no-reply@shop.example" }],
    ["E5 to do-not-reply with a suffix", "machine-sender", { sender: "donotreply.orders@shop.example" }],
    ["E5 to a bounce address behind an ordinary From", "machine-sender", { returnPath: "bounces+123@news.example" }],
    ["E5 to a list's request address", "machine-sender", { sender: "knitting-request@example.org" }],
    [
      "E6 when none of the practice's addresses was written to",
      "not-addressed-to-practice",
      {
        envelope: {
          returnPath: "maya@example.org",
          recipients: ["friends@example.org"],
          headers: [],
          messageId: null,
          references: [],
          junk: false,
        },
      },
    ],
    ["E7 to the practice itself", "own-address", { sender: "kim@example.org" }],
    [
      "E9 when the mail asks for none",
      "asked-not-to-be-answered",
      { headers: { "X-Auto-Response-Suppress": "DR, AutoReply" } },
    ],
    [
      "E10 to a delivery report",
      "delivery-report",
      { headers: { "Content-Type": "multipart/report; report-type=delivery-status" } },
    ],
    [
      "E11 to junk",
      "junk",
      {
        envelope: {
          returnPath: "maya@example.org",
          recipients: ["kim@example.org"],
          headers: [],
          messageId: null,
          references: [],
          junk: true,
        },
      },
    ],
    [
      "E11 to a forged sender",
      "junk",
      { headers: { "Authentication-Results": "mx.example.org; spf=pass; dmarc=fail header.from=example.org" } },
    ],
    ["when the Return-Path is a stranger's", "return-path-differs", { returnPath: "somebody@else.example" }],
  ];
  test.each(cases)("%s", (_name, suppression, said) => {
    expect(replyTo({ mail: said })).toMatchObject(suppressedBecause(suppression));
    // Not even one that leads with emergency numbers: a loop helps nobody (promise 5).
    expect(replyTo({ mail: said, facts: { verdict: letThrough } })).toMatchObject(suppressedBecause(suppression));
  });

  test("E8 when this closed period's reply was sent already", () => {
    const told: ReplyHistory = {
      ...nothingSent,
      told: (key) => key === `availability:email:maya@example.org:${monday}`,
    };
    expect(replyTo({ facts: { history: told } })).toMatchObject(suppressedBecause("already-told"));
  });

  test("E8 when the client was told in this closed period at another of their addresses", () => {
    const told: ReplyHistory = {
      ...nothingSent,
      told: (key) => key === `availability:email:maya@work.example:${monday}`,
    };
    expect(replyTo({ facts: { history: told } })).toMatchObject(suppressedBecause("already-told"));
    expect(replyTo({ facts: { history: told, client: { ...maya, addresses: ["maya@example.org"] } } })).toMatchObject({
      kind: "send",
    });
  });

  test("E8 when the client was told in this closed period by a text message", () => {
    const told: ReplyHistory = {
      ...nothingSent,
      told: (key) => key === `availability:sms:+12125550142:${monday}`,
    };
    const client = { ...maya, addresses: ["maya@example.org", "+12125550142"] };
    expect(replyTo({ facts: { history: told, client } })).toMatchObject(suppressedBecause("already-told"));
    expect(replyTo({ facts: { history: told } })).toMatchObject({ kind: "send" });
  });

  test("E12 to an unknown sender, unless the practice allows it, and then in neutral words", () => {
    expect(replyTo({ facts: { client: null } })).toMatchObject(suppressedBecause("unknown-sender"));
    const allowed = replyTo({ facts: { client: null } }, policyWith({ replies: { toUnknownSenders: true } }));
    expect(allowed).toMatchObject({ kind: "send" });
    expect(allowed.kind === "send" && allowed.text).not.toContain("Dr. Kim");
    expect(allowed.kind === "send" && allowed.text).toContain("Emergency: call 911.");
  });

  test("E8 to an unknown sender who was answered six days ago", () => {
    const policy = policyWith({ replies: { toUnknownSenders: true } });
    expect(
      replyTo({ facts: { client: null, history: { ...nothingSent, lastAt: () => now - 6 * day } } }, policy),
    ).toMatchObject(suppressedBecause("already-told"));
    expect(
      replyTo({ facts: { client: null, history: { ...nothingSent, lastAt: () => now - 8 * day } } }, policy),
    ).toMatchObject({ kind: "send" });
  });

  test("E13 to a mail that was first seen after an hour", () => {
    expect(replyTo({ facts: { receivedAt: now - 61 * minute } })).toMatchObject(suppressedBecause("stale"));
    expect(replyTo({ facts: { receivedAt: now - 59 * minute } })).toMatchObject({ kind: "send" });
  });

  test("E14 when the breaker for one sender or for the day is reached", () => {
    expect(
      replyTo({ facts: { history: { ...nothingSent, toSenderSince: (since) => (since === now - hour ? 3 : 0) } } }),
    ).toMatchObject(suppressedBecause("circuit-breaker"));
    expect(
      replyTo({ facts: { history: { ...nothingSent, toAllSince: (since) => (since === now - day ? 200 : 0) } } }),
    ).toMatchObject(suppressedBecause("circuit-breaker"));
  });

  test("to a client to whom the therapist has written by hand within the last quarter of an hour", () => {
    const wrote = (at: number) => ({
      facts: {
        history: {
          ...nothingSent,
          lastByHandAt: (addresses: readonly string[]) => (addresses.includes("maya@work.example") ? at : null),
        },
      },
    });
    expect(replyTo(wrote(now - 15 * minute + 1))).toMatchObject(suppressedBecause("just-written-to"));
    expect(replyTo(wrote(now - 15 * minute))).toMatchObject({ kind: "send" });
    const { facts } = wrote(now);
    expect(replyTo({ facts: { ...facts, verdict: letThrough } })).toMatchObject({ kind: "send", reply: "safety" });
  });

  test("to a client who asked for none", () => {
    const before = { keyword: null, before: true, unclear: false };
    expect(replyTo({ facts: { optOut: before } })).toMatchObject(suppressedBecause("opted-out"));
    expect(replyTo({ facts: { optOut: before, verdict: letThrough } })).toMatchObject(suppressedBecause("opted-out"));
  });

  test("to a client who may have meant to opt out, but for a safety reply", () => {
    const unclear = { keyword: "unclear" as const, before: false, unclear: true };
    expect(replyTo({ facts: { optOut: unclear } })).toMatchObject(suppressedBecause("opt-out-unclear"));
    expect(replyTo({ facts: { optOut: unclear, verdict: letThrough } })).toMatchObject({
      reply: "safety",
      kind: "send",
    });
  });

  test("to a blocked sender, nor to a message that only waits for its batch", () => {
    expect(replyTo({ facts: { verdict: surface("blocked", "blocked") } })).toEqual({ kind: "none" });
    expect(replyTo({ facts: { verdict: hold(monday, "batch", "batch") } })).toEqual({ kind: "none" });
  });

  test("to a message that surfaced in the ordinary way", () => {
    expect(replyTo({ facts: { verdict: surface("open", "message-hours") } })).toEqual({ kind: "none" });
  });
});

describe("what does not stop a reply", () => {
  test.each([
    ["Auto-Submitted: no", { headers: { "Auto-Submitted": "no" } }],
    ["a Return-Path that is another address of the same client", { returnPath: "maya@work.example" }],
    [
      "being written to at an alias",
      {
        envelope: {
          returnPath: "maya@example.org",
          recipients: ["kim@example.org"],
          headers: [],
          messageId: null,
          references: [],
          junk: false,
        },
      },
    ],
    ["X-Auto-Response-Suppress: DR", { headers: { "X-Auto-Response-Suppress": "DR" } }],
    [
      "a forged verdict below the provider's own",
      { headers: { "Authentication-Results": "mx.example.org; dmarc=pass" } },
    ],
  ])("%s", (_name, said) => {
    expect(replyTo({ mail: said })).toMatchObject({ kind: "send" });
  });
});

test.each(["do-not-disturb", "in-session"] as const)(
  "on a vacation the cover is named, also when %s held the message",
  (rule) => {
    const closures = [
      {
        id: "vacation",
        kind: "vacation" as const,
        label: "",
        firstDate: "2026-11-27",
        lastDate: "2026-11-29",
        windows: [],
        cover: { name: "Dr. Lee", phone: "212-555-0100" },
      },
    ];
    const decision = replyTo({ facts: { verdict: hold(monday, rule, rule) } }, policyWith({ closures }));
    expect(decision.kind === "send" && decision.text).toContain("Dr. Lee, 212-555-0100");
  },
);

describe("the key of a reply", () => {
  const keyOf = (said: Said, policy = policyWith()) => {
    const decision = replyTo(said, policy);
    return decision.kind === "none" ? null : decision.key;
  };

  test("names sender, kind and closed period, never the words", () => {
    expect(keyOf({})).toBe(`availability:email:maya@example.org:${monday}`);
    expect(keyOf({ facts: { client: { ...maya, language: "es" } } })).toBe(keyOf({}));
  });

  test("stays the same when a session moves the release behind the opening", () => {
    expect(keyOf({ facts: { verdict: hold(monday + hour, "closed", "outside-message-hours") } })).toBe(keyOf({}));
  });

  test("is the same for a message held in a session that outlasts the day and for one of the evening after it", () => {
    const friday = Date.parse("2026-11-27T21:45:00Z");
    const inSession = keyOf({
      facts: { now: friday, receivedAt: friday, verdict: hold(monday, "in-session", "session") },
    });
    expect(inSession).toBe(keyOf({}));
  });
});

describe("a safety reply", () => {
  test("leads with the emergency line and never says that anything was detected", () => {
    const decision = replyTo({ facts: { verdict: letThrough } });
    expect(decision).toMatchObject({ kind: "send", reply: "safety" });
    const text = decision.kind === "send" ? decision.text : "";
    expect(text.startsWith("Emergency: call 911.")).toBe(true);
    expect(text).not.toMatch(/detect|suicide|alert|notified/i);
  });

  test("is sent at most once an hour", () => {
    expect(
      replyTo({ facts: { verdict: letThrough, history: { ...nothingSent, lastAt: () => now - 59 * minute } } }),
    ).toMatchObject(suppressedBecause("already-told"));
    expect(
      replyTo({ facts: { verdict: letThrough, history: { ...nothingSent, lastAt: () => now - hour } } }),
    ).toMatchObject({ kind: "send" });
  });

  test("goes to unknown senders too, in neutral words", () => {
    const decision = replyTo({ facts: { verdict: letThrough, client: null } });
    expect(decision).toMatchObject({ kind: "send" });
    expect(decision.kind === "send" && decision.text).not.toContain("Dr. Kim");
  });

  test("answers a client marked urgent only while nobody reads", () => {
    const urgent = surface("safety", "client-marked-urgent");
    expect(replyTo({ facts: { verdict: urgent } })).toMatchObject({ kind: "send", reply: "safety" });
    expect(replyTo({ facts: { verdict: urgent, now: monday + hour, receivedAt: monday + hour } })).toEqual({
      kind: "none",
    });
  });
});

describe("STOP and START", () => {
  const said = (keyword: "opt-out" | "opt-in", before: boolean) => ({
    facts: { optOut: { keyword, before, unclear: false } },
  });

  test("are confirmed once, with the emergency line", () => {
    for (const keyword of ["opt-out", "opt-in"] as const) {
      const decision = replyTo(said(keyword, keyword === "opt-in"));
      expect(decision).toMatchObject({ kind: "send", reply: keyword, to: "maya@example.org" });
      expect(decision.kind === "send" && decision.text).toContain("Emergency: call 911.");
    }
  });

  test("STOP again is not confirmed again, and START of somebody who never stopped is a message like any other", () => {
    expect(replyTo(said("opt-out", true))).toEqual({ kind: "none" });
    expect(replyTo(said("opt-in", false))).toMatchObject({ kind: "send", reply: "availability" });
  });

  test("of a stranger are not confirmed unless strangers are answered at all", () => {
    const stranger = { facts: { ...said("opt-out", false).facts, client: null } };
    expect(replyTo(stranger)).toMatchObject(suppressedBecause("unknown-sender"));
    expect(replyTo(stranger, policyWith({ replies: { toUnknownSenders: true } }))).toMatchObject({ kind: "send" });
  });

  test("in an automatic mail are not confirmed", () => {
    expect(
      replyTo({ ...said("opt-out", false), mail: { headers: { "Auto-Submitted": "auto-replied" } } }),
    ).toMatchObject(suppressedBecause("automatic-mail"));
  });
});

describe("a text message", () => {
  const replyToText = (facts: Partial<ReplyFacts> = {}) => decideReply(textFacts(facts), policyWith());

  test("is answered at its number, in one short line", () => {
    const decision = replyToText();
    expect(decision).toMatchObject({
      kind: "send",
      to: "+12125550142",
      key: `availability:sms:+12125550142:${monday}`,
    });
    const text = decision.kind === "send" ? decision.text : "";
    expect(text).toContain("911");
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text).not.toContain("\n");
  });

  test("from a short code or a name is never answered", () => {
    for (const sender of ["72345", "PHARMACY", "PHARMACY+12125550142", "+12125550142-7", "+0123", "+02125550142", ""])
      expect(replyToText({ sender })).toMatchObject(suppressedBecause("machine-sender"));
  });

  test("is answered at a number of seven to fifteen digits (E.164), and at no shorter or longer one", () => {
    for (const sender of ["+2904123", "+881612345678901"])
      expect(replyToText({ sender })).toMatchObject({ to: sender });
    for (const sender of ["+290412", "+8816123456789012"])
      expect(replyToText({ sender })).toMatchObject(suppressedBecause("machine-sender"));
  });

  test("that came four times within the hour is a loop", () => {
    expect(replyToText({ alikeInHour: 3 })).toMatchObject({ kind: "send" });
    expect(replyToText({ alikeInHour: 4 })).toMatchObject(suppressedBecause("loop"));
    expect(replyToText({ alikeInHour: 4, verdict: letThrough })).toMatchObject(suppressedBecause("loop"));
  });
});

describe("a client with agreed hours", () => {
  const policy = policyWith({
    clientHours: [
      {
        clientId: "maya",
        reason: "Phone coaching",
        hours: { ...weekdaysNineToFive, SA: [{ start: "18:00", end: "20:00" }] },
        firstDate: "2026-11-01",
        lastDate: null,
        reviewDate: null,
        weeklyLimit: null,
        suspendedUntil: null,
      },
    ],
  });
  const evening = Date.parse("2026-11-28T23:00:00Z");

  test("is told of the opening that comes first for them, which also names the closed period", () => {
    const decision = replyTo(
      { facts: { verdict: hold(evening, "closed", "outside-message-hours", "agreed-hours-over") } },
      policy,
    );
    expect(decision).toMatchObject({ kind: "send", key: `availability:email:maya@example.org:${evening}` });
    expect(decision.kind === "send" && decision.text).toContain("6:00 PM");
  });

  test("is told so also at another moment of the same closed period", () => {
    const later = saturdayNight + 2 * hour;
    const gate = factsAt(new Date(later).toISOString(), { clientId: "maya" });
    const verdict = hold(evening, "closed", "outside-message-hours", "agreed-hours-over");
    expect(replyTo({ facts: { now: later, gate, verdict } }, policy)).toMatchObject({
      key: `availability:email:maya@example.org:${evening}`,
    });
  });
});

test("the next session is named only where the practice allows it, and never at an address others read", () => {
  const template = { reason: "closed", language: "en", form: "mail", text: "Closed. We meet {nextSession}." } as const;
  const allowed = { ...policyWith({ replies: { nextSession: true } }), templates: [template] };
  const forbidden = { ...policyWith(), templates: [template] };
  const nextSession = Date.parse("2026-12-01T15:00:00Z");
  const textOf = (policy: typeof allowed, client = maya) => {
    const decision = replyTo({ facts: { nextSession, client } }, policy);
    return decision.kind === "send" ? decision.text : "";
  };
  expect(textOf(allowed)).toContain("December 1");
  expect(textOf(forbidden)).not.toContain("We meet");
  expect(textOf(allowed, { ...maya, sharedAddresses: ["maya@example.org"] })).not.toContain("We meet");
});
