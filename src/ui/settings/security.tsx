import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState, type SubmitEvent } from "react";
import { useAct } from "../data/act.ts";
import { client, type DoorView } from "../data/api.ts";
import { useLock } from "../data/lock.ts";
import { sortProblems } from "../data/placing.ts";
import { NewPassphrase, passphraseProblem } from "../door/newPassphrase.tsx";
import { Section } from "../frame/page.tsx";

/** The lock of the practice. */
export function Security({ computerUnlock }: { readonly computerUnlock: DoorView["computerUnlock"] }) {
  const lock = useLock();
  return (
    <>
      <Section
        title="Lock"
        note="Locks these screens. Behind the lock messages are still received, held and answered; quitting ends that."
      >
        <Button leftSection={<IconLock size={18} aria-hidden />} loading={lock.pending} onClick={lock.run}>
          Lock now
        </Button>
      </Section>
      <ChangePassphrase />
      <ComputerUnlock computerUnlock={computerUnlock} />
    </>
  );
}

function fieldOf(field: string): "current" | "next" | null {
  if (field === "next") return "next";
  return field === "current" || field === "passphrase" ? "current" : null;
}

function ChangePassphrase() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState({ passphrase: "", again: "" });
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const change = useAct({
    call: () => client.door.changePassphrase.mutate({ current, next: next.passphrase }),
    said: "Passphrase changed. The recovery key stays the same.",
    done: () => {
      setCurrent("");
      setNext({ passphrase: "", again: "" });
    },
    place: (found) => {
      const { placed, homeless } = sortProblems(found, fieldOf);
      setProblems(placed);
      return homeless;
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = passphraseProblem(next);
    const found: Record<string, string> = {};
    if (current === "") found["current"] = "The current passphrase is needed.";
    if (wrong !== null) found["next"] = wrong;
    setProblems(found);
    if (Object.keys(found).length === 0) change.run(undefined);
  };

  return (
    <Section title="Passphrase">
      <form onSubmit={submit} noValidate className="settings-form">
        <Stack>
          <PasswordInput
            label="Current passphrase"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={problems["current"]}
            visibilityToggleButtonProps={{ "aria-label": "Show current passphrase" }}
          />
          <NewPassphrase label="New passphrase" value={next} change={setNext} problem={problems["next"] ?? null} />
          <Group>
            <Button type="submit" loading={change.pending}>
              Change passphrase
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function ComputerUnlock({ computerUnlock }: { readonly computerUnlock: DoorView["computerUnlock"] }) {
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const enabled = computerUnlock.enabled;
  const set = useAct({
    call: () => client.door.setComputerUnlock.mutate({ enabled: !enabled, passphrase }),
    said: enabled ? "The passphrase is asked at every start." : "This computer now unlocks the practice.",
    done: () => setPassphrase(""),
    place: (problems) => {
      setProblem(problems[0]?.sentence ?? null);
      return [];
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(passphrase === "" ? "The passphrase is needed." : null);
    if (passphrase !== "") set.run(undefined);
  };

  if (!computerUnlock.available) {
    return (
      <Section title="Unlock with this computer">
        <Text c="dimmed">
          {computerUnlock.reason ?? "This computer has no key store that could keep the key safely."}
        </Text>
      </Section>
    );
  }
  return (
    <Section
      title="Unlock with this computer"
      note={
        enabled
          ? "On: the system's own key store opens the practice at start."
          : "Off: the passphrase is asked at every start. The system's own key store can keep the key instead."
      }
    >
      <form onSubmit={submit} noValidate className="settings-form">
        <Stack>
          <PasswordInput
            label="Passphrase, to confirm"
            autoComplete="current-password"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            error={problem}
            visibilityToggleButtonProps={{ "aria-label": "Show passphrase, to confirm" }}
          />
          <Group>
            <Button type="submit" variant="light" loading={set.pending}>
              {enabled ? "Switch off" : "Switch on"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
