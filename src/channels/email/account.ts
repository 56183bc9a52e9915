import { z } from "zod";

const server = z
  .object({
    host: z.string().trim().min(1, "The server's name is needed.").max(253),
    port: z.int().min(1).max(65535),
    /** `tls`: encrypted from the first byte. `starttls`: upgraded before the login, never without. */
    security: z.enum(["tls", "starttls"]),
  })
  .readonly();

/** A mailbox of the therapist: how its mail is read and how replies leave. */
export const emailAccountSchema = z
  .object({
    address: z.email("This is not an e-mail address.").max(254).toLowerCase(),
    /** Name in the From of replies; settable by the user (RFC 3834 3.1.1). */
    displayName: z.string().trim().max(80),
    /** Further addresses that reach this mailbox (FIELD E6, E7). */
    aliases: z.array(z.email().max(254).toLowerCase()).max(20).readonly(),
    username: z.string().min(1, "The user name is needed."),
    password: z.string().min(1, "The password is needed."),
    imap: server,
    smtp: server,
    /** PEM of an own certificate authority, for servers with their own certificate; null for the public ones. */
    certificateAuthority: z.string().nullable(),
  })
  .readonly();
export type EmailAccount = z.infer<typeof emailAccountSchema>;
