import { existsSync } from "node:fs";
import type { DataFolder, OpenFault } from "../store/database.ts";
import type { readKeyring } from "../store/keyring.ts";
import type { DoorView } from "./settings-views.ts";

export type Problem = NonNullable<DoorView["problem"]>;

/** What is wrong with the files before anybody has tried to open them; null when nothing is. */
export function problemOnDisk(kept: ReturnType<typeof readKeyring>, files: DataFolder): Problem | null {
  const hasDatabase = existsSync(files.database);
  if (kept === null && !hasDatabase) return null;
  if (kept === null) {
    return {
      title: "The key file of this practice is missing",
      detail: `There is a practice in ${files.folder}, but practice.keys.json is not beside it. Without it nobody can read the practice.`,
      whatToDo:
        "Put practice.keys.json back from a backup. If setting up was interrupted and nothing was entered yet, move practice.db away and start again. Nothing has been changed.",
    };
  }
  if ("damaged" in kept) {
    return {
      title: "The key file of this practice is damaged",
      detail: `practice.keys.json in ${files.folder} cannot be read.`,
      whatToDo: "Put practice.keys.json back from a backup. Nothing has been changed.",
    };
  }
  return hasDatabase ? null : problemOf({ kind: "missing", detail: files.database }, files);
}

/** What a fault of opening means, and what to do about it. */
export function problemOf(fault: OpenFault, files: DataFolder): Problem {
  const where = `The practice is in ${files.folder}.`;
  switch (fault.kind) {
    case "damaged":
      return {
        title: "The practice is damaged",
        detail: `${where} Its file cannot be read in full.`,
        whatToDo: `Close the app and put a copy from ${files.backups} in the place of practice.db. Nothing has been changed.`,
      };
    case "missing":
      return {
        title: "The practice is missing",
        detail: `The keys are in ${files.folder}, but practice.db is not.`,
        whatToDo:
          "Put practice.db back from a backup, or start the app with the folder it was moved to. If setting up was interrupted and nothing was entered yet, move practice.keys.json away and start again. Nothing has been changed.",
      };
    case "newer":
      return {
        title: "This practice was kept by a newer version",
        detail: `${where} A newer version of Between Sessions has changed it.`,
        whatToDo: "Install the newest version and open it again. Nothing has been changed.",
      };
    case "in-use":
      return {
        title: "This practice is already open",
        detail: `${where} Another Between Sessions has it open.`,
        whatToDo: "Use the other window, or close it and try again. Nothing has been changed.",
      };
    case "no-space":
      return {
        title: "The disk is full or cannot be written",
        detail: where,
        whatToDo: "Make room on the disk and open the practice again. Nothing has been changed.",
      };
    case "not-upgraded":
      return {
        title: "The practice could not be brought up to date",
        detail: `${where} This version of Between Sessions has to change its file and could not.`,
        whatToDo: `Use the version you had before. A copy of the practice is in ${files.backups}. Nothing has been changed.`,
      };
    default:
      return fault satisfies never;
  }
}
