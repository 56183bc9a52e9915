import { describe, expect, test } from "vitest";
import { emailAccountSchema } from "../../../src/channels/email/account.ts";
import { guessServers } from "../../../src/channels/email/known-providers.ts";

describe("servers guessed from an address", () => {
  test.each([
    ["kim@gmail.com", "imap.gmail.com", "smtp.gmail.com", /app password/],
    ["Kim@iCloud.com", "imap.mail.me.com", "smtp.mail.me.com", /app password/],
    ["kim@fastmail.com", "imap.fastmail.com", "smtp.fastmail.com", /app password/],
    ["kim@yahoo.co.uk", "imap.mail.yahoo.com", "smtp.mail.yahoo.com", /app password/],
    ["kim@gmx.de", "imap.gmx.net", "mail.gmx.net", /allow IMAP/],
    ["kim@web.de", "imap.web.de", "smtp.web.de", /allow IMAP/],
    ["kim@proton.me", "127.0.0.1", "127.0.0.1", /Bridge/],
    ["kim@mailbox.org", "imap.mailbox.org", "smtp.mailbox.org", /app password/],
    ["kim@posteo.net", "posteo.de", "posteo.de", null],
    ["kim@zoho.eu", "imap.zoho.eu", "smtp.zoho.eu", /allow IMAP/],
    ["kim@hotmail.fr", "outlook.office365.com", "smtp-mail.outlook.com", /cannot be connected/],
    ["kim@practice.onmicrosoft.com", "outlook.office365.com", "smtp-mail.outlook.com", /cannot be connected/],
  ])("%s is known", (address, imap, smtp, note) => {
    const guess = guessServers(address);
    expect([guess?.imap.host, guess?.smtp.host]).toEqual([imap, smtp]);
    if (note === null) expect(guess?.note).toBeNull();
    else expect(guess?.note).toMatch(note);
  });

  test.each(["live.practice.example", "yahoo.practice.example", "notgmail.com", "gmail.com.example"])(
    "%s is an own domain, whatever it starts with",
    (domain) => {
      expect(guessServers(`kim@${domain}`)).toEqual({
        imap: { host: `imap.${domain}`, port: 993, security: "tls" },
        smtp: { host: `smtp.${domain}`, port: 465, security: "tls" },
        note: null,
      });
    },
  );

  test.each(["", "kim", "kim@", "@gmail.com", "kim@localhost", "kim@a..b", "a b@gmail.com"])(
    "%j is no address",
    (text) => {
      expect(guessServers(text)).toBeNull();
    },
  );

  test("a guess fits the account form", () => {
    const guess = guessServers("kim@proton.me");
    const account = {
      address: "kim@proton.me",
      displayName: "",
      aliases: [],
      username: "kim",
      password: "x",
      certificateAuthority: null,
    };
    expect(emailAccountSchema.safeParse({ ...account, imap: guess?.imap, smtp: guess?.smtp }).success).toBe(true);
  });
});
