import { IconArchive, IconMailOff, IconUrgent } from "@tabler/icons-react";
import { Link } from "wouter";
import type { ClientView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** One client in the list. */
export function ClientRow({ client, open }: { readonly client: ClientView; readonly open: boolean }) {
  const { momentWithin } = usePracticeTime();
  return (
    <Link
      href={`/clients/${encodeURIComponent(client.id)}`}
      className="client-row"
      aria-current={open ? "true" : undefined}
    >
      <span className="client-name">{client.preferredName}</span>
      <span className="client-note">{client.emails.length === 0 ? "No address yet" : client.emails.join(", ")}</span>
      <span className="client-note">
        {client.nextSession === null ? "No session booked" : `Next session ${momentWithin(client.nextSession)}`}
      </span>
      {client.urgent || client.optedOut || client.archived ? (
        <span className="client-marks">
          {client.urgent ? (
            <span className="safety-mark">
              <IconUrgent size={15} aria-hidden /> Urgent
            </span>
          ) : null}
          {client.optedOut ? (
            <span className="client-mark">
              <IconMailOff size={15} aria-hidden /> Opted out
            </span>
          ) : null}
          {client.archived ? (
            <span className="client-mark">
              <IconArchive size={15} aria-hidden /> Archived
            </span>
          ) : null}
        </span>
      ) : null}
    </Link>
  );
}
