import { keywordOf } from "../../../src/domain/message/keywords.ts";
import type { Envelope, Header } from "../../../src/domain/message/inbound.ts";
import type { Past, PastClient, PastMessage, PastReply, PastSender } from "../../../src/domain/replay/past.ts";
import type { ReplyKind } from "../../../src/domain/replies/reply.ts";
import type { Series } from "../../../src/domain/scheduling/series.ts";
import { replyWords } from "../../../src/practice/words.ts";
import type { Context, WrittenMessage } from "./format.ts";
import { zoneOf } from "./policy-of.ts";
import { instantOf, sayTime, UnreadableSituation } from "./wall-times.ts";

const ownAddress = "therapist@example.org";
const rules = { weekly: "FREQ=WEEKLY", "every two weeks": "FREQ=WEEKLY;INTERVAL=2", daily: "FREQ=DAILY" };

/** All that happened in a situation: these messages, in the order in which they were first seen. */
export function pastOf(context: Context, written: readonly WrittenMessage[]): Past {
  const clients = Object.entries(context.clients ?? {}).map(clientOf);
  return {
    messages: withKeywords(
      clients,
      written.map((message, index) => ({ message: messageOf(context, clients, message, index), written: message })),
    ),
    clients,
    series: (context.sessions ?? []).map((session, index) => seriesOf(context, session, index)),
    doNotDisturb: (context["do not disturb"] ?? []).map(({ from, until }) => ({
      start: instantOf(from, zoneOf(context)),
      end: instantOf(until, zoneOf(context)),
    })),
    blocked: (context.blocked ?? []).map(senderOf),
    optedOut: (context["strangers who opted out"] ?? []).map(senderOf),
    settlements: [],
    replies: (context["earlier replies"] ?? []).flatMap((reply, index) => repliesOf(context, clients, reply, index)),
    byHand: (context["written by hand"] ?? []).map(({ to, at }) => ({
      recipient: addressOf(clients, to),
      at: instantOf(at, zoneOf(context)),
    })),
    ownAddresses: context.practice?.addresses ?? [ownAddress],
    words: replyWords,
  };
}

type WrittenClient = NonNullable<Context["clients"]>[string];

function clientOf([name, said]: readonly [string, WrittenClient]): PastClient {
  return {
    id: name,
    preferredName: said.called ?? name,
    language: said["writes in"] ?? "en",
    zone: said.zone ?? null,
    addresses: said.addresses ?? [],
    sharedAddresses: said["shared addresses"] ?? [],
    urgent: said.urgent ?? false,
    optedOut: said["opted out"] ?? false,
  };
}

/** The first address of a client, or the address itself. */
const addressOf = (clients: readonly PastClient[], to: string): string =>
  clients.find(({ id }) => id === to)?.addresses[0] ?? to;

const isMailAddress = (address: string): boolean => address.includes("@");
const senderOf = (address: string): PastSender => ({
  channel: isMailAddress(address) ? "email" : "sms",
  address,
  since: 0,
});

function messageOf(
  context: Context,
  clients: readonly PastClient[],
  written: WrittenMessage,
  index: number,
): PastMessage {
  const zone = zoneOf(context);
  const channel = written.by === "text message" ? "sms" : "email";
  const named = clients.find(({ id }) => id === written.from);
  const fits = (address: string) => isMailAddress(address) === (channel === "email");
  const sender = written["from address"] ?? (named === undefined ? written.from : named.addresses.find(fits));
  if (sender === undefined) throw new UnreadableSituation(`${written.from} has no address for this kind of message.`);
  if (channel === "email" && sender !== "" && !isMailAddress(sender))
    throw new UnreadableSituation(`“${sender}” is neither one of the clients nor an e-mail address.`);
  if (named !== undefined && !named.addresses.includes(sender))
    throw new UnreadableSituation(`${sender} is not an address of ${written.from}.`);
  const receivedAt = instantOf(written.at, zone);
  const seenAt = written["first seen"] === undefined ? receivedAt : instantOf(written["first seen"], zone);
  return {
    id: `message ${index}`,
    channel,
    sender,
    clientId: clients.find(({ addresses }) => addresses.includes(sender))?.id ?? null,
    subject: written.subject ?? "",
    text: written.says ?? "",
    envelope: channel === "email" ? envelopeOf(context, written, sender) : null,
    unreadable: written["cannot be read"] ?? null,
    keyword: null,
    settledAt: written.settled === undefined ? null : instantOf(written.settled, zone),
    receivedAt,
    seenAt,
  };
}

