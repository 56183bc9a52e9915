import { Buffer } from "node:buffer";
import { audit } from "../domain/audit/audit.ts";
import { auditHtml } from "../domain/audit/html.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import type { AuditService } from "./policy-services.ts";
import { emergencies, regionNames } from "./words.ts";

/** Tries the settings out under every scenario. */
export function auditService({ db, clock, words, version: appVersion }: PracticeContext): AuditService {
  return {
    run() {
      const { version, policy } = currentPolicy(db);
      const report = audit({ now: clock.now(), policy, words, emergencies, regionNames });
      const html = auditHtml(report, {
        practice: policy.practice.name,
        policyVersion: version,
        version: appVersion,
      });
      return {
        report,
        policyVersion: version,
        file: {
          name: `Check of the settings ${report.wall.replace(":", "")}.html`,
          type: "text/html",
          base64: Buffer.from(html, "utf8").toString("base64"),
        },
      };
    },
  };
}
