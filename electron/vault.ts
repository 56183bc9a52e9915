import type { SafeStorage } from "electron";
import type { ComputerVault } from "../src/practice/door-keeper.ts";

/** Electron's `safeStorage` from version 44 on. */
type Storage = Pick<
  SafeStorage,
  "getSelectedStorageBackend" | "isAsyncEncryptionAvailable" | "encryptStringAsync" | "decryptStringAsync"
>;

/** The same in older versions, which do not have the asynchronous half. */
interface OlderStorage {
  getSelectedStorageBackend(): string;
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

interface Keychain {
  available(): Promise<boolean>;
  encrypt(text: string): Promise<Buffer>;
  decrypt(sealed: Buffer): Promise<string>;
}

/** A keychain that asks its owner something first may take long; the door does not wait for it. Milliseconds. */
const patience = 3_000;

/**
 * The computer's keychain as a vault for the data key. Linux without a keychain offers "encryption" with a key that
 * everybody knows; that is no vault, and is not offered.
 */
export function computerVault(storage: Storage | OlderStorage, platform: NodeJS.Platform): ComputerVault {
  const keychain = "encryptStringAsync" in storage ? current(storage) : older(storage);
  return {
    async available() {
      if (platform === "linux" && ["basic_text", "unknown"].includes(storage.getSelectedStorageBackend())) {
        return {
          ok: false,
          reason: "This computer has no keychain that Between Sessions can use (GNOME Keyring or KWallet).",
        };
      }
      const answer = await Promise.race([keychain.available(), silence()]);
      if (answer === null) return { ok: false, reason: "The keychain of this computer does not answer." };
      return answer ? { ok: true } : { ok: false, reason: "The keychain of this computer is not available." };
    },
    seal: (secret) => keychain.encrypt(secret.toString("base64")),
    open: async (sealed) => Buffer.from(await keychain.decrypt(sealed), "base64"),
  };
}

const current = (storage: Storage): Keychain => ({
  available: () => storage.isAsyncEncryptionAvailable(),
  encrypt: (text) => storage.encryptStringAsync(text),
  decrypt: async (sealed) => (await storage.decryptStringAsync(sealed)).result,
});

const older = (storage: OlderStorage): Keychain => ({
  available: async () => storage.isEncryptionAvailable(),
  encrypt: async (text) => storage.encryptString(text),
  decrypt: async (sealed) => storage.decryptString(sealed),
});

const silence = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), patience));
