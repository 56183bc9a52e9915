import { zoneDataVersion } from "../domain/time/zone.ts";
import { listBackups } from "../store/database.ts";
import { currentPolicy } from "../store/policies.ts";
import { acknowledgedAt } from "../store/practice.ts";
import { aheadService } from "./ahead.ts";
import { auditService } from "./audit.ts";
import { blockingService } from "./blocking.ts";
import { bookingService } from "./booking.ts";
import { byHandService } from "./by-hand.ts";
import { clientService } from "./clients.ts";
import { communicationPolicyService } from "./communication-policy.ts";
import type { PracticeContext } from "./context.ts";
import { inboxService } from "./inbox.ts";
import { lightService } from "./light.ts";
import { mailboxService } from "./mailboxes.ts";
import { outboxSender } from "./outbox-sender.ts";
import { optingOutService } from "./opting-out.ts";
import { policyService } from "./policy-changes.ts";
import type { Practice } from "./practice.ts";
import { simulatorService } from "./simulator.ts";
import { snoozeService } from "./snooze.ts";
import { vacationService } from "./vacations.ts";
import { startWake } from "./wake.ts";

/** An open practice, with what only its keeper may do. */
export interface RunningPractice extends Practice {
  /** After sleep, resume, a change of clock or network: look at everything at once. */
  lookNow(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts the services together, settles what a crash left behind, and starts to watch, wait and send. */
export function openPractice(context: PracticeContext): RunningPractice {
  const { db, files, version } = context;
  const outbox = outboxSender(context);
  const wake = startWake(context, outbox);
  const mailboxes = mailboxService(context);
  const policy = policyService(context, wake);
  const simulator = simulatorService(context, wake);
  mailboxes.start(wake);
  void wake.now();
  return {
    light: lightService(context, wake, policy, mailboxes),
    inbox: inboxService(context, wake, mailboxes),
    booking: bookingService(context, wake),
    clients: clientService(context, wake),
    policy,
    ahead: aheadService(context),
    audit: auditService(context),
    simulator,
    mailboxes,
    byHand: byHandService(context, wake),
    snooze: snoozeService(context, wake),
    communicationPolicy: communicationPolicyService(context, mailboxes),
    blocking: blockingService(context, wake),
    optingOut: optingOutService(context),
    vacations: vacationService(context, wake),
    settings: () => ({
      practice: currentPolicy(db).policy.practice,
      acknowledgedAt: acknowledgedAt(db),
      mailboxes: mailboxes.list(),
      dataFolder: files.folder,
      backups: listBackups(files),
      version,
      timeZoneData: zoneDataVersion,
    }),
    lookNow() {
      mailboxes.wakeAll();
      return wake.now();
    },
    async stop() {
      simulator.stop();
      try {
        await mailboxes.stop();
      } finally {
        await wake.stop();
      }
    },
  };
}
