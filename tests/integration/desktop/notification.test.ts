import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { noticeFor } from "../../../src/domain/notice.ts";
import { desktopMissing, serverScripts } from "../../servers/index.ts";

const run = promisify(execFile);
const script = join(import.meta.dirname, "show-notice.ts");
const field = z.object({ data: z.string() });
const historySchema = z.object({
  data: z.array(
    z.array(z.object({ summary: field, body: field, appname: field, timeout: z.object({ data: z.number() }) })),
  ),
});

const title = desktopMissing === null ? "on a real desktop" : `on a real desktop (not run, missing: ${desktopMissing})`;

describe.skipIf(desktopMissing !== null)(title, () => {
  test("the digest at opening is shown by the desktop as one notification of ours", async () => {
    const notice = noticeFor({
      safety: 0,
      unanswered: 0,
      undelivered: 0,
      unopened: 0,
      released: 6,
      direct: 0,
      peopleSinceVacation: null,
    });
    if (notice === null) throw new Error("Six messages make a notice.");
    const { stdout } = await run(join(serverScripts, "desktop.sh"), [
      "--",
      process.execPath,
      script,
      notice.title,
      notice.body,
      "calm",
    ]);
    const shown = historySchema.parse(JSON.parse(stdout)).data.flat();
    expect(shown).toMatchObject([
      {
        summary: { data: "6 messages in your inbox" },
        body: { data: "6 waited while you were not to be disturbed." },
        appname: { data: "Between Sessions" },
      },
    ]);
  });

  test("a message let through for safety stays on the desktop until it is taken away", async () => {
    const notice = noticeFor({
      safety: 1,
      unanswered: 0,
      undelivered: 0,
      unopened: 0,
      released: 0,
      direct: 0,
      peopleSinceVacation: null,
    });
    const { stdout } = await run(join(serverScripts, "desktop.sh"), [
      "--",
      process.execPath,
      script,
      notice?.title ?? "",
      notice?.body ?? "",
      "urgent",
    ]);
    expect(historySchema.parse(JSON.parse(stdout)).data.flat()).toMatchObject([
      { summary: { data: "1 message let through for safety" }, timeout: { data: 0 } },
    ]);
  });

  test("where no desktop answers, showing is refused instead of waited for", async () => {
    const { DISPLAY: _display, DBUS_SESSION_BUS_ADDRESS: _bus, ...env } = process.env;
    const { stdout } = await run(process.execPath, [script, "title", "body"], {
      env: { ...env, DBUS_SESSION_BUS_ADDRESS: "unix:path=/nowhere" },
    });
    expect(JSON.parse(stdout)).toEqual({ refused: true });
  });
});
