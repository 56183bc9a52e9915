import { describe, expect, test } from "vitest";
import { isOurs, outsideAddress, staysInside } from "../../../electron/addresses.ts";

describe("an address", () => {
  test.each(["app://between/", "app://between/inbox/7?x#y"])("%s is our own", (address) => {
    expect(isOurs(address)).toBe(true);
    expect(staysInside(address)).toBe(true);
  });

  test.each([
    "app://elsewhere/",
    "app://between.example.org/",
    "https://between/",
    "http://127.0.0.1/",
    "ws://127.0.0.1/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "no address",
  ])("%s is not", (address) => {
    expect(isOurs(address)).toBe(false);
    expect(staysInside(address)).toBe(false);
  });

  test.each(["https://example.org/help", "mailto:someone@example.org"])("%s may be given to the system", (address) => {
    expect(outsideAddress(address)).toBe(address);
  });

  test.each([
    "http://example.org/",
    "https://name:password@example.org/",
    "https://name@example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "smb://server/share",
    "ms-settings:",
    "app://between/",
    "no address",
  ])("%s is given to nobody", (address) => {
    expect(outsideAddress(address)).toBeNull();
  });
});
