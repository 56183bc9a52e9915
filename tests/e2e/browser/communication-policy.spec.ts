import { expect, type Page, test } from "@playwright/test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launchHost, type RunningHost } from "../../harness/launch-host.ts";
import { pdfReaderMissing } from "../../servers/available.ts";
import { expectNoAxeViolations } from "../axe.ts";
import { firstRun } from "../journey.ts";
import { readPdf } from "../read-pdf.ts";

// Monday, 23 November 2026, in New York.
const mondayAt1200 = Date.parse("2026-11-23T17:00:00Z");
const emergency = { en: "Emergency: call 911.", es: "Emergencia: llame al 911." };

let folder: string;
let host: RunningHost;

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), "between-letter-"));
  host = await launchHost({ folder, now: mondayAt1200 });
  await page.goto(host.address);
  await firstRun(page);
  await addClient(page, "Maya");
  await visit(page, "/reports");
});

test.afterEach(async () => {
  await host.stop();
  rmSync(folder, { recursive: true, force: true });
});

const visit = (page: Page, path: string) => page.goto(new URL(path, host.address).href);
const letter = (page: Page) => page.getByRole("article");

async function addClient(page: Page, name: string): Promise<void> {
  await visit(page, "/clients?new");
  await page.getByRole("dialog").getByLabel("Preferred name").fill(name);
  await page.getByRole("dialog").getByLabel("E-mail address").fill(`${name.toLowerCase()}@example.org`);
  await page.getByRole("button", { name: "Add client" }).click();
  await expect(page.getByRole("article", { name })).toBeVisible();
}

async function closeTuesdays(page: Page): Promise<void> {
  await visit(page, "/availability");
  await page.getByRole("button", { name: "Remove hours 1 of Tuesday" }).click();
  await page.getByRole("button", { name: "Save message hours" }).click();
  await expect(page.getByText(/^Message hours/).last()).toBeVisible();
  await expect(page.getByRole("button", { name: "Save message hours" })).toBeDisabled();
}

