import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { api, type Booking, type Inputs } from "../data/api.ts";

interface ConflictsProps {
  readonly booking: Booking | null;
  /** What of which series is being changed; null for a new appointment. */
  readonly changing: Inputs["calendar"]["conflicts"]["changing"];
}

const mostShown = 4;

/* A client who is only being added has no id yet; a title lets the app compare the time all the same. */
const titled = (booking: Booking): Booking =>
  booking.clientId === null && booking.title.trim() === "" ? { ...booking, title: "New appointment" } : booking;

/** What the appointment would overlap and the days away it lies on, said while the form is filled in. It informs; it does not forbid. */
export function Conflicts({ booking, changing }: ConflictsProps) {
  const [settled] = useDebouncedValue(booking === null ? null : JSON.stringify(titled(booking)), 250);
  const input = settled === null ? skipToken : { booking: JSON.parse(settled) as Booking, changing };
  const { conflicts, note } = useQuery({
    ...api.calendar.conflicts.queryOptions(input),
    placeholderData: keepPreviousData,
    retry: false,
  }).data ?? { conflicts: [], note: null };
  return (
    <div aria-live="polite">
      {conflicts.length === 0 ? (
        note === null ? null : (
          <Text c="dimmed">{note}</Text>
        )
      ) : (
        <div className="conflicts">
          <IconAlertTriangle size={18} aria-hidden />
          <ul>
            {conflicts.slice(0, mostShown).map((conflict) => (
              <li key={`${conflict.start}-${conflict.sentence}`}>{conflict.sentence}</li>
            ))}
            {conflicts.length > mostShown ? <li>and {conflicts.length - mostShown} more</li> : null}
            {note === null ? null : <li>{note}</li>}
          </ul>
        </div>
      )}
    </div>
  );
}
