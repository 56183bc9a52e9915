import { type Suppression, suppressions } from "./reply.ts";

const sentences: Readonly<Record<Suppression | "superseded" | "not-sent-in-time", string>> = {
  "automatic-mail": "The mail was itself sent automatically.",
  "null-sender": "The mail names no sender to answer.",
  "mailing-list": "The mail came through a mailing list.",
  "bulk-mail": "The mail was sent in bulk.",
  "machine-sender": "The sender is a machine that reads no mail.",
  "not-addressed-to-practice": "The mail was not addressed to you.",
  "own-address": "The mail came from your own address.",
  "already-told": "This sender was already told.",
  "asked-not-to-be-answered": "The mail asks not to be answered automatically.",
  "delivery-report": "The mail is a delivery report.",
  junk: "The mail is marked as junk or looks forged.",
  "unknown-sender": "The sender is not one of your clients.",
  stale: "The mail was seen too late for a truthful answer.",
  "circuit-breaker": "Too many automatic replies in a short time.",
  "return-path-differs": "The answer would have gone to another address than the sender's.",
  "switched-off": "Automatic replies to clients are switched off.",
  "opted-out": "The client asked for no automatic replies.",
  blocked: "You blocked this sender.",
  "opt-out-unclear": "The client may have asked for no automatic replies; you have not said yet how it was meant.",
  loop: "The same words came several times within an hour, as from a program.",
  "just-written-to": "You had just written to this client by hand.",
  "open-by-now": "Your practice was open before it could be sent.",
  fault: "The app made a mistake while writing the answer.",
  superseded: "What it said was no longer true before it could be sent.",
  "not-sent-in-time": "It could not be sent before your practice opened.",
};

/** Why no automatic reply left, in one sentence; a sentence that is stored as such comes back unchanged. */
export function saySuppression(reason: string): string {
  return isKnown(reason) ? sentences[reason] : reason;
}

const isKnown = (reason: string): reason is keyof typeof sentences =>
  reason === "superseded" || reason === "not-sent-in-time" || suppressions.some((known) => known === reason);
