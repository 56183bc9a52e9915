import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { HoursEditor } from "../availability/hoursEditor.tsx";
import { ordinaryWeek, problemsInHours } from "../availability/hours.ts";
import { useAct } from "../data/act.ts";
import { client, type DoorView, type WeeklyHours } from "../data/api.ts";
import { sortProblems } from "../data/placing.ts";
import type { Problem } from "../data/problems.ts";
import { BeforeYouBegin } from "./beforeYouBegin.tsx";
import { DoorFrame } from "./doorFrame.tsx";
import { NewPassphrase, passphraseProblem, type NewPassphraseValue } from "./newPassphrase.tsx";
import { likelyZone } from "../time/zones.ts";
import { likelyRegion } from "./places.ts";
import { PracticeFields, type PracticeValue } from "./practiceFields.tsx";

const steps = ["Your practice", "When do you read messages?", "A passphrase", "Before you begin"] as const;

interface FirstRunProps {
  readonly door: DoorView;
  /** Called with the recovery key once the practice exists. */
  readonly created: (recoveryKey: string) => void;
}

/** The three questions of the first run, and what the therapist must know before it begins. */
export function FirstRun({ door, created }: FirstRunProps) {
  const [step, setStep] = useState(0);
  const [practice, setPractice] = useState<PracticeValue>(() => ({
    name: "",
    zone: likelyZone(),
    region: likelyRegion(door.regions),
  }));
  const [hours, setHours] = useState<WeeklyHours>(ordinaryWeek);
  const [passphrase, setPassphrase] = useState<NewPassphraseValue>({ passphrase: "", again: "" });
  const [unlockWithComputer, setUnlockWithComputer] = useState(false);
  const [acknowledged, setAcknowledged] = useState(false);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [step]);

  const create = useAct({
    call: () => {
      if (practice.region === null) throw new Error("The region was checked before.");
      return client.door.create.mutate({
        practice: { name: practice.name, zone: practice.zone, locale: navigator.language, region: practice.region },
        messageHours: hours,
        passphrase: passphrase.passphrase,
        unlockWithComputer,
        acknowledged: true,
      });
    },
    said: null,
    done: ({ recoveryKey }) => created(recoveryKey),
    place: (found) => placeProblems(found, setProblems, setStep),
  });

  const next = () => {
    const found = check(step, practice, hours, passphrase, acknowledged);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (step === steps.length - 1) create.run(undefined);
    else setStep(step + 1);
  };

  return (
    <DoorFrame>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <Stack gap="lg">
          <div>
            <Text c="dimmed">{step < 3 ? `Question ${step + 1} of 3` : "One thing to know"}</Text>
            <Title order={1} ref={heading} tabIndex={-1}>
              {steps[step]}
            </Title>
          </div>
          {step === 0 ? (
            <PracticeFields value={practice} change={setPractice} problems={problems} regions={door.regions} />
          ) : null}
          {step === 1 ? (
            <>
              <Text c="dimmed">
                Outside these hours a message is held, and its sender is told once when you are back. You can change
                this at any time.
              </Text>
              <HoursEditor value={hours} change={setHours} problem={problems["messageHours"] ?? null} />
            </>
          ) : null}
          {step === 2 ? (
            <NewPassphrase value={passphrase} change={setPassphrase} problem={problems["passphrase"] ?? null} />
          ) : null}
          {step === 3 ? (
            <BeforeYouBegin
              computer={door.computerUnlock}
              acknowledged={acknowledged}
              setAcknowledged={setAcknowledged}
              unlockWithComputer={unlockWithComputer}
              setUnlockWithComputer={setUnlockWithComputer}
              problem={problems["acknowledged"] ?? null}
            />
          ) : null}
          <Group justify="space-between">
            {step === 0 ? (
              <span />
            ) : (
              <Button variant="default" disabled={create.pending} onClick={() => setStep(step - 1)}>
                Back
              </Button>
            )}
            <Button type="submit" loading={create.pending}>
              {step === steps.length - 1 ? "Create the practice" : "Next"}
            </Button>
          </Group>
        </Stack>
      </form>
    </DoorFrame>
  );
}

function check(
  step: number,
  practice: PracticeValue,
  hours: WeeklyHours,
  passphrase: NewPassphraseValue,
  acknowledged: boolean,
): Record<string, string> {
  const found: Record<string, string> = {};
  if (step === 0) {
    if (practice.name.trim() === "") found["name"] = "A name is needed.";
    if (practice.region === null) found["region"] = "Please choose a region.";
  }
  if (step === 1) {
    const problem = problemsInHours(hours);
    if (problem !== null) found["messageHours"] = problem;
  }
  if (step === 2) {
    const problem = passphraseProblem(passphrase);
    if (problem !== null) found["passphrase"] = problem;
  }
  if (step === 3 && !acknowledged) found["acknowledged"] = "Please confirm that you have read this.";
  return found;
}

const parts = ["practice", "messageHours", "passphrase", "acknowledged"];

/* Goes back to the question that the app did not accept. */
function placeProblems(
  found: readonly Problem[],
  setProblems: (problems: Record<string, string>) => void,
  setStep: (step: number) => void,
): readonly Problem[] {
  const stepOf = (field: string | null) => parts.indexOf(field?.split(".")[0] ?? "");
  const { placed, homeless } = sortProblems(found, (field) =>
    stepOf(field) === -1
      ? null
      : field.startsWith("practice.")
        ? (field.split(".")[1] ?? null)
        : (parts[stepOf(field)] ?? null),
  );
  setProblems(placed as Record<string, string>);
  const first = Math.min(...found.map((problem) => stepOf(problem.field)).filter((step) => step !== -1));
  if (Number.isFinite(first)) setStep(first);
  return homeless;
}
