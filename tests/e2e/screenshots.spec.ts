import { expect, type Page, test } from "@playwright/test";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost } from "../harness/launch-host.ts";
import { mailServers, serversMissing } from "../servers/index.ts";
import { firstRun } from "./journey.ts";
import { foundSamplePractice, writeAs } from "./sample-practice.ts";

const pictures = join(import.meta.dirname, "..", "..", "docs", "screenshots");
const fridayAt1200 = Date.parse("2026-11-13T17:00:00Z");
const mondayAt0010 = Date.parse("2026-11-16T05:10:00Z");
const mondayAt1025 = Date.parse("2026-11-16T15:25:00Z");
const mondayAt0900 = Date.parse("2026-11-16T14:00:00Z");
const mondayAt1510 = Date.parse("2026-11-16T20:10:00Z");

async function picture(page: Page, name: string): Promise<void> {
  // The one thing on a screen that belongs to the computer the pictures are taken on.
  const mask = [page.getByText(tmpdir())];
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.screenshot({
      path: join(pictures, `${name}-${scheme}.png`),
      animations: "disabled",
      mask,
      maskColor: "#8a857c",
    });
  }
}

test("every screen, light and dark, from a sample practice", async ({ page }) => {
  test.skip(serversMissing !== null, serversMissing ?? "");
  // Every screen twice, one after the other.
  test.setTimeout(600_000);
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "between-pictures-"));
  const servers = await mailServers();
  const host = await launchHost({ folder, now: fridayAt1200 });
  const show = async (path: string, ready: string | RegExp) => {
    await page.goto(new URL(path, host.address).href);
    await expect(page.getByText(ready).first()).toBeVisible();
    await page.waitForLoadState("networkidle").catch(() => undefined);
  };
  try {
    await page.goto(host.address);
    await expect(page.getByRole("heading", { name: "Your practice" })).toBeVisible();
    await picture(page, "first-run");
    await firstRun(page);
    await foundSamplePractice(page, servers);
    await expect.poll(async () => page.getByText("Receiving mail").count()).toBeGreaterThan(0);

    await host.setClock(mondayAt0010);
    await writeAs(
      servers,
      "Maya",
      mondayAt0010 - 3_600_000,
      "Tomorrow",
      "I might be ten minutes late tomorrow. Is that all right?",
    );
    await writeAs(
      servers,
      "Elena",
      mondayAt0010 - 1_500_000,
      "Form",
      "The form from my insurance came. I will bring it along.",
    );
    await writeAs(
      servers,
      "Stranger",
      mondayAt0010 - 300_000,
      "First appointment?",
      "A friend gave me your address. Do you have any openings?",
    );
    await show("/inbox", "Held");
    await expect(page.getByText("First appointment?").first()).toBeVisible();
    await expect(page.getByText("Form").first()).toBeVisible();
    await page.getByText("Tomorrow").first().click();
    await expect(page.getByText(/^Held until/).first()).toBeVisible();
    await picture(page, "inbox-held");
    await show("/", /Closed until/);
    await picture(page, "today-closed");

    await host.setClock(mondayAt0900);
    await host.setClock(mondayAt1025);
    await writeAs(
      servers,
      "Noor",
      mondayAt1025 - 60_000,
      "Friday",
      "Could we talk about moving Friday to the afternoon?",
    );
    await show("/", /In session/);
    await picture(page, "today-in-session");

    await host.setClock(mondayAt1510);
    await show("/", /Open until/);
    await picture(page, "today-open");
    await show("/calendar", "Maya");
    await picture(page, "calendar-week");
    await page.getByText("Agenda", { exact: true }).click();
    await picture(page, "calendar-agenda");
    await page.getByRole("button", { name: "New appointment" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await picture(page, "calendar-new");
    await show("/clients", "Maya");
    await picture(page, "clients");
    await show("/availability", "Winter break");
    await picture(page, "availability");
    await page.getByRole("button", { name: "Saturday at 2" }).click();
    await expect(page.getByText(/^Held until/).first()).toBeVisible();
    await page.getByRole("heading", { name: "What would a client get?" }).scrollIntoViewIfNeeded();
    await picture(page, "availability-ahead");
    await show("/availability/gate", "Exceptions side by side");
    await picture(page, "availability-gate");
    await show("/replies/vacation", "Dr. Lee, 555-0100");
    await picture(page, "replies");
    await page.getByText("Text message", { exact: true }).click();
    await expect(page.getByText(/1 part/)).toBeVisible();
    await picture(page, "replies-text");
    await show("/reports/policy", "In an emergency");
    await page.getByRole("button", { name: "Issue edition 1" }).click();
    await page.getByRole("button", { name: "Record the acknowledgement of Maya" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Record" }).click();
    await expect(page.getByText("1 of 8 have acknowledged edition 1.")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("heading", { name: "In an emergency" })).toBeVisible();
    await picture(page, "reports-communication-policy");
    await show("/reports/audit", "Not checked yet");
    await page.getByRole("button", { name: "Check my settings" }).click();
    await expect(page.getByText(/\d+ passed/)).toBeVisible();
    await picture(page, "reports-check");
    await show("/reports/simulator", "Alter something in the draft first.");
    await page.getByRole("button", { name: "Message hours" }).click();
    await page.getByLabel("Monday, hours 1, from").fill("08:00");
    await page.getByRole("list", { name: "What the draft changes" }).waitFor();
    await picture(page, "reports-draft");
    await page.getByRole("button", { name: /^Try it on/ }).click();
    await page.getByText("The reply would have said something else").first().click();
    await page.getByRole("table", { name: "In figures" }).scrollIntoViewIfNeeded();
    await picture(page, "reports-simulator");
    await show("/settings", "Settings");
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await picture(page, `settings-${((await tab.textContent()) ?? "").trim().toLowerCase().replaceAll(" ", "-")}`);
    }
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    await picture(page, "command-palette");
  } finally {
    await host.stop();
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
