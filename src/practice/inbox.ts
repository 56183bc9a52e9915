import { availabilityOf, effectiveWindows } from "../domain/availability/open-spans.ts";
import { closureInForce } from "../domain/availability/closure-in-force.ts";
import { nextOpening } from "../domain/availability/opening.ts";
import { explain } from "../domain/gate/explain.ts";
import { surface } from "../domain/gate/verdict.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import { dateOf, wallToInstant } from "../domain/time/zone.ts";
import { dateOfDay, dayOfDate } from "../domain/time/wall.ts";
import { allClients, clientById, updateClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { addVerdict, heldMessages, judgedMessage, type JudgedMessage, surfacedMessages, threadOf, unlinkedMessages, updateMessage, verdictsOf } from "../store/messages.ts";
import { recentReplies, replyById, replyTo, unsettledReplies, updateReply } from "../store/outbox.ts";
import { currentPolicy, policyVersion } from "../store/policies.ts";
import { allSeries } from "../store/series.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { gatherFacts, occurrencesIn } from "./facts.ts";
import { done, type InboxService, type MailboxService, refused } from "./practice.ts";
import { type Names, presentMessage, presentReply, presentSession, sentenceOf } from "./present.ts";
import type { InboxView, MessageDetail, TodayView, WhyView } from "./views.ts";
import type { Wake } from "./wake.ts";

const mostInList = 500;
const mostReplies = 8;

const namesIn = (db: Database): Names => new Map(allClients(db).map((client) => [client.id, client]));
const gone = () => refused("This message is not there.");

/** Reading the inbox, and what the therapist does with one message. */
export function inboxService(context: PracticeContext, wake: Wake, mailboxes: MailboxService): InboxService {
  const { db, clock, newId } = context;

  return {
    today: () => today(context, mailboxes),
    list: () => list(db),
    open: (id) => detail(context, id),

    markRead(id, read) {
      if (judgedMessage(db, id) === null) return gone();
      updateMessage(db, id, { readAt: read ? clock.now() : null });
      context.changed("messages", "light");
      return done(null);
    },

    surfaceNow(id) {
      const judged = judgedMessage(db, id);
      if (judged === null) return gone();
      if (judged.current.verdict.kind === "surface") return done(null);
      db.transaction((transaction) => {
        const now = clock.now();
        const { version, policy } = currentPolicy(transaction);
        addVerdict(transaction, {
          id: newId(),
          messageId: id,
          decidedAt: now,
          verdict: surface("by-hand", "by-hand"),
          policyVersion: version,
          facts: gatherFacts(transaction, policy, now, false),
        });
        updateMessage(transaction, id, { notifiedAt: now });
      });
      context.changed("messages", "light");
      return done(null);
    },

    archive(id, archived) {
      const judged = judgedMessage(db, id);
      if (judged === null) return gone();
      if (archived && judged.current.verdict.kind === "hold") return refused("A held message has not been read yet. Surface it first.");
      updateMessage(db, id, { archivedAt: archived ? clock.now() : null });
      context.changed("messages", "light");
      return done(null);
    },

    linkToClient(id, clientId) {
      const message = judgedMessage(db, id)?.message;
      const client = clientById(db, clientId);
      if (message === undefined) return gone();
      if (client === null) return refused("This client is not there.", "clientId");
      if (message.clientId !== null) return refused("The sender is a client already.");
      if (message.sender === "") return refused("The mail names no sender.");
      db.transaction((transaction) => {
        updateClient(transaction, { ...client, emails: [...client.emails, message.sender] });
        for (const unlinked of unlinkedMessages(transaction, message.channel, message.sender)) {
          updateMessage(transaction, unlinked.message.id, { clientId });
        }
        decideHeldAgain(context, transaction);
      });
      context.changed("messages", "clients", "light");
      void wake.now();
      return done(null);
    },

    settleReply(replyId) {
      if (replyById(db, replyId) === null) return refused("This reply is not there.");
      updateReply(db, replyId, { settledAt: clock.now() });
      context.changed("replies");
      return done(null);
    },
  };
}

function list(db: Database): InboxView {
  const names = namesIn(db);
  const views = (judged: readonly JudgedMessage[]) => judged.map((one) => presentMessage(one, names));
  const current = [...views(surfacedMessages(db, false, mostInList)), ...views(heldMessages(db))];
  return {
    surfaced: current.filter(({ section }) => section === "surfaced"),
    held: current.filter(({ section }) => section === "held"),
    unknown: current.filter(({ section }) => section === "unknown").toSorted((a, b) => b.receivedAt - a.receivedAt),
    archived: views(surfacedMessages(db, true, mostInList)),
  };
}

function detail({ db, clock }: PracticeContext, id: string): MessageDetail | null {
  const judged = judgedMessage(db, id);
  if (judged === null) return null;
  const names = namesIn(db);
  const { message } = judged;
  return {
    ...presentMessage(judged, names),
    text: message.text,
    unreadable: message.unreadable,
    attachments: message.attachments,
    why: why(db, judged, names, clock.now()),
    thread: threadOf(db, message).map((one) => presentMessage(one, names)),
  };
}

/** Why it surfaced or is held, in the words and by the policy that were in force when it was decided. */
function why(db: Database, { message, current }: JudgedMessage, names: Names, now: Instant): WhyView {
  const policy = policyThen(db, current.policyVersion);
  const availability = availabilityOf(policy);
  const { zone, locale } = policy.practice;
  const say = (at: Instant) => sayInstant(at, now, zone, locale);
  const history = verdictsOf(db, message.id);
  const closure = closureInForce(availability, current.decidedAt);
  const reply = replyTo(db, message.id);
  return {
    sentence: sentenceOf(history, policy, now),
    rule: current.verdict.rule,
    policyVersion: current.policyVersion,
    decidedAt: current.decidedAt,
    windows: effectiveWindows(availability, dateOf(current.decidedAt, zone)),
    closure: closure === null ? null : closure.label || closure.kind,
    reply: reply === null ? null : presentReply(reply, names),
    history: history.map(({ decidedAt, verdict, policyVersion: version }) => ({ decidedAt, sentence: explain(verdict, say), policyVersion: version })),
  };
}

function policyThen(db: Database, version: number): Policy {
  const stored = policyVersion(db, version);
  if (stored === null) throw new Error(`A verdict names a policy that is not there: ${version}`);
  return stored.policy;
}

function today({ db, clock }: PracticeContext, mailboxes: MailboxService): TodayView {
  const now = clock.now();
  const { policy } = currentPolicy(db);
  const { zone } = policy.practice;
  const availability = availabilityOf(policy);
  const date = dateOf(now, zone);
  const range = { start: wallToInstant(`${date}T00:00`, zone), end: wallToInstant(`${dateOfDay(dayOfDate(date) + 1)}T00:00`, zone) };
  const names = namesIn(db);
  const recurring = new Set(allSeries(db).flatMap((series) => (series.rule === null ? [] : [series.id])));
  const inbox = list(db);
  return {
    date,
    sessions: occurrencesIn(db, range).map((occurrence) => presentSession(occurrence, names, zone, recurring.has(occurrence.seriesId))),
    windows: effectiveWindows(availability, date),
    held: [...inbox.held, ...inbox.unknown.filter(({ held }) => held)],
    surfaced: inbox.surfaced.filter(({ read }) => !read),
    recentReplies: recentReplies(db, mostReplies).map((reply) => presentReply(reply, names)),
    needsYou: needsYou(db, inbox, mailboxes, nextOpening(availability, now) === null, names),
  };
}

function needsYou(db: Database, inbox: InboxView, mailboxes: MailboxService, neverOpens: boolean, names: Names): TodayView["needsYou"] {
  const boxes = mailboxes.list();
  const replies = unsettledReplies(db).map((reply) => {
    const { name, to, reason } = presentReply(reply, names);
    return {
      id: reply.id,
      kind: reply.state === "failed" ? ("reply-failed" as const) : ("reply-unconfirmed" as const),
      sentence: `${reply.state === "failed" ? "No automatic reply reached" : "It is not certain that the automatic reply reached"} ${name ?? to}. ${reason ?? ""}`.trim(),
      messageId: reply.messageId,
    };
  });
  const faults = boxes.flatMap(({ id, address, health }) =>
    health.state === "waiting" ? [{ id, kind: "channel-fault" as const, sentence: `${address}: ${health.fault.sentence}`, messageId: null }] : [],
  );
  const unknown = inbox.unknown
    .filter(({ held, read }) => !held && !read)
    .map(({ id, name }) => ({ id, kind: "unknown-sender" as const, sentence: `${name} is not one of your clients yet.`, messageId: id }));
  return [
    ...faults,
    ...replies,
    ...(boxes.length === 0 ? [{ id: "no-channel", kind: "no-channel" as const, sentence: "No mailbox is connected, so no message can arrive.", messageId: null }] : []),
    ...(neverOpens ? [{ id: "no-opening", kind: "no-opening" as const, sentence: "No message hours are in sight, so every message surfaces at once.", messageId: null }] : []),
    ...unknown,
  ];
}
