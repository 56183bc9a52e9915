import type { ChannelFault, ChannelHealth } from "../channels/channel.ts";
import type { Policy, Region } from "../domain/policy/policy.ts";
import type { Instant } from "../domain/time/instant.ts";

/*
 * What the screens are told. Instants are epoch milliseconds; wall times are `YYYY-MM-DDTHH:MM` on the practice's clock;
 * sentences are ready to be read aloud.
 */

export interface MailboxView {
  readonly id: string;
  readonly address: string;
  readonly displayName: string;
  readonly aliases: readonly string[];
  readonly username: string;
  readonly imap: { readonly host: string; readonly port: number; readonly security: "tls" | "starttls" };
  readonly smtp: { readonly host: string; readonly port: number; readonly security: "tls" | "starttls" };
  readonly certificateAuthority: string | null;
  readonly health: ChannelHealth;
  /** When a message last arrived here; null when none has. */
  readonly lastMessageAt: Instant | null;
}

export interface ConnectionTestView {
  readonly incoming:
    | { readonly ok: true; readonly messages: number }
    | { readonly ok: false; readonly fault: ChannelFault };
  readonly outgoing: { readonly ok: true } | { readonly ok: false; readonly fault: ChannelFault };
}

/** Where the app stands before any practice is open. */
export interface DoorView {
  readonly phase: "first-run" | "locked" | "open" | "failed";
  /** Only with `failed`: what is wrong and what to do; nothing was overwritten. */
  readonly problem: { readonly title: string; readonly detail: string; readonly whatToDo: string } | null;
  /** With `locked`: the practice is open behind the locked screens and goes on answering. */
  readonly answering: boolean;
  readonly dataFolder: string;
  readonly host: "electron" | "browser";
  /** Whether this computer can keep the key, and if not, why. */
  readonly computerUnlock: { readonly available: boolean; readonly enabled: boolean; readonly reason: string | null };
  readonly version: string;
  readonly regions: readonly { readonly region: Region; readonly name: string; readonly emergencyLine: string }[];
}

export interface SettingsView {
  readonly practice: Policy["practice"];
  readonly acknowledgedAt: Instant;
  readonly mailboxes: readonly MailboxView[];
  readonly dataFolder: string;
  readonly backups: readonly { readonly name: string; readonly at: Instant; readonly bytes: number }[];
  readonly version: string;
  readonly timeZoneData: string;
}
