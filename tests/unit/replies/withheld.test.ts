import { describe, expect, test } from "vitest";
import { hold, surface } from "../../../src/domain/gate/verdict.ts";
import { decideReply } from "../../../src/domain/replies/decide-reply.ts";
import { addressOfReply, neverAnswered } from "../../../src/domain/replies/never-answered.ts";
import { day, hour, minute } from "../../../src/domain/time/instant.ts";
import type { ReplyFacts } from "../../../src/domain/replies/reply-facts.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { policyWith } from "../../builders/policy.ts";
import {
  maya,
  mondayMorning as monday,
  nothingSent,
  replyFacts,
  saturdayNight as now,
  textFacts,
} from "../../builders/reply.ts";

const safety = surface("safety", "phrase:suicide");
const answeringStrangers = policyWith({ replies: { toUnknownSenders: true } });
const why = (said: Partial<ReplyFacts>, policy = policyWith()) => {
  const decision = decideReply(replyFacts(said), policy);
  return decision.kind === "suppressed" ? decision.suppression : decision.kind;
};
const stop = { keyword: "opt-out" as const, before: false, unclear: false };

describe("an availability reply is withheld", () => {
  test("from clients where they are to get none, while strangers may get theirs", () => {
    const onlyStrangers = policyWith({ replies: { toClients: false, toUnknownSenders: true } });
    expect(why({}, onlyStrangers)).toBe("switched-off");
    expect(why({ client: null }, onlyStrangers)).toBe("send");
    expect(why({ client: null })).toBe("unknown-sender");
  });

  test("when the message was first seen more than the set minutes after it came in, not at the minute", () => {
    expect(why({ receivedAt: now - 60 * minute, seenAt: now })).toBe("send");
    expect(why({ receivedAt: now - 60 * minute - 1, seenAt: now })).toBe("stale");
  });

  test("when the practice is open by the time it would be said", () => {
    const until = (release: number) => ({ verdict: hold(release, "closed", "outside-message-hours") });
    const never = policyWith({ messageHours: { MO: [], TU: [], WE: [], TH: [], FR: [], SA: [], SU: [] } });
    expect(why(until(now), never)).toBe("open-by-now");
    expect(why(until(now + 1), never)).toBe("send");
  });

  test("from a stranger who was told within the set days, whatever the opening; a client is told anew", () => {
    const history = (last: number | null) => ({
      ...nothingSent,
      lastAt: (kind: "availability" | "safety") => (kind === "availability" ? last : null),
    });
    expect(why({ client: null, history: history(now - 7 * day + 1) }, answeringStrangers)).toBe("already-told");
    expect(why({ client: null, history: history(now - 7 * day) }, answeringStrangers)).toBe("send");
    expect(why({ client: null, history: history(null) }, answeringStrangers)).toBe("send");
    expect(why({ history: history(now - hour) })).toBe("send");
  });
});

describe("a safety reply is withheld", () => {
  test("when the message was first seen more than a day after it came in", () => {
    expect(why({ verdict: safety, receivedAt: now - day, seenAt: now })).toBe("send");
    expect(why({ verdict: safety, receivedAt: now - day - 1, seenAt: now })).toBe("stale");
  });

  test("when too many replies have gone out", () => {
    expect(why({ verdict: safety, history: { ...nothingSent, toSenderSince: () => 3 } })).toBe("circuit-breaker");
  });

  test("for an hour after the last safety reply, but for no availability reply", () => {
    const last = (of: "availability" | "safety") => ({
      ...nothingSent,
      lastAt: (kind: "availability" | "safety") => (kind === of ? now - minute : null),
    });
    expect(why({ verdict: safety, history: last("safety") })).toBe("already-told");
    expect(why({ verdict: safety, history: last("availability") })).toBe("send");
  });

  test("not where the practice is open and a phrase spoke besides", () => {
    const both = surface("safety", "client-marked-urgent", "phrase:suicide");
    expect(why({ verdict: both, now: monday + hour, receivedAt: monday + hour })).toBe("send");
  });
});

test("what was written to a stranger by hand is looked up under the address they wrote from alone", () => {
  const lastByHandAt = (addresses: readonly string[]) => (addresses.join() === "maya@example.org" ? null : now);
  expect(why({ client: null, history: { ...nothingSent, lastByHandAt } }, answeringStrangers)).toBe("send");
});

describe("a reply that answers one message", () => {
  test("has a key of its own and is true for a day", () => {
    expect(decideReply(replyFacts({ verdict: safety }), policyWith())).toMatchObject({
      key: `safety:email:maya@example.org:${now}`,
      expiresAt: now + day,
    });
    expect(decideReply(replyFacts({ optOut: stop }), policyWith())).toMatchObject({
      key: `opt-out:email:maya@example.org:${now}`,
      expiresAt: now + day,
    });
  });

  test("is withheld from a blocked sender, also a confirmation of STOP", () => {
    expect(why({ verdict: surface("blocked", "blocked"), optOut: stop })).toBe("none");
  });
});

describe("what a reply says of a client", () => {
  const sent = (said: Partial<ReplyFacts>, policy = policyWith()) => {
    const decision = decideReply(replyFacts(said), policy);
    return decision.kind === "send" ? decision.text : "";
  };

  test("is their name, and to strangers none", () => {
    expect(sent({})).toContain("Maya");
    expect(sent({ client: null }, answeringStrangers)).not.toContain("Maya");
  });

  test("is who answers, in a safety reply too, and to strangers it is not", () => {
    expect(sent({ verdict: safety })).toContain("Dr. Kim");
    expect(sent({ verdict: safety, client: null })).not.toContain("Dr. Kim");
  });

  test("names the practice's zone to a client by text whose clock shows another time", () => {
    const text = (zone: string | null) => {
      const decision = decideReply(textFacts({ client: { ...maya, zone } }), policyWith());
      return decision.kind === "send" ? decision.text : "";
    };
    expect(text("America/Los_Angeles")).toContain("9:00 AM ET");
    expect(text(null)).not.toContain("ET");
  });

  test("is no session where they are a stranger, who has none", () => {
    const policy = policyWith({ replies: { toUnknownSenders: true, nextSession: true } });
    expect(sent({ client: null, nextSession: monday }, policy)).toContain(replyWords.en.emergency.US.mail);
  });
});

describe("a mail without what an answer needs", () => {
  test("without an envelope names no sender", () => {
    expect(neverAnswered(replyFacts({ envelope: null }))).toBe("null-sender");
  });

  test("from a machine of the own computer, whose name has no domain, is not answered", () => {
    expect(neverAnswered(replyFacts({}, { returnPath: "mailer-daemon" }))).toBe("machine-sender");
  });

  test("has no address for a reply", () => {
    expect(() => addressOfReply(replyFacts({ envelope: null }))).toThrow(
      "A mail without Return-Path is never answered.",
    );
    expect(() => addressOfReply(replyFacts({}, { returnPath: null }))).toThrow("Return-Path");
  });

  test("from a stranger, with another Return-Path, would answer somebody else", () => {
    expect(neverAnswered(replyFacts({ client: null }, { returnPath: "other@example.com" }))).toBe(
      "return-path-differs",
    );
    expect(neverAnswered(replyFacts({}, { returnPath: "other@example.com" }))).toBe("return-path-differs");
  });

  test("a text message is answered at its number, a mail at its Return-Path", () => {
    expect(addressOfReply(textFacts())).toBe("+12125550142");
    expect(addressOfReply(replyFacts({}, { returnPath: "maya@work.example" }))).toBe("maya@work.example");
  });
});
