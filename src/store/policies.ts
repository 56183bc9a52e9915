import { desc, eq } from "drizzle-orm";
import { type Policy, policySchema, type PolicyVersion } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { policyTable } from "./schema.ts";

/** The policy in force. There is always one: the first is stored when the practice is made. */
export function currentPolicy(db: Database): PolicyVersion {
  const row = db.select().from(policyTable).orderBy(desc(policyTable.version)).limit(1).get();
  if (row === undefined) throw new Error("The practice has no policy.");
  return { version: row.version, policy: policySchema.parse(row.document) };
}

/** An earlier version, or null when there never was one with that number. */
export function policyVersion(db: Database, version: number): PolicyVersion | null {
  const row = db.select().from(policyTable).where(eq(policyTable.version, version)).get();
  return row === undefined ? null : { version: row.version, policy: policySchema.parse(row.document) };
}

/** Stores the next version and returns its number. Versions are never changed afterwards. */
export function addPolicy(db: Database, policy: Policy, now: Instant): number {
  const row = db
    .insert(policyTable)
    .values({ createdAt: now, document: policy })
    .returning({ version: policyTable.version })
    .get();
  return row.version;
}
