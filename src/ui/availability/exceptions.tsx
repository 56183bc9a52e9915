import { Button, Group, Modal, Text } from "@mantine/core";
import { IconCalendarPlus, IconPlaneDeparture, IconSun } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { client, type Closure, type VacationView } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { Section } from "../frame/page.tsx";
import { usePlannedVacations, VacationLink, VacationRows } from "../vacation/vacationRows.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { counted } from "../time/words.ts";
import { closureKinds } from "./closureKinds.ts";
import { ExceptionForm } from "./exceptionForm.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

/** Dated exceptions to the ordinary week. */
export function Exceptions({ closures }: { readonly closures: readonly Closure[] }) {
  const { today } = usePracticeTime();
  const [parameters, setParameters] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const close = () => {
    setAdding(false);
    if (parameters.has("new")) setParameters({}, { replace: true });
  };
  const sorted = closures.toSorted((one, other) => one.firstDate.localeCompare(other.firstDate));
  const coming = sorted.filter((closure) => closure.lastDate >= today());
  const past = sorted.filter((closure) => closure.lastDate < today());

  return (
    <Section
      title="Days off and other exceptions"
      action={
        <Group gap="xs">
          <Link href="/availability/plan" asChild>
            <Button component="a" variant="light" leftSection={<IconPlaneDeparture size={18} aria-hidden />}>
              Plan a vacation
            </Button>
          </Link>
          <Button
            variant="light"
            leftSection={<IconCalendarPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            Add an exception
          </Button>
        </Group>
      }
    >
      <VacationRows closures={closures} />
      <div className="sheet">
        {coming.length === 0 ? (
          <Empty icon={<IconSun />} title="No exceptions ahead">
            Days off, holidays, vacations and days with other hours are listed here.
          </Empty>
        ) : (
          <ClosureList closures={coming} />
        )}
      </div>
      {past.length === 0 ? null : (
        <details className="past-closures">
          <summary>Past exceptions ({past.length})</summary>
          <div className="sheet">
            <ClosureList closures={past} />
          </div>
        </details>
      )}
      <Modal opened={adding || parameters.has("new")} onClose={close} title="Add an exception" size="lg">
        <ExceptionForm done={close} />
      </Modal>
    </Section>
  );
}

function ClosureList({ closures }: { readonly closures: readonly Closure[] }) {
  const planned = usePlannedVacations();
  return (
    <ul className="rows">
      {closures.map((closure) => (
        <ClosureRow key={closure.id} closure={closure} planned={planned.get(closure.id) ?? null} />
      ))}
    </ul>
  );
}

interface ClosureRowProps {
  readonly closure: Closure;
  /** What was arranged for it, where it is a vacation that was planned. */
  readonly planned: VacationView | null;
}

function ClosureRow({ closure, planned }: ClosureRowProps) {
  const { shortDate, wallTime } = usePracticeTime();
  const kind = closureKinds[closure.kind];
  const remove = usePolicyAct({
    call: () => client.policy.removeClosure.mutate({ id: closure.id }),
    said: `${kind.words} removed.`,
  });
  const dates =
    closure.firstDate === closure.lastDate
      ? shortDate(closure.firstDate)
      : `${shortDate(closure.firstDate)} – ${shortDate(closure.lastDate)} ${closure.lastDate.slice(0, 4)}`;
  const hours = closure.windows.map((window) => `${wallTime(window.start)} to ${wallTime(window.end)}`).join(", ");
  const name = closure.label === "" ? kind.words : closure.label;
  return (
    <li className="closure">
      <kind.icon size={20} stroke={1.6} aria-hidden />
      <div className="closure-words">
        <Text fw={600}>{dates}</Text>
        <Text>
          {kind.words}
          {closure.label === "" ? "" : `: ${closure.label}`}
          {closure.kind === "changed-hours" ? ` (${hours === "" ? "closed" : hours})` : ""}
        </Text>
        {closure.cover === null ? null : (
          <Text c="dimmed">
            {closure.cover.name} covers, {closure.cover.phone}
          </Text>
        )}
        {planned === null ? null : <Text c="dimmed">{arrangedWords(planned)}</Text>}
      </div>
      {planned === null ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={remove.pending}
          onClick={() => remove.run(undefined)}
          aria-label={`Remove ${name}, ${dates}`}
        >
          Remove
        </Button>
      ) : (
        <VacationLink id={closure.id} words={`${name}, ${dates}`} />
      )}
    </li>
  );
}

/** "1 session cancelled, 2 moved, 3 notices sent" */
function arrangedWords({ arranged, notices }: VacationView): string {
  const cancelled = arranged.filter(({ movedToWall }) => movedToWall === null).length;
  const sent = notices.filter(({ state }) => state === "sent").length;
  const waiting = notices.filter(({ state }) => state === "queued").length;
  const parts = [
    cancelled > 0 ? `${counted(cancelled, "session")} cancelled` : "",
    arranged.length > cancelled ? `${counted(arranged.length - cancelled, "session")} moved` : "",
    sent > 0 ? `${counted(sent, "notice")} sent` : "",
    waiting > 0 ? `${counted(waiting, "notice")} waiting` : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "Nothing else was arranged." : `${parts.join(", ")}.`;
}
