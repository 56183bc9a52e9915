import { Fieldset, Group, NumberInput, Select, TextInput } from "@mantine/core";
import type { MailboxFormState } from "./mailboxValues.ts";

interface ServerFieldsProps {
  readonly form: MailboxFormState;
  readonly server: "imap" | "smtp";
  readonly title: string;
}

/** One server: its name, its port, and how the connection is encrypted. */
export function ServerFields({ form, server, title }: ServerFieldsProps) {
  return (
    <Fieldset legend={title}>
      <Group align="flex-start">
        <TextInput label="Server" style={{ flex: "1 1 14rem" }} {...form.getInputProps(`${server}.host`)} />
        <NumberInput
          label="Port"
          w={100}
          hideControls
          min={1}
          max={65_535}
          allowDecimal={false}
          thousandSeparator=""
          {...form.getInputProps(`${server}.port`)}
        />
        <Select
          label="Encryption"
          w={160}
          allowDeselect={false}
          data={[
            { value: "tls", label: "TLS" },
            { value: "starttls", label: "STARTTLS" },
          ]}
          {...form.getInputProps(`${server}.security`)}
        />
      </Group>
    </Fieldset>
  );
}
