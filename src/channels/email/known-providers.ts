import type { EmailAccount } from "./account.ts";

/** Server settings to start from, and what the therapist has to know before they work. */
export interface GuessedServers {
  readonly imap: EmailAccount["imap"];
  readonly smtp: EmailAccount["smtp"];
  /** Plain sentences for the form; null when there is nothing special. */
  readonly note: string | null;
}

interface Provider extends GuessedServers {
  /** Domains of addresses; `yahoo.*` stands for all countries. */
  readonly domains: readonly string[];
}

const tls = (host: string, port: number) => ({ host, port, security: "tls" }) as const;
const starttls = (host: string, port: number) => ({ host, port, security: "starttls" }) as const;
const appPassword = (where: string) => `The usual password does not work here. Make an app password: ${where}.`;

const providers: readonly Provider[] = [
  {
    domains: ["gmail.com", "googlemail.com"],
    imap: tls("imap.gmail.com", 993),
    smtp: tls("smtp.gmail.com", 465),
    note: appPassword("Google account, Security, 2-Step Verification, App passwords"),
  },
  {
    domains: ["icloud.com", "me.com", "mac.com"],
    imap: tls("imap.mail.me.com", 993),
    smtp: starttls("smtp.mail.me.com", 587),
    note: appPassword("account.apple.com, Sign-In and Security, App-Specific Passwords"),
  },
  {
    domains: ["fastmail.com", "fastmail.fm"],
    imap: tls("imap.fastmail.com", 993),
    smtp: tls("smtp.fastmail.com", 465),
    note: appPassword("Settings, Privacy & Security, App passwords"),
  },
  {
    domains: ["yahoo.*", "ymail.com", "rocketmail.com"],
    imap: tls("imap.mail.yahoo.com", 993),
    smtp: tls("smtp.mail.yahoo.com", 465),
    note: appPassword("Yahoo account, Security, App password"),
  },
  {
    domains: ["aol.com"],
    imap: tls("imap.aol.com", 993),
    smtp: tls("smtp.aol.com", 465),
    note: appPassword("AOL account, Security, App password"),
  },
  {
    domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch"],
    imap: tls("imap.gmx.net", 993),
    smtp: tls("mail.gmx.net", 465),
    note: "First allow IMAP on the GMX website: E-Mail, Settings, POP3/IMAP. With two-factor login an app password is needed.",
  },
  {
    domains: ["gmx.com", "gmx.us", "gmx.co.uk"],
    imap: tls("imap.gmx.com", 993),
    smtp: tls("mail.gmx.com", 465),
    note: "First allow IMAP on the GMX website: E-Mail, Settings, POP3/IMAP. With two-factor login an app password is needed.",
  },
  {
    domains: ["web.de"],
    imap: tls("imap.web.de", 993),
    smtp: starttls("smtp.web.de", 587),
    note: "First allow IMAP on the WEB.DE website: E-Mail, Settings, POP3/IMAP. With two-factor login an app password is needed.",
  },
  {
    domains: ["proton.me", "protonmail.com", "pm.me"],
    imap: starttls("127.0.0.1", 1143),
    smtp: starttls("127.0.0.1", 1025),
    note:
      "Proton Mail Bridge must be installed and running on this computer. Take the user name, the password and the exported " +
      "certificate from Bridge, not from Proton itself.",
  },
  {
    domains: ["mailbox.org"],
    imap: tls("imap.mailbox.org", 993),
    smtp: tls("smtp.mailbox.org", 465),
    note: "With two-factor login an app password is needed.",
  },
  {
    domains: ["posteo.*"],
    imap: tls("posteo.de", 993),
    smtp: tls("posteo.de", 465),
    note: null,
  },
  {
    domains: ["zoho.com", "zohomail.com"],
    imap: tls("imap.zoho.com", 993),
    smtp: tls("smtp.zoho.com", 465),
    note: "First allow IMAP on the Zoho website: Settings, Mail accounts. With two-factor login an app password is needed.",
  },
  {
    domains: ["zoho.eu", "zohomail.eu"],
    imap: tls("imap.zoho.eu", 993),
    smtp: tls("smtp.zoho.eu", 465),
    note: "First allow IMAP on the Zoho website: Settings, Mail accounts. With two-factor login an app password is needed.",
  },
  {
    domains: ["outlook.*", "hotmail.*", "live.*", "msn.com", "*.onmicrosoft.com"],
    imap: tls("outlook.office365.com", 993),
    smtp: starttls("smtp-mail.outlook.com", 587),
    note:
      "Microsoft has ended login with a password for mail programs, so this mailbox cannot be connected. This is true for " +
      "Microsoft 365 with an own domain as well.",
  },
];

/**
 * Server settings for an address: those of a known provider, otherwise the customary names at the address's own domain.
 * Only a proposal for the form, nothing is asked over the network. Null when the text is no address.
 */
export function guessServers(address: string): GuessedServers | null {
  const domain = /^[^\s@]+@([^\s@.]+(?:\.[^\s@.]+)+)$/.exec(address.trim().toLowerCase())?.[1];
  if (domain === undefined) return null;
  const known = providers.find((provider) => provider.domains.some((pattern) => covers(pattern, domain)));
  if (known !== undefined) return { imap: known.imap, smtp: known.smtp, note: known.note };
  return { imap: tls(`imap.${domain}`, 993), smtp: tls(`smtp.${domain}`, 465), note: null };
}

function covers(pattern: string, domain: string): boolean {
  if (pattern.endsWith(".*")) {
    const ending = domain.startsWith(pattern.slice(0, -1)) ? domain.slice(pattern.length - 1) : "";
    return /^(?:[a-z]{2,3}|com?\.[a-z]{2})$/.test(ending);
  }
  if (pattern.startsWith("*.")) return domain.endsWith(pattern.slice(1));
  return domain === pattern;
}
