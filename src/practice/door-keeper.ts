import { existsSync, unlinkSync } from "node:fs";
import type { OpenDatabase } from "../store/database.ts";
import { dataFolder, openDatabase } from "../store/database.ts";
import type { Keyring, KeyStrength } from "../store/keyring.ts";
import {
  makeKeyring,
  newDataKey,
  newRecoveryKey,
  openWithPassphrase,
  openWithRecoveryKey,
  ordinaryStrength,
  readKeyring,
  withPassphrase,
  writeKeyring,
} from "../store/keyring.ts";
import { foundPractice } from "../store/practice.ts";
import type { PracticeContext } from "./context.ts";
import type { Door, FirstRun } from "./door.ts";
import { type Problem, problemOf, problemOnDisk } from "./door-problems.ts";
import { firstPolicy } from "./first-policy.ts";
import { openPractice, type RunningPractice } from "./open-practice.ts";
import { done, type Outcome, refused } from "./outcome.ts";
import type { LightView } from "./today-views.ts";
import { regionChoices } from "./words.ts";

/** The computer's own keychain; absent in a browser. Each rejects with a sentence when the system refuses. */
export interface ComputerVault {
  available(): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;
  seal(secret: Buffer): Promise<Buffer>;
  open(sealed: Buffer): Promise<Buffer>;
}

/** What the keeper needs of its host; the rest of the practice's context comes with the open database. */
export interface DoorOptions extends Omit<PracticeContext, "db" | "files"> {
  readonly folder: string;
  readonly migrationsFolder: string;
  readonly host: "electron" | "browser";
  readonly vault: ComputerVault;
  readonly nativeBinding?: string | undefined;
  /** How hard guessing the passphrase is made; ordinary where nothing is said. */
  readonly keyStrength?: KeyStrength;
}

/** A door whose practice can be woken and stopped with the app, and shown in the tray. */
export interface DoorKeeper extends Door {
  lookNow(): Promise<void>;
  /** The light for the tray, which shows it behind locked screens too; null when no practice is open. */
  light(): LightView | null;
  /** Stops the practice and closes its file. */
  shut(): Promise<void>;
}

