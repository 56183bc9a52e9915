import { expect, test } from "vitest";
import { testPractice, value } from "../../builders/practice.ts";

test("the settings of now are checked, and nobody who is in care here is named", async () => {
  const { practice, email } = await testPractice({ now: "2026-11-23T17:00:00Z" });
  const first = practice.audit.run();
  expect(first.report.counts.failed).toBe(0);
  expect(first.policyVersion).toBe(1);
  expect(first.file.name).toBe("Check of the settings 2026-11-23 1200.html");
  const html = Buffer.from(first.file.base64, "base64").toString("utf8");
  expect(html).toContain(`${first.report.counts.passed} passed`);
  expect(html).not.toContain("Maya");

  const { replies } = practice.policy.availability();
  value(practice.policy.setReplies({ ...replies, toClients: false }));
  const second = practice.audit.run();
  expect(second.policyVersion).toBe(2);
  expect(second.report.groups.flatMap(({ lines }) => lines).find(({ id }) => id === "client-at-night")?.result).toBe(
    "look",
  );
  expect(email.sent).toEqual([]);
  expect(practice.inbox.list()).toMatchObject({ held: [], surfaced: [] });
});
