import { expect, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";

// In New York, a Saturday night; the practice opens on Monday at 9:00.
const saturdayAt0210 = Date.parse("2026-11-28T07:10:00Z");

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-replies-"));
  host = await launchHost({ folder, now: saturdayAt0210 });
  await page.goto(host.address);
  await firstRun(page);
  await page.goto(new URL("/replies", host.address).href);
  await expect(page.getByRole("heading", { level: 1, name: "Replies" })).toBeVisible();
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a wording of one's own is written, judged, saved, taken back, and given up", async ({ page }) => {
  const wording = page.getByRole("textbox", { name: /wording$/ });
  const arrives = page.getByRole("region", { name: "How it arrives" });
  const findings = page.getByRole("list", { name: "About this wording" });
  const closed = page.getByRole("link", { name: /^Closed/ });
  await expect(arrives).toContainText("They are read again from Monday, November 30, 9:00 AM (Eastern Time).");
  await expect(arrives).toContainText("Sam is not one of your clients");
  await expect(page.getByText("Nothing stands against this wording.")).toBeVisible();
  await expectNoAxeViolations(page, "replies");

  await wording.fill("Someone has been alerted. In therapy until {opening}.");
  await expect(findings).toContainText("{opening} is not known");
  await expect(findings).toContainText("“therapy” tells whoever sees it");
  await expect(arrives).toContainText("Emergency: call 911. Crisis: call or text 988, any time.");
  await expectNoAxeViolations(page, "replies with findings");
  await page.getByRole("button", { name: "Save wording" }).click();
  await expect(wording).toBeFocused();
  await expect(wording).toHaveAccessibleDescription(/is not known/);

  await wording.fill("Thank you for writing to {practice}. Messages are read from .");
  await wording.press("End");
  await wording.press("ArrowLeft");
  await page.getByRole("button", { name: /^Insert {nextOpening}/ }).click();
  await expect(wording).toHaveValue("Thank you for writing to {practice}. Messages are read from {nextOpening}.");
  await expect(wording).toBeFocused();
  await expect(arrives).toContainText("Messages are read from Monday, November 30");
  await expect(closed).toContainText("not saved");
  await page.getByRole("link", { name: "Vacation" }).click();
  await expect(arrives).toContainText("Dr. Lee is invented");
  await closed.click();
  await expect(wording).toHaveValue(/^Thank you for writing/);
  await page.getByRole("button", { name: "Save wording" }).click();
  await expect(closed).toContainText("1 own wording");

  await page.goto(new URL("/availability", host.address).href);
  await expect(page.getByText(/^Hello Sam,\s+Thank you for writing to J. Kim, LMFT/)).toBeVisible();
  await page.goto(new URL("/replies", host.address).href);
  await page.getByRole("button", { name: "Back to the shipped wording" }).click();
  await expect(closed).not.toContainText("own wording");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(closed).toContainText("1 own wording");
  await expect(wording).toHaveValue(/^Thank you for writing/);
});

test("a text message is shown as the phone shows it, with its parts counted, in both languages", async ({ page }) => {
  const wording = page.getByRole("textbox", { name: /wording$/ });
  const arrives = page.getByRole("region", { name: "How it arrives" });
  await page.getByRole("radio", { name: "E-mail" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Text message" })).toBeFocused();
  await expect(arrives).toContainText("messages are not read until Mon 9:00 AM.");
  await expect(arrives).toContainText(/1 part, 1\d\d characters, \d+ left\. Plain letters/);
  await wording.fill("{practice}: I’m away until {nextOpening}.");
  await expect(arrives).toContainText(/2 parts, .* Special letters/);
  await page.getByRole("button", { name: "Write plain letters" }).click();
  await expect(wording).toHaveValue("{practice}: I'm away until {nextOpening}.");
  await expect(arrives).toContainText("Plain letters");
  await expectNoAxeViolations(page, "replies, text message");

  await page.getByText("Español", { exact: true }).click();
  await expect(arrives).toContainText("no se leen mensajes hasta lun 9:00 am. Emergencia: 911.");
});

test("a safety reply leads with the emergency line, and unknown senders are told no name", async ({ page }) => {
  await page.getByRole("link", { name: "Safety", exact: true }).click();
  await expect(page.getByText("Emergency line, always comes first")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Insert {emergency}/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Unknown sender", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Insert {nextOpening}/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Insert {practice}/ })).toHaveCount(0);
  await page.goto(new URL("/replies/nonsense", host.address).href);
  await expect(page.getByText("There is no such reply.")).toBeVisible();
});

test("who is answered is chosen here", async ({ page }) => {
  const unknown = page.getByRole("switch", { name: /^Answer unknown senders/ });
  await unknown.click();
  await expect(unknown).toBeChecked();
  await expect(page.getByText("Automatic replies changed.")).toBeVisible();
  await page.getByLabel("Answer an unknown sender once in").selectOption("14 days");
  await page.getByLabel("Too late for an answer").selectOption("15 minutes");
  await page.getByRole("switch", { name: /^Allow the next session/ }).click();
  await expect(page.getByRole("button", { name: /^Insert {nextSession}/ })).toBeVisible();
  await page.reload();
  await expect(unknown).toBeChecked();
  await expect(page.getByLabel("Answer an unknown sender once in")).toHaveValue("14");
  await expect(page.getByLabel("Too late for an answer")).toHaveValue("15");
});
