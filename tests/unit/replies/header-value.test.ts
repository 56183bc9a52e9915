import { describe, expect, test } from "vitest";
import { failedAuthentication, headerToken, withoutComments } from "../../../src/domain/replies/header-value.ts";

describe("comments in a header (RFC 5322 3.2.2)", () => {
  test.each([
    ["auto-replied (vacation)", "auto-replied "],
    ["no (nested (twice) here) way", "no  way"],
    ['"a (quoted) text" (gone)', '"a (quoted) text" '],
    ['"an escaped \\" (quote)" (gone)', '"an escaped \\" (quote)" '],
    ["an escaped \\( parenthesis", "an escaped \\( parenthesis"],
    ["a comment \\(kept (with \\) inside) here", "a comment \\(kept  here"],
    ["kept (never closed; no", "kept "],
    ["a closing ) alone", "a closing ) alone"],
    ["ends in a backslash \\", "ends in a backslash \\"],
    ["", ""],
  ])("%j is %j without them", (value, rest) => {
    expect(withoutComments(value)).toBe(rest);
  });

  test.each([
    ["Auto-Replied; owner-email=x", "auto-replied"],
    ["  NO (really) ", "no"],
    ["(only a comment)", ""],
    ["", ""],
  ])("the word of %j is %j", (value, word) => {
    expect(headerToken(value)).toBe(word);
  });
});

describe("what the own provider found (RFC 8601)", () => {
  test.each([
    ["dmarc=fail", "mx.example.org; dmarc=fail header.from=bank.example"],
    ["dmarc=fail at the end", "mx.example.org; spf=pass; dmarc=fail"],
    ["dmarc with a version", "mx.example.org; dmarc / 10 = fail (p=none)"],
    ["dmarc with a version, without spaces", "mx.example.org; dmarc/1=fail"],
    ["dmarc in capitals", "MX.Example.org; DMARC=FAIL"],
    ["dmarc without the provider's name", "dmarc=fail; spf=pass"],
    ["dmarc after a quoted text with a semicolon", 'mx.example.org; spf=fail reason="a; b"; dmarc=fail'],
  ])("%s: forged", (_what, value) => {
    expect(failedAuthentication([value])).toBe(true);
  });

  test.each([
    ["nothing", []],
    ["dmarc=pass", ["mx.example.org; dmarc=pass"]],
    ["another result that ends so", ["mx.example.org; x-dmarc=fail"]],
    ["a failure of a kind of its own", ["mx.example.org; dmarc=failure"]],
    ["a quoted text that says so", ['mx.example.org; spf=pass reason="; dmarc=fail"']],
    ["a quoted text that says so between others", ['mx.example.org; spf=pass reason="a; dmarc=fail ; b"; dkim=pass']],
    ["a quoted text with an escaped mark that says so", ['mx.example.org; spf=pass reason="\\"; dmarc=fail ;"']],
    ["a comment that says so", ["mx.example.org; spf=pass (; dmarc=fail)"]],
    ["an earlier station that says so", ["mx.example.org; dmarc=pass", "relay.example.net; dmarc=fail"]],
    ["an unnamed finding below a named one", ["mx.example.org; dmarc=pass", "dmarc=fail"]],
  ])("%s: not forged", (_what, values) => {
    expect(failedAuthentication(values)).toBe(false);
  });

  test("several findings of one provider count together, also when it leaves its name out", () => {
    expect(failedAuthentication(["mx.example.org 1; spf=pass", "mx.example.org; dmarc=fail"])).toBe(true);
    expect(failedAuthentication(["mx.example.org (a filter) 1; spf=pass", "mx.example.org; dmarc=fail"])).toBe(true);
    expect(failedAuthentication(["spf=pass", "dmarc=fail"])).toBe(true);
  });
});
