import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";

// In New York. The clocks go forward on Sunday 14 March 2027.
const mondayAt1200 = Date.parse("2026-11-23T17:00:00Z");

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-ahead-"));
  host = await launchHost({ folder, now: mondayAt1200 });
  await page.goto(host.address);
  await firstRun(page);
  await page.goto(new URL("/availability", host.address).href);
  await expect(page.getByRole("heading", { level: 2, name: "What would a client get?" })).toBeVisible();
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const answer = (page: Page) => page.getByRole("region", { name: "What would a client get?" });

test("an open hour, a Saturday night, and the reply as the phone shows it", async ({ page }) => {
  await expect(answer(page)).toContainText("Surfaced: it is within your message hours.");
  await expect(answer(page)).toContainText("None. It surfaces, so you answer it yourself.");

  await page.getByRole("button", { name: "Saturday at 2" }).click();
  await expect(page.getByLabel("If a client writes at")).toHaveValue("2026-11-28T02:00");
  await expect(answer(page)).toContainText("Held until Mon 9:00 AM: it arrived outside your message hours.");
  await expect(answer(page)).toContainText("Hello Sam,");
  await expect(answer(page)).toContainText("Always included");
  await expectNoAxeViolations(page, "what a client would get by mail");

  await page.getByText("Text message", { exact: true }).click();
  await expect(answer(page)).toContainText(/1 part, \d+ characters, \d+ left/);
  await page.getByLabel("It says").fill("I want to die");
  await expect(answer(page)).toContainText("Surfaced: it contains “want to die”, one of your safety phrases.");
  await expect(answer(page).locator(".bubble")).toContainText("911");
  await expectNoAxeViolations(page, "what a client would get as a text message");

  await page.getByLabel("It says").fill("");
  await page.getByRole("combobox", { name: "Who writes" }).click();
  await page.getByRole("option", { name: "Somebody who is not a client" }).click();
  await expect(answer(page)).toContainText("None. The sender is not one of your clients.");
  await page.getByRole("button", { name: "Now", exact: true }).click();
  await expect(page.getByLabel("If a client writes at")).toHaveValue("2026-11-23T12:00");
});

test("the day is walked through with the keyboard, also the one that is an hour short", async ({ page }) => {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByPlaceholder(/Search/).fill("What would a client");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("If a client writes at")).toBeFocused();

  await page.getByRole("button", { name: "Clocks change" }).press("Enter");
  await expect(page.getByLabel("If a client writes at")).toHaveValue("2027-03-14T01:30");
  const slider = page.getByRole("slider", { name: "Time of day" });
  await slider.focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "3:00 AM");
  await page.keyboard.press("End");
  await expect(page.getByLabel("If a client writes at")).toHaveValue("2027-03-14T23:55");

  await page
    .getByRole("button", { name: "Mon, Mar 8", exact: true })
    .or(page.getByRole("button", { name: "Mon, Mar 15" }))
    .click();
  await expect(answer(page)).toContainText("Held until");
  await expect(page.getByRole("table", { name: "The gate that week" })).toContainText(
    "Closed from 12:00 AM, Open from 9:00 AM, Closed from 5:00 PM",
  );
});

test("a question is asked once, not again with every drawing of the screen", async ({ page }) => {
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().includes("ahead.ask")) asked += 1;
  });
  await page.reload();
  await expect(answer(page)).toContainText("Surfaced: it is within your message hours.");
  // As many drawings as would have asked dozens of times.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let frames = 120;
        const next = () => ((frames -= 1) > 0 ? requestAnimationFrame(next) : resolve());
        next();
      }),
  );
  expect(asked).toBeLessThanOrEqual(2);
});
