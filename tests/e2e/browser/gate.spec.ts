import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";

// In New York, a Monday in message hours.
const mondayAt1210 = Date.parse("2026-11-23T17:10:00Z");

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-gate-"));
  host = await launchHost({ folder, now: mondayAt1210 });
  await page.goto(host.address);
  await firstRun(page);
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const visit = async (page: Page, path: string, heading: string) => {
  await page.goto(new URL(path, host.address).href);
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
};

const addMaya = async (page: Page) => {
  await visit(page, "/clients?new", "Clients");
  const form = page.getByRole("dialog", { name: "Add a client" });
  await form.getByLabel("Preferred name").fill("Maya");
  await form.getByLabel("E-mail address", { exact: true }).fill("maya@example.org");
  await form.getByRole("button", { name: "Add client" }).click();
  await expect(page.getByRole("article", { name: "Maya" })).toBeVisible();
};

test("the rules of the gate are set in their order, with undo, and the preview follows", async ({ page }) => {
  await visit(page, "/availability", "Availability");
  await page.getByRole("tab", { name: "What may interrupt" }).click();
  await expect(page).toHaveURL(/\/availability\/gate$/);
  await expect(page.getByText("Surfaced: it is within your message hours.")).toBeVisible();
  await expectNoAxeViolations(page, "availability, gate");

  // One after the other without waiting: neither change undoes the other.
  await page.getByLabel("Let repeated contact surface").click();
  await page.getByLabel("Let messages come together").click();
  await expect(page.getByLabel("At least")).toBeHidden();
  await page.getByLabel("Let repeated contact surface").click();
  await expect(page.getByText("Held until 12:30 PM: your messages come together at set times.")).toBeVisible();
  await page.getByLabel("When", { exact: true }).selectOption("At the full hour");
  await expect(page.getByText("Held until 1:00 PM: your messages come together at set times.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText("Held until 12:30 PM: your messages come together at set times.")).toBeVisible();

  await page.getByLabel("At least").fill("1");
  await page.getByRole("button", { name: "Save repeated contact" }).click();
  await expect(page.getByText("A whole number from 2 to 10, please.")).toBeVisible();
  await expectNoAxeViolations(page, "availability, gate, a number refused");
  await page.getByLabel("At least").fill("4");
  await page.getByRole("button", { name: "Save repeated contact" }).click();
  await expect(page.getByText("Not saved yet.")).toBeHidden();

  await page.getByLabel("Before a session", { exact: true }).fill("10");
  await page.getByRole("button", { name: "Save buffers" }).click();
  await page.getByLabel("Show again every").fill("5");
  await page.getByRole("button", { name: "Save safety notifications" }).click();
  await page.getByLabel("Let messages before a session surface").click();
  await expect(page.getByRole("radio", { name: /speak of coming late/ })).toBeChecked();
  await page.getByText("All of that client's messages").click();
  await expect(page.getByRole("radio", { name: /All of that client/ })).toBeChecked();
  await page.reload();
  await expect(page.getByLabel("Before a session", { exact: true })).toHaveValue("10 minutes");
  await expect(page.getByLabel("Show again every")).toHaveValue("5 minutes");
  await expect(page.getByLabel("At least")).toHaveValue("4 messages");
  await expectNoAxeViolations(page, "availability, gate with every rule");
});

test("safety phrases are added and removed, and shipped ones come back", async ({ page }) => {
  await visit(page, "/availability/gate", "Availability");
  await page.getByLabel("New safety phrase").fill("the bridge again");
  await page.getByRole("button", { name: "Add phrase" }).click();
  const own = page.getByRole("list", { name: "Your own safety phrases" });
  await expect(own.getByText("the bridge again")).toBeVisible();
  await page.getByLabel("New safety phrase").fill("The bridge again");
  await page.getByRole("button", { name: "Add phrase" }).click();
  await expect(page.getByText("This phrase is on the list already.")).toBeVisible();

  await page.getByText(/^Dying and self-harm/).click();
  await page.getByRole("button", { name: "Remove suicide", exact: true }).click();
  await expect(page.getByText("1 phrase that the app comes with is not on your list.")).toBeVisible();
  await expectNoAxeViolations(page, "availability, safety phrases");
  await page.getByRole("button", { name: "Add it again" }).click();
  await expect(page.getByRole("button", { name: "Remove suicide", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Remove the bridge again" }).click();
  await expect(page.getByText("None of your own yet.")).toBeVisible();
});

test("hours are agreed with a client, suspended, looked at side by side, and end with archiving", async ({ page }) => {
  await addMaya(page);
  const card = page.getByRole("article", { name: "Maya" });
  await card.getByRole("button", { name: "Agree on hours" }).click();
  const form = page.getByRole("dialog", { name: "Hours agreed with Maya" });
  await form.getByRole("button", { name: "Save agreed hours" }).click();
  await expect(form.getByText("Say why this was agreed.")).toBeVisible();
  await expectNoAxeViolations(page, "agreed hours, form");
  await form.getByLabel("Reason").fill("Phone coaching");
  await form.getByLabel("Last day").fill("2026-11-01");
  await form.getByRole("button", { name: "Save agreed hours" }).click();
  await expect(form.getByText("The last day comes before the first.")).toBeVisible();
  await form.getByLabel("Last day").fill("2027-02-26");
  await form.getByLabel("Review on").fill("2026-11-24");
  await form.getByLabel("At most").fill("3");
  await form.getByRole("button", { name: "Save agreed hours" }).click();
  await expect(form).toBeHidden();

  const agreed = card.getByRole("region", { name: "Agreed hours" });
  await expect(agreed).toContainText("Mon, Tue, Wed, Thu, Fri 6:00 PM to 8:00 PM");
  await expect(agreed).toContainText("0 of 3 used this week");
  await agreed.getByRole("button", { name: "Suspend for 24 hours" }).click();
  await expect(agreed).toContainText("Suspended until tomorrow 12:10 PM");
  await expectNoAxeViolations(page, "client card with agreed hours");
  await agreed.getByRole("button", { name: "Resume" }).click();
  await expect(agreed).toContainText("In force");
  await agreed.getByRole("button", { name: "End today" }).click();
  await expect(agreed.getByRole("button", { name: "End today" })).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(agreed).toContainText("February 26, 2027");

  await visit(page, "/availability/gate", "Availability");
  const table = page.getByRole("table", { name: "Exceptions side by side" });
  await expect(table).toContainText("Phone coaching");
  await expectNoAxeViolations(page, "exceptions side by side");

  await host.setClock(mondayAt1210 + 86_400_000);
  await visit(page, "/", "Today");
  await expect(page.getByText(/The hours agreed with Maya (are|were) to be looked at again/)).toBeVisible();
  await page.getByRole("link", { name: "Look at the hours" }).click();
  await expect(agreed).toContainText("Due since Tuesday");

  await card.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("Maya archived. The hours agreed with them have ended.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await page.getByRole("link", { name: /Maya/ }).click();
  await expect(agreed).toContainText("Phone coaching");
});

test("a client's zone and an address that others read too are kept", async ({ page }) => {
  await addMaya(page);
  const card = page.getByRole("article", { name: "Maya" });
  await card.getByRole("combobox", { name: "Time zone" }).fill("Madrid");
  await page.getByRole("option", { name: "Europe/Madrid" }).click();
  await card.getByLabel("Others read this address too").check();
  await card.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.reload();
  await expect(card.getByRole("combobox", { name: "Time zone" })).toHaveValue("Europe/Madrid");
  await expect(card.getByLabel("Others read this address too")).toBeChecked();
  await card.getByRole("button", { name: "Add another address" }).click();
  await card.getByLabel("E-mail address 2").fill("maya@work.example");
  await card.getByRole("button", { name: "Remove address 1" }).click();
  await expect(card.getByLabel("Others read this address too")).not.toBeChecked();
  await expectNoAxeViolations(page, "client card");
});

test("policy versions are listed with what changed, compared and restored", async ({ page }) => {
  await visit(page, "/availability/gate", "Availability");
  await page.getByLabel("Let messages come together").click();
  await expect(page.getByLabel("When", { exact: true })).toBeVisible();
  await page.getByLabel("Before a session", { exact: true }).fill("10");
  await page.getByRole("button", { name: "Save buffers" }).click();
  await expect(page.getByText("Not saved yet.")).toBeHidden();

  await visit(page, "/settings/versions", "Settings");
  const list = page.getByRole("list", { name: "Policy versions" });
  await expect(list).toContainText("Version 3, Today 12:10 PM (in force)");
  await expect(list).toContainText("Buffer before a session: 0 minutes → 10 minutes.");
  await page.getByLabel("From", { exact: true }).selectOption("1");
  const differences = page.getByRole("list", { name: "Differences" });
  await expect(differences.getByRole("listitem")).toHaveText([
    "Buffer before a session: 0 minutes → 10 minutes.",
    "Batches: off → every 30 minutes.",
  ]);
  await expectNoAxeViolations(page, "settings, policy versions");
  await page.getByLabel("To", { exact: true }).selectOption("1");
  await expect(page.getByText("These two are the same.")).toBeVisible();

  await page.getByRole("button", { name: "Restore version 2" }).click();
  await expect(list).toContainText("Version 4, Today 12:10 PM (in force)");
  await expect(list).toContainText("Buffer before a session: 10 minutes → 0 minutes.");
  await expect(page.getByText("Version 2 holds again.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(list).toContainText("Version 5, Today 12:10 PM (in force)");
});
