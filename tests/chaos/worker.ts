import { z } from "zod";
import { composeApp, migrationsOfSources } from "../../src/host/compose-app.ts";
import { noVault } from "../../src/host/no-vault.ts";
import { emailAccountSchema } from "../../src/channels/email/account.ts";
import { steps } from "../../src/practice/steps.ts";
import { value, weekdaysNineToFive } from "../builders/values.ts";
import { movableClock } from "../harness/clock.ts";

/*
 * The app without its window, as a process of its own that can be killed. It is told by messages what to do and answers
 * each with what it found; at the step named by `stopAt` it kills itself, in the middle of whatever it was doing.
 */

const order = z.discriminatedUnion("do", [
  z.object({ do: z.literal("found"), account: emailAccountSchema }),
  z.object({ do: z.literal("unlock") }),
  z.object({ do: z.literal("clock"), now: z.number() }),
  z.object({ do: z.literal("report") }),
]);

const [folder = "", start = "0", stopAt = ""] = process.argv.slice(2);
const fatalStep = steps.find((step) => step === stopAt) ?? null;
const passphrase = "correct horse battery staple";
const clock = movableClock(Number(start));
let notices = 0;

const { door } = composeApp({
  host: "browser",
  folder,
  screensFolder: folder,
  migrationsFolder: migrationsOfSources,
  version: "0.0.0-test",
  clock,
  vault: noVault,
  keyStrength: { cost: 1024, blockSize: 8, parallel: 1 },
  notifier: {
    show: async () => {
      notices += 1;
    },
  },
  step(step) {
    if (step === fatalStep) process.kill(process.pid, "SIGKILL");
  },
  log: (line) => console.error(line),
});

async function follow(given: z.infer<typeof order>): Promise<unknown> {
  switch (given.do) {
    case "found": {
      value(
        await door.create({
          practice: { name: "J. Kim", zone: "America/New_York", locale: "en-US", region: "US" },
          messageHours: weekdaysNineToFive,
          passphrase,
          unlockWithComputer: false,
        }),
      );
      const practice = openPractice();
      value(practice.policy.setReplies({ ...practice.policy.availability().replies, toUnknownSenders: true }));
      value(practice.mailboxes.connect(given.account));
      return null;
    }
    case "unlock":
      value(await door.unlock(passphrase));
      return null;
    case "clock":
      clock.set(given.now);
      return null;
    case "report": {
      const { light, inbox, mailboxes } = openPractice();
      const { unknown } = inbox.list();
      const pending = inbox.today().recentReplies.filter(({ state }) => state === "queued" || state === "sending");
      return {
        health: mailboxes.list()[0]?.health.state,
        until: light.now().until,
        messages: unknown.length,
        held: unknown.filter(({ held }) => held).length,
        pending: pending.length,
        notices,
      };
    }
    default:
      return given satisfies never;
  }
}

function openPractice() {
  const practice = door.practice();
  if (practice === null) throw new Error("The practice is not open.");
  return practice;
}

process.on("message", (message) => {
  void follow(order.parse(message)).then(
    (found) => process.send?.({ ok: true, found }),
    (error: unknown) => process.send?.({ ok: false, error: String(error) }),
  );
});
process.send?.({ ok: true, found: "ready" });
