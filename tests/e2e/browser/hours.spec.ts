import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";

// In New York. Thursday 26 November 2026 is Thanksgiving.
const mondayAt1200 = Date.parse("2026-11-23T17:00:00Z");

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-hours-"));
  host = await launchHost({ folder, now: mondayAt1200 });
  await page.goto(host.address);
  await firstRun(page);
  await page.goto(new URL("/availability", host.address).href);
  await expect(page.getByRole("heading", { level: 1, name: "Availability" })).toBeVisible();
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a client who writes at a wall time would meet. */
async function expectVerdict(page: Page, at: string, sentence: string): Promise<void> {
  await page.getByLabel("If a client writes at").fill(at);
  await expect(page.getByText(sentence)).toBeVisible();
}

test("a holiday is closed, worked as usual, or shortened, and the preview and the calendar say so", async ({
  page,
}) => {
  const heldUntilFriday = "Held until Fri 9:00 AM: it arrived on a holiday.";
  const tick = page.getByRole("checkbox", { name: "Thanksgiving Day" }).first();
  const rule = page.getByRole("combobox", { name: "On Thanksgiving Day, Thu, Nov 26" });
  await expect(tick).toBeChecked();
  await expectVerdict(page, "2026-11-26T11:00", heldUntilFriday);
  await expectNoAxeViolations(page, "availability");

  await tick.uncheck();
  await expect(rule).toHaveValue("as-usual");
  await expect(page.getByText("Surfaced: it is within your message hours.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText(heldUntilFriday)).toBeVisible();
  await expect(tick).toBeChecked();

  await rule.selectOption("Shortened hours");
  await page.getByLabel("Thanksgiving Day, Thu, Nov 26, hours 1, to").fill("10:30");
  await expectNoAxeViolations(page, "shortened holiday");
  await page.getByRole("button", { name: "Save hours, Thanksgiving Day, Thu, Nov 26" }).click();
  await expect(
    page.getByText("Held until Fri 9:00 AM: it arrived outside the shortened hours of a holiday."),
  ).toBeVisible();

  await page.goto(new URL("/calendar", host.address).href);
  await expect(page.getByText("Thanksgiving Day").first()).toBeVisible();
  await expectNoAxeViolations(page, "calendar with a holiday");
  await page.getByText("Agenda", { exact: true }).click();
  await expect(page.getByText("Thanksgiving Day. Message hours 9:00 AM to 10:30 AM.")).toBeVisible();
});

test("the holidays are those of the state that is chosen", async ({ page }) => {
  await expect(page.getByRole("checkbox", { name: "Patriots' Day" })).toHaveCount(0);
  await page.getByRole("combobox", { name: "Holidays of" }).click();
  await page.getByRole("combobox", { name: "Holidays of" }).fill("Massach");
  await page.getByRole("option", { name: "Massachusetts" }).click();
  await expect(page.getByRole("checkbox", { name: "Patriots' Day" })).toHaveCount(1);
});

test("weeks alternate, with the keyboard alone", async ({ page }) => {
  await page.getByRole("radio", { name: "Every week the same" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Next week is week B.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Week B" })).toBeVisible();
  await page.getByRole("button", { name: "Remove hours 1 of Monday" }).click();
  await expectNoAxeViolations(page, "alternate weeks");
  await page.getByRole("button", { name: "Save message hours" }).click();
  await expectVerdict(page, "2026-11-30T11:00", "Held until Tue 9:00 AM: it arrived outside your message hours.");
  await expectVerdict(page, "2026-12-07T11:00", "Surfaced: it is within your message hours.");

  await page.getByLabel("This week is").selectOption("Week B");
  await page.getByRole("button", { name: "Save message hours" }).click();
  await expect(page.getByText("Held until Tue 9:00 AM: it arrived outside your message hours.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("group", { name: "Week B (this week)" })).toBeVisible();
});

test("a season has its own week; one that meets another is refused in its form", async ({ page }) => {
  await page.getByRole("button", { name: "Add a season" }).click();
  const form = page.getByRole("dialog", { name: "Add a season" });
  await form.getByLabel("First day").fill("2026-12-01");
  await form.getByLabel("Last day").fill("2026-12-18");
  await form.getByLabel("Name").fill("Short weeks");
  await form.getByRole("button", { name: "Remove hours 1 of Tuesday" }).click();
  await expectNoAxeViolations(page, "season form");
  await form.getByRole("button", { name: "Save season" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText("Mon, Wed, Thu, Fri 9:00 AM to 5:00 PM")).toBeVisible();
  await expectVerdict(page, "2026-12-01T11:00", "Held until Wed 9:00 AM: it arrived outside your message hours.");

  await page.getByRole("button", { name: "Add a season" }).click();
  await form.getByLabel("First day").fill("2026-12-18");
  await form.getByRole("button", { name: "Save season" }).click();
  await expect(form.getByRole("alert")).toHaveText("Another season has some of these dates.");
  await form.getByRole("button", { name: "Discard" }).click();

  await page.getByRole("button", { name: /^Remove Short weeks/ }).click();
  await expect(page.getByText("No season ahead")).toBeVisible();
});

test("T15: a trip moves the hours to the clock there, is changed and taken back; bad dates are refused", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Add a trip" }).click();
  const form = page.getByRole("dialog", { name: "Add a trip" });
  await form.getByRole("combobox", { name: "Time zone of the place" }).fill("Berlin");
  await page.getByRole("option", { name: "Europe/Berlin" }).click();
  await form.getByLabel("First day").fill("2026-12-07");
  await form.getByLabel("Last day").fill("2026-12-06");
  await form.getByRole("button", { name: "Save trip" }).click();
  await expect(form.getByText("The last day comes before the first.")).toBeVisible();
  await form.getByLabel("Last day").fill("2026-12-11");
  await expectNoAxeViolations(page, "trip form");
  await form.getByRole("button", { name: "Save trip" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText("Europe/Berlin")).toBeVisible();
  await expectVerdict(
    page,
    "2026-12-06T12:00",
    "Held until Mon 9:00 AM (Berlin time): it arrived outside your message hours.",
  );
  await expectVerdict(page, "2026-12-08T08:00", "Held until 9:00 AM: it arrived outside your message hours.");
  await expectNoAxeViolations(page, "a trip");

  await page.getByRole("button", { name: "Add a trip" }).click();
  await form.getByLabel("First day").fill("2026-12-11");
  await form.getByLabel("Last day").fill("2026-12-12");
  await form.getByRole("button", { name: "Save trip" }).click();
  await expect(form.getByRole("alert")).toHaveText("Another trip has some of these dates.");
  await form.getByRole("button", { name: "Discard" }).click();

  await page.getByRole("button", { name: /^Remove Berlin/ }).click();
  await expect(page.getByText("Europe/Berlin")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText("Europe/Berlin")).toBeVisible();
});
