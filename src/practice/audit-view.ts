import type { AuditReport } from "../domain/audit/audit.ts";

/** A report, and the same as a file to keep. */
export interface AuditView {
  readonly report: AuditReport;
  readonly policyVersion: number;
  readonly file: { readonly name: string; readonly type: string; readonly base64: string };
}
