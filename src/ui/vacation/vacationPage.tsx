import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDoorEnter, IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { useAct } from "../data/act.ts";
import { api, client, type VacationView } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Page, Section } from "../frame/page.tsx";
import { dateOf, timeOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { counted } from "../time/words.ts";
import { Checklist } from "./checklist.tsx";
import { EndVacation } from "./endVacation.tsx";
import { Notices } from "./notices.tsx";
import { standingWords } from "./standing.ts";
import "./vacation.css";

/** One vacation with everything that was arranged for it. */
export function VacationPage({ id }: { readonly id: string }) {
  const vacations = useQuery(api.vacations.list.queryOptions());
  return (
    <Asked query={vacations} lines={6}>
      {(view) => {
        const vacation = view.vacations.find((one) => one.id === id);
        return vacation === undefined ? (
          <Page title="Vacation">
            <p>
              This vacation is not there any more. <Link href="/availability">To the availability</Link>
            </p>
          </Page>
        ) : (
          <Arrangements vacation={vacation} />
        );
      }}
    </Asked>
  );
}

function Arrangements({ vacation }: { readonly vacation: VacationView }) {
  const { date } = usePracticeTime();
  const [, go] = useLocation();
  const [parameters, setParameters] = useSearchParams();
  const [ending, setEnding] = useState<"remove" | "come-back" | null>(
    parameters.has("back") && vacation.standing === "away" ? "come-back" : null,
  );
  const { id, standing, firstDate, lastDate, cover, withoutCover, outdated, checklist, label } = vacation;
  const goesOn = standing === "ahead" || standing === "away";
  const reopen = useAct({
    call: () => client.vacations.reopen.mutate({ id }),
    said: null,
    done: () => go(`/availability/plan/${encodeURIComponent(id)}`),
  });
  const close = () => {
    setEnding(null);
    if (parameters.has("back")) setParameters({}, { replace: true });
  };
  return (
    <Page
      title={label === "" ? "Vacation" : label}
      actions={
        <>
          {standing === "away" ? (
            <Button leftSection={<IconDoorEnter size={18} aria-hidden />} onClick={() => setEnding("come-back")}>
              I am back
            </Button>
          ) : null}
          {goesOn || standing === "not-in-hours" ? (
            <>
              <Button
                variant="default"
                leftSection={<IconPencil size={18} aria-hidden />}
                loading={reopen.pending}
                onClick={() => reopen.run(undefined)}
              >
                {vacation.beingChanged ? "Go on changing" : "Change"}
              </Button>
              {standing === "away" ? null : (
                <Button variant="default" onClick={() => setEnding("remove")}>
                  Remove
                </Button>
              )}
            </>
          ) : null}
        </>
      }
    >
      <Stack gap="xl" className="vacation">
        <div>
          <Text fw={600}>
            {date(firstDate)} to {date(lastDate)}
          </Text>
          <Text>{standingWords[standing]}</Text>
          <Text c="dimmed">
            {cover === null ? `Nobody covers: ${withoutCover ?? ""}` : `${cover.name} covers, ${cover.phone}.`}
          </Text>
        </div>
        {outdated.length === 0 ? null : (
          <section className="sheet vacation-outdated" aria-label="Told otherwise">
            <Group justify="space-between">
              <Text>
                {counted(outdated.length, "client was", "clients were")} told what does not hold any more:{" "}
                {outdated.map(({ name }) => name).join(", ")}.
              </Text>
              <Button variant="light" loading={reopen.pending} onClick={() => reopen.run(undefined)}>
                Write to them
              </Button>
            </Group>
          </section>
        )}
        {checklist.length === 0 ? null : (
          <Section title={standing === "away" ? "How it stands" : "Before you leave"}>
            <Checklist items={checklist} />
          </Section>
        )}
        <Arranged vacation={vacation} />
        <Notices notices={vacation.notices} />
      </Stack>
      {ending === null ? null : <EndVacation vacation={vacation} how={ending} close={close} />}
    </Page>
  );
}

function Arranged({ vacation }: { readonly vacation: VacationView }) {
  const { date, wallTime } = usePracticeTime();
  const when = (wall: string) => `${date(dateOf(wall))}, ${wallTime(timeOf(wall))}`;
  if (vacation.arranged.length === 0) return null;
  return (
    <Section title="Sessions">
      <ul className="rows sheet">
        {vacation.arranged.map((one) => (
          <li key={one.key} className="vacation-session">
            <Text>
              <strong>{one.name}</strong>, {when(one.startWall)}:{" "}
              {one.movedToWall === null ? "cancelled" : `moved to ${when(one.movedToWall)}`}
            </Text>
            {one.changedSince ? <Text c="dimmed">It was changed in the calendar since.</Text> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
