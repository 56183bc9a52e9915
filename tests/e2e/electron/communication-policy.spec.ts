import { expect, test } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchElectron, type RunningElectron } from "../../harness/launch-electron.ts";
import { pdfReaderMissing } from "../../servers/available.ts";
import { readPdf } from "../read-pdf.ts";
import { foundPractice } from "./practice-in-window.ts";

/** Puts what the window wants to keep where the person would have said; settles when it is there. */
const keepAs = ({ electron }: RunningElectron, file: string) =>
  electron.evaluate(
    ({ session }, path) =>
      new Promise<string>((resolve) => {
        session.fromPartition("screens").once("will-download", (_event, item) => {
          item.setSavePath(path);
          item.once("done", (_done, state) => resolve(`${item.getFilename()} ${state}`));
        });
      }),
    file,
  );

test("the letter is saved as a PDF whose words a person can select, in both languages", async () => {
  test.skip(pdfReaderMissing !== null, pdfReaderMissing ?? "");
  const folder = mkdtempSync(join(tmpdir(), "between-letter-"));
  // A Tuesday in New York.
  const app = await launchElectron({ folder, now: Date.parse("2026-11-17T14:30:00Z") });
  const { page } = app;
  try {
    await foundPractice(page);
    await page.getByRole("navigation").getByRole("link", { name: "Reports" }).click();
    await page.getByRole("button", { name: "Issue edition 1" }).click();
    await page.getByRole("button", { name: /^Edition 1 / }).click();
    for (const [name, said, title] of [
      ["English", "Emergency: call 911. Crisis: call or text 988, any time.", "Edition 1, November 17, 2026"],
      ["Spanish", "Cuándo leo los mensajes", "Edición 1, 17 de noviembre de 2026"],
    ] as const) {
      await page.getByText(name, { exact: true }).click();
      await expect(page.getByRole("article")).toContainText(title);
      const file = join(folder, `${name}.pdf`);
      const kept = keepAs(app, file);
      await page.getByRole("button", { name: "Save as PDF" }).click();
      expect(await kept).toMatch(new RegExp(`${title}\\.pdf completed$`));
      const pdf = readPdf(file);
      expect(pdf).toMatchObject({ tagged: true, paper: "letter", title: expect.stringContaining(title) });
      expect(pdf.text).toContain(said);
    }
    // The page that was printed is gone again.
    await expect.poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("nothing but what the screens made themselves can be kept", async () => {
  const folder = mkdtempSync(join(tmpdir(), "between-letter-"));
  const app = await launchElectron({ folder, now: Date.parse("2026-11-17T14:30:00Z") });
  try {
    const prevented = app.electron.evaluate(
      ({ session }) =>
        new Promise<boolean>((resolve) => {
          session.fromPartition("screens").once("will-download", (event) => resolve(event.defaultPrevented));
        }),
    );
    await app.page.evaluate(() => {
      const link = document.createElement("a");
      Object.assign(link, { href: "data:text/plain,no", download: "no.txt" });
      document.body.append(link);
      link.click();
    });
    expect(await prevented).toBe(true);
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});
