import SqliteDatabase from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { nameCalendar } from "./calendar-name.ts";
import * as schema from "./schema.ts";

/** Where one practice lives. */
export interface DataFolder {
  readonly folder: string;
  readonly database: string;
  readonly keyring: string;
  readonly backups: string;
}

/** The files of the practice in `folder`. */
export function dataFolder(folder: string): DataFolder {
  return {
    folder,
    database: join(folder, "practice.db"),
    keyring: join(folder, "practice.keys.json"),
    backups: join(folder, "backups"),
  };
}

/** The database or a transaction on it; what repositories take. */
export type Database = BaseSQLiteDatabase<"sync", SqliteDatabase.RunResult, typeof schema>;

/** An open, migrated, exclusively held database. */
export interface OpenDatabase {
  readonly db: Database;
  close(): void;
}

/** Why a database could not be opened. Nothing was changed on disk. */
export type OpenFault =
  | { readonly kind: "damaged"; readonly detail: string }
  | { readonly kind: "missing"; readonly detail: string }
  | { readonly kind: "newer"; readonly detail: string }
  | { readonly kind: "in-use"; readonly detail: string }
  | { readonly kind: "no-space"; readonly detail: string }
  | { readonly kind: "not-upgraded"; readonly detail: string };

export interface OpenOptions {
  readonly files: DataFolder;
  readonly dataKey: Buffer;
  readonly migrationsFolder: string;
  /** Make a new, empty database; otherwise a missing file is a fault. */
  readonly create: boolean;
  /** Names the backup that is taken before a migration. */
  readonly now: number;
  /** A build of the native driver for hosts without its own; tests only. */
  readonly nativeBinding?: string | undefined;
}

/**
 * Opens the encrypted database: key first, then a full look at its pages, then - after a backup copy - the migrations it
 * lacks. WAL with `synchronous=FULL`, foreign keys on, held exclusively so that no second app sends from it.
 */
export function openDatabase(
  options: OpenOptions,
): { ok: true; value: OpenDatabase } | { ok: false; fault: OpenFault } {
  const { files, dataKey, migrationsFolder, now, nativeBinding, create } = options;
  mkdirSync(files.folder, { recursive: true, mode: 0o700 });
  const existed = existsSync(files.database);
  if (existed === create)
    return {
      ok: false,
      fault: existed
        ? { kind: "in-use", detail: "A practice is already there." }
        : { kind: "missing", detail: files.database },
    };
  const client = new SqliteDatabase(files.database, {
    timeout: 0,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
  try {
    client.pragma("cipher='sqlcipher'");
    client.pragma(`key="x'${dataKey.toString("hex")}'"`);
    client.pragma("locking_mode=exclusive");
    client.pragma("journal_mode=wal");
    client.pragma("synchronous=full");
    client.pragma("foreign_keys=on");
    client.pragma("temp_store=memory");
    if (existed) {
      const damage = damageOf(client);
      if (damage !== null) return refuse(client, { kind: "damaged", detail: damage });
      const standing = standingOf(client, migrationsFolder);
      if (standing === "newer") return refuse(client, { kind: "newer", detail: "It holds tables of a later version." });
      if (standing === "behind") copyBefore(client, files, now);
    }
    const db = drizzle(client, { schema });
    const upgrade = upgraded(() => migrate(db, { migrationsFolder }));
    if (upgrade !== null) return refuse(client, upgrade);
    nameCalendar(client);
    return { ok: true, value: { db, close: () => client.close() } };
  } catch (error) {
    client.close();
    const fault = faultOf(error);
    if (fault === null) throw error;
    return { ok: false, fault };
  }
}

/** Runs the migrations, all in one transaction; null when they are done. */
function upgraded(run: () => void): OpenFault | null {
  try {
    run();
    return null;
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    return faultOf(cause) ?? { kind: "not-upgraded", detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

function refuse(client: SqliteDatabase.Database, fault: OpenFault): { ok: false; fault: OpenFault } {
  client.close();
  return { ok: false, fault };
}

/** Every page carries its own seal, so a quick check notices a single changed bit. */
function damageOf(client: SqliteDatabase.Database): string | null {
  const result = z.string().parse(client.pragma("quick_check(1)", { simple: true }));
  return result === "ok" ? null : result;
}

const journalSchema = z.object({ entries: z.array(z.object({ when: z.int() })) });

function standingOf(client: SqliteDatabase.Database, migrationsFolder: string): "current" | "behind" | "newer" {
  const known = journalSchema.parse(JSON.parse(readFileSync(join(migrationsFolder, "meta", "_journal.json"), "utf8")));
  const newestKnown = Math.max(0, ...known.entries.map((entry) => entry.when));
  const hasTable =
    client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get() !== undefined;
  if (!hasTable) return "behind";
  const row = z
    .object({ newest: z.number().nullable() })
    .parse(client.prepare("select max(created_at) as newest from __drizzle_migrations").get());
  const newest = row.newest ?? 0;
  if (newest > newestKnown) return "newer";
  return newest < newestKnown ? "behind" : "current";
}

/** A copy under the same key; half a copy from an earlier crash is replaced. */
function copyBefore(client: SqliteDatabase.Database, files: DataFolder, now: number): void {
  mkdirSync(files.backups, { recursive: true, mode: 0o700 });
  const copy = join(files.backups, `practice-${new Date(now).toISOString().replaceAll(":", "")}.db`);
  if (existsSync(copy)) unlinkSync(copy);
  client.prepare("vacuum into ?").run(copy);
}

/** The backup copies that exist, newest first. */
export function listBackups(files: DataFolder): { name: string; at: number; bytes: number }[] {
  if (!existsSync(files.backups)) return [];
  return readdirSync(files.backups)
    .filter((name) => name.endsWith(".db"))
    .map((name) => {
      const { mtimeMs, size } = statSync(join(files.backups, name));
      return { name, at: Math.trunc(mtimeMs), bytes: size };
    })
    .toSorted((a, b) => b.at - a.at);
}

function faultOf(error: unknown): OpenFault | null {
  if (!(error instanceof SqliteDatabase.SqliteError)) return null;
  if (error.code === "SQLITE_NOTADB" || error.code.startsWith("SQLITE_CORRUPT"))
    return { kind: "damaged", detail: error.message };
  if (error.code.startsWith("SQLITE_BUSY") || error.code === "SQLITE_LOCKED")
    return { kind: "in-use", detail: error.message };
  if (error.code === "SQLITE_FULL" || error.code.startsWith("SQLITE_IOERR"))
    return { kind: "no-space", detail: error.message };
  return null;
}
