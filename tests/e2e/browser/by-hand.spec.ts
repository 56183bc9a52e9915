import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import {
  clientAddress,
  headerOf,
  type MailServers,
  mailServers,
  readMailbox,
  sendAsClient,
  serversMissing,
} from "../../servers/index.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun, passphrase } from "../journey.ts";
import { call } from "../sample-practice.ts";

// In New York. The mail servers stamp with the real time, so these days lie in the past.
const saturdayAt2300 = Date.parse("2025-11-16T04:00:00Z");
const mondayAt9 = Date.parse("2025-11-17T14:00:00Z");
const tuesdayAt9 = Date.parse("2025-11-18T14:00:00Z");

test.describe("answering by hand", () => {
  test.skip(serversMissing !== null, serversMissing ?? "");
  let folder: string;
  let servers: MailServers;
  let host: RunningHost;

  test.beforeEach(async ({ page }) => {
    folder = mkdtempSync(join(tmpdir(), "between-by-hand-"));
    servers = await mailServers();
    host = await launchHost({ folder, now: saturdayAt2300 });
    await page.goto(host.address);
    await firstRun(page);
    await call(page, "mailboxes.connect", servers.account);
    await call(page, "clients.add", {
      preferredName: "Maya",
      language: "en",
      emails: [clientAddress],
      sharedEmails: [],
      zone: null,
      urgent: false,
      optedOut: false,
    });
    await page.goto(new URL("/inbox", host.address).href);
    await sendAsClient(servers, {
      subject: "Tuesday",
      text: "Could we meet on Tuesday?",
      messageId: "<night@test.local>",
    });
    await expect(page.getByRole("link", { name: /Maya.*Tuesday/ })).toBeVisible({ timeout: 20_000 });
  });

  test.afterEach(async () => {
    await host.stop();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const byHand = async () =>
    (await readMailbox(servers)).filter(
      (raw) => headerOf(raw, "In-Reply-To") === "<night@test.local>" && headerOf(raw, "Auto-Submitted") === null,
    );
  const composer = (page: Page) => page.getByLabel("Your answer to Maya");

  test("what is written at night leaves at the opening; until then it is taken back, edited and sent again", async ({
    page,
  }) => {
    await page.getByRole("link", { name: /Maya.*Tuesday/ }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Tuesday" })).toBeVisible();
    await page.keyboard.press("r");
    await expect(composer(page)).toBeFocused();
    await page.keyboard.type("Yes, Tuesday at 10.");
    await expect(page.getByText("Draft kept")).toBeVisible();
    const atOpening = page.getByRole("button", { name: "Send at opening, Mon, Nov 17 9:00 AM" });
    await expect(atOpening).toHaveAttribute("type", "submit");
    await expectNoAxeViolations(page, "composer");

    await page.keyboard.press("Control+Enter");
    const waiting = page.getByRole("list", { name: "Waiting to leave" });
    await expect(waiting).toContainText("Leaves Mon, Nov 17 9:00 AM");
    await expect(waiting).toContainText("Yes, Tuesday at 10.");
    await expect(composer(page)).toBeHidden();
    await expectNoAxeViolations(page, "a reply that waits");

    await page.getByRole("button", { name: "Undo" }).click();
    await expect(composer(page)).toHaveValue("Yes, Tuesday at 10.");
    await expect(waiting).toBeHidden();
    await composer(page).fill("Yes, Tuesday at 10. See you then.");
    await expect(page.getByText("Draft kept")).toBeVisible();

    await page.keyboard.press("Control+k");
    await page.getByRole("textbox", { name: "Search actions and clients" }).fill("Lock");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Passphrase", exact: true }).fill(passphrase);
    await page.keyboard.press("Enter");
    await expect(composer(page)).toHaveValue("Yes, Tuesday at 10. See you then.");
    await page.reload();
    await expect(composer(page)).toHaveValue("Yes, Tuesday at 10. See you then.");

    await atOpening.click();
    await expect(waiting).toContainText("See you then.");
    await page
      .getByRole("navigation")
      .getByRole("link", { name: /^Today/ })
      .click();
    await expect(page.getByRole("heading", { name: "Your answers, waiting to leave" })).toBeVisible();
    await expect(page.getByText("Leaves Mon, Nov 17 9:00 AM", { exact: true })).toBeVisible();
    await expectNoAxeViolations(page, "today with an answer that waits");
    expect(await byHand()).toEqual([]);

    await host.setClock(mondayAt9);
    await expect.poll(async () => (await byHand()).length, { timeout: 20_000 }).toBe(1);
    const [raw = ""] = await byHand();
    expect(headerOf(raw, "Subject")).toBe("Re: Tuesday");
    expect(headerOf(raw, "Return-Path")).toBe("<therapist@test.local>");
    expect(headerOf(raw, "X-Auto-Response-Suppress")).toBeNull();
    await expect(page.getByRole("heading", { name: "Your answers, waiting to leave" })).toBeHidden();

    await page
      .getByRole("navigation")
      .getByRole("link", { name: /^Inbox/ })
      .click();
    await page
      .getByRole("link", { name: /Maya.*Tuesday/ })
      .first()
      .click();
    const conversation = page.getByRole("region", { name: "Conversation" });
    await expect(conversation.getByRole("listitem")).toContainText([
      /Could we meet on Tuesday/,
      /Automatic: availability reply.*Sent/,
      /You.*Sent.*See you then\./,
    ]);
    await page.getByRole("button", { name: "Answer" }).click();
    await expect(page.getByRole("button", { name: "Send now" })).toHaveAttribute("type", "submit");
    await expect(page.getByRole("button", { name: "Send at next opening, tomorrow 9:00 AM" })).toBeVisible();
    await expectNoAxeViolations(page, "a conversation");

    await composer(page).fill("One more thing");
    await page.getByRole("button", { name: "Send at…" }).click();
    const chooser = page.getByRole("dialog", { name: "Send at" });
    await chooser.getByLabel("Date").fill("2025-11-16");
    await expect(chooser.getByText("This time has passed.")).toBeVisible();
    await chooser.getByLabel("Date").fill("2025-11-20");
    await chooser.getByLabel("Time").fill("16:30");
    await expectNoAxeViolations(page, "choosing when it leaves");
    await chooser.getByRole("button", { name: "Send Thu, Nov 20 4:30 PM" }).click();
    await expect(page.getByRole("list", { name: "Waiting to leave" })).toContainText("Leaves Thu, Nov 20 4:30 PM");
    await page.getByRole("button", { name: "Take back" }).click();
    await expect(composer(page)).toHaveValue("One more thing");
    await page.getByRole("button", { name: "Discard" }).click();
    await expect(composer(page)).toBeHidden();
    await page.getByRole("button", { name: "Undo" }).last().click();
    await expect(composer(page)).toHaveValue("One more thing");
  });

  test("a surfaced message is snoozed by key, comes back when that is undone, and comes back by itself as unread", async ({
    page,
  }) => {
    await host.setClock(mondayAt9);
    const surfaced = page.getByRole("region", { name: "Surfaced" });
    const snoozed = page.getByRole("region", { name: "Snoozed" });
    const dialog = page.getByRole("dialog", { name: "Snooze" });
    await expect(surfaced.getByRole("link", { name: /Maya/ })).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await expect(dialog.getByRole("button", { name: "Later today 12:00 PM" })).toBeVisible();
    await expectNoAxeViolations(page, "choosing until when a message is snoozed");
    await dialog.getByRole("button", { name: "At opening, tomorrow 9:00 AM" }).click();
    await expect(snoozed.getByRole("link", { name: /Maya.*Back tomorrow 9:00 AM/ })).toBeVisible();
    await expect(surfaced.getByRole("link", { name: /Maya/ })).toBeHidden();
    await expectNoAxeViolations(page, "inbox with a snoozed message");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(surfaced.getByRole("link", { name: /Maya/ })).toBeVisible();

    await surfaced.getByRole("link", { name: /Maya/ }).click();
    await page.getByRole("button", { name: "Snooze" }).click();
    await dialog.getByRole("button", { name: /^At opening/ }).click();
    await expect(page.getByText("Choose a message to read it")).toBeVisible();
    await host.setClock(tuesdayAt9);
    await expect(surfaced.getByRole("link", { name: /Unread\. *Maya/ })).toBeVisible();
    expect(host.notices.at(-1)).toEqual({
      title: "1 message in your inbox",
      body: "Open Between Sessions to read.",
      urgent: false,
    });
  });

  test("a mail from a website's form is answered to the person who filled it in, and its address becomes nobody's", async ({
    page,
  }) => {
    await host.setClock(mondayAt9);
    await sendAsClient(servers, {
      from: "Website <no-reply@builder.test>",
      replyTo: "jo@person.test",
      subject: "A first session",
      text: "Do you have a place?",
    });
    await page.getByRole("link", { name: /Website.*A first session/ }).click({ timeout: 20_000 });
    await page.getByRole("button", { name: "Answer" }).click();
    await expect(page.getByRole("combobox", { name: "To" })).toHaveValue("jo@person.test");
    await expect(
      page.getByText("It came from no-reply@builder.test and asks for answers to jo@person.test."),
    ).toBeVisible();
    await expectNoAxeViolations(page, "answering a mail from a form");
    await page.getByRole("button", { name: "Link to a client" }).click();
    const dialog = page.getByRole("dialog", { name: "Link to a client" });
    await expect(dialog).toContainText("This is the address of a form or program; other people write from it too.");
    await expectNoAxeViolations(page, "an address that cannot be linked");
    await dialog.getByText("Close", { exact: true }).click();
    await expect(dialog).toBeHidden();
  });
});
