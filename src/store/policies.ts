import { asc, desc, eq, lte, sql } from "drizzle-orm";
import { type Policy, policySchema, type PolicyVersion } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";
import type { Database } from "./database.ts";
import { policyTable } from "./schema.ts";

const asWritten = { version: policyTable.version, document: sql<string>`${policyTable.document}` };

/** Policies by the text they are stored as: the same text is the same value, so that what follows from it is kept. */
const known = new Map<string, Policy>();
const mostKnown = 16;

function policyOf(document: string): Policy {
  let policy = known.get(document);
  if (policy === undefined) {
    policy = policySchema.parse(JSON.parse(document));
    if (known.size >= mostKnown) known.clear();
    known.set(document, policy);
  }
  return policy;
}

/** The policy in force. There is always one: the first is stored when the practice is made. */
export function currentPolicy(db: Database): PolicyVersion {
  const row = db.select(asWritten).from(policyTable).orderBy(desc(policyTable.version)).limit(1).get();
  if (row === undefined) throw new Error("The practice has no policy.");
  return { version: row.version, policy: policyOf(row.document) };
}

/** The policy that was in force at an instant; before the first one, that. */
export function policyAt(db: Database, at: Instant): Policy {
  const row =
    db
      .select(asWritten)
      .from(policyTable)
      .where(lte(policyTable.createdAt, at))
      .orderBy(desc(policyTable.version))
      .limit(1)
      .get() ?? db.select(asWritten).from(policyTable).orderBy(asc(policyTable.version)).limit(1).get();
  if (row === undefined) throw new Error("The practice has no policy.");
  return policyOf(row.document);
}

/** An earlier version, or null when there never was one with that number. */
export function policyVersion(db: Database, version: number): PolicyVersion | null {
  const row = db.select(asWritten).from(policyTable).where(eq(policyTable.version, version)).get();
  return row === undefined ? null : { version: row.version, policy: policyOf(row.document) };
}

/** The newest `most` versions with the instant at which each was made, newest first. */
export function newestPolicies(db: Database, most: number): (PolicyVersion & { readonly createdAt: Instant })[] {
  return db
    .select({ ...asWritten, createdAt: policyTable.createdAt })
    .from(policyTable)
    .orderBy(desc(policyTable.version))
    .limit(most)
    .all()
    .map(({ document, ...row }) => ({ ...row, policy: policySchema.parse(JSON.parse(document)) }));
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
