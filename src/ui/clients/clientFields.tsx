import { ActionIcon, Button, Checkbox, Group, Select, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo } from "react";
import { zones } from "../time/zones.ts";
import type { ClientForm } from "./clientForm.ts";

/** The fields of a client's card. */
export function ClientFields({ form }: { readonly form: ClientForm }) {
  const zoneOptions = useMemo(() => zones().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })), []);
  return (
    <Stack gap="md">
      <TextInput
        label="Preferred name"
        description="Used on these screens and in replies to this client."
        maxLength={80}
        {...form.getInputProps("preferredName")}
      />
      <Stack gap="xs">
        {form.values.emails.map((_, index) => (
          <Stack key={index} gap={6}>
            <Group gap="xs" align="flex-end" wrap="nowrap">
              <TextInput
                type="email"
                label={index === 0 ? "E-mail address" : `E-mail address ${index + 1}`}
                style={{ flex: 1 }}
                {...form.getInputProps(`emails.${index}`)}
              />
              {form.values.emails.length > 1 ? (
                <ActionIcon
                  color="gray"
                  aria-label={`Remove address ${index + 1}`}
                  onClick={() => {
                    form.removeListItem("emails", index);
                    form.removeListItem("shared", index);
                  }}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              ) : null}
            </Group>
            <Checkbox
              size="sm"
              label="Others read this address too"
              aria-label={index === 0 ? "Others read this address too" : `Others read address ${index + 1} too`}
              description="No dates of sessions are written there."
              {...form.getInputProps(`shared.${index}`, { type: "checkbox" })}
            />
          </Stack>
        ))}
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={form.values.emails.length >= 10}
            onClick={() => {
              form.insertListItem("emails", "");
              form.insertListItem("shared", false);
            }}
          >
            Add another address
          </Button>
        </div>
      </Stack>
      <Select
        label="Language"
        description="Automatic replies are written in it."
        allowDeselect={false}
        data={[
          { value: "en", label: "English" },
          { value: "es", label: "Spanish" },
        ]}
        {...form.getInputProps("language")}
      />
      <Select
        label="Time zone"
        description="Only where it is not that of the practice. Replies then name the zone of every time."
        placeholder="The same as the practice"
        data={zoneOptions}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "The same as the practice" }}
        nothingFoundMessage="No zone of that name"
        {...form.getInputProps("zone")}
      />
      <Checkbox
        label="Urgent: every message surfaces at once"
        description="Whatever the hour, with the safety reply. For a time that you agree on."
        {...form.getInputProps("urgent", { type: "checkbox" })}
      />
      <Checkbox
        label="Opted out of automatic replies"
        description="Messages are still held and surfaced as ever."
        {...form.getInputProps("optedOut", { type: "checkbox" })}
      />
    </Stack>
  );
}
