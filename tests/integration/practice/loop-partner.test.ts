import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { saySuppression } from "../../../src/domain/replies/say-suppression.ts";
import {
  brokenResponder,
  clientAddress,
  headerOf,
  type MailServers,
  mailServers,
  readMailbox,
  sieveMissing,
  therapistAddress,
  titleWithServers,
  useSieveScript,
} from "../../servers/index.ts";
import { post } from "./posting.ts";
import { automaticReplies, becomes, fateOf, type PracticeOnMail, practiceOnMail } from "./practice-on-mail.ts";

// In New York, before the real time that the mail servers stamp.
const saturdayAt0210 = Date.parse("2025-11-15T07:10:00Z");
const evenings = ["17", "18", "19", "20", "21"].map((date) => Date.parse(`2025-11-${date}T22:30:00Z`));
const nextSaturday = ["01", "02", "03", "04"].map((hour) => Date.parse(`2025-11-22T${hour}:30:00-05:00`));

const forwarder = "forwarder@test.local";
const careless = "careless@test.local";
const alarmed = "alarmed@test.local";
const neighbour = "neighbour@test.local";

const answeredOnce = { held: true, reply: "sent", reason: null };
const suppressed = (because: Parameters<typeof saySuppression>[0]) => ({
  held: true,
  reply: "suppressed",
  reason: saySuppression(because),
});

