import { Stack, Switch } from "@mantine/core";
import { Section } from "../frame/page.tsx";
import { NumbersForm } from "./numbersForm.tsx";
import { type Gate, useGate } from "./useGate.ts";

/** How many messages in how short a time break through. */
export function RepeatedContact({ gate }: { readonly gate: Gate }) {
  const { change, pending } = useGate("Repeated contact changed.");
  const { repeatedContact } = gate;
  return (
    <Section
      title="Repeated contact"
      note="Several different messages from one client in a short time surface together, at any hour. The same words twice count once."
    >
      <Stack>
        <Switch
          label="Let repeated contact surface"
          disabled={pending}
          checked={repeatedContact.on}
          onChange={(event) => change({ repeatedContact: { ...repeatedContact, on: event.currentTarget.checked } })}
        />
        {repeatedContact.on ? (
          <NumbersForm
            fields={[
              { name: "messages", label: "At least", suffix: "messages", min: 2, max: 10 },
              { name: "minutes", label: "Within", suffix: "minutes", min: 1, max: 120 },
            ]}
            values={repeatedContact}
            save={({ messages, minutes }) => change({ repeatedContact: { ...repeatedContact, messages, minutes } })}
            pending={pending}
            saveWords="Save repeated contact"
          />
        ) : null}
      </Stack>
    </Section>
  );
}
