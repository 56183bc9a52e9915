import type { OutgoingReply } from "../../../src/channels/channel.ts";
import type { InboundMessage } from "../../../src/domain/message/inbound.ts";
import type { Region } from "../../../src/domain/policy/policy.ts";
import { day, hour, type Instant, minute } from "../../../src/domain/time/instant.ts";
import type { Practice } from "../../../src/practice/practice.ts";
import { mail } from "../../builders/mail.ts";
import { agreedWith } from "../../builders/policy.ts";
import { passphrase, testDoor, testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";
import { crashImage } from "../../builders/stored-practice.ts";
import { byPrograms, type Event, outcomes } from "./any-history.ts";

/** A reply as it was handed to the mail server, and what held at that moment. */
interface HandedOver {
  readonly reply: OutgoingReply;
  readonly region: Region;
  /** The client it went to had opted out of automatic replies. */
  readonly optedOut: boolean;
}

/** What happened, as somebody beside the therapist would have written it down. */
export interface Lived {
  readonly folder: string;
  readonly now: Instant;
  readonly received: readonly InboundMessage[];
  readonly fromPrograms: ReadonlySet<string>;
  readonly handedOver: readonly HandedOver[];
  readonly sent: readonly OutgoingReply[];
  /** The words of every reply that the therapist wrote. */
  readonly written: readonly string[];
  /** Messages that every list of the inbox shows, after the last event. */
  readonly shown: readonly string[];
  /** How many messages had been received and how many could be seen, after each event. */
  readonly seen: readonly { readonly received: number; readonly shown: number }[];
}

const evenings = [{ start: "18:00", end: "23:00" }];

/** Lives through the events on a real practice in New York, from `start` on. */
export async function live(start: Instant, events: readonly Event[]): Promise<Lived> {
  const founded = await testPractice({ now: new Date(start).toISOString() });
  const { clock, email, accountId, notices } = founded;
  let { folder, door } = founded;
  let practice: Practice = founded.practice;
  value(
    practice.clients.add({
      preferredName: "Jo",
      language: "es",
      emails: ["jo@example.org"],
      urgent: false,
      optedOut: false,
    }),
  );
  const clientNamed = (name: string) => practice.clients.list().find(({ preferredName }) => preferredName === name);
  const maya = () => clientNamed("Maya")?.id ?? "";

  const received: InboundMessage[] = [];
  const fromPrograms = new Set<string>();
  const handedOver: HandedOver[] = [];
  const written: string[] = [];
  const seen: { received: number; shown: number }[] = [];
  const send = email.send.bind(email);
  email.send = (settings, reply) => {
    handedOver.push({
      reply,
      region: practice.settings().practice.region,
      optedOut: practice.clients.list().some((client) => client.optedOut && client.emails.includes(reply.to)),
    });
    return send(settings, reply);
  };
  const open = async (from: string) => {
    folder = from;
    door = testDoor(folder, clock, email, notices);
    value(await door.unlock(passphrase));
    const opened = door.practice();
    if (opened === null) throw new Error("The practice did not open.");
    practice = opened;
  };
  const receive = (message: InboundMessage) => {
    received.push(message);
    email.inlet(accountId).receive(message);
  };
  const wall = (at: Instant) => new Date(at - 5 * hour).toISOString().slice(0, 16);
  const shown = () => {
    const { surfaced, held, unknown, snoozed, blocked, archived } = practice.inbox.list();
    return [surfaced, held, unknown, snoozed, blocked, archived].flat().map(({ id }) => id);
  };

  for (const one of events) {
    const now = clock.now();
    switch (one.kind) {
      case "mail": {
        const { sender, text, unreadable, late } = one;
        const receivedAt = now - late * minute;
        receive(mail({ sender, text, unreadable: unreadable ? "Cannot be read." : null, accountId, receivedAt }));
        break;
      }
      case "program": {
        const message = mail({ text: one.text, accountId, receivedAt: now, ...byPrograms[one.what] });
        fromPrograms.add(message.externalId);
        receive(message);
        break;
      }
      case "again": {
        const message = received[one.which];
        if (message !== undefined) email.inlet(accountId).receive(message);
        break;
      }
      case "clock":
        clock.set(now + one.by);
        break;
      case "hours":
        practice.policy.setMessageHours({
          ...weekdaysNineToFive,
          SA: one.saturday ? [{ start: "08:00", end: "10:00" }] : [],
          SU: one.evening ? [{ start: "20:00", end: "02:00" }] : [],
        });
        break;
      case "vacation":
        practice.policy.addClosure({
          id: `away-${now}`,
          kind: "vacation",
          label: "",
          firstDate: wall(now).slice(0, 10),
          lastDate: wall(now + one.days * day).slice(0, 10),
          windows: [],
          cover: null,
        });
        break;
      case "restore":
        practice.policy.restore(one.version);
        break;
      case "gate":
        practice.policy.setGate({
          nearSession: { on: one.near, hours: 2, phrases: one.all ? [] : ["running late"] },
          repeatedContact: { on: one.burst, messages: 3, minutes: 15 },
          batch: { on: one.batch, minutes: 30 },
        });
        break;
      case "strangers":
        practice.policy.setReplies({ ...practice.policy.availability().replies, toUnknownSenders: one.answered });
        break;
      case "region":
        practice.policy.setPractice({ ...practice.settings().practice, region: one.region });
        break;
      case "wording":
        for (const reason of ["closed", "vacation", "safety"] as const)
          practice.policy.setTemplate({ reason, language: "en", form: "mail", text: one.text });
        break;
      case "agree":
        practice.policy.setClientHours(
          agreedWith(
            maya(),
            { SU: evenings, MO: evenings, TU: evenings },
            { firstDate: "2026-11-01", weeklyLimit: one.limit },
          ),
        );
        break;
      case "session":
        practice.booking.book({
          clientId: maya(),
          title: "",
          start: wall(now + one.inMinutes * minute),
          durationMinutes: 50,
          repeats: one.weekly ? { unit: "week", every: 1, weekdays: [], until: null } : null,
        });
        break;
      case "cancel": {
        const [session] = practice.booking.calendar(wall(now).slice(0, 10), wall(now + 7 * day).slice(0, 10)).sessions;
        if (session !== undefined) practice.booking.cancel(session.seriesId, session.recurrenceId, "this");
        break;
      }
      case "do-not-disturb":
        practice.light.doNotDisturb(now + one.hours * hour);
        break;
      case "disturb":
        practice.light.endDoNotDisturb();
        break;
      case "client":
        practice.clients.change(maya(), {
          preferredName: "Maya",
          language: "en",
          emails: ["maya@example.org", "maya@work.example"],
          urgent: one.urgent,
          optedOut: one.optedOut,
        });
        break;
      case "block":
        practice.blocking.block(practice.inbox.list().unknown[0]?.id ?? "");
        break;
      case "unblock":
        practice.blocking.unblock("email", "stranger@example.com");
        break;
      case "surface":
        practice.inbox.surfaceNow(practice.inbox.list().held[0]?.id ?? "");
        break;
      case "by-hand": {
        const { held, surfaced } = practice.inbox.list();
        const message = [...held, ...surfaced][0];
        const view = message === undefined ? null : practice.byHand.open(message.id);
        if (message === undefined || view === null || !view.composer.ready) break;
        const text = `Thank you. This is what I wrote as number ${written.length + 1}.`;
        const leaves =
          one.atOpening && view.opening !== null
            ? ({ kind: "opening", shown: view.opening } as const)
            : ({ kind: "now" } as const);
        const kept = practice.byHand.send({
          messageId: message.id,
          text,
          to: view.composer.addresses[0] ?? "",
          leaves,
        });
        if (kept.ok) written.push(text);
        break;
      }
      case "take-back":
        practice.byHand.takeBack(practice.inbox.today().waitingToLeave[0]?.id ?? "");
        break;
      case "sending": {
        const outcome = outcomes[one.outcome];
        if (outcome !== undefined) email.outcomes.push(outcome);
        break;
      }
      case "restart":
        await door.shut();
        await open(folder);
        break;
      case "crash": {
        const image = crashImage(folder);
        await door.shut();
        await open(image);
        break;
      }
      default:
        one satisfies never;
    }
    await door.lookNow();
    // Every view can be shown at any time.
    practice.light.now();
    practice.inbox.today();
    for (const { id } of practice.inbox.list().surfaced) practice.inbox.open(id);
    seen.push({ received: received.length, shown: new Set(shown()).size });
  }
  const all = shown();
  await door.shut();
  return { folder, now: clock.now(), received, fromPrograms, handedOver, sent: email.sent, written, shown: all, seen };
}
