import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { saySuppression } from "../../../src/domain/replies/say-suppression.ts";
import { aliasAddress, type Case, letterOf, officeAddress, rules } from "../../builders/automatic-mail-cases.ts";
import type { Letter } from "../../builders/letter.ts";
import { value } from "../../builders/practice.ts";
import {
  headerOf,
  type MailServers,
  mailServers,
  readMailbox,
  serversMissing,
  titleWithServers,
} from "../../servers/index.ts";
import { file, post } from "./posting.ts";
import { automaticReplies, becomes, type PracticeOnMail, practiceOnMail } from "./practice-on-mail.ts";

// A Saturday night in New York, before the real time that the mail servers stamp; the practice opens on Monday at 9:00.
const saturdayAt0210 = Date.parse("2025-11-15T07:10:00Z");
const mondayAt9 = Date.parse("2025-11-17T14:00:00Z");

const ownAddresses = ["therapist@test.local", aliasAddress, officeAddress];
let clients = 0;

const ownLetter = (id: string, one: Case) => letterOf(id, one, one.from ?? `client-${(clients += 1)}@test.local`);

const letters = rules.map(({ id, silent, answered, ...rule }) => ({
  id,
  ...rule,
  silent: silent.map((one) => ownLetter(id, one)),
  answered: answered.map((one) => ownLetter(id, one)),
}));
const authors = new Set(letters.flatMap(({ silent, answered }) => [...silent, ...answered]).map(({ from }) => from));
const clientAddresses = [...authors]
  .map((address) => address.toLowerCase())
  .filter((address) => !ownAddresses.includes(address));
const neighbour = "neighbour@test.local";
const latecomer = "latecomer@test.local";

describe.skipIf(serversMissing !== null)(titleWithServers("automatic mail on real mail servers"), () => {
  let servers: MailServers;
  let app: PracticeOnMail;
  const silent = new Set<string>();

  beforeAll(async () => {
    servers = await mailServers({ mailboxes: [aliasAddress, officeAddress, neighbour, latecomer, ...clientAddresses] });
    app = await practiceOnMail(servers, { now: saturdayAt0210, aliases: [aliasAddress] });
    value(app.practice.mailboxes.connect({ ...servers.account, address: officeAddress, username: officeAddress }));
    await vi.waitUntil(() => app.practice.mailboxes.list().every(({ health }) => health.state === "watching"), 20_000);
    for (const address of [...clientAddresses, neighbour, latecomer]) app.addClient(address, [address]);
  });

  afterAll(async () => {
    await app.stop();
    await servers.stop();
  });

  const arrive = (letter: Letter & Pick<Case, "filed">) =>
    letter.filed === undefined
      ? post(servers, letter)
      : file(servers, letter, { ...letter.filed, receivedAt: saturdayAt0210 });

  test.each(letters)("$id: no answer to $says, but one to what only looks like it", async (rule) => {
    for (const { from } of rule.silent) silent.add(from);
    await Promise.all([...rule.silent, ...rule.answered].map(arrive));
    const fates = () =>
      Object.fromEntries([...rule.silent, ...rule.answered].map(({ subject }) => [subject, app.fate(subject)]));
    const suppressed = { held: true, reply: "suppressed", reason: saySuppression(rule.because) };
    const sent = { held: true, reply: "sent", reason: null };
    await becomes(
      fates,
      Object.fromEntries([
        ...rule.silent.map(({ subject }) => [subject, suppressed]),
        ...rule.answered.map(({ subject }) => [subject, sent]),
      ]),
    );
    for (const { subject } of [...rule.silent, ...rule.answered]) {
      expect(app.messages({ subject })).toMatchObject([{ held: true, until: mondayAt9, why: { rule: "closed" } }]);
    }
    for (const { from, subject } of rule.answered) {
      await becomes(async () => (await automaticReplies(servers, from)).length, 1);
      const [raw = ""] = await automaticReplies(servers, from);
      expect(headerOf(raw, "In-Reply-To"), subject).toBe(`<${encodeURIComponent(subject)}@mail.test.local>`);
      expect(raw, subject).toContain("911");
    }
  });

  test("E1, E2, E5, E10: a real bounce of a mail the therapist wrote gets no answer", async () => {
    await post(servers, { from: ownAddresses[0] ?? "", subject: "To nobody", arrivesAt: "nobody@test.local" });
    const bounce = "Mail delivery failed: returning message to sender";
    await becomes(() => app.fate(bounce), {
      held: true,
      reply: "suppressed",
      reason: saySuppression("automatic-mail"),
    });
    const raw = (await readMailbox(servers, ownAddresses[0])).at(-1) ?? "";
    expect(headerOf(raw, "Return-Path")).toBe("<>");
    expect(headerOf(raw, "From")).toMatch(/mailer-daemon@test\.local/i);
    expect(headerOf(raw, "Content-Type")).toMatch(/^multipart\/report;/);
  });

  test("E11: what lies in the junk folder is not even looked at", async () => {
    const letter = { from: neighbour, headers: [`Return-Path: <${neighbour}>`] };
    await file(
      servers,
      { ...letter, subject: "In the junk folder" },
      { mailbox: "Junk", flags: [], receivedAt: saturdayAt0210 },
    );
    await file(servers, { ...letter, subject: "In the inbox" }, { receivedAt: saturdayAt0210 });
    await becomes(() => app.fate("In the inbox"), { held: true, reply: "sent", reason: null });
    expect(app.messages({ subject: "In the junk folder" })).toEqual([]);
  });

  test("after all of that nobody who was to get no answer has got one", async () => {
    await post(servers, { from: latecomer, subject: "The last" });
    await becomes(async () => (await automaticReplies(servers, latecomer)).length, 1);
    for (const address of silent) {
      const answers = await automaticReplies(servers, address.toLowerCase());
      expect(
        answers.filter((raw) => headerOf(raw, "From")?.includes("therapist@test.local")),
        address,
      ).toEqual([]);
    }
    expect(app.notices).toEqual([]);
  });
});
