import { Button, Textarea } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useRef } from "react";
import type { Language, VacationDraftView } from "../data/api.ts";
import { problemOf } from "./steps.ts";
import type { KeptDraft } from "./useVacationDraft.ts";

interface NoticeTextProps {
  readonly language: Language;
  readonly view: VacationDraftView;
  readonly kept: KeptDraft;
}

const variables: readonly (readonly [name: string, words: string])[] = [
  ["firstDay", "the first day away"],
  ["lastDay", "the last day away"],
  ["nextOpening", "when messages are read again"],
  ["sessions", "what becomes of the client's sessions"],
  ["cover", "who covers, with their number"],
  ["practice", "the name of the practice"],
  ["firstName", "the client's first name"],
];

/** The words of the notices in one language; the emergency line is in them whatever is written. */
export function NoticeText({ language, view, kept: { draft, change } }: NoticeTextProps) {
  const { notices } = draft;
  const { shipped, emergencyLine } = view.texts[language];
  const own = notices.texts[language];
  const text = own ?? shipped;
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (written: string | null) =>
    change({
      notices: { ...notices, texts: { ...notices.texts, [language]: written === shipped ? null : written } },
    });
  const insert = (name: string) => {
    const area = field.current;
    if (area === null) return;
    area.setRangeText(`{${name}}`, area.selectionStart, area.selectionEnd, "end");
    write(area.value);
    area.focus();
  };
  return (
    <>
      <Textarea
        ref={field}
        label={own === null ? "Shipped wording" : "Your wording"}
        description="A line that needs what is not there is left out."
        lang={language}
        autosize
        minRows={6}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        error={view.draft.notices.texts[language] === own ? problemOf(view, `texts.${language}`) : null}
      />
      <ul className="chips" aria-label="Fill in">
        {variables.map(([name, words]) => (
          <li key={name}>
            <button
              type="button"
              className="chip"
              aria-label={`Insert {${name}}: ${words}`}
              title={words}
              // The field keeps its caret, which is where the variable goes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => insert(name)}
            >
              {`{${name}}`}
            </button>
          </li>
        ))}
      </ul>
      <p className="locked-line">
        <span className="locked-line-mark">
          <IconLock size={14} aria-hidden /> Emergency line, always in it
        </span>
        <span lang={language}>{emergencyLine}</span>
      </p>
      {own === null ? null : (
        <Button variant="default" size="compact-sm" mt="xs" onClick={() => write(null)}>
          Back to the shipped wording
        </Button>
      )}
    </>
  );
}
