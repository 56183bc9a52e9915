import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { api, type Booking } from "../data/api.ts";

interface ConflictsProps {
  readonly booking: Booking | null;
  readonly exceptSeriesId: string | null;
}

const mostShown = 4;

/* A client who is only being added has no id yet; a title lets the app compare the time all the same. */
const titled = (booking: Booking): Booking =>
  booking.clientId === null && booking.title.trim() === "" ? { ...booking, title: "New appointment" } : booking;

/** What the appointment would overlap, said while the form is filled in. It informs; it does not forbid. */
export function Conflicts({ booking, exceptSeriesId }: ConflictsProps) {
  const [settled] = useDebouncedValue(booking === null ? null : JSON.stringify(titled(booking)), 250);
  const input = settled === null ? skipToken : { booking: JSON.parse(settled) as Booking, exceptSeriesId };
  const conflicts =
    useQuery({ ...api.calendar.conflicts.queryOptions(input), placeholderData: keepPreviousData, retry: false }).data ??
    [];
  return (
    <div aria-live="polite">
      {conflicts.length === 0 ? null : (
        <div className="conflicts">
          <IconAlertTriangle size={18} aria-hidden />
          <ul>
            {conflicts.slice(0, mostShown).map((conflict) => (
              <li key={`${conflict.start}-${conflict.sentence}`}>{conflict.sentence}</li>
            ))}
            {conflicts.length > mostShown ? <li>and {conflicts.length - mostShown} more</li> : null}
          </ul>
        </div>
      )}
    </div>
  );
}
