import { Button, Collapse, Stack, Textarea, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useState } from "react";
import type { MailboxFormState } from "./mailboxValues.ts";

/** What few mailboxes need. */
export function MoreMailboxFields({ form }: { readonly form: MailboxFormState }) {
  const [opened, setOpened] = useState(false);
  const problem = ["displayName", "aliases", "certificateAuthority"].some((field) => form.errors[field] !== undefined);
  const shown = opened || problem;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={shown}
        leftSection={shown ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
        onClick={() => setOpened(!opened)}
      >
        More options
      </Button>
      <Collapse expanded={shown} transitionDuration={100}>
        <Stack mt="sm">
          <TextInput
            label="Name in replies"
            description="Shown as the sender of automatic replies."
            maxLength={80}
            {...form.getInputProps("displayName")}
          />
          <TextInput
            label="Other addresses of this mailbox"
            description="Separated by commas. Mail to them is answered, too."
            {...form.getInputProps("aliases")}
          />
          <Textarea
            label="Own certificate authority"
            description="For servers with their own certificate: the authority's certificate as text (PEM)."
            autosize
            minRows={2}
            maxRows={8}
            {...form.getInputProps("certificateAuthority")}
          />
        </Stack>
      </Collapse>
    </div>
  );
}
