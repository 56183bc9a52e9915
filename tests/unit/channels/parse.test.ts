import { describe, expect, test } from "vitest";
import type { MailFacts } from "../../../src/channels/email/parse.ts";
import { parseMail } from "../../../src/channels/email/parse.ts";

const saturdayNight = Date.UTC(2026, 0, 3, 2, 10);
const facts: MailFacts = { accountId: "practice-mail", receivedAt: saturdayNight, junk: false };

const read = (lines: readonly string[], more: Partial<MailFacts> = {}) => parseMail(mail(lines), { ...facts, ...more });
const mail = (lines: readonly string[]) => Buffer.from(lines.join("\r\n"), "utf8");

const usual = ["From: Anna <Anna@Example.org>", "To: therapist@practice.example", "Message-ID: <1@example.org>"];

describe("a usual mail", () => {
  test("becomes a message with all that the practice needs to know", async () => {
    const message = await read([
      "Return-Path: <anna@example.org>",
      "From: =?UTF-8?Q?Anna_M=C3=BCller?= <Anna@Example.org>",
      "To: J. Kim <therapist@practice.example>, other@example.org",
      "Cc: OFFICE@practice.example",
      "Subject: =?ISO-8859-1?Q?Termin_verschieben=3F_Gr=FC=DFe?=",
      "Date: Sat, 3 Jan 2026 03:09:00 +0100",
      "Message-ID: <42@example.org>",
      "References: <40@example.org>",
      "\t<41@example.org>",
      "Content-Type: text/plain; charset=utf-8",
      "",
      "Können wir den Dienstag verschieben?",
      "",
      "Anna",
    ]);
    expect(message).toMatchObject({
      channel: "email",
      accountId: "practice-mail",
      externalId: "<42@example.org>",
      sender: "anna@example.org",
      senderName: "Anna Müller",
      subject: "Termin verschieben? Grüße",
      text: "Können wir den Dienstag verschieben?\n\nAnna",
      attachments: [],
      unreadable: null,
    });
    expect(message.envelope).toMatchObject({
      returnPath: "anna@example.org",
      recipients: ["therapist@practice.example", "other@example.org", "office@practice.example"],
      messageId: "<42@example.org>",
      references: ["<40@example.org>", "<41@example.org>"],
      junk: false,
    });
  });

  test("is dated by the server that received it, not by its sender", async () => {
    const message = await read([...usual, "Date: Fri, 31 Dec 1999 23:59:59 +0000", "", "old"]);
    expect(message.receivedAt).toBe(saturdayNight);
  });

  test("keeps every header in order, repeated ones too, unfolded", async () => {
    const message = await read([
      "Received: from b",
      "Authentication-Results: mx.practice.example;",
      "\tdkim=pass header.d=example.org",
      "Received: from a",
      "List-Id: <news.example.org>",
      "",
      "text",
    ]);
    expect(message.envelope.headers).toEqual([
      { name: "received", value: "from b" },
      { name: "authentication-results", value: "mx.practice.example;\tdkim=pass header.d=example.org" },
      { name: "received", value: "from a" },
      { name: "list-id", value: "<news.example.org>" },
    ]);
  });

  test("names its attachments without their folders", async () => {
    const message = await read([
      ...usual,
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "See the letter.",
      "--b",
      'Content-Type: application/pdf; name="C:\\\\Users\\\\anna\\\\letter.pdf"',
      "Content-Disposition: attachment",
      "Content-Transfer-Encoding: base64",
      "",
      "JVBERi0=",
      "--b",
      "Content-Type: image/png",
      "Content-Disposition: inline",
      "Content-Transfer-Encoding: base64",
      "",
      "iVBORw0=",
      "--b--",
    ]);
    expect(message.text).toBe("See the letter.");
    expect(message.attachments).toEqual(["letter.pdf", "image/png"]);
  });
});

