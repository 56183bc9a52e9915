import { describe, expect, onTestFinished, test } from "vitest";
import { seriesTable } from "../../../src/store/schema.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { passphrase, testDoor, testPractice, type TestPractice, value } from "../../builders/practice.ts";
import { storedPractice } from "../../builders/stored-practice.ts";

// Saturday 28 November 2026, 02:10 in New York; the practice opens on Monday at 9:00.
const saturdayAt0210 = "2026-11-28T07:10:00Z";

/** The practice with an appointment in it that no code of ours could have written, behind a new door. */
async function withBrokenSeries(founded: TestPractice) {
  await founded.door.shut();
  const database = await storedPractice(founded.folder);
  database.db
    .insert(seriesTable)
    .values({
      id: "broken",
      clientId: null,
      title: "Maya's secret",
      start: "2026-11-30T10:00",
      zone: "No/Where",
      durationMinutes: 50,
      rule: "FREQ=NEVER",
      createdAt: 0,
    })
    .run();
  database.close();
  const logged: string[] = [];
  const door = testDoor(founded.folder, founded.clock, founded.email, founded.notices, undefined, {
    log: (line) => logged.push(line),
  });
  onTestFinished(() => door.shut());
  value(await door.unlock(passphrase));
  const practice = door.practice();
  if (practice === null) throw new Error("The practice did not open.");
  return { door, practice, logged };
}

describe("a fault of the app", () => {
  test("keeps no message from being stored: what cannot be decided surfaces, and says why", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    const { practice, logged } = await withBrokenSeries(founded);
    founded.email.inlet().receive({ ...(await founded.arrive()), externalId: "<second@example.org>", text: "another" });
    const { surfaced } = practice.inbox.list();
    expect(surfaced).toHaveLength(2);
    expect(practice.inbox.open(surfaced[0]?.id ?? "")?.why).toMatchObject({
      rule: "undecided",
      sentence: "Surfaced: the app made a mistake while deciding about it.",
    });
    expect(logged.join()).not.toContain("Maya");
    expect(logged.length).toBeGreaterThan(0);
  });

  test("keeps no message held", async () => {
    const founded = await testPractice({ now: saturdayAt0210 });
    await founded.arrive();
    const { practice, door } = await withBrokenSeries(founded);
    founded.clock.set(Date.parse("2026-11-30T14:00:00Z"));
    await door.lookNow();
    expect(practice.inbox.list()).toMatchObject({ held: [], surfaced: [{ name: "Maya" }] });
    expect(founded.notices).toHaveLength(1);
  });

  test("in writing the answer leaves the message held and unanswered, and says so", async () => {
    const logged: string[] = [];
    const broken = {
      ...replyWords.en,
      get subject(): string {
        throw new Error("broken words");
      },
    };
    const words = { ...replyWords, en: broken };
    const { practice, arrive, email } = await testPractice({
      now: saturdayAt0210,
      parts: { words, log: (line) => logged.push(line) },
    });
    await arrive();
    const [held] = practice.inbox.list().held;
    expect(practice.inbox.open(held?.id ?? "")?.why.reply).toMatchObject({
      state: "suppressed",
      reason: "The app made a mistake while writing the answer.",
    });
    expect(email.sent).toEqual([]);
    expect(logged).toHaveLength(1);
  });
});

describe("what a client is called and writes", () => {
  const canaries = ["Wilhelmina", "wilhelmina", "canary-subject", "canary-text", "canary-file"];

  test("never comes into the log or a notification, whatever goes wrong", async () => {
    const logged: string[] = [];
    const notices: string[] = [];
    const notifier = {
      show: async (notice: object) => {
        notices.push(JSON.stringify(notice));
        throw new Error("the desktop did not answer");
      },
    };
    const { practice, arrive, until, email, door } = await testPractice({
      now: saturdayAt0210,
      parts: { notifier, log: (line) => logged.push(line) },
    });
    value(
      practice.clients.add({
        preferredName: "Wilhelmina",
        language: "en",
        emails: ["wilhelmina@example.org"],
        urgent: false,
        optedOut: false,
      }),
    );
    const canary = {
      sender: "wilhelmina@example.org",
      senderName: "Wilhelmina",
      subject: "canary-subject",
      text: "canary-text",
      attachments: ["canary-file.pdf"],
    };
    email.outcomes.push(
      async () => {
        throw Object.assign(new Error("550 <wilhelmina@example.org>: canary-text"), {
          code: "EENVELOPE",
          response: "wilhelmina@example.org",
        });
      },
      { kind: "failed", fault: { code: "rejected", sentence: "No such address." } },
    );
    await arrive(canary);
    await arrive({ ...canary, text: "canary-text I want to die" });
    await arrive({ ...canary, unreadable: "This mail could not be read." });
    await until("2026-11-30T14:00:00Z");
    await door.lookNow();
    expect(notices.length).toBeGreaterThan(1);
    expect(logged.length).toBeGreaterThan(1);
    for (const line of [...logged, ...notices]) for (const word of canaries) expect(line).not.toContain(word);
  });
});
