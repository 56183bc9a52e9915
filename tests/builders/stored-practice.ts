import { cpSync } from "node:fs";
import { join } from "node:path";
import { migrationsOfSources } from "../../src/host/compose-app.ts";
import type { DoorKeeper } from "../../src/practice/door-keeper.ts";
import type { Practice } from "../../src/practice/practice.ts";
import { dataFolder, openDatabase, type OpenDatabase } from "../../src/store/database.ts";
import { openWithPassphrase, readKeyring } from "../../src/store/keyring.ts";
import { passphrase, temporaryFolder, type TestPractice, testDoor, value } from "./practice.ts";

/** The files as a crash at this moment would leave them: a copy of a practice that is still open. */
export function crashImage(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** The same practice behind a new door, as after quitting the app or, with the image of a crash, after that. */
export async function opened(
  { clock, email, notices }: TestPractice,
  folder: string,
): Promise<{ door: DoorKeeper; practice: Practice }> {
  const door = testDoor(folder, clock, email, notices);
  value(await door.unlock(passphrase));
  await door.lookNow();
  const practice = door.practice();
  if (practice === null) throw new Error("The practice did not open.");
  return { door, practice };
}

/** The data key of a practice that uses the passphrase of these tests. */
export async function dataKeyOf(folder: string): Promise<Buffer> {
  const keyring = readKeyring(join(folder, "practice.keys.json"));
  if (keyring === null || "damaged" in keyring) throw new Error("There is no keyring.");
  const key = await openWithPassphrase(keyring, passphrase);
  if (key === null) throw new Error("The passphrase is another one.");
  return key;
}

/** Opens the database of a practice that is shut. */
export async function storedPractice(folder: string): Promise<OpenDatabase> {
  const opening = openDatabase({
    files: dataFolder(folder),
    dataKey: await dataKeyOf(folder),
    migrationsFolder: migrationsOfSources,
    create: false,
    now: 0,
  });
  if (!opening.ok) throw new Error(opening.fault.detail);
  return opening.value;
}
