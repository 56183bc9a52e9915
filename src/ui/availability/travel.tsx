import { Button, Modal, Text } from "@mantine/core";
import { IconPlaneDeparture, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { client, type Trip } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { likelyZone } from "../time/zones.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { TripForm } from "./tripForm.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

interface TravelProps {
  readonly travel: readonly Trip[];
  /** The practice's zone when nobody travels. */
  readonly home: string;
}

/** Dates on which the practice keeps the time of another zone. */
export function Travel({ travel, home }: TravelProps) {
  const { today } = usePracticeTime();
  const [edited, setEdited] = useState<Trip | null>(null);
  const coming = travel.filter((trip) => trip.lastDate >= today());
  const past = travel.filter((trip) => trip.lastDate < today());
  const add = () => setEdited({ id: crypto.randomUUID(), zone: likelyZone(), firstDate: today(), lastDate: today() });

  return (
    <Section
      title="Travel"
      note={`Dates on which you keep the time of another place. Message hours follow it; sessions stay as they were agreed. Otherwise the practice keeps the time of ${placeOf(home)}.`}
      action={
        <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          Add a trip
        </Button>
      }
    >
      {coming.length === 0 ? null : (
        <div className="sheet">
          <TripList travel={coming} edit={setEdited} />
        </div>
      )}
      {past.length === 0 ? null : (
        <details className="past-closures">
          <summary>Past trips ({past.length})</summary>
          <div className="sheet">
            <TripList travel={past} edit={setEdited} />
          </div>
        </details>
      )}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={travel.some((one) => one.id === edited?.id) ? "Change the trip" : "Add a trip"}
      >
        {edited === null ? null : <TripForm key={edited.id} trip={edited} done={() => setEdited(null)} />}
      </Modal>
    </Section>
  );
}

const placeOf = (zone: string) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

interface TripListProps {
  readonly travel: readonly Trip[];
  readonly edit: (trip: Trip) => void;
}

function TripList({ travel, edit }: TripListProps) {
  return (
    <ul className="rows">
      {travel.map((trip) => (
        <TripRow key={trip.id} trip={trip} edit={() => edit(trip)} />
      ))}
    </ul>
  );
}

function TripRow({ trip, edit }: { readonly trip: Trip; readonly edit: () => void }) {
  const { shortDate, today } = usePracticeTime();
  const remove = usePolicyAct({
    call: () => client.policy.removeTrip.mutate({ id: trip.id }),
    said: "Trip removed.",
  });
  const year = trip.lastDate.slice(0, 4);
  const dates =
    trip.firstDate === trip.lastDate
      ? `${shortDate(trip.firstDate)} ${year}`
      : `${shortDate(trip.firstDate)} – ${shortDate(trip.lastDate)} ${year}`;
  const name = `${placeOf(trip.zone)}, ${dates}`;
  const isNow = trip.firstDate <= today() && today() <= trip.lastDate;
  return (
    <li className="closure">
      <IconPlaneDeparture size={20} stroke={1.6} aria-hidden />
      <div className="closure-words">
        <Text fw={600}>
          {dates}
          {isNow ? " (now)" : ""}
        </Text>
        <Text c="dimmed">{trip.zone.replaceAll("_", " ")}</Text>
      </div>
      <Button variant="default" size="compact-sm" onClick={edit} aria-label={`Change ${name}`}>
        Change
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        loading={remove.pending}
        onClick={() => remove.run(undefined)}
        aria-label={`Remove ${name}`}
      >
        Remove
      </Button>
    </li>
  );
}
