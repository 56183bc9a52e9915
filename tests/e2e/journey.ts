import { expect, type Page } from "@playwright/test";
import type { Notice } from "../../src/practice/context.ts";
import {
  clientAddress,
  headerOf,
  mailPassword,
  type MailServers,
  readMailbox,
  sendAsClient,
  therapistAddress,
} from "../servers/index.ts";
import { expectNoAxeViolations } from "./axe.ts";

/** What a test may do to the running app besides clicking. */
export interface AppUnderTest {
  readonly page: Page;
  setClock(now: number): Promise<void>;
  notices(): Promise<readonly Notice[]>;
}

// In New York. The mail servers stamp with the real time, so these days lie in the past.
export const fridayAt1500 = Date.parse("2026-11-13T20:00:00Z");
const saturdayAt0210 = Date.parse("2026-11-14T07:10:00Z");
const mondayAt9 = Date.parse("2026-11-16T14:00:00Z");
export const passphrase = "correct horse battery staple";

const visit = async (page: Page, screen: string) => {
  await page
    .getByRole("navigation")
    .getByRole("link", { name: new RegExp(`^${screen}`) })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: screen })).toBeVisible();
};

/** The first run: three questions, the statement, the recovery key, which is returned. */
export async function firstRun(page: Page): Promise<string> {
  await page.getByLabel("Name of the practice").fill("J. Kim, LMFT");
  await page.getByRole("combobox", { name: "Time zone" }).click();
  await page.getByRole("combobox", { name: "Time zone" }).fill("New York");
  await page.getByRole("option", { name: "America/New York" }).click();
  await expectNoAxeViolations(page, "first run, practice");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "When do you read messages?" })).toBeVisible();
  await expectNoAxeViolations(page, "first run, message hours");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("textbox", { name: "Passphrase", exact: true }).fill(passphrase);
  await page.getByRole("textbox", { name: "Passphrase, once more" }).fill(passphrase);
  await expectNoAxeViolations(page, "first run, passphrase");
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("button", { name: "Create the practice" }).click();
  await expect(page.getByText("Please confirm that you have read this.")).toBeVisible();
  await page.getByLabel(/^I have read this/).check();
  await expectNoAxeViolations(page, "first run, statement");
  await page.getByRole("button", { name: "Create the practice" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery key" })).toBeVisible();
  await expectNoAxeViolations(page, "recovery key");
  const recoveryKey = await page.getByTestId("recovery-key").innerText();
  await page.getByLabel("I have kept it").check();
  await page.getByRole("button", { name: "Connect a mailbox", exact: true }).click();
  return recoveryKey;
}

/** Settings: a wrong password is told apart, the right one connects. */
async function connectMailbox(page: Page, servers: MailServers): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  await page.getByLabel("E-mail address", { exact: true }).fill(therapistAddress);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("textbox", { name: "Password", exact: true }).fill("not the password");
  for (const [title, server] of [
    ["Incoming mail (IMAP)", servers.account.imap],
    ["Outgoing mail (SMTP)", servers.account.smtp],
  ] as const) {
    const group = page.getByRole("group", { name: title });
    await group.getByLabel("Server").fill(server.host);
    await group.getByLabel("Port").fill(`${server.port}`);
    await group.getByRole("combobox", { name: "Encryption" }).click();
    await page.getByRole("option", { name: server.security === "tls" ? /^TLS/ : /^STARTTLS/ }).click();
  }
  await page.getByRole("button", { name: "More options" }).click();
  await page.getByLabel("Own certificate authority").fill(servers.account.certificateAuthority ?? "");
  await expectNoAxeViolations(page, "settings, mailbox form");

  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByRole("list", { name: "Result of the test" })).toContainText(/password/i);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(mailPassword);
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByRole("list", { name: "Result of the test" })).toContainText(
    /Incoming mail: works.*Outgoing mail: works/,
  );
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await expect(page.getByRole("article", { name: therapistAddress })).toContainText("Receiving mail");
  await expectNoAxeViolations(page, "settings, connected mailbox");
}

/** Calendar: a new client, every Tuesday at 10. */
async function bookWeeklyClient(page: Page): Promise<void> {
  await visit(page, "Calendar");
  await expectNoAxeViolations(page, "calendar, week");
  await page.getByRole("button", { name: /new appointment/i }).click();
  await page.getByRole("combobox", { name: "Client" }).click();
  await page.getByRole("option", { name: /new client/i }).click();
  await page.getByRole("dialog").getByLabel("Preferred name").fill("Maya");
  await page.getByRole("dialog").getByLabel("E-mail address").fill(clientAddress);
  await page.getByRole("dialog").getByLabel("Date", { exact: true }).fill("2026-11-17");
  await page.getByRole("dialog").getByLabel("Time", { exact: true }).fill("10:00");
  await page.getByRole("radio", { name: "Weekly" }).check();
  await expectNoAxeViolations(page, "calendar, booking form");
  await page.getByRole("button", { name: "Book", exact: true }).click();
  await page.getByRole("button", { name: "Next week" }).click();
  await expect(page.getByText("Maya").first()).toBeVisible();
}

/** The main job, as a person would click it: from the first run to a message that was held, answered, explained and surfaced. */
export async function firstRunToSurfacedMessage(
  { page, setClock, notices }: AppUnderTest,
  servers: MailServers,
): Promise<void> {
  await firstRun(page);
  await connectMailbox(page, servers);
  await bookWeeklyClient(page);

  await setClock(saturdayAt0210);
  await visit(page, "Availability");
  await expect(page.getByText("Emergency: call 911").first()).toBeVisible();
  await expectNoAxeViolations(page, "availability");
  await visit(page, "Today");
  await expect(page.getByText(/Closed until Mon 9:00 AM/).first()).toBeVisible();
  await sendAsClient(servers, { subject: "Can’t sleep", text: "Are you there?", messageId: "<night@test.local>" });
  await visit(page, "Inbox");
  await expect(
    page
      .getByRole("link", { name: /Maya/ })
      .or(page.getByRole("button", { name: /Maya/ }))
      .first(),
  ).toBeVisible();
  await page.getByText("Can’t sleep").first().click();
  await expect(page.getByText("Held until Mon 9:00 AM: it arrived outside your message hours.").first()).toBeVisible();
  await expectNoAxeViolations(page, "inbox, held message with its why");
  await expect
    .poll(async () => (await readMailbox(servers)).map((raw) => headerOf(raw, "In-Reply-To")))
    .toEqual(["<night@test.local>"]);
  await visit(page, "Today");
  await expect(page.getByText(/sent/i).first()).toBeVisible();
  await expectNoAxeViolations(page, "today, closed");

  await setClock(mondayAt9);
  await expect(page.getByText(/Open until/).first()).toBeVisible();
  expect(await notices()).toEqual([
    { title: "1 message in your inbox", body: "One waited while you were not to be disturbed.", urgent: false },
  ]);
  await expectNoAxeViolations(page, "today, open");
  await visit(page, "Inbox");
  await page.getByText("Can’t sleep").first().click();
  await expect(page.getByText(/^Surfaced .*9:00 AM, when it was due/).first()).toBeVisible();
  await expectNoAxeViolations(page, "inbox, surfaced message");

  await visit(page, "Clients");
  await expect(page.getByText("Maya").first()).toBeVisible();
  await expectNoAxeViolations(page, "clients");
}
