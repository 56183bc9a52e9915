import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { clientAddress, type MailServers, mailServers, serversMissing } from "../../servers/index.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";
import { call, writeAs } from "../sample-practice.ts";

const fridayAt1200 = Date.parse("2026-11-13T17:00:00Z");
const sundayAt2300 = Date.parse("2026-11-16T04:00:00Z");
const mondayAt9 = Date.parse("2026-11-16T14:00:00Z");
const minute = 60_000;

test.describe("what surfaced overnight", () => {
  test.skip(serversMissing !== null, serversMissing ?? "");
  let folder: string;
  let servers: MailServers;
  let host: RunningHost;

  const go = async (page: Page, path: string) => {
    await page.goto(new URL(path, host.address).href);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  };
  const cards = (page: Page) => page.getByRole("region", { name: "Surfaced", exact: true }).getByRole("listitem");
  /** Writes and waits until the app has it, so that the order is certain. */
  const write = async (page: Page, name: string, minutes: number, subject: string, text: string) => {
    await writeAs(servers, name, sundayAt2300 - minutes * minute, subject, text);
    await expect(page.getByText(subject).first()).toBeVisible({ timeout: 20_000 });
  };

  test.beforeEach(async ({ page }) => {
    folder = mkdtempSync(join(tmpdir(), "between-triage-"));
    servers = await mailServers();
    host = await launchHost({ folder, now: fridayAt1200 });
    await page.goto(host.address);
    await firstRun(page);
    await call(page, "mailboxes.connect", servers.account);
    for (const name of ["Maya", "Jonas", "Noor", "Elena"]) {
      const added = await call(page, "clients.add", {
        preferredName: name,
        language: "en",
        emails: [clientAddress.replace("@", `+${name.toLowerCase()}@`)],
        urgent: false,
        optedOut: false,
      });
      if (name !== "Maya") continue;
      const clientId = /"id":"([^"]+)"/.exec(JSON.stringify(added))?.[1];
      await call(page, "calendar.book", {
        clientId,
        title: "",
        start: "2026-11-16T15:00",
        durationMinutes: 50,
        repeats: null,
      });
    }
    await go(page, "/inbox");
    await host.setClock(sundayAt2300);
    await write(page, "Elena", 50, "Form", "The form from my insurance came.");
    await write(page, "Maya", 40, "Later today", "Could we begin a little later?");
    await write(page, "Maya", 20, "No need", "It has settled itself.");
    await write(page, "Noor", 30, "Mails", "Please stop texting me.");
    await write(page, "Jonas", 10, "Tonight", "I want to die.");
    await write(page, "Offers", 5, "Great prices", "Buy now.");
  });

  test.afterEach(async () => {
    await host.stop();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is read in its order with the keyboard alone, one card a client", async ({ page }) => {
    await host.setClock(mondayAt9);
    await go(page, "/inbox");
    await expect(cards(page)).toHaveCount(4);
    await expect(cards(page).nth(0)).toContainText(/Jonas.*Tonight.*Safety, not opened yet/);
    await expect(cards(page).nth(1)).toContainText(/Noor.*Mails.*Opting out/);
    await expect(cards(page).nth(2)).toContainText(/Maya.*2 messages.*No need.*Session today at 3:00/);
    await expect(cards(page).nth(3)).toContainText(/Elena.*Form/);
    await expectNoAxeViolations(page, "inbox, cards");

    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 2, name: "Tonight" })).toBeVisible();
    await expect(cards(page).nth(0)).not.toContainText("not opened yet");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    // The whole of what Maya wrote stands there at once, and counts as read.
    await expect(page.getByRole("article", { name: "Later today" })).toContainText("Could we begin a little later?");
    await expect(page.getByText("It has settled itself.").last()).toBeVisible();
    await expect(cards(page).nth(2)).not.toContainText("unread");
    await expectNoAxeViolations(page, "inbox, a conversation with unread messages");
    await page.keyboard.press("e");
    await expect(page.getByText("2 messages from Maya archived.")).toBeVisible();
    await expect(cards(page)).toHaveCount(3);
    await page.keyboard.press("Control+z");
    await expect(cards(page)).toHaveCount(4);
  });

  test("stands on Today first where somebody's safety is concerned, and is told of again", async ({ page }) => {
    await host.setClock(sundayAt2300 + 10 * minute);
    expect(host.notices.map(({ title }) => title)).toEqual([
      "1 message let through for safety",
      "1 message let through for safety not opened yet",
    ]);
    await go(page, "/");
    const needs = page.getByRole("region", { name: "Needs you" }).getByRole("listitem");
    await expect(needs.first()).toContainText("A message from Jonas was let through for safety and is not opened yet.");
    await expect(needs.nth(1)).toContainText("Noor may have asked for no automatic replies.");
    await expectNoAxeViolations(page, "today with what needs a person");
    await needs.nth(1).getByRole("button", { name: "They meant the appointment" }).click();
    await expect(page.getByText("Automatic replies go on.")).toBeVisible();
    await expect(page.getByText("Noor may have asked")).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(page.getByText("Noor may have asked")).toBeVisible();
    await page.getByRole("button", { name: "They want no automatic replies" }).click();
    await go(page, "/clients");
    await page.getByRole("link", { name: /Noor/ }).click();
    await expect(
      page.getByText(/Opted out of automatic replies by a message that you took for it on Sunday/),
    ).toBeVisible();
    await expectNoAxeViolations(page, "client who opted out");
  });

  test("says that a safety reply reached nobody, and what to do", async ({ page }) => {
    await host.setClock(sundayAt2300 + minute);
    await write(page, "Elena", -1, "Stop it", "STOP");
    await write(page, "Elena", -1, "Still here", "I do not want to live.");
    await go(page, "/");
    const needs = page.getByRole("region", { name: "Needs you" }).getByRole("listitem");
    await expect(needs.first()).toContainText(
      "Elena: No safety reply reached them: they opted out of automatic replies.",
    );
    await needs.first().getByRole("link", { name: "Open the message" }).click();
    await expect(page.getByText("Please call them, or write to them yourself.")).toBeVisible();
    await expectNoAxeViolations(page, "message whose sender was not reached");
    await page.getByRole("button", { name: "Dealt with" }).click();
    await expect(page.getByText("You have dealt with it.")).toBeVisible();
  });

  test("of a stranger can be blocked, taken back, and unblocked from the list of addresses", async ({ page }) => {
    await page.getByRole("link", { name: /Great prices/ }).click();
    await page.getByRole("button", { name: "Block sender" }).click();
    await expect(page.getByText(/is blocked. Only safety words still come through./)).toBeVisible();
    const section = page.getByRole("region", { name: "Blocked", exact: true });
    await expect(section.getByRole("link", { name: /Great prices/ })).toBeVisible();
    await expectNoAxeViolations(page, "inbox with a blocked sender");
    await page.keyboard.press("Control+z");
    await expect(section).toHaveCount(0);
    await page.getByRole("button", { name: "Block sender" }).click();
    await section.getByRole("button", { name: /^Unblock / }).click();
    await expect(section).toHaveCount(0);
    await expect(
      page.getByRole("region", { name: "Unknown" }).getByRole("link", { name: /Great prices/ }),
    ).toBeVisible();
  });

  test("of a stranger who becomes a client is answered in the practice's language, like every new client", async ({
    page,
  }) => {
    await call(page, "policy.setPractice", {
      name: "J. Kim, LMFT",
      zone: "America/New_York",
      locale: "es-MX",
      region: "US",
    });
    await go(page, "/inbox");
    await page.getByRole("link", { name: /Great prices/ }).click();
    await page.getByRole("button", { name: "Link to a client" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: "A new client" }).check();
    await dialog.getByLabel("Preferred name").fill("Olga");
    await dialog.getByRole("button", { name: "Link", exact: true }).click();
    await expect(page.getByText("Linked. Messages from this address now belong to the client.")).toBeVisible();

    await go(page, "/clients");
    await page.getByRole("link", { name: /Olga/ }).click();
    await expect(page.getByRole("combobox", { name: "Language" })).toHaveValue("Spanish");
    await page.getByRole("button", { name: "Add a client" }).click();
    await expect(page.getByRole("dialog").getByRole("combobox", { name: "Language" })).toHaveValue("Spanish");
  });
});
