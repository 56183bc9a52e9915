import { Alert, Anchor, Button, PasswordInput, Stack, Text, Textarea, Title } from "@mantine/core";
import { IconDeviceLaptop, IconLockOpen } from "@tabler/icons-react";
import { useState, type SubmitEvent } from "react";
import { useAct } from "../data/act.ts";
import { client, type DoorView } from "../data/api.ts";
import type { Problem } from "../data/problems.ts";
import { useFirstFocus } from "../data/useFirstFocus.ts";
import { DoorFrame } from "./doorFrame.tsx";
import { NewPassphrase, passphraseProblem } from "./newPassphrase.tsx";

/** The locked practice: passphrase, recovery key, or the computer's own key store. */
export function Locked({ door }: { readonly door: DoorView }) {
  const [way, setWay] = useState<"passphrase" | "recovery">("passphrase");
  return (
    <DoorFrame>
      {way === "passphrase" ? <WithPassphrase door={door} /> : <WithRecoveryKey />}
      <Text mt="lg">
        <Anchor
          component="button"
          type="button"
          onClick={() => setWay(way === "passphrase" ? "recovery" : "passphrase")}
          underline="always"
        >
          {way === "passphrase" ? "Use the recovery key" : "Use the passphrase"}
        </Anchor>
      </Text>
    </DoorFrame>
  );
}

/* Whatever field a refusal names, this screen has one place for it. */
function useOneProblem() {
  const [problem, setProblem] = useState<string | null>(null);
  const place = (problems: readonly Problem[]): readonly Problem[] => {
    setProblem(problems[0]?.sentence ?? null);
    return [];
  };
  return { problem, setProblem, place };
}

function WithPassphrase({ door }: { readonly door: DoorView }) {
  const field = useFirstFocus<HTMLInputElement>();
  const [passphrase, setPassphrase] = useState("");
  const { problem, setProblem, place } = useOneProblem();
  const unlock = useAct({
    call: (typed: string) => client.door.unlock.mutate({ passphrase: typed }),
    said: null,
    place,
  });
  const withComputer = useAct({ call: () => client.door.unlockWithComputer.mutate(), said: null, place });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(null);
    unlock.run(passphrase);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <div>
          <Title order={1}>The practice is locked</Title>
          <Text c="dimmed" mt={4}>
            {door.answering
              ? "Behind the lock it goes on: messages are received, held and answered."
              : "Until it is unlocked, no message is received or answered."}
          </Text>
        </div>
        <PasswordInput
          label="Passphrase"
          autoComplete="current-password"
          ref={field}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          error={problem}
          visibilityToggleButtonProps={{ "aria-label": "Show passphrase" }}
        />
        <Button
          type="submit"
          loading={unlock.pending}
          disabled={passphrase === ""}
          leftSection={<IconLockOpen size={18} aria-hidden />}
        >
          Unlock
        </Button>
        {door.computerUnlock.available && door.computerUnlock.enabled ? (
          <Button
            variant="default"
            loading={withComputer.pending}
            onClick={() => withComputer.run(undefined)}
            leftSection={<IconDeviceLaptop size={18} aria-hidden />}
          >
            Unlock with this computer
          </Button>
        ) : null}
      </Stack>
    </form>
  );
}

function WithRecoveryKey() {
  const field = useFirstFocus<HTMLTextAreaElement>();
  const [recoveryKey, setRecoveryKey] = useState("");
  const [passphrase, setPassphrase] = useState({ passphrase: "", again: "" });
  const [ownProblem, setOwnProblem] = useState<string | null>(null);
  const { problem, setProblem, place } = useOneProblem();
  const unlock = useAct({
    call: () => client.door.unlockWithRecoveryKey.mutate({ recoveryKey, newPassphrase: passphrase.passphrase }),
    said: "The practice is open, with its new passphrase.",
    place,
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(null);
    const found = passphraseProblem(passphrase);
    setOwnProblem(found);
    if (found === null) unlock.run(undefined);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <div>
          <Title order={1}>Use the recovery key</Title>
          <Text c="dimmed" mt={4}>
            Type the key you printed or wrote down, and choose a new passphrase.
          </Text>
        </div>
        {problem === null ? null : (
          <Alert color="gray" role="alert">
            {problem}
          </Alert>
        )}
        <Textarea
          label="Recovery key"
          autosize
          minRows={2}
          ref={field}
          value={recoveryKey}
          onChange={(event) => setRecoveryKey(event.currentTarget.value)}
        />
        <NewPassphrase label="New passphrase" value={passphrase} change={setPassphrase} problem={ownProblem} />
        <Button type="submit" loading={unlock.pending} disabled={recoveryKey.trim() === ""}>
          Unlock and set the new passphrase
        </Button>
      </Stack>
    </form>
  );
}
