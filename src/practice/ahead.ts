import { gateStates } from "../domain/ahead/gate-states.ts";
import { momentsAhead } from "../domain/ahead/moments.ts";
import { closureInForce } from "../domain/availability/closure-in-force.ts";
import { availabilityOf, effectiveWindows } from "../domain/availability/open-spans.ts";
import { distinctContacts, reachOfContacts } from "../domain/gate/contacts.ts";
import { explain, ruleInWords } from "../domain/gate/explain.ts";
import type { GateFacts } from "../domain/gate/facts.ts";
import { decide } from "../domain/gate/gate.ts";
import type { InboundMessage } from "../domain/message/inbound.ts";
import type { Policy, PolicyVersion } from "../domain/policy/policy.ts";
import { emergencyLine, languageOfPractice } from "../domain/replies/compose.ts";
import { decideReply } from "../domain/replies/decide-reply.ts";
import type { ReplyDecision } from "../domain/replies/reply.ts";
import { sayNoReply } from "../domain/replies/say-no-reply.ts";
import { saySuppression } from "../domain/replies/say-suppression.ts";
import { segmentsOf } from "../domain/replies/segments.ts";
import type { Instant } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import { boundaryOfDay, dateAt } from "../domain/time/practice-zone.ts";
import { dateOfDay, dayOfDate } from "../domain/time/wall.ts";
import { activeAccounts } from "../store/accounts.ts";
import type { StoredClient } from "../store/clients.ts";
import { currentDoNotDisturb } from "../store/do-not-disturb.ts";
import { messagesOfClient } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import type { AheadReply, AheadView, AheadWeek, ImaginedMessage } from "./ahead-views.ts";
import type { PracticeContext } from "./context.ts";
import { gatherFacts, gatherMoment, occurrencesIn } from "./facts.ts";
import { imaginedMail, imaginedSender } from "./imagined-mail.ts";
import { keywordIn } from "./opting-out.ts";
import type { AheadService } from "./policy-services.ts";
import { done, refused } from "./outcome.ts";
import { gatherReplyFacts } from "./reply-facts.ts";

/** Looking ahead: what would happen to a message, by the functions that decide about real ones. Nothing is stored or sent. */
export function aheadService(context: PracticeContext): AheadService {
  const { db, clock } = context;
  return {
    ask(imagined) {
      const { from } = imagined;
      const client = imaginedSender(db, from);
      return client === null && from.kind === "client"
        ? refused("This client is not there.", "from")
        : done(askAbout(context, imagined, client));
    },
    week(firstDate, clientId) {
      const { policy } = currentPolicy(db);
      return {
        days: weekOf(context, policy, firstDate, clientId),
        moments: momentsAhead(policy, clock.now()),
      };
    },
  };
}

function weekOf(
  { db }: PracticeContext,
  policy: Policy,
  firstDate: string,
  clientId: string | null,
): AheadWeek["days"] {
  const zones = availabilityOf(policy);
  const first = dayOfDate(firstDate);
  const asked = {
    policy,
    booked: (range: { readonly start: Instant; readonly end: Instant }) => occurrencesIn(db, range),
    doNotDisturb: currentDoNotDisturb(db),
    clientId,
  };
  return Array.from({ length: 7 }, (_, index) => {
    const start = boundaryOfDay(zones, first + index, 0);
    const end = boundaryOfDay(zones, first + index + 1, 0);
    const stretches = start < end ? gateStates(asked, { start, end }) : [];
    return { date: dateOfDay(first + index), start, end, stretches };
  });
}

function askAbout(context: PracticeContext, imagined: ImaginedMessage, client: StoredClient | null): AheadView {
  const { db } = context;
  const { at } = imagined;
  const { version, policy }: PolicyVersion = currentPolicy(db);
  const availability = availabilityOf(policy);
  const account = activeAccounts(db)[0]?.settings ?? { address: "practice@example.org", aliases: [] };
  const message = imaginedMail(imagined, client, account.address);
  const facts = factsAbout(context, policy, message, client, at);
  const verdict = decide(message, facts, policy);
  const keyword = keywordIn(context, db, message, client, at);
  const gathered = gatherReplyFacts(db, context.words, {
    message: { ...message, id: "imagined", keyword, storedAt: at },
    verdict,
    gate: facts,
    client,
    account,
    policy,
    now: at,
    historyUntil: at,
  });
  // What is asked about is not among the stored messages, which these two are counted from.
  const reply = decideReply(
    {
      ...gathered,
      optOut: { ...gathered.optOut, unclear: gathered.optOut.unclear || keyword === "unclear" },
      alikeInHour: message.channel === "email" ? 0 : gathered.alikeInHour + 1,
    },
    policy,
  );
  const closure = closureInForce(availability, at);
  return {
    at,
    verdict: verdict.kind,
    until: verdict.kind === "hold" ? verdict.until : null,
    sentence: explain(verdict, (instant) => sayInstant(instant, at, availability, policy.practice.locale)),
    rule: ruleInWords(verdict.rule),
    policyVersion: version,
    windows: effectiveWindows(availability, dateAt(availability, at)),
    closure: closure === null ? null : closure.label || closure.kind,
    reply: presentAnswer(context, policy, client, message, reply, sayNoReply(verdict, keyword)),
  };
}

/** What the gate would be told: what is stored, and this message as one more contact of the client's. */
function factsAbout(
  { db }: PracticeContext,
  policy: Policy,
  message: InboundMessage,
  client: StoredClient | null,
  at: Instant,
): GateFacts {
  const facts = gatherFacts(db, policy, gatherMoment(db, policy, at), { ...message, client });
  const reach = reachOfContacts(policy, at);
  if (client === null || reach === null) return facts;
  const before = messagesOfClient(db, client.id, reach).filter(({ receivedAt }) => receivedAt <= at);
  return { ...facts, contacts: distinctContacts([...before, message]) };
}

function presentAnswer(
  { words }: PracticeContext,
  policy: Policy,
  client: StoredClient | null,
  { channel }: InboundMessage,
  decision: ReplyDecision,
  noReply: string,
): AheadReply {
  switch (decision.kind) {
    case "none":
      return { kind: "none", sentence: noReply };
    case "suppressed":
      return { kind: "none", sentence: saySuppression(decision.suppression) };
    case "send": {
      const { reply, subject, text } = decision;
      const language = client?.language ?? languageOfPractice(policy);
      const form = channel === "email" ? "mail" : "text";
      return {
        kind: "send",
        reply,
        language,
        subject,
        text,
        emergencyLine: emergencyLine(policy, form, words[language]),
        segments: form === "text" ? segmentsOf(text) : null,
      };
    }
    default:
      return decision satisfies never;
  }
}
