import type { Page } from "@playwright/test";
import { ImapFlow } from "imapflow";
import { clientAddress, mailPassword, type MailServers, therapistAddress } from "../servers/index.ts";

/*
 * A week in the life of an invented practice, made through the app's own API and real mail, so that the pictures show
 * nothing the app did not do.
 */

/** Calls one procedure of the API from the page, with its cookie and origin. */
export async function call(page: Page, procedure: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([path, body]) => {
      const response = await fetch(`/trpc/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const answer: unknown = await response.json();
      const outcome = JSON.stringify(answer);
      if (!response.ok || outcome.includes('"ok":false')) throw new Error(`${path}: ${outcome}`);
      return answer;
    },
    [procedure, JSON.stringify(input)] as const,
  );
}

interface People {
  readonly name: string;
  readonly weekday: number;
  readonly time: string;
  readonly everyWeeks: number;
}

const people: readonly People[] = [
  { name: "Maya", weekday: 16, time: "10:00", everyWeeks: 1 },
  { name: "Jonas", weekday: 16, time: "11:00", everyWeeks: 1 },
  { name: "Priya", weekday: 16, time: "14:00", everyWeeks: 2 },
  { name: "Sam", weekday: 17, time: "09:00", everyWeeks: 1 },
  { name: "Elena", weekday: 17, time: "13:00", everyWeeks: 1 },
  { name: "Ruth", weekday: 18, time: "10:00", everyWeeks: 2 },
  { name: "Tomas", weekday: 19, time: "16:00", everyWeeks: 1 },
  { name: "Noor", weekday: 20, time: "09:30", everyWeeks: 1 },
];

const addressOf = (name: string) => clientAddress.replace("@", `+${name.toLowerCase()}@`);

/** Clients, weekly sessions, a closure and the mailbox. */
export async function foundSamplePractice(page: Page, servers: MailServers): Promise<void> {
  await call(page, "mailboxes.connect", servers.account);
  const morning = [
    { start: "09:00", end: "12:00" },
    { start: "14:00", end: "17:00" },
  ];
  await call(page, "policy.setMessageHours", {
    messageHours: {
      MO: morning,
      TU: morning,
      WE: morning,
      TH: morning,
      FR: [{ start: "09:00", end: "13:00" }],
      SA: [],
      SU: [],
    },
  });
  await call(page, "policy.addClosure", {
    closure: {
      id: "sample-vacation",
      kind: "vacation",
      label: "Winter break",
      firstDate: "2026-12-21",
      lastDate: "2027-01-03",
      windows: [],
      cover: { name: "Dr. Lee", phone: "555-0100" },
    },
  });
  for (const { name, weekday, time, everyWeeks } of people) {
    const added = await call(page, "clients.add", {
      preferredName: name,
      language: "en",
      emails: [addressOf(name)],
      urgent: false,
      optedOut: false,
    });
    const clientId = /"id":"([^"]+)"/.exec(JSON.stringify(added))?.[1];
    await call(page, "calendar.book", {
      clientId,
      title: "",
      start: `2026-11-${weekday}T${time}`,
      durationMinutes: 50,
      repeats: { unit: "week", every: everyWeeks, weekdays: [], until: null },
    });
  }
}

/**
 * A mail from one of the sample's clients, or from a stranger, as the provider's server received it at `at`: put into the
 * mailbox itself, because a mail that is sent carries the real time.
 */
export async function writeAs(
  servers: MailServers,
  name: string,
  at: number,
  subject: string,
  text: string,
): Promise<void> {
  const from = addressOf(name);
  const lines = [
    `Return-Path: <${from}>`,
    `From: ${name} <${from}>`,
    `To: ${therapistAddress}`,
    `Subject: ${subject}`,
    `Message-ID: <${at}.${name.toLowerCase()}@test.local>`,
    `Date: ${new Date(at).toUTCString()}`,
    "",
    text,
  ];
  const mailbox = new ImapFlow({
    host: "127.0.0.1",
    port: servers.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth: { user: therapistAddress, pass: mailPassword },
    logger: false,
  });
  await mailbox.connect();
  await mailbox.append("INBOX", lines.join("\r\n"), [], new Date(at));
  await mailbox.logout();
}
