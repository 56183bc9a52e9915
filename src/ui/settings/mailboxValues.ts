import { useForm } from "@mantine/form";
import type { Inputs, MailboxView, Outputs } from "../data/api.ts";

export type MailboxInput = Inputs["mailboxes"]["connect"];
type Guess = NonNullable<Outputs["mailboxes"]["guess"]>;

interface ServerValues {
  host: string;
  port: number | "";
  security: "tls" | "starttls";
}

/** The mailbox form while it is filled in. */
export interface MailboxValues extends Record<string, unknown> {
  address: string;
  displayName: string;
  /** Separated by commas or blanks. */
  aliases: string;
  username: string;
  password: string;
  imap: ServerValues;
  smtp: ServerValues;
  certificateAuthority: string;
}

export function useMailboxForm(mailbox: MailboxView | null, practiceName: string) {
  return useForm<MailboxValues>({
    initialValues:
      mailbox === null
        ? {
            address: "",
            displayName: practiceName,
            aliases: "",
            username: "",
            password: "",
            imap: { host: "", port: 993, security: "tls" },
            smtp: { host: "", port: 465, security: "tls" },
            certificateAuthority: "",
          }
        : {
            address: mailbox.address,
            displayName: mailbox.displayName,
            aliases: mailbox.aliases.join(", "),
            username: mailbox.username,
            password: "",
            imap: { ...mailbox.imap },
            smtp: { ...mailbox.smtp },
            certificateAuthority: mailbox.certificateAuthority ?? "",
          },
  });
}

export type MailboxFormState = ReturnType<typeof useMailboxForm>;

/** Fills in what is known of the address's provider; what was typed stays. */
export function takeGuess(form: MailboxFormState, address: string, guess: Guess | null): void {
  form.setFieldValue("username", (typed) => (typed === "" ? address : typed));
  if (guess === null) return;
  form.setFieldValue("imap", { ...guess.imap });
  form.setFieldValue("smtp", { ...guess.smtp });
}

/** What is sent. An empty password means the one that is kept. */
export function inputOf(values: MailboxValues): MailboxInput {
  return {
    address: values.address.trim(),
    displayName: values.displayName,
    aliases: values.aliases.split(/[\s,;]+/).filter((alias) => alias !== ""),
    username: values.username,
    password: values.password === "" ? null : values.password,
    imap: { ...values.imap, port: values.imap.port === "" ? 0 : values.imap.port },
    smtp: { ...values.smtp, port: values.smtp.port === "" ? 0 : values.smtp.port },
    certificateAuthority: values.certificateAuthority.trim() === "" ? null : values.certificateAuthority,
  };
}
