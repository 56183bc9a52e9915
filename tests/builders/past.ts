import { keywordOf } from "../../src/domain/message/keywords.ts";
import type { Past, PastClient, PastMessage } from "../../src/domain/replay/past.ts";
import type { Series } from "../../src/domain/scheduling/series.ts";
import { replyWords } from "../../src/practice/words.ts";
import { mail } from "./mail.ts";
import { maya } from "./reply.ts";

let count = 0;

export const mayaThen: PastClient = { ...maya, id: "maya", urgent: false, optedOut: false };

/** Maya's mail at an instant; what a test does not say is ordinary. */
export function written(at: string, said: Partial<PastMessage> = {}): PastMessage {
  count += 1;
  const sender = said.sender ?? "maya@example.org";
  const { envelope, subject } = mail({ sender });
  const text = said.text ?? `Message number ${count}`;
  return {
    id: `message-${count}`,
    channel: "email",
    sender,
    clientId: "maya",
    subject,
    text,
    envelope,
    unreadable: null,
    settledAt: null,
    keyword: keywordOf(text, { expectsAnswer: false, sessionInSight: false, optedOut: false }),
    receivedAt: Date.parse(at),
    seenAt: Date.parse(at),
    ...said,
  };
}

/** Nothing but these messages, and the client Maya. */
export function pastOf(messages: readonly PastMessage[], said: Partial<Past> = {}): Past {
  return {
    messages,
    clients: [mayaThen],
    series: [],
    doNotDisturb: [],
    blocked: [],
    optedOut: [],
    settlements: [],
    replies: [],
    byHand: [],
    ownAddresses: ["therapist@example.org"],
    words: replyWords,
    ...said,
  };
}

/** A session of 50 minutes every week from a wall time in New York on. */
export const weeklyWith = (clientId: string, start: string): Series => ({
  id: `weekly ${clientId} ${start}`,
  clientId,
  title: "",
  start,
  zone: "America/New_York",
  durationMinutes: 50,
  rule: "FREQ=WEEKLY",
  overrides: [],
});
