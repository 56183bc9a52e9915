import { useForm } from "@mantine/form";
import type { ClientView, Inputs } from "../data/api.ts";

/** The fields of a client's card while they are filled in; addresses as a list with at least one line. */
export interface ClientValues extends Record<string, unknown> {
  preferredName: string;
  language: Inputs["clients"]["add"]["language"];
  emails: string[];
  urgent: boolean;
  optedOut: boolean;
}

export function useClientForm(client: ClientView | null) {
  return useForm<ClientValues>({
    initialValues: {
      preferredName: client?.preferredName ?? "",
      language: client?.language ?? "en",
      emails: client === null || client.emails.length === 0 ? [""] : [...client.emails],
      urgent: client?.urgent ?? false,
      optedOut: client?.optedOut ?? false,
    },
    validate: { preferredName: (name) => (name.trim() === "" ? "A name is needed." : null) },
  });
}

export type ClientForm = ReturnType<typeof useClientForm>;

/** What is sent: empty address lines left out. */
export function inputOf(values: ClientValues): Inputs["clients"]["add"] {
  return {
    preferredName: values.preferredName,
    language: values.language,
    emails: values.emails.map((email) => email.trim()).filter((email) => email !== ""),
    urgent: values.urgent,
    optedOut: values.optedOut,
  };
}