/** Keeps the door: one practice at a time, one step at a time. */
export function doorKeeper(options: DoorOptions): DoorKeeper {
  const files = dataFolder(options.folder);
  let running: { practice: RunningPractice; database: OpenDatabase; dataKey: Buffer } | null = null;
  /** The screens are locked; the practice goes on receiving, holding and answering behind them. */
  let screensLocked = false;
  let problem: Problem | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  /** Two clicks must not open two practices: every change at the door waits for the one before. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const enter = (dataKey: Buffer, create: FirstRun | null): Outcome<null> => {
    const now = options.clock.now();
    const opened = openDatabase({
      files,
      dataKey,
      migrationsFolder: options.migrationsFolder,
      now,
      nativeBinding: options.nativeBinding,
      create: create !== null,
    });
    if (!opened.ok) {
      problem = problemOf(opened.fault, files);
      options.changed("door");
      return refused(problem.title);
    }
    if (create !== null) foundPractice(opened.value.db, firstPolicy(create, now), now);
    problem = null;
    running = { practice: openPractice({ ...options, files, db: opened.value.db }), database: opened.value, dataKey };
    options.changed("door");
    return done(null);
  };

  const keyring = (): Outcome<Keyring> => {
    const kept = readKeyring(files.keyring);
    if (kept === null) return refused("There is no practice here yet.");
    return "damaged" in kept ? refused("The key file is damaged.") : done(kept);
  };

  /** Opens with a secret, or says that it is wrong; `rekey` may change the keyring once it has proved right. */
  const unlockWith = (
    find: (kept: Keyring) => Promise<Buffer | null>,
    wrong: string,
    rekey?: (kept: Keyring, dataKey: Buffer) => Promise<Keyring>,
  ) =>
    inTurn(async (): Promise<Outcome<null>> => {
      const kept = keyring();
      if (!kept.ok) return kept;
      const dataKey = await find(kept.value);
      if (dataKey === null) return refused(wrong);
      if (rekey !== undefined) writeKeyring(files.keyring, await rekey(kept.value, dataKey));
      if (running === null) return enter(dataKey, null);
      screensLocked = false;
      options.changed("door");
      return done(null);
    });

  const withOpenKeyring = (
    passphrase: string,
    field: string,
    change: (kept: Keyring, dataKey: Buffer) => Promise<Outcome<Keyring>>,
  ) =>
    inTurn(async (): Promise<Outcome<null>> => {
      const kept = keyring();
      if (!kept.ok) return kept;
      const dataKey = await openWithPassphrase(kept.value, passphrase);
      if (dataKey === null) return refused("This is not the passphrase.", field);
      const changed = await change(kept.value, dataKey);
      if (!changed.ok) return changed;
      writeKeyring(files.keyring, changed.value);
      options.changed("door");
      return done(null);
    });

  const shut = () =>
    inTurn(async () => {
      const closing = running;
      running = null;
      if (closing === null) return;
      try {
        await closing.practice.stop();
      } finally {
        closing.database.close();
        closing.dataKey.fill(0);
      }
    });

  return {
    practice: () => (screensLocked ? null : (running?.practice ?? null)),
    light: () => running?.practice.light.now() ?? null,
    lookNow: async () => running?.practice.lookNow(),
    shut,

    lock() {
      screensLocked = running !== null;
      options.changed("door");
    },

    tryAgain() {
      problem = null;
      options.changed("door");
    },

    async view() {
      const kept = readKeyring(files.keyring);
      const damage = problem ?? problemOnDisk(kept, files);
      const vault = await options.vault.available();
      return {
        phase:
          running !== null
            ? screensLocked
              ? "locked"
              : "open"
            : damage !== null
              ? "failed"
              : kept === null
                ? "first-run"
                : "locked",
        problem: running === null ? damage : null,
        answering: running !== null,
        dataFolder: files.folder,
        host: options.host,
        computerUnlock: {
          available: vault.ok,
          enabled: kept !== null && !("damaged" in kept) && kept.computer !== null,
          reason: vault.ok ? null : vault.reason,
        },
        version: options.version,
        regions: regionChoices,
      };
    },

    create: (firstRun) =>
      inTurn(async (): Promise<Outcome<{ recoveryKey: string }>> => {
        if (running !== null || existsSync(files.keyring) || existsSync(files.database))
          return refused("There is a practice here already.");
        const dataKey = newDataKey();
        const recoveryKey = newRecoveryKey();
        const made = await makeKeyring(
          dataKey,
          firstRun.passphrase,
          recoveryKey,
          options.keyStrength ?? ordinaryStrength,
        );
        const computer = firstRun.unlockWithComputer ? await sealed(options.vault, dataKey) : done(null);
        if (!computer.ok) return computer;
        // Keys first: there must never be a practice whose key is nowhere.
        writeKeyring(files.keyring, { ...made, computer: computer.value });
        const entered = enter(dataKey, firstRun);
        if (!entered.ok) {
          unlinkSync(files.keyring);
          return entered;
        }
        return done({ recoveryKey });
      }),

    unlock: (passphrase) => unlockWith((kept) => openWithPassphrase(kept, passphrase), "This is not the passphrase."),

    unlockWithRecoveryKey: (recoveryKey, newPassphrase) =>
      unlockWith(
        (kept) => openWithRecoveryKey(kept, recoveryKey),
        "This is not the recovery key.",
        (kept, dataKey) => withPassphrase(kept, dataKey, newPassphrase),
      ),

    unlockWithComputer: () =>
      unlockWith(
        async (kept) => (kept.computer === null ? null : opened(options.vault, kept.computer)),
        "This computer could not unlock it. Please use the passphrase.",
      ),

    setComputerUnlock: (enabled, passphrase) =>
      withOpenKeyring(passphrase, "passphrase", async (kept, dataKey) => {
        if (!enabled) return done({ ...kept, computer: null });
        const computer = await sealed(options.vault, dataKey);
        return computer.ok ? done({ ...kept, computer: computer.value }) : computer;
      }),

    changePassphrase: (current, next) =>
      withOpenKeyring(current, "current", async (kept, dataKey) => done(await withPassphrase(kept, dataKey, next))),
  };
}

async function sealed(vault: ComputerVault, dataKey: Buffer): Promise<Outcome<string>> {
  const available = await vault.available();
  if (!available.ok) return refused(available.reason, "unlockWithComputer");
  try {
    return done((await vault.seal(dataKey)).toString("base64"));
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error), "unlockWithComputer");
  }
}

async function opened(vault: ComputerVault, kept: string): Promise<Buffer | null> {
  try {
    return await vault.open(Buffer.from(kept, "base64"));
  } catch {
    // The keychain was reset or belongs to another user: the passphrase still opens the door, and the screen says so.
    return null;
  }
}
