import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { VacationDraftView } from "../data/api.ts";

/** What is done, and what is still to do, by sign and word. */
export function Checklist({ items }: { readonly items: VacationDraftView["checklist"] }) {
  return (
    <ul className="rows sheet" aria-label="Checklist">
      {items.map(({ id, done, sentence }) => (
        <li key={id} className="vacation-check" data-done={done}>
          {done ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
          <span>
            {done ? null : <strong>Still open: </strong>}
            {sentence}
          </span>
        </li>
      ))}
    </ul>
  );
}
