import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Clock } from "../practice/clock.ts";
import type { EmailChannel, Notifier, Paper } from "../practice/context.ts";
import { type ComputerVault, type DoorKeeper, doorKeeper } from "../practice/door-keeper.ts";
import type { Step } from "../practice/steps.ts";
import { replyWords } from "../practice/words.ts";
import type { KeyStrength } from "../store/keyring.ts";
import { type App, createApp } from "./app.ts";
import { type ChangeStream, changeStream } from "./change-stream.ts";
import { emailChannel } from "./email-channel.ts";

/** What differs between the hosts, and what tests replace. */
export interface HostParts {
  readonly host: "electron" | "browser";
  readonly folder: string;
  readonly screensFolder: string;
  readonly migrationsFolder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly vault: ComputerVault;
  /** What makes PDFs; left out where the browser does. */
  readonly paper?: Paper;
  readonly email?: EmailChannel;
  readonly nativeBinding?: string | undefined;
  readonly keyStrength?: KeyStrength;
  readonly step?: (step: Step) => void;
  log(line: string): void;
}

/** The app put together for one host. */
export interface ComposedApp {
  readonly app: App;
  readonly door: DoorKeeper;
  readonly changes: ChangeStream;
}

/** The one place where core, store, channels and host meet. */
export function composeApp(parts: HostParts): ComposedApp {
  const changes = changeStream();
  const { clock, host, folder, migrationsFolder, notifier, vault, version, nativeBinding, log, screensFolder } = parts;
  const door = doorKeeper({
    host,
    folder,
    migrationsFolder,
    clock,
    notifier,
    paper: parts.paper ?? null,
    vault,
    version,
    nativeBinding,
    ...(parts.keyStrength === undefined ? {} : { keyStrength: parts.keyStrength }),
    log,
    newId: randomUUID,
    email: parts.email ?? emailChannel(clock),
    words: replyWords,
    changed: (...told) => changes.changed(...told),
    step: parts.step ?? (() => undefined),
  });
  return { app: createApp({ door, changes, screensFolder, log }), door, changes };
}

/** The migrations beside the sources; a bundle carries its own copy beside itself. */
export const migrationsOfSources = join(import.meta.dirname, "..", "store", "migrations");
