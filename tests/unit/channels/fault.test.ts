import { describe, expect, test } from "vitest";
import type { ChannelFault } from "../../../src/channels/channel.ts";
import { faultOf, NoLoginOffered, NotStored } from "../../../src/channels/email/fault.ts";

const error = (properties: object, message = "the server said: hunter2 is wrong") =>
  Object.assign(new Error(message), properties);
const codeOf = (properties: object, message?: string) => faultOf(error(properties, message), "mail.example").code;

describe("what went wrong, as the retry rule reads it", () => {
  test.each<[string, object, ChannelFault["code"]]>([
    ["IMAP: login refused", { authenticationFailed: true, serverResponseCode: "AUTHENTICATIONFAILED" }, "auth"],
    ["IMAP: login refused without a code", { authenticationFailed: true }, "auth"],
    ["IMAP: login service down", { authenticationFailed: true, serverResponseCode: "UNAVAILABLE" }, "throttled"],
    ["IMAP: too many logins", { authenticationFailed: true, serverResponseCode: "LIMIT" }, "throttled"],
    ["IMAP: certificate made by the server itself", { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }, "certificate"],
    ["IMAP: own authority", { code: "SELF_SIGNED_CERT_IN_CHAIN" }, "certificate"],
    ["IMAP: unknown issuer", { code: "UNABLE_TO_GET_ISSUER_CERT_LOCALLY" }, "certificate"],
    ["IMAP: chain not complete", { code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" }, "certificate"],
    ["IMAP: expired", { code: "CERT_HAS_EXPIRED" }, "certificate"],
    ["IMAP: not valid yet", { code: "CERT_NOT_YET_VALID" }, "certificate"],
    ["IMAP: another server's certificate", { code: "ERR_TLS_CERT_ALTNAME_INVALID" }, "certificate"],
    ["IMAP: TLS on the plain port", { code: "ERR_SSL_WRONG_VERSION_NUMBER" }, "protocol"],
    ["IMAP: TLS not agreed", { code: "EPROTO" }, "protocol"],
    ["IMAP: no greeting", { code: "GREETING_TIMEOUT" }, "protocol"],
    ["IMAP: STARTTLS hangs", { code: "UPGRADE_TIMEOUT" }, "protocol"],
    ["IMAP: STARTTLS tampered with", { code: "STARTTLS_INJECTION", tlsFailed: true }, "protocol"],
    ["IMAP: too large an answer", { code: "LiteralTooLarge" }, "protocol"],
    ["IMAP: too many requests", { code: "ETHROTTLE" }, "throttled"],
    ["IMAP: limit reached", { responseStatus: "NO", serverResponseCode: "LIMIT" }, "throttled"],
    ["IMAP: no such name", { code: "ENOTFOUND" }, "unreachable"],
    ["IMAP: names cannot be looked up", { code: "EAI_AGAIN" }, "unreachable"],
    ["IMAP: nobody listens", { code: "ECONNREFUSED" }, "unreachable"],
    ["IMAP: no way there", { code: "EHOSTUNREACH" }, "unreachable"],
    ["IMAP: offline", { code: "ENETUNREACH" }, "unreachable"],
    ["IMAP: silence", { code: "ETIMEOUT" }, "unreachable"],
    ["IMAP: connection takes too long", { code: "CONNECT_TIMEOUT" }, "unreachable"],
    ["IMAP: connection reset", { code: "ECONNRESET" }, "unreachable"],
    ["IMAP: connection gone", { code: "NoConnection" }, "unreachable"],
    ["IMAP: connection closed", { code: "EConnectionClosed" }, "unreachable"],
    ["IMAP: closed after TLS", { code: "ClosedAfterConnectTLS" }, "unreachable"],
    ["SMTP: login refused", { code: "EAUTH", responseCode: 535, command: "AUTH PLAIN" }, "auth"],
    ["SMTP: login demanded", { code: "EENVELOPE", responseCode: 530, command: "MAIL FROM" }, "auth"],
    ["SMTP: login service down", { code: "EAUTH", responseCode: 454, command: "AUTH PLAIN" }, "throttled"],
    ["SMTP: recipient refused", { code: "EENVELOPE", responseCode: 550, command: "RCPT TO" }, "rejected"],
    ["SMTP: recipient deferred", { code: "EENVELOPE", responseCode: 451, command: "RCPT TO" }, "throttled"],
    ["SMTP: sender refused", { code: "EENVELOPE", responseCode: 553, command: "MAIL FROM" }, "rejected"],
    ["SMTP: message refused", { code: "EMESSAGE", responseCode: 554, command: "DATA" }, "rejected"],
    ["SMTP: message deferred", { code: "EMESSAGE", responseCode: 452, command: "DATA" }, "throttled"],
    ["SMTP: too large, known beforehand", { code: "EMESSAGE", command: "MAIL FROM" }, "rejected"],
    ["SMTP: impossible address", { code: "EENVELOPE", command: "API" }, "rejected"],
    ["SMTP: shutting down", { code: "ECONNECTION", responseCode: 421, command: "CONN" }, "throttled"],
    [
      "SMTP: certificate",
      { code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT", command: "CONN" },
      "certificate",
    ],
    [
      "SMTP: TLS on the plain port",
      { code: "ESOCKET", originalCode: "ERR_SSL_WRONG_VERSION_NUMBER", command: "CONN" },
      "protocol",
    ],
    ["SMTP: nobody listens", { code: "ESOCKET", originalCode: "ECONNREFUSED", command: "CONN" }, "unreachable"],
    ["SMTP: no such name", { code: "EDNS", originalCode: "ENOTFOUND", command: "CONN" }, "unreachable"],
    ["SMTP: lookup failed", { code: "EDNS", command: "CONN" }, "unreachable"],
    ["SMTP: silence", { code: "ETIMEDOUT", command: "CONN" }, "unreachable"],
    ["SMTP: connection lost", { code: "ECONNECTION", command: "CONN" }, "unreachable"],
    ["SMTP: STARTTLS refused", { code: "ETLS", responseCode: 502, command: "STARTTLS" }, "protocol"],
    ["anything else", { code: "ParserError11" }, "protocol"],
  ])("%s", (_, properties, code) => {
    expect(codeOf(properties)).toBe(code);
  });

  test("a certificate fault within STARTTLS, of which nodemailer keeps only the words", () => {
    const fault = (words: string) =>
      faultOf(error({ code: "ETLS", command: "STARTTLS" }, `Error initiating TLS - ${words}`), "mail.example");
    expect(fault("self-signed certificate").code).toBe("certificate");
    expect(fault("certificate has expired").sentence).toMatch(/has expired/);
    expect(fault("Hostname/IP does not match certificate's altnames").sentence).toMatch(/another server/);
  });

  test("a greeting that is none, of which nodemailer keeps only the words", () => {
    expect(codeOf({ code: "EPROTOCOL", command: "CONN" }, "Invalid greeting. response=* OK IMAP")).toBe("protocol");
    expect(codeOf({ code: "ETIMEDOUT", command: "CONN" }, "Greeting never received")).toBe("protocol");
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a string", "hunter2"],
    ["odd properties", { code: 7, message: ["hunter2"], responseCode: "550" }],
  ])("%s is an answer nobody understands", (_, thrown) => {
    expect(faultOf(thrown, "mail.example")).toEqual({
      code: "protocol",
      sentence: "mail.example answered in a way this app does not understand. Check the server's name and port.",
    });
  });
});

describe("what the therapist reads", () => {
  test("a wrong password", () => {
    expect(faultOf(error({ authenticationFailed: true }), "imap.example.org").sentence).toBe(
      "imap.example.org did not accept the user name or the password.",
    );
  });

  test("a provider that wants an app password says so", () => {
    const response = "Application-specific password required: https://support.example";
    expect(faultOf(error({ authenticationFailed: true, response }), "imap.gmail.com").sentence).toBe(
      "imap.gmail.com asks for an app password. Make one in the settings of the mail account.",
    );
  });

  test("a message that could not be stored is this computer's fault, not the server's", () => {
    expect(faultOf(new NotStored("x", { cause: new Error("SQLITE_FULL") }), "mail.example").sentence).toBe(
      "A message has arrived but could not be saved on this computer. It stays in the mailbox and is fetched again.",
    );
  });

  test("a server without login", () => {
    expect(faultOf(new NoLoginOffered(), "mail.example").sentence).toBe(
      "mail.example offers no login on this port. Check the port and the encryption.",
    );
  });

  test("never the words of the server, which may hold the password", () => {
    const everywhere = { response: "535 hunter2", responseText: "hunter2", executedCommand: "LOGIN kim hunter2" };
    for (const code of ["EAUTH", "ESOCKET", "ETLS", "EENVELOPE", "EMESSAGE", "EPROTOCOL", "ETIMEOUT", "whatever"]) {
      for (const responseCode of [0, 421, 535, 550, 552]) {
        const { sentence } = faultOf(error({ code, responseCode, ...everywhere }, "LOGIN kim hunter2"), "mail.example");
        expect(sentence).not.toContain("hunter2");
        expect(sentence).toMatch(/^[A-Z a-z].*[.?]$/s);
      }
    }
  });
});
