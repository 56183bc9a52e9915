import { BrowserWindow, session } from "electron";
import type { Paper } from "../src/practice/context.ts";
import { guardSession } from "./session-guard.ts";

/** A letter that is not on paper in this time never will be. Milliseconds. */
const patience = 30_000;

/**
 * Puts HTML on paper in a window that nobody sees, without script and with a session of its own, which is cut off from
 * everything. The PDF is Chromium's own: its text can be selected, and its structure and language are told to readers.
 */
export function desktopPaper(log: (line: string) => void): Paper {
  return {
    async pdf(html, size) {
      const blank = session.fromPartition("paper");
      guardSession(blank, log);
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: blank, sandbox: true, javascript: false, webviewTag: false, spellcheck: false },
      });
      const late = new Promise<never>((_, reject) => {
        const timer = setTimeout(() => reject(new Error("the page was not printed in time")), patience);
        window.once("closed", () => clearTimeout(timer));
      });
      try {
        return await Promise.race([print(window, html, size), late]);
      } catch (error) {
        log(`no pdf: ${error instanceof Error ? error.name : "unknown reason"}`);
        throw error;
      } finally {
        window.destroy();
      }
    },
  };
}

async function print(window: BrowserWindow, html: string, pageSize: "A4" | "Letter"): Promise<Uint8Array> {
  await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  return window.webContents.printToPDF({ pageSize, generateTaggedPDF: true, generateDocumentOutline: true });
}
