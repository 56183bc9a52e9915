import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLog } from "../../../electron/log.ts";
import { faultName } from "../../../src/practice/fault-name.ts";
import { dataArgument, placesFor } from "../../../electron/places.ts";
import { shellMemory } from "../../../electron/shell-memory.ts";
import { userDataFolder } from "../../../src/host/user-data-folder.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "between-files-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("the desktop app keeps its practice where the Node host keeps it", () => {
  expect(placesFor(null).practice).toBe(userDataFolder());
});

test("--data moves everything the app writes", () => {
  const places = placesFor("/somewhere/else");
  expect(places.practice).toBe("/somewhere/else");
  expect(Object.values<string>({ ...places }).filter((place) => !place.startsWith("/somewhere/else"))).toEqual([]);
});

test("--data is found among the switches of Chromium", () => {
  expect(dataArgument(["electron", "--no-sandbox", ".", "--data", "/a/b", "--inspect=0"])).toBe("/a/b");
  expect(dataArgument(["electron", "--data=/a/b"])).toBe("/a/b");
  expect(dataArgument(["electron", "."])).toBeNull();
  expect(dataArgument(["electron", "--data"])).toBeNull();
});

test("the log is dated, and never grows beyond two files of half a megabyte", () => {
  const folder = temporaryFolder();
  const log = openLog(folder, () => Date.parse("2026-11-14T07:10:00Z"));
  for (let line = 0; line < 15_000; line += 1) log(`line ${line} ${"x".repeat(80)}`);
  expect(readdirSync(folder).toSorted()).toEqual(["between.1.log", "between.log"]);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(530_000);
  expect(readFileSync(join(folder, "between.log"), "utf8")).toMatch(/\n2026-11-14T07:10:00.000Z line 14999 x+\n$/);
});

test("a fault is told without its message, which may hold a client's words", () => {
  const fault = Object.assign(new Error("could not read 'Dear Dr. Kim'"), { code: "ERR_BAD" });
  expect(faultName(fault)).toMatch(/^Error ERR_BAD at /);
  expect(faultName(fault)).not.toContain("Kim");
  expect(faultName(new Error("Dear Dr. Kim,\n at night"))).not.toContain("night");
  expect(faultName("Dear Dr. Kim")).toBe("string");
});

test("the size of the window outlives the app, and a damaged file is as good as none", () => {
  const file = join(temporaryFolder(), "window.json");
  const log = () => undefined;
  const bounds = { x: 10, y: 20, width: 1100, height: 700 };
  shellMemory(file, log).set({ bounds });
  expect(shellMemory(file, log).get()).toEqual({ bounds, maximized: false, toldOfStaying: false });
  writeFileSync(file, '{"bounds":{"x":1');
  expect(shellMemory(file, log).get().bounds).toBeNull();
});
