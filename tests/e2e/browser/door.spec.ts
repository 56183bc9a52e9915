import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun, fridayAt1500, passphrase } from "../journey.ts";

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-door-"));
  host = await launchHost({ folder, now: fridayAt1500 });
  await page.goto(host.address);
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The app quit and started again, as on the next morning. */
async function startAgain(page: Page, change: () => void = () => undefined): Promise<void> {
  await host.stop();
  change();
  host = await launchHost({ folder, now: fridayAt1500 });
  await page.goto(host.address);
}

async function unlock(page: Page, typed: string): Promise<void> {
  await page.getByRole("textbox", { name: "Passphrase" }).fill(typed);
  await page.getByRole("button", { name: "Unlock", exact: true }).click();
}

test("a wrong passphrase is told at the field, the right one opens the practice", async ({ page }) => {
  await firstRun(page);
  await startAgain(page);
  await expect(page.getByRole("heading", { name: "The practice is locked" })).toBeVisible();
  await expectNoAxeViolations(page, "locked");
  await unlock(page, "not the passphrase");
  await expect(page.getByText("This is not the passphrase.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Passphrase" })).toHaveAccessibleDescription(
    /This is not the passphrase\.$/,
  );
  await unlock(page, passphrase);
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
});

test("locking says that the practice goes on behind the lock", async ({ page }) => {
  await firstRun(page);
  await page.getByRole("tab", { name: "Security" }).click();
  await expectNoAxeViolations(page, "settings, security");
  await page.getByRole("button", { name: "Lock now" }).click();
  await expect(page.getByText("Behind the lock it goes on")).toBeVisible();
  await unlock(page, passphrase);
  await expect(page.getByRole("navigation")).toBeVisible();
});

test("the recovery key opens the practice and sets a new passphrase", async ({ page }) => {
  const recoveryKey = await firstRun(page);
  await startAgain(page);
  await page.getByRole("button", { name: /recovery key/i }).click();
  await page.getByRole("textbox", { name: "Recovery key" }).fill(recoveryKey.toLowerCase());
  await page.getByRole("textbox", { name: "New passphrase", exact: true }).fill("five other plain words here");
  await page.getByRole("textbox", { name: "New passphrase, once more" }).fill("five other plain words here");
  await expectNoAxeViolations(page, "recovery key");
  await page.getByRole("button", { name: "Unlock and set the new passphrase" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
});

test("a damaged practice gets a clear screen and stays as it is", async ({ page }) => {
  await firstRun(page);
  const database = join(folder, "practice.db");
  await startAgain(page, () => {
    const bytes = readFileSync(database);
    bytes.fill(0, 8192, 12_288);
    writeFileSync(database, bytes);
  });
  const before = readFileSync(database);
  await unlock(page, passphrase);
  await expect(page.getByRole("heading", { name: "The practice is damaged" })).toBeVisible();
  await expect(page.getByText("Nothing has been changed.")).toBeVisible();
  await expectNoAxeViolations(page, "damaged");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "The practice is locked" })).toBeVisible();
  expect(readFileSync(database).equals(before)).toBe(true);
});

test("a practice that is open elsewhere says so, and opens once the other app is closed", async ({ page }) => {
  await firstRun(page);
  const other = await launchHost({ folder, now: fridayAt1500 });
  await page.goto(other.address);
  await unlock(page, passphrase);
  await expect(page.getByRole("heading", { name: "This practice is already open" })).toBeVisible();
  await host.stop();
  await page.getByRole("button", { name: "Try again" }).click();
  await unlock(page, passphrase);
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await other.stop();
});