test("a letter is read in two languages, issued, marked when settings change, and acknowledged", async ({ page }) => {
  await expect(letter(page)).toContainText("Monday to Friday: 9:00 AM to 5:00 PM");
  await expect(letter(page)).toContainText("Draft, not yet issued");
  await expectNoAxeViolations(page, "communication policy, no edition");
  await page.getByText("Spanish", { exact: true }).click();
  await expect(letter(page)).toContainText("De lunes a viernes: de 9:00 a.m. a 5:00 p.m.");
  await expect(letter(page)).toHaveAttribute("lang", "es");
  await page.getByText("English", { exact: true }).click();

  await page.getByRole("button", { name: "Issue edition 1" }).click();
  await expect(page.getByText("Edition 1 says what your settings say.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("No edition has been issued yet.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Issue edition 1" }).click();
  await expect(page.getByText("Edition 1 says what your settings say.")).toBeVisible();
  await expect(page.getByText("0 of 1 have acknowledged edition 1.")).toBeVisible();
  await expect(letter(page)).toContainText("Edition 1, November 23, 2026");

  await page.getByRole("button", { name: "Record the acknowledgement of Maya" }).click();
  const form = page.getByRole("dialog", { name: "Maya has acknowledged the letter" });
  await form.getByLabel("Day").fill("2026-11-24");
  await expectNoAxeViolations(page, "recording an acknowledgement");
  await form.getByRole("button", { name: "Record" }).click();
  await expect(form.getByText("This day is still to come.")).toBeVisible();
  await form.getByLabel("Day").fill("2026-11-23");
  await form.getByRole("button", { name: "Record" }).click();
  await expect(page.getByText("1 of 1 have acknowledged edition 1.")).toBeVisible();

  await closeTuesdays(page);
  await visit(page, "/");
  await page.getByRole("link", { name: "Look at the letter" }).click();
  await expect(page.getByText("Your settings have changed since edition 1: one clause differs.")).toBeVisible();
  await expect(letter(page).getByText("Changed since edition 1")).toHaveCount(1);
  await expect(letter(page).locator('[data-clause="hours"]')).toContainText("Changed since edition 1");
  await page.getByRole("button", { name: "Issue edition 2" }).click();
  await expect(page.getByText("Outdated: edition 1 on Monday, November 23")).toBeVisible();
  await expectNoAxeViolations(page, "communication policy, two editions");

  await page.getByRole("button", { name: /^Edition 1 / }).click();
  await expect(letter(page)).toContainText("Monday to Friday: 9:00 AM to 5:00 PM");
  await expect(letter(page)).toContainText("Edition 1, November 23, 2026");
});

test("the client's card tells and records the same, and what was recorded can be put back", async ({ page }) => {
  await page.getByRole("button", { name: "Issue edition 1" }).click();
  await visit(page, "/clients");
  await page.getByRole("link", { name: /Maya/ }).click();
  const card = page.getByRole("article", { name: "Maya" });
  await expect(card.getByText("Not acknowledged yet")).toBeVisible();
  await card.getByRole("button", { name: "Record acknowledgement" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Record" }).click();
  await expect(card.getByText("Edition 1 on Monday, November 23")).toBeVisible();
  await expectNoAxeViolations(page, "client's card with an acknowledgement");

  await visit(page, "/reports/policy");
  await page.getByRole("button", { name: "Remove the acknowledgement of Maya" }).click();
  await expect(page.getByText("Not acknowledged yet")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("1 of 1 have acknowledged edition 1.")).toBeVisible();
});

test("the keyboard alone reaches the reports, issues an edition and shows it", async ({ page }) => {
  await visit(page, "/");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();
  await page.getByRole("button", { name: "Issue edition 1" }).focus();
  await page.keyboard.press("Enter");
  const edition = page.getByRole("button", { name: /^Edition 1 / });
  await edition.focus();
  await page.keyboard.press("Enter");
  await expect(edition).toHaveAttribute("aria-pressed", "true");
  await expect(letter(page)).toContainText("Edition 1, November 23, 2026");
});

test("what is printed is the letter and nothing else, with the edition and the page at the foot", async ({ page }) => {
  test.skip(pdfReaderMissing !== null, pdfReaderMissing ?? "");
  await page.getByRole("button", { name: "Issue edition 1" }).click();
  await closeTuesdays(page);
  await visit(page, "/reports/policy");
  await page.getByRole("button", { name: "Issue edition 2" }).click();
  await page.getByRole("button", { name: /^Edition 2 / }).click();
  for (const [language, name] of [
    ["en", "English"],
    ["es", "Spanish"],
  ] as const) {
    await page.getByText(name, { exact: true }).click();
    await expect(letter(page)).toHaveAttribute("lang", language);
    for (const format of ["A4", "Letter"] as const) {
      const file = join(folder, `${language}-${format}.pdf`);
      await page.pdf({ path: file, format, tagged: true });
      const { text, pages, tagged, paper } = readPdf(file);
      expect(paper).toBe(format === "A4" ? "A4" : "letter");
      expect(tagged).toBe(true);
      expect(pages).toBeLessThanOrEqual(4);
      expect(text).toContain(emergency[language]);
      expect(text).toMatch(new RegExp(`${pages} ?/ ?${pages}`));
      expect(text.match(/Edition 2, November 23, 2026|Edición 2, 23 de noviembre de 2026/g)).toHaveLength(pages + 1);
      expect(text.match(/Changed since edition 1|Ha cambiado desde la edición 1/g)).toHaveLength(1);
      expect(text).not.toMatch(/Reports|Inbox|Issue edition|Save as|Acknowledged by|Undo/);
    }
  }
});

test("the saved file opens by itself, in its language, and prints", async ({ page, context }) => {
  await page.getByRole("button", { name: "Issue edition 1" }).click();
  await page.getByRole("button", { name: /^Edition 1 / }).click();
  await page.getByText("Spanish", { exact: true }).click();
  await expect(page.getByText("For a PDF choose Print", { exact: false })).toBeVisible();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as HTML" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(
    "Política de comunicación de J. Kim, LMFT - Edición 1, 23 de noviembre de 2026.html",
  );
  const file = join(folder, "letter.html");
  await download.saveAs(file);
  expect(readFileSync(file, "utf8")).toContain(emergency.es);
  const paper = await context.newPage();
  await paper.goto(pathToFileURL(file).href);
  await expect(paper.getByRole("heading", { level: 1, name: "Cómo nos comunicamos entre sesiones" })).toBeVisible();
  await expectNoAxeViolations(paper, "the letter as a file");
  if (pdfReaderMissing === null) {
    const pdf = join(folder, "letter.pdf");
    await paper.pdf({ path: pdf, format: "A4", tagged: true });
    expect(readPdf(pdf)).toMatchObject({ tagged: true, title: expect.stringContaining("Edición 1") });
  }
});
