import { describe, expect, test } from "vitest";
import { parseMail } from "../../../src/channels/email/parse.ts";
import { automaticMail } from "../../../src/domain/replies/automatic-mail.ts";
import { aliasAddress, type Case, letterOf, officeAddress, rules } from "../../builders/automatic-mail-cases.ts";
import { letterSource } from "../../builders/letter.ts";

const ownAddresses = ["therapist@test.local", aliasAddress, officeAddress];

/** What the rules say to the mail of a case as the own server leaves it in the mailbox. */
async function judged(id: string, one: Case) {
  const letter = letterOf(id, one, one.from ?? "maya@test.local");
  const delivered = one.filed === undefined ? `Return-Path: <${letter.returnPath ?? letter.from}>\r\n` : "";
  const flags = one.filed?.flags ?? [];
  const junk = flags.includes("$Junk") && !flags.includes("$NotJunk");
  const source = Buffer.from(delivered + letterSource(letter));
  const { envelope, sender } = await parseMail(source, { accountId: "account", receivedAt: 0, junk });
  return automaticMail(envelope, sender, ownAddresses);
}

describe.each(rules)("$id: $says", ({ id, because, silent, answered }) => {
  test.each(silent)("gets no answer: $what", async (one) => {
    expect(await judged(id, one)).toBe(because);
  });

  test.each(answered)("only looks like it: $what", async (one) => {
    expect(await judged(id, one)).toBeNull();
  });
});
