import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { clientAddress, type MailServers, mailServers, serversMissing } from "../../servers/index.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";
import { call, writeAs } from "../sample-practice.ts";

// In New York. The mail servers stamp with the real time, so these days lie in the past.
const fridayAt1200 = Date.parse("2026-11-13T17:00:00Z");
const saturdayAt0210 = Date.parse("2026-11-14T07:10:00Z");
const mondayAt1200 = Date.parse("2026-11-16T17:00:00Z");

test.describe("trying another policy", () => {
  test.skip(serversMissing !== null, serversMissing ?? "");
  let folder: string;
  let servers: MailServers;
  let host: RunningHost;

  const go = async (page: Page, path: string) => {
    await page.goto(new URL(path, host.address).href);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  };

  test.beforeEach(async ({ page }) => {
    folder = mkdtempSync(join(tmpdir(), "between-simulator-"));
    servers = await mailServers();
    host = await launchHost({ folder, now: fridayAt1200 });
    await page.goto(host.address);
    await firstRun(page);
    await call(page, "mailboxes.connect", servers.account);
    await call(page, "clients.add", {
      preferredName: "Maya",
      language: "en",
      emails: [clientAddress.replace("@", "+maya@")],
      urgent: false,
      optedOut: false,
    });
    await host.setClock(saturdayAt0210);
    await go(page, "/inbox");
    await writeAs(servers, "Maya", saturdayAt0210, "Next week", "Could we begin a little later?");
    await expect(page.getByText("Next week").first()).toBeVisible({ timeout: 20_000 });
    await host.setClock(mondayAt1200);
  });

  test.afterEach(async () => {
    await host.stop();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a draft is altered, tried on the last weeks, looked through, dropped, brought back and taken over", async ({
    page,
  }) => {
    await go(page, "/reports");
    await page.getByRole("tab", { name: "Try another policy" }).click();
    const tryIt = page.getByRole("button", { name: /^Try it on/ });
    await expect(tryIt).toHaveText("Try it on 1 message");
    await expect(tryIt).toBeDisabled();
    await expect(page.getByText("Alter something in the draft first.")).toBeVisible();
    await expectNoAxeViolations(page, "a draft that says the same");

    await page.getByRole("button", { name: "Message hours" }).press("Enter");
    const start = page.getByLabel("Monday, hours 1, from");
    await start.fill("17:00");
    await expect(page.getByText("The hours of the draft are not right yet.")).toBeVisible();
    await expect(tryIt).toBeDisabled();
    await start.fill("08:00");
    const changes = page.getByRole("list", { name: "What the draft changes" });
    await expect(changes).toContainText("8:00");
    await page.getByRole("button", { name: "What may interrupt" }).click();
    // Last first: in which order it is altered makes no difference.
    await page.getByLabel("Let messages come together").click();
    await page.getByLabel("After a session").fill("20");
    await expect(page.getByText("Not in the draft yet.")).toBeVisible();
    await page.getByRole("button", { name: "Put into the draft" }).click();
    await expect(changes.getByRole("listitem")).toHaveCount(3);
    await expectNoAxeViolations(page, "a draft that is altered");

    await page.getByRole("tab", { name: "Check my settings" }).click();
    await page.getByRole("tab", { name: "Try another policy" }).click();
    await expect(changes.getByRole("listitem")).toHaveCount(3);
    await tryIt.click();
    const found = page.getByRole("region", { name: "What would have been otherwise" });
    await expect(found.getByRole("row", { name: /^Messages held/ })).toContainText("none");
    const earlier = found.getByRole("region", { name: "Would have surfaced earlier (1)" });
    await expect(earlier).toContainText("Held until Mon 9:00 AM: it arrived outside your message hours.");
    await expect(earlier).toContainText("Held until Mon 8:00 AM: it arrived outside your message hours.");
    await earlier.getByText("The reply would have said something else").click();
    await expect(earlier).toContainText("They are read again from Monday, November 16, 8:00 AM");
    await expectNoAxeViolations(page, "what would have been otherwise");
    await expect(page.getByRole("button", { name: "Take the draft over" })).toBeEnabled();
    await page.getByRole("button", { name: "Message hours" }).press("Enter");
    await page.getByLabel("Tuesday, hours 1, from").fill("17:00");
    await expect(page.getByRole("button", { name: "Take the draft over" })).toBeDisabled();
    await page.getByLabel("Tuesday, hours 1, from").fill("09:00");
    await expect(page.getByRole("button", { name: "Take the draft over" })).toBeEnabled();
    // Nothing of it is in force.
    await expect(found.getByRole("columnheader", { name: "Your settings (version 1)" })).toBeVisible();

    await page.getByRole("button", { name: "Drop the draft" }).click();
    await expect(found).toBeHidden();
    await expect(page.getByText("The draft says the same as your settings.")).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(changes).toContainText("8:00");
    await tryIt.click();
    // Coming back, the draft and what came of it are still there.
    await expect(earlier).toBeVisible();
    await go(page, "/reports/simulator");
    await expect(earlier).toBeVisible();
    await expect(changes).toContainText("8:00");

    await page.getByText("Other days", { exact: true }).click();
    await page.getByLabel("Last day").fill("2026-11-01");
    await expect(page.getByText("The draft, the days or your settings have changed since.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Take the draft over" })).toBeDisabled();
    await page.getByText("Last 4 weeks", { exact: true }).click();
    await page.getByRole("button", { name: "Take the draft over" }).click();
    await expect(page.getByText("The draft is in force.")).toBeVisible();
    await page.getByRole("button", { name: "Message hours" }).press("Enter");
    await expect(page.getByLabel("Monday, hours 1, from")).toHaveValue("08:00");
    await go(page, "/availability");
    await expect(page.getByLabel("Monday, hours 1, from")).toHaveValue("08:00");
  });
});
