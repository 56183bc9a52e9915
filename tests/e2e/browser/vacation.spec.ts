import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";
import { call } from "../sample-practice.ts";

// In New York. The vacation is from Monday 7 to Sunday 13 December 2026.
const mondayAt10 = Date.parse("2026-11-30T15:00:00Z");
const tuesdayAway = Date.parse("2026-12-08T16:00:00Z");

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-vacation-"));
  host = await launchHost({ folder, now: mondayAt10 });
  await page.goto(host.address);
  await firstRun(page);
  await practiceWithSessions(page);
  await page.goto(new URL("/availability", host.address).href);
  await expect(page.getByRole("link", { name: "Plan a vacation" })).toBeVisible();
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Maya comes on Tuesdays, Ben - who reads Spanish - on Wednesdays and Thursdays; Ola wants no automatic mail. */
async function practiceWithSessions(page: Page): Promise<void> {
  // Nobody listens there, so no notice ever leaves.
  const nowhere = { host: "127.0.0.1", port: 9, security: "tls" };
  await call(page, "mailboxes.connect", {
    address: "kim@example.org",
    displayName: "J. Kim",
    aliases: [],
    username: "kim",
    password: "secret",
    imap: nowhere,
    smtp: nowhere,
    certificateAuthority: null,
  });
  const add = async (preferredName: string, language: string, optedOut: boolean): Promise<string> => {
    const answer = await call(page, "clients.add", {
      preferredName,
      language,
      emails: [`${preferredName.toLowerCase()}@example.org`],
      urgent: false,
      optedOut,
    });
    return /"id":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? "";
  };
  const book = (clientId: string, start: string) =>
    call(page, "calendar.book", {
      clientId,
      title: "",
      start,
      durationMinutes: 50,
      repeats: { unit: "week", every: 1, weekdays: [], until: null },
    });
  await book(await add("Maya", "en", false), "2026-12-01T10:00");
  const ben = await add("Ben", "es", false);
  await book(ben, "2026-12-02T14:00");
  await book(ben, "2026-12-03T15:00");
  await add("Ola", "en", true);
}

const heading = (page: Page, name: string) => expect(page.getByRole("heading", { level: 2, name })).toBeVisible();

async function planDays(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Plan a vacation" }).click();
  await heading(page, "Days and cover");
  await page.getByLabel("First day").fill("2026-12-07");
  await page.getByLabel("Last day").fill("2026-12-13");
}

