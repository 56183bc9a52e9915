import { Button, Group, SegmentedControl, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconLetterCase, IconLock } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState, type SubmitEvent } from "react";
import { api, client } from "../data/api.ts";
import { Failed, Loading } from "../data/asked.tsx";
import { usePolicyAct } from "../availability/usePolicyAct.ts";
import { Section } from "../frame/page.tsx";
import { Findings } from "./findings.tsx";
import { ReplyPreview } from "./replyPreview.tsx";
import {
  type Form,
  formNames,
  type Language,
  languageNames,
  placeOf,
  type reasonNamed,
  type TemplateView,
} from "./reasons.ts";
import { VariableChips } from "./variableChips.tsx";

interface WordingProps {
  readonly template: TemplateView;
  readonly reason: NonNullable<ReturnType<typeof reasonNamed>>;
  /** What was typed and not saved; null when nothing was. */
  readonly draft: string | null;
  readonly setDraft: (text: string | null) => void;
  readonly setForm: (form: Form) => void;
  readonly setLanguage: (language: Language) => void;
}

/** The words of one reply in one language and form, and how they would arrive. */
export function Wording({ template, reason, draft, setDraft, setForm, setLanguage }: WordingProps) {
  const { language, form, shipped, own } = template;
  const saved = own ?? shipped;
  const text = draft ?? saved;
  const field = useRef<HTMLTextAreaElement>(null);
  const place = { reason: template.reason, language, form };
  const [problem, setProblem] = useState<{ readonly of: string; readonly sentence: string } | null>(null);
  const drafted = useMemo(
    () => ({ reason: template.reason, language, form, text }),
    [template.reason, language, form, text],
  );
  const [asked] = useDebouncedValue(drafted, 250);
  const preview = useQuery({
    ...api.policy.templatePreview.queryOptions(asked),
    placeholderData: keepPreviousData,
  });

  const write = (written: string) => {
    setProblem(null);
    setDraft(written === saved ? null : written);
  };
  const save = usePolicyAct({
    call: (written: string) => client.policy.setTemplate.mutate({ ...place, text: written }),
    said: `Wording for “${reason.name}” saved.`,
    done: () => setDraft(null),
    place: (problems) => {
      setProblem({ of: placeOf(template), sentence: problems[0]?.sentence ?? "This cannot be kept." });
      field.current?.focus();
      return [];
    },
  });
  const clear = usePolicyAct({
    call: () => client.policy.clearTemplate.mutate(place),
    said: `Back to the shipped wording for “${reason.name}”.`,
    done: () => setDraft(null),
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.run(text);
  };
  const insert = (variable: string) => {
    const area = field.current;
    if (area === null) return;
    area.setRangeText(`{${variable}}`, area.selectionStart, area.selectionEnd, "end");
    write(area.value);
    area.focus();
  };

  return (
    <div className="wording">
      <Section title={reason.name} note={reason.when}>
        <Group mb="md" gap="sm">
          <SegmentedControl
            aria-label="Form"
            value={form}
            onChange={(value) => setForm(value === "text" ? "text" : "mail")}
            data={[
              { value: "mail", label: formNames.mail },
              { value: "text", label: formNames.text },
            ]}
          />
          <SegmentedControl
            aria-label="Language"
            value={language}
            onChange={(value) => setLanguage(value === "es" ? "es" : "en")}
            data={[
              { value: "en", label: languageNames.en },
              { value: "es", label: <span lang="es">{languageNames.es}</span> },
            ]}
          />
        </Group>
        <form onSubmit={submit} noValidate>
          <Textarea
            ref={field}
            label={own === null && draft === null ? "Shipped wording" : "Your wording"}
            lang={language}
            autosize
            minRows={form === "mail" ? 5 : 3}
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
            error={problem?.of === placeOf(template) ? problem.sentence : null}
          />
          <VariableChips variables={template.variables} insert={insert} />
          <LockedLine
            line={preview.data?.emergencyLine ?? ""}
            language={language}
            where={
              template.emergencyFirst
                ? "always comes first"
                : text.includes("{emergency}")
                  ? "always stands where you placed it"
                  : "always added at the end"
            }
          />
          <Group mt="md" gap="xs">
            <Button type="submit" disabled={draft === null} loading={save.pending}>
              Save wording
            </Button>
            {draft === null ? null : (
              <Button variant="default" onClick={() => setDraft(null)}>
                Discard changes
              </Button>
            )}
            {own === null ? null : (
              <Button variant="default" loading={clear.pending} onClick={() => clear.run(undefined)}>
                Back to the shipped wording
              </Button>
            )}
          </Group>
        </form>
        {preview.data === undefined ? null : (
          <Findings findings={preview.data.findings}>
            {preview.data.plain === null ? null : (
              <Button
                size="compact-sm"
                variant="light"
                leftSection={<IconLetterCase size={16} aria-hidden />}
                onClick={() => write(preview.data.plain ?? text)}
              >
                Write plain letters
              </Button>
            )}
          </Findings>
        )}
      </Section>
      {preview.data === undefined ? (
        preview.isError ? (
          <Failed error={preview.error} again={() => void preview.refetch()} busy={preview.isFetching} />
        ) : (
          <Loading />
        )
      ) : (
        <ReplyPreview preview={preview.data} language={asked.language} />
      )}
    </div>
  );
}

interface LockedLineProps {
  readonly line: string;
  readonly language: Language;
  readonly where: string;
}

/* Shown where it is edited, so that nobody looks for a way to remove it. */
function LockedLine({ line, language, where }: LockedLineProps) {
  return (
    <p className="locked-line">
      <span className="locked-line-mark">
        <IconLock size={14} aria-hidden /> Emergency line, {where}
      </span>
      <span lang={language}>{line}</span>
    </p>
  );
}
