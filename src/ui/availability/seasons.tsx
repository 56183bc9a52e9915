import { Button, Modal, Text } from "@mantine/core";
import { IconLeaf, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { client, type Season, type WeeklyHours } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { useHoursWords } from "./hoursWords.ts";
import { SeasonForm } from "./seasonForm.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

interface SeasonsProps {
  readonly seasons: readonly Season[];
  /** What a new season begins with. */
  readonly ordinary: WeeklyHours;
}

/** Spans of dates with a week of their own. */
export function Seasons({ seasons, ordinary }: SeasonsProps) {
  const { today } = usePracticeTime();
  const [edited, setEdited] = useState<Season | null>(null);
  const coming = seasons.filter((season) => season.lastDate >= today());
  const past = seasons.filter((season) => season.lastDate < today());
  const add = () =>
    setEdited({ id: crypto.randomUUID(), label: "", firstDate: today(), lastDate: today(), hours: ordinary });

  return (
    <Section
      title="Seasons"
      note="Dates with a week of their own, such as a summer schedule. It takes the place of the message hours above."
      action={
        <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          Add a season
        </Button>
      }
    >
      <div className="sheet">
        {coming.length === 0 ? (
          <Empty icon={<IconLeaf />} title="No season ahead">
            The message hours hold all year round.
          </Empty>
        ) : (
          <SeasonList seasons={coming} edit={setEdited} />
        )}
      </div>
      {past.length === 0 ? null : (
        <details className="past-closures">
          <summary>Past seasons ({past.length})</summary>
          <div className="sheet">
            <SeasonList seasons={past} edit={setEdited} />
          </div>
        </details>
      )}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={seasons.some((one) => one.id === edited?.id) ? "Change the season" : "Add a season"}
        size="xl"
      >
        {edited === null ? null : <SeasonForm key={edited.id} season={edited} done={() => setEdited(null)} />}
      </Modal>
    </Section>
  );
}

interface SeasonListProps {
  readonly seasons: readonly Season[];
  readonly edit: (season: Season) => void;
}

function SeasonList({ seasons, edit }: SeasonListProps) {
  return (
    <ul className="rows">
      {seasons.map((season) => (
        <SeasonRow key={season.id} season={season} edit={() => edit(season)} />
      ))}
    </ul>
  );
}

function SeasonRow({ season, edit }: { readonly season: Season; readonly edit: () => void }) {
  const { shortDate, today } = usePracticeTime();
  const hoursWords = useHoursWords();
  const remove = usePolicyAct({
    call: () => client.policy.removeSeason.mutate({ id: season.id }),
    said: "Season removed.",
  });
  const dates = `${shortDate(season.firstDate)} – ${shortDate(season.lastDate)} ${season.lastDate.slice(0, 4)}`;
  const name = season.label === "" ? "Season" : season.label;
  const isNow = season.firstDate <= today() && today() <= season.lastDate;
  return (
    <li className="closure">
      <IconLeaf size={20} stroke={1.6} aria-hidden />
      <div className="closure-words">
        <Text fw={600}>
          {dates}
          {isNow ? " (now)" : ""}
        </Text>
        {season.label === "" ? null : <Text>{season.label}</Text>}
        <Text c="dimmed">{hoursWords(season.hours)}</Text>
      </div>
      <Button variant="default" size="compact-sm" onClick={edit} aria-label={`Change ${name}, ${dates}`}>
        Change
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        loading={remove.pending}
        onClick={() => remove.run(undefined)}
        aria-label={`Remove ${name}, ${dates}`}
      >
        Remove
      </Button>
    </li>
  );
}
