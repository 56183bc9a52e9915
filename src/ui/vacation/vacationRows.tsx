import { Button, Text } from "@mantine/core";
import { IconBeach, IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, type Closure, type VacationView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { standingWords } from "./standing.ts";
import "./vacation.css";

/** The vacations that were planned, by the id of their closure. */
export function usePlannedVacations(): ReadonlyMap<string, VacationView> {
  const vacations = useQuery(api.vacations.list.queryOptions()).data?.vacations ?? [];
  return new Map(vacations.map((vacation) => [vacation.id, vacation]));
}

/** What was begun and not finished, and vacations of which the hours know nothing any more. */
export function VacationRows({ closures }: { readonly closures: readonly Closure[] }) {
  const { shortDate } = usePracticeTime();
  const view = useQuery(api.vacations.list.queryOptions()).data;
  if (view === undefined) return null;
  const { begun } = view;
  const known = new Set(closures.map(({ id }) => id));
  const elsewhere = view.vacations.filter(
    ({ id, outdated, standing }) => !known.has(id) && (outdated.length > 0 || standing === "not-in-hours"),
  );
  if (begun === null && elsewhere.length === 0) return null;
  const days = ({ firstDate, lastDate }: { readonly firstDate: string; readonly lastDate: string }) =>
    firstDate === "" || lastDate === "" ? "Days not chosen yet" : `${shortDate(firstDate)} – ${shortDate(lastDate)}`;
  return (
    <ul className="rows sheet vacation-rows" aria-label="Vacations to look at">
      {begun === null ? null : (
        <li className="closure">
          <IconPencil size={20} stroke={1.6} aria-hidden />
          <div className="closure-words">
            <Text fw={600}>{days(begun)}</Text>
            <Text>A vacation you began to plan. Nothing of it holds yet.</Text>
          </div>
          <Link href={`/availability/plan/${encodeURIComponent(begun.id)}`} asChild>
            <Button component="a" variant="light" size="compact-sm">
              Go on planning
            </Button>
          </Link>
        </li>
      )}
      {elsewhere.map((vacation) => (
        <li key={vacation.id} className="closure">
          <IconBeach size={20} stroke={1.6} aria-hidden />
          <div className="closure-words">
            <Text fw={600}>{days(vacation)}</Text>
            <Text>{standingWords[vacation.standing]}</Text>
            {vacation.outdated.length === 0 ? null : (
              <Text c="dimmed">{vacation.outdated.map(({ name }) => name).join(", ")} were told otherwise.</Text>
            )}
          </div>
          <VacationLink id={vacation.id} words={`Vacation, ${days(vacation)}`} />
        </li>
      ))}
    </ul>
  );
}

/** To the page of one vacation. */
export function VacationLink({ id, words }: { readonly id: string; readonly words: string }) {
  return (
    <Link href={`/availability/vacation/${encodeURIComponent(id)}`} asChild>
      <Button component="a" variant="default" size="compact-sm" aria-label={`Open ${words}`}>
        Open
      </Button>
    </Link>
  );
}
