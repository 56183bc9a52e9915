import { Alert, Button, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import { IconInfoCircle, IconPlugConnected } from "@tabler/icons-react";
import { useState, type SubmitEvent } from "react";
import { useAct } from "../data/act.ts";
import { client, type MailboxView } from "../data/api.ts";
import { placeOn } from "../data/placing.ts";
import { problemsOf } from "../data/problems.ts";
import { ConnectionTest } from "./connectionTest.tsx";
import { inputOf, takeGuess, useMailboxForm, type MailboxInput } from "./mailboxValues.ts";
import { MoreMailboxFields } from "./moreMailboxFields.tsx";
import { ServerFields } from "./serverFields.tsx";

interface MailboxFormProps {
  /** The mailbox to change; null to connect a new one. */
  readonly mailbox: MailboxView | null;
  readonly practiceName: string;
  readonly done: () => void;
  readonly discard?: () => void;
}

/** Connects a mailbox, address first, or changes a connected one. */
export function MailboxForm({ mailbox, practiceName, done, discard }: MailboxFormProps) {
  const form = useMailboxForm(mailbox, practiceName);
  const [step, setStep] = useState<"address" | "rest">(mailbox === null ? "address" : "rest");
  const [note, setNote] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const place = placeOn(form, ["account."]);

  const save = useAct({
    call: async (input: MailboxInput) => {
      if (mailbox === null) {
        const connected = await client.mailboxes.connect.mutate(input);
        return connected.ok ? { ok: true as const, value: null } : connected;
      }
      return client.mailboxes.change.mutate({ id: mailbox.id, account: input });
    },
    said: (_, input) => (mailbox === null ? `${input.address} is connected.` : "Mailbox changed."),
    done,
    place,
  });

  const lookUp = async () => {
    const address = form.values.address.trim();
    setLooking(true);
    try {
      const guess = await client.mailboxes.guess.query({ address });
      takeGuess(form, address, guess);
      setNote(
        guess === null
          ? "The servers of this provider are not known here. Your provider's help pages name them."
          : guess.note,
      );
      setStep("rest");
    } catch (error) {
      const homeless = place(problemsOf(error));
      if (homeless[0] !== undefined) form.setFieldError("address", homeless[0].sentence);
    } finally {
      setLooking(false);
    }
  };

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (step === "address") void lookUp();
    else save.run(inputOf(form.values));
  };

  return (
    <form onSubmit={submit} noValidate className="settings-form">
      <Stack>
        <TextInput
          type="email"
          label="E-mail address"
          autoComplete="email"
          readOnly={mailbox !== null}
          {...form.getInputProps("address")}
        />
        {step === "address" ? (
          <Group>
            <Button type="submit" loading={looking}>
              Next
            </Button>
            {discard === undefined ? null : (
              <Button variant="default" onClick={discard}>
                Discard
              </Button>
            )}
          </Group>
        ) : (
          <>
            {note === null ? null : (
              <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
                {note}
              </Alert>
            )}
            <TextInput label="User name" autoComplete="username" {...form.getInputProps("username")} />
            <PasswordInput
              label="Password"
              description={
                mailbox === null
                  ? "Many providers want an app password here, made in the account's security settings, instead of your usual one."
                  : "Leave empty to keep the one in use."
              }
              autoComplete="off"
              visibilityToggleButtonProps={{ "aria-label": "Show password" }}
              {...form.getInputProps("password")}
            />
            <ServerFields form={form} server="imap" title="Incoming mail (IMAP)" />
            <ServerFields form={form} server="smtp" title="Outgoing mail (SMTP)" />
            <MoreMailboxFields form={form} />
            <ConnectionTest id={mailbox?.id ?? null} input={() => inputOf(form.values)} place={place} />
            <Group>
              <Button type="submit" loading={save.pending} leftSection={<IconPlugConnected size={18} aria-hidden />}>
                {mailbox === null ? "Connect" : "Save mailbox"}
              </Button>
              {discard === undefined ? null : (
                <Button variant="default" onClick={discard}>
                  Discard
                </Button>
              )}
            </Group>
          </>
        )}
      </Stack>
    </form>
  );
}
