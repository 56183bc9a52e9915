import { factsOfMoment } from "../domain/gate/moment.ts";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import { nextOpening } from "../domain/availability/opening.ts";
import type { Policy } from "../domain/policy/policy.ts";
import { practiceLight, type PracticeLight } from "../domain/light.ts";
import { contains, type Instant } from "../domain/time/instant.ts";
import { sayInstant } from "../domain/time/say.ts";
import { clientById } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import { currentDoNotDisturb, endDoNotDisturb, startDoNotDisturb } from "../store/do-not-disturb.ts";
import { heldMessages, unreadCount } from "../store/messages.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import { decideHeldAgain } from "./decide-again.ts";
import { effectOf } from "./effect.ts";
import { gatherMoment, occurrencesIn } from "./facts.ts";
import type { MailboxService } from "./practice.ts";
import type { PolicyService } from "./policy-services.ts";
import type { LightService } from "./light-service.ts";
import { done, refused } from "./outcome.ts";
import type { LightView } from "./today-views.ts";
import type { Wake } from "./wake.ts";
import { closeTodayAt, openTodayUntil, whatCutsShort } from "./today-hours.ts";

/** The practice light and its buttons. */
export function lightService(
  context: PracticeContext,
  wake: Wake,
  policies: PolicyService,
  mailboxes: MailboxService,
): LightService {
  const { db, clock } = context;
  return {
    now: () => view(context, mailboxes),
    doNotDisturb(until) {
      const now = clock.now();
      if (until <= now) return refused("Choose a time that is still to come.", "until");
      const effect = db.transaction((transaction) => {
        endDoNotDisturb(transaction, now);
        startDoNotDisturb(transaction, context.newId(), { start: now, end: until });
        return effectOf(context, transaction, decideHeldAgain(context, transaction));
      });
      context.changed("light", "messages");
      void wake.now();
      return done({ effect });
    },
    endDoNotDisturb() {
      const effect = db.transaction((transaction) => {
        endDoNotDisturb(transaction, clock.now());
        return effectOf(context, transaction, decideHeldAgain(context, transaction));
      });
      context.changed("light", "messages");
      void wake.now();
      return done({ effect });
    },
    closeEarly() {
      const change = closeTodayAt(currentPolicy(db).policy, clock.now(), context.newId());
      return change.ok ? policies.addClosure(change.value) : change;
    },
    openUntil(until) {
      const change = openTodayUntil(currentPolicy(db).policy, clock.now(), until, context.newId());
      if (!change.ok) return change;
      const opened = policies.addClosure(change.value);
      if (!opened.ok) return opened;
      const cut = whatCutsShort(currentPolicy(db).policy, clock.now(), until);
      if (cut === null) return opened;
      const { effect } = opened.value;
      return done({ ...opened.value, effect: effect === null ? cut : `${cut} ${effect}` });
    },
  };
}

function view({ db, clock }: PracticeContext, mailboxes: MailboxService): LightView {
  const now = clock.now();
  const { policy } = currentPolicy(db);
  const { practice } = policy;
  const facts = factsOfMoment(gatherMoment(db, policy, now));
  const light = practiceLight(policy, facts);
  const held = heldMessages(db);
  const doNotDisturb = currentDoNotDisturb(db);
  return {
    state: light.state,
    sentence: sentence(light, db, now, policy),
    until: light.until,
    heldCount: held.length,
    unreadCount: unreadCount(db),
    now,
    zone: practice.zone,
    travel: policy.travel,
    locale: practice.locale,
    practiceName: practice.name,
    can: {
      closeEarly: closeTodayAt(policy, now, "asking").ok,
      openUntil: light.state === "closed",
      doNotDisturb: light.state !== "do-not-disturb" && nextOpening(availabilityOf(policy), now) !== null,
      endDoNotDisturb: doNotDisturb !== null && contains(doNotDisturb, now),
    },
    channel: channelState(mailboxes),
  };
}

function sentence({ state, until, cover }: PracticeLight, db: Database, now: Instant, policy: Policy): string {
  const at = until === null ? null : sayInstant(until, now, availabilityOf(policy), policy.practice.locale);
  switch (state) {
    case "open":
      return at === null ? "Open" : `Open until ${at}`;
    case "in-session": {
      const name = nameInSession(db, now);
      return `In session${name === null ? "" : ` with ${name}`} until ${at}`;
    }
    case "do-not-disturb":
      return `Do not disturb until ${at}`;
    case "closed":
      return at === null ? "Closed, with no message hours in sight" : `Closed until ${at}`;
    case "away":
      return `Away${at === null ? "" : ` until ${at}`}${cover === null ? "" : ` (${cover} covers)`}`;
    default:
      return state satisfies never;
  }
}

/** Only the initial: a screen may be seen by whoever sits in the room. */
function nameInSession(db: Database, now: Instant): string | null {
  const running = occurrencesIn(db, { start: now, end: now + 1 }).find((occurrence) => occurrence.clientId !== null);
  const clientId = running?.clientId ?? null;
  const client = clientId === null ? null : clientById(db, clientId);
  return client === null ? null : `${client.preferredName.slice(0, 1)}.`;
}

function channelState(mailboxes: MailboxService): LightView["channel"] {
  const all = mailboxes.list();
  if (all.length === 0) return { state: "none" };
  const faulty = all.find(({ health }) => health.state === "waiting");
  return faulty?.health.state === "waiting"
    ? { state: "fault", sentence: `${faulty.address}: ${faulty.health.fault.sentence}` }
    : { state: "working" };
}
