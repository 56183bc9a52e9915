import { IconCheck } from "@tabler/icons-react";
import { UnstyledButton } from "@mantine/core";
import type { CommunicationPolicyView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";

import { counted } from "../time/words.ts";
import { useDayOf } from "./useDayOf.ts";

interface EditionsProps {
  readonly editions: CommunicationPolicyView["editions"];
  readonly shown: number | null;
  readonly show: (edition: number | null) => void;
}

/** What the settings say now, and every edition there was, each to be read and printed. */
export function Editions({ editions, shown, show }: EditionsProps) {
  const day = useDayOf();
  if (editions.length === 0) return null;
  return (
    <Section title="Editions" note="An edition is kept as it was given. It never changes.">
      <ul className="rows sheet" aria-label="Editions">
        <li>
          <EditionRow
            words="What your settings say now"
            note="Draft"
            chosen={shown === null}
            choose={() => show(null)}
          />
        </li>
        {editions.map(({ number, issuedAt, acknowledgements }) => (
          <li key={number}>
            <EditionRow
              words={`Edition ${number}`}
              note={`Issued ${day(issuedAt)}, acknowledged by ${counted(acknowledgements, "client")}`}
              chosen={shown === number}
              choose={() => show(number)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface EditionRowProps {
  readonly words: string;
  readonly note: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function EditionRow({ words, note, chosen, choose }: EditionRowProps) {
  return (
    <UnstyledButton className="edition" aria-pressed={chosen} onClick={choose}>
      <span className="edition-words">
        <span className="edition-name">{words}</span>
        <span className="edition-note">{note}</span>
      </span>
      {chosen ? (
        <span className="edition-shown">
          <IconCheck size={16} aria-hidden /> Shown
        </span>
      ) : null}
    </UnstyledButton>
  );
}
