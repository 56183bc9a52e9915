import { expect, test } from "@playwright/test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";

// In New York.
const mondayAt1200 = Date.parse("2026-11-23T17:00:00Z");

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-audit-"));
  host = await launchHost({ folder, now: mondayAt1200 });
  await page.goto(host.address);
  await firstRun(page);
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("one button checks the settings; what is to be looked at leads to its setting; the report is printed and saved", async ({
  page,
}) => {
  await page.goto(new URL("/replies", host.address).href);
  await page.getByLabel(/Answer clients/).click();
  await expect(page.getByLabel(/Answer clients/)).not.toBeChecked();
  await page.goto(new URL("/reports/audit", host.address).href);
  await expect(page.getByText("Not checked yet")).toBeVisible();
  await expectNoAxeViolations(page, "before the check");

  const check = page.getByRole("button", { name: "Check my settings" });
  await check.focus();
  await page.keyboard.press("Enter");
  const report = page.getByRole("article", { name: "Report" });
  await expect(report.getByRole("heading", { level: 2 })).toContainText("Check of 2026-11-23 12:00, policy version 2");
  await expect(report.getByRole("status")).toContainText(/\d+ passed, 2 to look at, 0 failed\./);
  await expect(report.getByRole("region", { name: "Safety" })).toContainText("“Quiero matarme” at night, by mail");
  await expectNoAxeViolations(page, "the report");

  await page.emulateMedia({ media: "print" });
  await expect(report).toBeVisible();
  await expect(page.getByRole("button", { name: "Check again" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as HTML" }).click();
  const saved = readFileSync(await (await download).path(), "utf8");
  expect(saved).toContain("Look at this: A client writes at night");

  await page.getByText("What did not pass", { exact: true }).click();
  await expect(report.getByRole("region", { name: "Safety" })).toHaveCount(0);
  await report.getByRole("link", { name: "Replies, for: A client writes at night" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Replies" })).toBeVisible();
});
