import { factsAt } from "./policy.ts";
import { hold } from "../../src/domain/gate/verdict.ts";
import type { ReplyClient, ReplyFacts, ReplyHistory } from "../../src/domain/replies/reply-facts.ts";
import { replyWords } from "../../src/practice/words.ts";
import { mail } from "./mail.ts";

/** Saturday 28 November 2026, 02:10 in New York. */
export const saturdayNight = Date.parse("2026-11-28T07:10:00Z");
/** The next opening after it. */
export const mondayMorning = Date.parse("2026-11-30T14:00:00Z");

export const nothingSent: ReplyHistory = {
  told: () => false,
  lastAt: () => null,
  lastByHandAt: () => null,
  toSenderSince: () => 0,
  toAllSince: () => 0,
};

export const maya: ReplyClient = {
  preferredName: "Maya",
  language: "en",
  zone: null,
  addresses: ["maya@example.org", "maya@work.example"],
  sharedAddresses: [],
};

/** What the reply rules are told of Maya's mail of Saturday night; what a test does not say is ordinary. */
export function replyFacts(said: Partial<ReplyFacts> = {}, written: Parameters<typeof mail>[0] = {}): ReplyFacts {
  const { envelope, sender } = mail(written);
  const now = said.now ?? saturdayNight;
  const client = said.client === undefined ? maya : said.client;
  return {
    now,
    verdict: hold(mondayMorning, "closed", "outside-message-hours"),
    gate: factsAt(new Date(now).toISOString(), client === null ? {} : { clientId: "maya" }),
    channel: "email",
    sender,
    envelope,
    receivedAt: now,
    seenAt: now,
    client,
    optOut: { keyword: null, before: false, unclear: false },
    alikeInHour: 1,
    nextSession: null,
    ownAddresses: ["therapist@example.org", "kim@example.org"],
    words: replyWords,
    history: nothingSent,
    ...said,
  };
}

/** What is told of a text message to the practice's number. */
export const textFacts = (said: Partial<ReplyFacts> = {}): ReplyFacts =>
  replyFacts({ channel: "sms", sender: "+12125550142", envelope: null, ...said });
