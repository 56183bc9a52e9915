import { expect, test } from "vitest";
import { auditHtml } from "../../../src/domain/audit/html.ts";
import { auditOf } from "../../builders/audit.ts";

const heading = { practice: "Kim & <Partners>", policyVersion: 3, version: "0.1.0" };

test("the file has every line, the date and the counts, and nothing in it is taken for HTML", () => {
  const report = auditOf();
  const html = auditHtml(report, heading);
  expect(html).toContain("<title>Check of the settings, 2026-11-23 12:00</title>");
  expect(html).toContain("Kim &amp; &lt;Partners&gt;. Policy version 3.");
  expect(html).toContain(`${report.counts.passed} passed, 0 to look at, 0 failed.`);
  expect(html.match(/<li>/g)).toHaveLength(report.groups.flatMap(({ lines }) => lines).length);
  expect(html).not.toMatch(/<script|http:\/\/|https:\/\//);
});
