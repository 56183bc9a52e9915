import { describe, expect, test } from "vitest";
import { distinctContacts, reachOfContacts } from "../../../src/domain/gate/contacts.ts";
import { mail } from "../../builders/mail.ts";
import { policyWith } from "../../builders/policy.ts";

// Saturday 28 November 2026 in New York, where 02:10 is 07:10Z.
const at = (time: string) => Date.parse(`2026-11-28T${time}Z`);
const said = (instants: readonly number[]) => instants.map((one) => new Date(one).toISOString().slice(11, 16));

describe("what may be one burst with a message of 02:10", () => {
  const reach = (on: boolean) =>
    reachOfContacts(policyWith({ gate: { repeatedContact: { on, messages: 3, minutes: 15 } } }), at("07:10:00"));

  test("came in from a quarter of an hour before it to a quarter of an hour after it, both included", () => {
    expect(reach(true)).toEqual({ start: at("06:55:00"), end: at("07:25:00") + 1 });
  });

  test("is nothing where the practice did not switch that on", () => {
    expect(reach(false)).toBeNull();
  });
});

describe("of what a client wrote", () => {
  const mails = (...written: (readonly [string, Parameters<typeof mail>[0]])[]) =>
    said(distinctContacts(written.map(([time, one]) => mail({ ...one, receivedAt: at(`${time}:00`) }))));

  test("every message counts, in the order in which they came in", () => {
    expect(mails(["07:14", { text: "Please" }], ["07:10", { text: "Are you there?" }])).toEqual(["07:10", "07:14"]);
  });

  test("the same words count once, as of when they first came in", () => {
    expect(mails(["07:14", { text: "Hello?" }], ["07:10", { text: "Hello?" }])).toEqual(["07:10"]);
  });

  test("the same words below another subject count again", () => {
    expect(
      mails(["07:10", { subject: "Tonight", text: "Call me" }], ["07:11", { subject: "Now", text: "Call me" }]),
    ).toEqual(["07:10", "07:11"]);
  });

  test.each([
    ["an absence note", { headers: { "Auto-Submitted": "auto-replied" } }],
    ["a mail with the null sender", { returnPath: "" }],
    ["a mail without a return path", { returnPath: null }],
    ["a mail sent in bulk", { headers: { Precedence: "bulk" } }],
    ["a machine's mail", { sender: "no-reply@example.org" }],
    ["a delivery report", { headers: { "Content-Type": "multipart/report; report-type=delivery-status" } }],
  ])("%s was sent by a program and does not count", (_what, one) => {
    expect(mails(["07:10", { text: "Away", ...one }], ["07:11", { text: "Are you there?" }])).toEqual(["07:11"]);
  });

  test.each([
    ["wrote through a mailing list", { headers: { "List-Id": "<knitting.example.org>" } }],
    ["asked to get no automatic answer", { headers: { "X-Auto-Response-Suppress": "All" } }],
    ["wrote in a mail that failed authentication", { headers: { "Authentication-Results": "mx; dmarc=fail" } }],
  ])("what a person %s counts", (_what, one) => {
    expect(mails(["07:10", { text: "Are you there?", ...one }])).toEqual(["07:10"]);
  });

  test("a text message counts, although it names no way back as mails do", () => {
    const text = { channel: "sms", sender: "+12125550142", returnPath: null } as const;
    expect(mails(["07:10", { ...text, text: "Are you there?" }], ["07:11", { ...text, text: "Hello?" }])).toEqual([
      "07:10",
      "07:11",
    ]);
  });

  test.each(["sms", "email"] as const)("what came by %s counts where nothing but its words was kept", (channel) => {
    expect(distinctContacts([{ ...mail({ channel, receivedAt: at("07:10:00") }), envelope: null }])).toEqual([
      at("07:10:00"),
    ]);
  });
});
