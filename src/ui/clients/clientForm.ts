import { useForm } from "@mantine/form";
import type { ClientView, Inputs } from "../data/api.ts";
import { usePracticeLanguage } from "./practiceLanguage.ts";

/** The fields of a client's card while they are filled in; addresses as a list with at least one line. */
export interface ClientValues extends Record<string, unknown> {
  preferredName: string;
  language: Inputs["clients"]["add"]["language"];
  emails: string[];
  /** Beside each address: others read it too. */
  shared: boolean[];
  /** Null for the practice's. */
  zone: string | null;
  urgent: boolean;
  optedOut: boolean;
}

export function useClientForm(client: ClientView | null) {
  const practiceLanguage = usePracticeLanguage();
  const emails = client === null || client.emails.length === 0 ? [""] : [...client.emails];
  return useForm<ClientValues>({
    initialValues: {
      preferredName: client?.preferredName ?? "",
      language: client?.language ?? practiceLanguage,
      emails,
      shared: emails.map((email) => client?.sharedEmails.includes(email) === true),
      zone: client?.zone ?? null,
      urgent: client?.urgent ?? false,
      optedOut: client?.optedOut ?? false,
    },
    validate: { preferredName: (name) => (name.trim() === "" ? "A name is needed." : null) },
  });
}

export type ClientForm = ReturnType<typeof useClientForm>;

/** What is sent: empty address lines left out. */
export function inputOf(values: ClientValues): Inputs["clients"]["add"] {
  const addresses = values.emails.map((email) => email.trim());
  return {
    preferredName: values.preferredName,
    language: values.language,
    emails: addresses.filter((email) => email !== ""),
    sharedEmails: addresses.filter((email, index) => email !== "" && values.shared[index] === true),
    zone: values.zone,
    urgent: values.urgent,
    optedOut: values.optedOut,
  };
}