function envelopeOf(context: Context, written: WrittenMessage, sender: string): Envelope {
  const returnPath = written["return path"];
  return {
    returnPath: returnPath === undefined ? sender : returnPath,
    recipients: written.to ?? [context.practice?.addresses?.[0] ?? ownAddress],
    headers: Object.entries(written.headers ?? {}).flatMap(([name, values]): Header[] =>
      [values].flat().map((value) => ({ name: name.toLowerCase(), value })),
    ),
    messageId: "<message@example.org>",
    references: [],
    junk: written["in the junk folder"] ?? false,
  };
}

/** What each message means as a whole, which depends on whether its writer had opted out by then. */
function withKeywords(
  clients: readonly PastClient[],
  all: readonly { readonly message: PastMessage; readonly written: WrittenMessage }[],
): PastMessage[] {
  const optedOut = new Set(clients.filter((client) => client.optedOut).map(({ id }) => id));
  return all
    .toSorted((a, b) => a.message.seenAt - b.message.seenAt)
    .map(({ message, written }) => {
      const person = message.clientId ?? message.sender;
      const keyword = keywordOf(message.text.trim() === "" ? message.subject : message.text, {
        expectsAnswer: written["an answer is expected"] ?? false,
        sessionInSight: false,
        optedOut: optedOut.has(person),
      });
      if (keyword === "opt-out") optedOut.add(person);
      if (keyword === "opt-in") optedOut.delete(person);
      return { ...message, keyword };
    });
}

function seriesOf(context: Context, session: NonNullable<Context["sessions"]>[number], index: number): Series {
  const zone = session.zone ?? zoneOf(context);
  const durationMinutes = session.minutes ?? 50;
  const start = wallOf(session.at, zone);
  const sameTimeOn = (date: string) => `${date}T${start.slice(11)}`;
  const { moved } = session;
  return {
    id: `session ${index}`,
    clientId: session.with === "nobody" ? null : session.with,
    title: "",
    start,
    zone,
    durationMinutes,
    rule: session.repeats === undefined ? null : rules[session.repeats],
    overrides: [
      ...(session["cancelled on"] ?? []).map((date) => ({
        recurrenceId: sameTimeOn(date),
        kind: "cancelled" as const,
      })),
      ...(moved === undefined
        ? []
        : [
            {
              recurrenceId: sameTimeOn(moved.on),
              kind: "moved" as const,
              start: wallOf(moved.to, zone),
              durationMinutes,
            },
          ]),
    ],
  };
}

/** A time as the calendar keeps it, weekday checked. */
const wallOf = (text: string, zone: string): string =>
  sayTime(instantOf(text, zone), zone).split(" ").slice(1, 3).join("T");

const replyKinds: Readonly<Record<string, ReplyKind>> = {
  availability: "availability",
  safety: "safety",
  "opt-out confirmation": "opt-out",
  "opt-in confirmation": "opt-in",
};

function repliesOf(
  context: Context,
  clients: readonly PastClient[],
  reply: NonNullable<Context["earlier replies"]>[number],
  index: number,
): PastReply[] {
  const recipient = addressOf(clients, reply.to);
  const kind = replyKinds[reply.answer] ?? "availability";
  const at = instantOf(reply.at, zoneOf(context));
  return Array.from({ length: reply.times ?? 1 }, (_, time) => ({
    key: `${index} ${time}`,
    recipient,
    text: "",
    kind,
    at,
  }));
}
