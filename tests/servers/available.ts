import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

/** Start scripts of real servers, beside the project's folder. */
export const serverScripts = resolve(import.meta.dirname, "../../../shared/servers");

const searched = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];

function isInstalled(program: string): boolean {
  return searched.some((folder) => existsSync(join(folder, program)));
}

const missing = [
  ...(existsSync(join(serverScripts, "dovecot.sh")) ? [] : ["the folder ../shared/servers"]),
  ...(isInstalled("dovecot") ? [] : ["Dovecot (apt-get install dovecot-imapd dovecot-lmtpd)"]),
  ...(isInstalled("exim4") ? [] : ["Exim (apt-get install exim4-daemon-light)"]),
  ...["openssl", "setpriv"].filter((program) => !isInstalled(program)),
];

/** What this machine lacks to run real mail servers, in words; null when nothing is missing. */
export const serversMissing: string | null = missing.length === 0 ? null : missing.join(", ");

/** Title of a suite that needs the servers; where they are missing the skipped suite says what it would need. */
export function titleWithServers(title: string, lacks: string | null = serversMissing): string {
  return lacks === null ? title : `${title} (not run, missing: ${lacks})`;
}

const sieveLacks = [
  ...missing,
  ...(["/usr/lib/dovecot/managesieve", "/usr/libexec/dovecot/managesieve"].some((program) => existsSync(program))
    ? []
    : ["Pigeonhole (apt-get install dovecot-sieve dovecot-managesieved)"]),
];

/** What this machine lacks to run mailboxes that answer by themselves, in words; null when nothing is missing. */
export const sieveMissing: string | null = sieveLacks.length === 0 ? null : sieveLacks.join(", ");

const desktopLacks = [
  ...(existsSync(join(serverScripts, "desktop.sh")) ? [] : ["the folder ../shared/servers"]),
  ...["Xvfb", "dbus-daemon", "dunst", "notify-send"].filter((program) => !isInstalled(program)),
];

/** What this machine lacks to run a real desktop session (apt-get install xvfb dbus-daemon dunst libnotify-bin); null when nothing. */
export const desktopMissing: string | null = desktopLacks.length === 0 ? null : desktopLacks.join(", ");

const papersLack = ["pdftotext", "pdfinfo"].filter((program) => !isInstalled(program));

/** What this machine lacks to read a PDF as a person would (apt-get install poppler-utils); null when nothing. */
export const pdfReaderMissing: string | null = papersLack.length === 0 ? null : papersLack.join(", ");
