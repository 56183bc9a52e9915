import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/*
 * A random data key encrypts the database. It lies beside the database only in wrapped form: once under the passphrase,
 * once under the printed recovery key and, if the therapist chose so, once under the computer's own keychain.
 */

const secretWrap = z.object({
  /** scrypt parameters; `cost` is N. */
  salt: z.base64().length(24),
  cost: z
    .int()
    .min(1024)
    .max(1 << 22),
  blockSize: z.int().min(1).max(32),
  parallel: z.int().min(1).max(16),
  nonce: z.base64().length(16),
  /** The data key of 32 bytes and the tag of 16. */
  sealed: z.base64().length(64),
});
type SecretWrap = z.infer<typeof secretWrap>;

const keyringSchema = z.object({
  format: z.literal(1),
  passphrase: secretWrap,
  recovery: secretWrap,
  /** The data key as the computer's keychain sealed it; null when that is not wanted. */
  computer: z.base64().nullable(),
});
export type Keyring = z.infer<typeof keyringSchema>;

/** How hard a guess is; `cost` is scrypt's N. */
export interface KeyStrength {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallel: number;
}

/** About 128 MB and a few tenths of a second for one guess on an ordinary laptop. */
export const ordinaryStrength: KeyStrength = { cost: 1 << 17, blockSize: 8, parallel: 1 };

/** A fresh 256-bit data key. */
export const newDataKey = (): Buffer => randomBytes(32);

/** Crockford's base 32: no I, L, O or U to be misread. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A recovery key of 160 random bits, in eight groups of four to be printed and typed. */
export function newRecoveryKey(): string {
  const characters = Array.from(randomBytes(32), (byte) => alphabet[byte & 31]).join("");
  return (characters.match(/.{4}/g) ?? []).join("-");
}

/** A typed recovery key as it was printed: case, spaces and dashes do not matter, and look-alikes are read as meant. */
function canonicalRecoveryKey(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replaceAll("O", "0")
    .replaceAll("I", "1")
    .replaceAll("L", "1");
}

/** Wraps the data key under a passphrase and a recovery key. */
export async function makeKeyring(
  dataKey: Buffer,
  passphrase: string,
  recoveryKey: string,
  strength: KeyStrength,
): Promise<Keyring> {
  return {
    format: 1,
    passphrase: await seal(dataKey, passphrase, strength),
    recovery: await seal(dataKey, canonicalRecoveryKey(recoveryKey), strength),
    computer: null,
  };
}

/** The keyring with another passphrase; the recovery key and the data key stay. */
export async function withPassphrase(keyring: Keyring, dataKey: Buffer, passphrase: string): Promise<Keyring> {
  return { ...keyring, passphrase: await seal(dataKey, passphrase, keyring.passphrase) };
}

/** The data key, or null when the passphrase is wrong. */
export const openWithPassphrase = (keyring: Keyring, passphrase: string): Promise<Buffer | null> =>
  unseal(keyring.passphrase, passphrase);

/** The data key, or null when the recovery key is wrong. */
export const openWithRecoveryKey = (keyring: Keyring, typed: string): Promise<Buffer | null> =>
  unseal(keyring.recovery, canonicalRecoveryKey(typed));

async function seal(dataKey: Buffer, secret: string, { cost, blockSize, parallel }: KeyStrength): Promise<SecretWrap> {
  const strength = { cost, blockSize, parallel };
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", await derive(secret, salt, strength), nonce);
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  return {
    salt: salt.toString("base64"),
    ...strength,
    nonce: nonce.toString("base64"),
    sealed: sealed.toString("base64"),
  };
}

async function unseal(wrap: SecretWrap, secret: string): Promise<Buffer | null> {
  const sealed = Buffer.from(wrap.sealed, "base64");
  const key = await derive(secret, Buffer.from(wrap.salt, "base64"), wrap);
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(wrap.nonce, "base64"));
  decipher.setAuthTag(sealed.subarray(-16));
  const opened = decipher.update(sealed.subarray(0, -16));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    // GCM's only failure: the tag does not fit, so the secret is wrong.
    return null;
  }
}

function derive(secret: string, salt: Buffer, { cost, blockSize, parallel }: KeyStrength): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: blockSize, p: parallel, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize("NFKC"), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** The keyring beside the database; null when there is none, a sentence when it cannot be read. */
export function readKeyring(file: string): Keyring | null | { readonly damaged: string } {
  if (!existsSync(file)) return null;
  try {
    return keyringSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    return { damaged: error instanceof Error ? error.message : String(error) };
  }
}

/** Replaces the keyring so that a crash leaves either the old or the new one, never half of one. */
export function writeKeyring(file: string, keyring: Keyring): void {
  const draft = `${file}.new`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const handle = openSync(draft, "w", 0o600);
  try {
    writeSync(handle, JSON.stringify(keyring, null, 2));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
  const folder = openSync(dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