describe.skipIf(sieveMissing !== null)(titleWithServers("a partner that answers by itself", sieveMissing), () => {
  let servers: MailServers;
  let app: PracticeOnMail;

  beforeAll(async () => {
    servers = await mailServers({ mailboxes: [forwarder, careless, alarmed, neighbour], sieve: true });
    app = await practiceOnMail(servers, { now: saturdayAt0210 });
    app.addClient("Maya", [clientAddress]);
    app.addClient("Noah", [forwarder]);
    app.addClient("Ben", [careless]);
    app.addClient("Eva", [alarmed]);
  });

  afterAll(async () => {
    await app.stop();
    await servers.stop();
  });

  const subjectsFrom = (address: string) => app.messages({ address }).map(({ subject }) => subject);
  const repliesTo = async (address: string) => (await automaticReplies(servers, address)).length;
  const mailsTo = async (address: string) => (await readMailbox(servers, address)).length;

  /** A mail that goes the whole way after all others: what was on its way before it has arrived when it is there. */
  const settle = async (sign: string) => {
    await post(servers, { from: neighbour, subject: sign });
    await becomes(() => app.fate(sign)?.reply, "suppressed");
  };

  describe("a vacation responder without a memory", () => {
    const to = `To: ${clientAddress}`;
    const rounds = ["one", "two", "three", "four", "five"];

    beforeAll(() =>
      useSieveScript(
        servers,
        clientAddress,
        'require ["vacation", "vacation-seconds"];\r\nvacation :seconds 0 "I am on holiday.";\r\n',
      ),
    );

    test("our reply at 02:10 is not answered, in five rounds, while it answers every other mail", async () => {
      for (const [at, round] of rounds.entries()) {
        await post(servers, { from: clientAddress, subject: `Round ${round}` });
        await becomes(() => app.fate(`Round ${round}`), at === 0 ? answeredOnce : suppressed("already-told"));
        await becomes(() => repliesTo(clientAddress), 1);
        await post(servers, { from: neighbour, subject: `Knock ${round}`, arrivesAt: clientAddress, headers: [to] });
        await becomes(() => mailsTo(neighbour), at + 1);
      }
      const answers = await readMailbox(servers, neighbour);
      expect(answers.map((raw) => headerOf(raw, "Auto-Submitted"))).toEqual(
        rounds.map(() => "auto-replied (vacation)"),
      );
      await settle("After five rounds");
      expect(subjectsFrom(clientAddress)).toEqual(rounds.map((round) => `Round ${round}`));
      expect(await repliesTo(clientAddress)).toBe(1);
    });

    test("what it answers to a mail the therapist wrote is held, and is not answered", async () => {
      for (const [at, round] of rounds.entries()) {
        const letter = { from: therapistAddress, subject: `By hand ${round}`, arrivesAt: clientAddress };
        await post(servers, { ...letter, headers: [to] });
        await becomes(() => app.fate(`Auto: By hand ${round}`), suppressed("automatic-mail"));
        expect(subjectsFrom(clientAddress)).toHaveLength(rounds.length + at + 1);
      }
      await settle("After five letters");
      expect(await repliesTo(clientAddress)).toBe(1);
      expect(subjectsFrom(clientAddress)).toHaveLength(2 * rounds.length);
    });
  });

  test("a client whose mailbox sends everything back is answered once, and the reply that comes back is not", async () => {
    await useSieveScript(servers, forwarder, `require ["copy"];\r\nredirect :copy "${therapistAddress}";\r\n`);
    for (const subject of ["Sent back", "Sent back again", "Sent back once more"]) {
      await post(servers, { from: forwarder, subject });
      await becomes(() => app.fate(subject)?.reply, subject === "Sent back" ? "sent" : "suppressed");
    }
    // It comes from ourselves, by its From.
    await becomes(
      () => app.messages({ address: therapistAddress }).map((message) => fateOf(message)?.reason),
      [suppressed("automatic-mail").reason],
    );
    await settle("After what was sent back");
    expect(app.messages({ address: therapistAddress })).toHaveLength(1);
    expect(await repliesTo(forwarder)).toBe(1);
    expect(subjectsFrom(forwarder)).toHaveLength(3);
  });

  test("a responder that keeps no rule is answered once a closed period, in five nights with five mails each", async () => {
    const responder = await brokenResponder(servers, careless, (text) => `I am away. You wrote: ${text.slice(0, 6)}`);
    try {
      for (const [at, evening] of evenings.entries()) {
        app.clock.set(evening);
        const subject = `Night ${at + 1}`;
        await post(servers, { from: careless, subject });
        await becomes(() => app.fate(subject), answeredOnce);
        const more = ["second", "third", "fourth", "fifth"].map((mail) => `${subject}, ${mail} mail`);
        await Promise.all(more.map((again) => post(servers, { from: careless, subject: again })));
        await becomes(
          () => more.map(app.fate),
          more.map(() => suppressed("already-told")),
        );
        // The reply of this night was answered at once, and that answer was not.
        await becomes(() => responder.answered.length, at + 1);
        await becomes(() => subjectsFrom(careless).length, (at + 1) * 6);
        await settle(`After night ${at + 1}`);
        expect(app.messages({ address: careless }).filter(({ why }) => why.reply?.state === "sent")).toHaveLength(
          at + 1,
        );
        expect(await repliesTo(careless)).toBe(at + 1);
        expect(responder.answered).toHaveLength(at + 1);
      }
    } finally {
      await responder.stop();
    }
  });

  test("a responder whose every word is an alarm surfaces every time, and still the exchange ends at once, hour by hour", async () => {
    const responder = await brokenResponder(servers, alarmed, (text) => `I want to die.\n> ${text}`);
    const mostInAnHour = app.practice.policy.availability().replies.mostPerSenderPerHour;
    let written = 0;
    try {
      for (const hour of nextSaturday) {
        app.clock.set(hour);
        const before = await repliesTo(alarmed);
        for (const subject of ["I want to die", "suicide"]) {
          await post(servers, { from: alarmed, subject: `${subject} ${(written += 1)}` });
          await becomes(() => app.fate(`${subject} ${written}`)?.held, false);
        }
        // Every reply came and was answered, every answer is stored, surfaced and judged: nothing is on its way.
        await becomes(
          async () => {
            const messages = app.messages({ address: alarmed });
            const replies = await repliesTo(alarmed);
            const open = messages.filter((message) => fateOf(message) === null || message.held);
            const sent = messages.filter(({ why }) => why.reply?.state === "sent");
            return {
              open,
              unanswered: replies - responder.answered.length,
              lost: sent.length - replies,
              more: messages.length - written - replies,
            };
          },
          { open: [], unanswered: 0, lost: 0, more: 0 },
        );
        await settle(`After ${new Date(hour).toISOString()}`);
        const inThisHour = (await repliesTo(alarmed)) - before;
        expect(inThisHour).toBeGreaterThan(0);
        expect(inThisHour).toBeLessThanOrEqual(mostInAnHour);
        expect(subjectsFrom(alarmed)).toHaveLength(written + (await repliesTo(alarmed)));
      }
    } finally {
      await responder.stop();
    }
  });
});