describe("the return path", () => {
  test.each([
    ["of a person", "<Anna@Example.org>", "anna@example.org"],
    ["of a bounce is empty", "<>", ""],
    ["that cannot be read counts as missing", "somebody else", null],
  ])("%s", async (_, value, expected) => {
    expect((await read([`Return-Path: ${value}`, ...usual, "", "text"])).envelope.returnPath).toBe(expected);
  });

  test("is missing when no server has written one", async () => {
    expect((await read([...usual, "", "text"])).envelope.returnPath).toBeNull();
  });

  test("is the one the own server wrote on top, not one the sender brought along", async () => {
    const message = await read([
      "Return-Path: <>",
      "Received: from x",
      "Return-Path: <victim@example.org>",
      ...usual,
      "",
      "text",
    ]);
    expect(message.envelope.returnPath).toBe("");
  });
});

describe("who wrote it", () => {
  test.each([
    ["the first of two From headers", ["From: first@example.org", "From: second@example.org"], "first@example.org"],
    ["the first of two authors", ["From: a@example.org, b@example.org"], "a@example.org"],
    ["the Sender where there is no From", ["Sender: office@example.org"], "office@example.org"],
    ["nobody", ["Subject: hm"], ""],
    ["nobody, when From holds words only", ["From: no address at all"], ""],
    ["nobody, when an encoded word only looks like an address", ["From: =?utf-8?q?boss=40example=2Eorg?="], ""],
    [
      "not a line that only looks like From",
      ["\u00a0From: false@example.org", "From: true@example.org"],
      "true@example.org",
    ],
  ])("%s", async (_, headers, expected) => {
    expect((await read([...headers, "", "text"])).sender).toBe(expected);
  });

  test("a name of several lines is shown in one", async () => {
    const message = await read(["From: =?utf-8?q?Anna=0D=0ABcc=3A_x=40y.example?= <a@example.org>", "", "text"]);
    expect(message.senderName).toBe("Anna Bcc: x@y.example");
  });
});

describe("recipients", () => {
  test("come from To, Cc, Bcc and the Resent headers, groups included, each once", async () => {
    const message = await read([
      "To: Team: a@example.org, B@example.org;",
      "To: c@example.org",
      "Cc: a@example.org",
      "Bcc: d@example.org",
      "Resent-To: e@example.org",
      "Resent-Cc: f@example.org",
      "Resent-Bcc: g@example.org",
      "",
      "text",
    ]);
    expect(message.envelope.recipients).toEqual(
      ["a", "b", "c", "d", "e", "f", "g"].map((name) => `${name}@example.org`),
    );
  });

  test("may be undisclosed", async () => {
    expect((await read(["To: undisclosed-recipients:;", "", "text"])).envelope.recipients).toEqual([]);
  });
});