test("a vacation is planned step by step, left and taken up again, finished, undone, finished, and ended early", async ({
  page,
}) => {
  await planDays(page);
  await page.getByLabel("Why nobody covers").focus();
  await page.getByLabel("Covering clinician").focus();
  await expect(page.getByText("Name who covers, or say why nobody does.")).toBeVisible();
  await page.getByLabel("Covering clinician").fill("Dr. Lee");
  await page.getByLabel("Their phone number").fill("555-0100");
  await expectNoAxeViolations(page, "vacation, days");
  await page.getByRole("button", { name: "Next" }).click();

  await heading(page, "Sessions in the way");
  await expect(page.getByRole("heading", { level: 2, name: "Sessions in the way" })).toBeFocused();
  await page.getByRole("button", { name: "Cancel all 3 sessions" }).click();
  const bens = page.getByRole("radiogroup", { name: /^Ben, Wednesday, December 9/ });
  await bens.getByText("Move").click();
  await expect(page.getByLabel("New time")).toHaveValue("2026-12-14T09:00");
  await page.getByRole("button", { name: "Free time after" }).click();
  await expect(page.getByLabel("New time")).toHaveValue("2026-12-14T09:15");
  await page.getByLabel("New time").fill("2026-12-15T10:20");
  await expect(page.getByText("Meets Maya, 10:00–10:50.")).toBeVisible();
  await page.getByLabel("New time").fill("2026-12-15T11:30");
  await expect(page.getByText("Meets Maya, 10:00–10:50.")).toHaveCount(0);
  await expectNoAxeViolations(page, "vacation, sessions");
  await page.getByRole("button", { name: "Next" }).click();

  await heading(page, "Notices to clients");
  await expect(page.getByRole("checkbox", { name: "Maya" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Ola" })).toBeDisabled();
  await expect(page.getByText("Cannot be reached: Asked for no automatic messages.")).toBeVisible();
  const preview = page.getByRole("region", { name: "How it arrives" });
  await preview.getByLabel("Client").selectOption("Maya");
  await expect(
    preview.getByText(/Your appointment on Tuesday, December 8, 10:00 AM .* does not take place\./),
  ).toBeVisible();
  await preview.getByLabel("Client").selectOption("Ben");
  await expect(preview.getByText(/Nueva hora: martes, 15 de diciembre/)).toBeVisible();
  await page.getByRole("tab", { name: "English" }).click();
  await page.getByLabel("Shipped wording").fill("I am away until {nextOpening}.\n{nickname}");
  await expect(page.getByText(/\{nickname\} is not known/)).toBeVisible();
  await page.getByRole("button", { name: "Back to the shipped wording" }).click();
  await expectNoAxeViolations(page, "vacation, notices");

  await page.getByRole("button", { name: "Go on later" }).click();
  await expect(page.getByText("A vacation you began to plan. Nothing of it holds yet.")).toBeVisible();
  await expectNoAxeViolations(page, "availability with a vacation begun");
  await page.getByRole("link", { name: "Go on planning" }).click();
  await expect(page.getByLabel("Covering clinician")).toHaveValue("Dr. Lee");
  await page.getByRole("button", { name: "Replies" }).click();

  await heading(page, "What clients will be told");
  await expect(page.getByText("Dr. Lee, 555-0100").first()).toBeVisible();
  await expect(page.getByText("They get no automatic reply, by your settings.")).toBeVisible();
  await expectNoAxeViolations(page, "vacation, replies");
  await page.getByRole("button", { name: "Next" }).click();

  await heading(page, "Before you leave");
  await expect(
    page.getByText("2 sessions are cancelled. 1 session is moved. 2 notices leave tomorrow", { exact: false }),
  ).toBeVisible();
  await expectNoAxeViolations(page, "vacation, summary");
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("Monday, December 7 to Sunday, December 13", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await heading(page, "Before you leave");
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(
    page.getByText("Ben, Wednesday, December 9, 2:00 PM: moved to Tuesday, December 15, 11:30 AM"),
  ).toBeVisible();
  await expect(page.getByText("Waiting to be sent")).toHaveCount(2);
  await expectNoAxeViolations(page, "vacation, planned");
  await page.getByRole("button", { name: "Take back the notice to Ben" }).click();
  await expect(page.getByText("Waiting to be sent")).toHaveCount(1);

  await host.setClock(tuesdayAway);
  await page.reload();
  await expect(page.getByText("You are away.")).toBeVisible();
  await page.getByRole("button", { name: "I am back" }).click();
  const dialog = page.getByRole("dialog", { name: "I am back" });
  // Maya's session was an hour ago: nothing brings that back.
  await expect(dialog.getByRole("checkbox")).toHaveCount(2);
  await dialog.getByRole("checkbox", { name: /^Ben, Thursday/ }).uncheck();
  await expectNoAxeViolations(page, "vacation, coming back");
  await dialog.getByRole("button", { name: "End the vacation now" }).click();
  await expect(page.getByText("You came back early.")).toBeVisible();
  await expect(page.getByText("Open until 5:00 PM").first()).toBeVisible();
  await expect(page.getByText(/Ben, Thursday, December 10, 3:00 PM: cancelled/)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText("You are away.")).toBeVisible();
});

test("a vacation without cover or with impossible days says what is missing and leads there, and can be removed", async ({
  page,
}) => {
  await planDays(page);
  await page.getByLabel("Last day").fill("2026-12-01");
  await expect(page.getByText("The last day comes before the first.")).toBeVisible();
  await page.getByLabel("Last day").fill("2026-12-13");
  await page.getByRole("button", { name: "Summary" }).click();
  await expect(page.getByText("Name who covers, or say why nobody does.")).toBeVisible();
  await page.getByRole("button", { name: "Finish" }).click();
  await page.getByRole("button", { name: "To “Days and cover”" }).click();
  await page.getByLabel("Why nobody covers").fill("Everybody has a crisis plan of their own.");
  await page.getByRole("button", { name: "Summary" }).click();
  await expect(page.getByText("Nobody covers: Everybody has a crisis plan of their own.")).toBeVisible();
  await page.getByRole("button", { name: "Finish" }).click();
  await expect(page.getByText("Planned.", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove the vacation" });
  await expectNoAxeViolations(page, "vacation, removing");
  await dialog.getByRole("button", { name: "Remove the vacation" }).click();
  await expect(page.getByText("You took this vacation back.")).toBeVisible();
});

test("a vacation is planned with the keyboard alone, by the command palette", async ({ page }) => {
  await page.keyboard.press("Control+K");
  await page.getByPlaceholder("Search actions and clients").fill("vacation");
  await page.keyboard.press("Enter");
  await heading(page, "Days and cover");
  await page.getByLabel("First day").focus();
  await page.keyboard.press("Escape");
  await heading(page, "Days and cover");
  await page.getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await heading(page, "Sessions in the way");
  await page.getByRole("radiogroup", { name: /^Maya/ }).getByRole("radio", { checked: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radiogroup", { name: /^Maya/ }).getByRole("radio", { name: "Cancel" })).toBeChecked();
});
