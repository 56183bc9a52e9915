import { describe, expect, test } from "vitest";
import { computerVault } from "../../../electron/vault.ts";

const secret = Buffer.from("00ff10fe", "hex");

/** Electron's storage before version 44, on a desktop with this keychain. */
const olderStorage = (backend: string, available = true) => ({
  getSelectedStorageBackend: () => backend,
  isEncryptionAvailable: () => available,
  encryptString: (text: string) => Buffer.from(`sealed ${text}`),
  decryptString: (sealed: Buffer) => sealed.toString().replace("sealed ", ""),
});

/** Electron's storage since version 44. */
const storage = (available: () => Promise<boolean>) => ({
  getSelectedStorageBackend: () => "gnome_libsecret" as const,
  isAsyncEncryptionAvailable: available,
  encryptStringAsync: async (text: string) => Buffer.from(`sealed ${text}`),
  decryptStringAsync: async (sealed: Buffer) => ({
    result: sealed.toString().replace("sealed ", ""),
    shouldReEncrypt: false,
  }),
});

describe("the computer's keychain", () => {
  test.each(["basic_text", "unknown"])(
    "is not offered on Linux when it is %s, a key that everybody knows",
    async (backend) => {
      expect(await computerVault(olderStorage(backend), "linux").available()).toEqual({
        ok: false,
        reason: expect.stringContaining("no keychain") as string,
      });
    },
  );

  test("is offered where there is a real one", async () => {
    expect(await computerVault(olderStorage("gnome_libsecret"), "linux").available()).toEqual({ ok: true });
    expect(
      await computerVault(
        storage(async () => true),
        "linux",
      ).available(),
    ).toEqual({ ok: true });
    expect(await computerVault(olderStorage("unknown"), "darwin").available()).toEqual({ ok: true });
  });

  test("is not offered while the system refuses it", async () => {
    expect(
      await computerVault(
        storage(async () => false),
        "win32",
      ).available(),
    ).toMatchObject({ ok: false });
    expect(await computerVault(olderStorage("kwallet6", false), "linux").available()).toMatchObject({ ok: false });
  });

  test("gives back the very bytes it was given, in both kinds of Electron", async () => {
    for (const vault of [
      computerVault(olderStorage("kwallet5"), "linux"),
      computerVault(
        storage(async () => true),
        "linux",
      ),
    ]) {
      const sealed = await vault.seal(secret);
      expect(sealed.includes(secret)).toBe(false);
      expect(await vault.open(sealed)).toEqual(secret);
    }
  });
});
