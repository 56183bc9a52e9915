import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";

// In New York, a Monday.
const mondayAt1200 = Date.parse("2026-11-23T17:00:00Z");

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-appointments-"));
  host = await launchHost({ folder, now: mondayAt1200 });
  await page.goto(host.address);
  await firstRun(page);
  await page.goto(new URL("/calendar", host.address).href);
  await expect(page.getByRole("heading", { level: 1, name: "Calendar" })).toBeVisible();
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const dialog = (page: Page) => page.getByRole("dialog");

async function book(page: Page, title: string, date: string, time: string): Promise<void> {
  await page.getByRole("button", { name: "New appointment" }).click();
  await dialog(page).getByRole("combobox", { name: "Client" }).click();
  await page.getByRole("option", { name: "No client" }).click();
  await dialog(page).getByLabel("Title").fill(title);
  await dialog(page).getByLabel("Date", { exact: true }).fill(date);
  await dialog(page).getByLabel("Time", { exact: true }).fill(time);
}

test("an appointment repeats monthly in words, is refused where it does not fit, and its pattern is changed", async ({
  page,
}) => {
  await book(page, "Supervision", "2026-11-24", "10:00");
  await dialog(page).getByRole("radio", { name: "Monthly" }).check();
  await expect(page.getByText("On the 24th of every month at 10:00 AM.")).toBeVisible();
  await dialog(page).getByRole("combobox", { name: "In the month" }).click();
  await page.getByRole("option", { name: "On the last Tuesday" }).click();
  await expect(page.getByText("On the last Tuesday of every month at 10:00 AM.")).toBeVisible();
  await expectNoAxeViolations(page, "a monthly appointment");
  await dialog(page).getByLabel("Last date").fill("2026-11-01");
  await dialog(page).getByRole("button", { name: "Book" }).click();
  await expect(page.getByText("The last date comes before the first.")).toBeVisible();
  await dialog(page).getByLabel("Last date").fill("");
  await dialog(page).getByRole("button", { name: "Book" }).click();
  await expect(dialog(page)).toBeHidden();

  await page.getByRole("button", { name: /Supervision/ }).click();
  await expect(dialog(page).getByText("on the last Tuesday of every month at 10:00 AM")).toBeVisible();
  await dialog(page).getByRole("radio", { name: "All of them" }).check();
  await dialog(page).getByRole("radio", { name: "Weekly" }).check();
  await dialog(page).getByRole("checkbox", { name: "Friday" }).press(" ");
  await expect(page.getByText("Every Tuesday and Friday at 10:00 AM.")).toBeVisible();
  await expectNoAxeViolations(page, "changing the pattern");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("button", { name: /Supervision/ })).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByRole("button", { name: /Supervision/ })).toHaveCount(1);
});

test("the next free time is found with the keyboard alone", async ({ page }) => {
  // At noon the first is an hour ahead.
  await page.locator("body").press("f");
  const time = dialog(page).getByLabel("Time", { exact: true });
  await expect(time).toHaveValue("13:00");
  await dialog(page).getByRole("button", { name: "Next free time" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByText("Free: Monday, November 23, 1:15 PM")).toBeVisible();
  await expect(time).toHaveValue("13:15");
  await expectNoAxeViolations(page, "next free time");
});

test("a holiday, and a date of its own series, are named while the form is filled in", async ({ page }) => {
  await book(page, "Supervision", "2026-11-24", "10:00");
  await expect(dialog(page).getByText("Nothing is in the way.")).toBeVisible();
  await dialog(page).getByLabel("Date", { exact: true }).fill("2026-11-26");
  await expect(dialog(page).getByText("Thu 10:00 AM is on a holiday (Thanksgiving Day).")).toBeVisible();
  await expectNoAxeViolations(page, "an appointment on a holiday");
  await dialog(page).getByLabel("Date", { exact: true }).fill("2026-11-25");
  await dialog(page).getByRole("radio", { name: "Weekly" }).check();
  await expect(dialog(page).getByText("Nothing is in the way in the next two years.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Book" }).click();
  await expect(dialog(page)).toBeHidden();

  await page.getByRole("button", { name: /Supervision/ }).click();
  await dialog(page).getByLabel("Date", { exact: true }).fill("2026-12-02");
  await expect(dialog(page).getByText(/10:00 AM meets Supervision, 10:00–10:50\./)).toBeVisible();
});