describe("identity", () => {
  const nameless = ["Date: Sat, 3 Jan 2026 03:09:00 +0100", "From: anna@example.org", "Subject: hi", "", "one"];

  test("a mail without Message-ID is the same mail when it is fetched again", async () => {
    const [first, again] = [await read(nameless), await read(nameless, { receivedAt: saturdayNight + 5000 })];
    expect(first.externalId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(again.externalId).toBe(first.externalId);
    expect(first.envelope.messageId).toBeNull();
  });

  test.each([
    ["its date", 0, "Date: Sat, 3 Jan 2026 03:10:00 +0100"],
    ["its sender", 1, "From: bert@example.org"],
    ["its subject", 2, "Subject: ho"],
    ["its text", 4, "two"],
  ])("a mail without Message-ID is another one when %s differs", async (_, line, other) => {
    expect((await read(nameless.with(line, other))).externalId).not.toBe((await read(nameless)).externalId);
  });

  test("two mails of which nothing at all is known are two", async () => {
    const withheld = { withheld: true };
    const [one, two] = [await read([], withheld), await read([], { ...withheld, receivedAt: saturdayNight + 1 })];
    expect(one.externalId).not.toBe(two.externalId);
  });

  test.each([
    ["without its brackets", "Message-ID: 7@example.org", "<7@example.org>"],
    ["with words around it", "Message-ID: (sent) <8@example.org> junk", "<8@example.org>"],
  ])("a Message-ID %s", async (_, header, expected) => {
    expect((await read([header, "", "text"])).externalId).toBe(expected);
  });

  test.each([
    ["empty", "Message-ID:"],
    ["made of words", "Message-ID: none given"],
    ["longer than any line may be", `Message-ID: <${"x".repeat(2000)}@example.org>`],
  ])("a Message-ID that is %s does not count", async (_, header) => {
    expect((await read([header, "", "text"])).externalId).toMatch(/^sha256:/);
  });

  test("In-Reply-To stands in for missing references if it names one mail", async () => {
    const references = async (value: string) => (await read([`In-Reply-To: ${value}`, "", "text"])).envelope.references;
    expect(await references("<1@example.org>")).toEqual(["<1@example.org>"]);
    expect(await references("<1@example.org> <2@example.org>")).toEqual([]);
  });
});

describe("the words of a mail", () => {
  const html = (body: string) => read([...usual, "Content-Type: text/html; charset=utf-8", "", body]);

  test("HTML alone becomes text, without pictures and styles", async () => {
    const message = await html(
      "<html><head><title>x</title><style>p{color:red}</style></head><body><h1>Hallo</h1><p>Ich kann <b>nicht</b> mehr.<br>" +
        "Bitte rufen Sie an.</p><img src='https://track.example/1.png' alt='logo'><p>&Uuml;ber <a href='https://a.example/b'>das</a></p>" +
        "<script>alert(1)</script></body></html>",
    );
    expect(message.text).toBe("Hallo\n\nIch kann nicht mehr.\nBitte rufen Sie an.\n\nÜber das [https://a.example/b]");
    expect(message.unreadable).toBeNull();
  });

  test("words in table cells do not run together", async () => {
    expect((await html("<table><tr><td>kill</td><td>myself</td></tr></table>")).text).toBe("kill\nmyself");
  });

  test("words outside the body are kept", async () => {
    expect((await html("<html><body>one</body></html>two")).text).toMatch(/one\s*two/);
  });

  test("HTML made of 100 000 open elements still gives its words", async () => {
    const message = await html(`${"<div>".repeat(100_000)}I need help`);
    expect(message.text).toBe("I need help");
  });

  test("plain text is preferred to the HTML beside it", async () => {
    const message = await alternative("I feel better.", "<p>I feel <i>better</i>.</p>");
    expect(message.text).toBe("I feel better.");
  });

  test("a stub for old programs does not hide what the HTML says", async () => {
    const words = "I do not want to live any more. ".repeat(20).trim();
    const message = await alternative("Your program cannot show this mail.", `<p>${words}</p>`);
    expect(message.text).toBe(`Your program cannot show this mail.\n\n${words}`);
  });

  const alternative = (plain: string, rich: string) =>
    read([
      ...usual,
      "Content-Type: multipart/alternative; boundary=b",
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      plain,
      "--b",
      "Content-Type: text/html",
      "",
      rich,
      "--b--",
    ]);

  test.each([
    ["latin1", "iso-8859-1", Buffer.from("Grüße", "latin1")],
    ["GBK", "gbk", Buffer.from([0xc4, 0xe3, 0xba, 0xc3])],
    ["ISO-2022-JP", "iso-2022-jp", Buffer.from("\u001b$B$3$s\u001b(B", "latin1")],
  ])("other character sets are read: %s", async (_, charset, bytes) => {
    const head = mail([
      ...usual,
      `Content-Type: text/plain; charset=${charset}`,
      "Content-Transfer-Encoding: 8bit",
      "",
      "",
    ]);
    const { text } = await parseMail(Buffer.concat([head, bytes]), facts);
    expect(text).toBe(new TextDecoder(charset).decode(bytes));
  });

  test("8-bit headers in an undeclared character set are read as Western European", async () => {
    const source = Buffer.from("From: a@example.org\r\nSubject: Grüße\r\n\r\ntext", "latin1");
    expect((await parseMail(source, facts)).subject).toBe("Grüße");
  });

  test("control characters are left out, paragraphs kept", async () => {
    expect((await read([...usual, "", "a\u0000b", "", "c\u0007"])).text).toBe("ab\n\nc");
  });

  test("a mail without any words is empty, not unreadable", async () => {
    expect(await read([...usual, "", ""])).toMatchObject({ text: "", unreadable: null });
  });
});

describe("a mail that cannot be read, or not whole, is shown and says so", () => {
  test("parts nested without end", async () => {
    const nested = Array.from({ length: 400 }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      "",
      `--b${at}`,
    ]).flat();
    const message = await read([...usual, "Subject: still known", ...nested, "", "x"]);
    expect(message).toMatchObject({
      externalId: "<1@example.org>",
      sender: "anna@example.org",
      subject: "still known",
      text: "",
      unreadable: "This mail could not be read. Open it in your mail program.",
    });
  });

  test("megabytes of headers", async () => {
    const message = await read([
      ...usual,
      ...Array.from({ length: 60_000 }, (_, at) => `X-Filler-${at}: abc`),
      "",
      "x",
    ]);
    expect(message).toMatchObject({
      sender: "anna@example.org",
      unreadable: "This mail could not be read. Open it in your mail program.",
    });
  });

  test("a mail the server does not hand over, with what is known of it", async () => {
    const message = await read([...usual, "Subject: damaged", "", ""], { withheld: true });
    expect(message).toMatchObject({
      subject: "damaged",
      text: "",
      unreadable: "The mail server did not hand over this mail. Open it in your mail program.",
    });
  });

  test("the beginning of a large mail: its text is there, cut parts do not matter", async () => {
    const message = await read(
      [
        ...usual,
        "Content-Type: multipart/mixed; boundary=b",
        "",
        "--b",
        "",
        "Look at this.",
        "--b",
        "Content-Type: image/jpeg; name=a.jpg",
        "Content-Transfer-Encoding: base64",
        "",
        "/9j/4AAQ",
      ],
      { fullSize: 31_400_000 },
    );
    expect(message).toMatchObject({
      text: "Look at this.",
      attachments: ["a.jpg"],
      unreadable: "This mail is 31 MB large, only its beginning was read. Open it in your mail program.",
    });
  });

  test("a text of a million characters", async () => {
    const message = await read([...usual, "", ...Array.from({ length: 20_000 }, () => "word ".repeat(10))]);
    expect(message.text).toHaveLength(500_000);
    expect(message.unreadable).toBe(
      "This mail is very long, only its beginning was read. Open it in your mail program.",
    );
  });

  test.each([
    'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
    "application/pkcs7-mime; smime-type=enveloped-data",
  ])("an encrypted mail: %s", async (type) => {
    const message = await read([
      ...usual,
      `Content-Type: ${type}`,
      "",
      "--b",
      "Content-Type: application/octet-stream",
      "",
      "AAAA",
      "--b--",
    ]);
    expect(message.unreadable).toBe("This mail is encrypted and cannot be read here. Open it in your mail program.");
  });

  test.each([
    ["nothing at all", Buffer.alloc(0)],
    ["bytes without sense", Buffer.from([0, 255, 254, 13, 10, 0, 200, 10, 10, 7])],
    ["an empty line first", Buffer.from("\r\nFrom: a@example.org\r\n\r\nx")],
    ["headers without end", Buffer.from("From: a@example.org")],
    ["a plain Uint8Array in a larger buffer", new Uint8Array(mail([...usual, "", "x"])).subarray(3)],
  ])("%s is no reason to fail", async (_, source) => {
    await expect(parseMail(source, facts)).resolves.toMatchObject({ channel: "email", receivedAt: saturdayNight });
  });
});

describe("junk", () => {
  test.each([
    ["flagged in the mailbox", true, "X-Other: 1", true],
    ["flagged by the provider's filter", false, "X-Spam-Flag: YES", true],
    ["cleared by the provider's filter", false, "X-Spam-Flag: NO", false],
  ])("%s", async (_, junk, header, expected) => {
    expect((await read([header, ...usual, "", "text"], { junk })).envelope.junk).toBe(expected);
  });
});
