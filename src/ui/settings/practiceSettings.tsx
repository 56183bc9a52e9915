import { Button, Group, Select, Stack } from "@mantine/core";
import { useMemo, useState, type SubmitEvent } from "react";
import { client, type DoorView, type Inputs, type SettingsView } from "../data/api.ts";
import { sortProblems } from "../data/placing.ts";
import { usePolicyAct } from "../availability/usePolicyAct.ts";
import { PracticeFields, type PracticeValue } from "../door/practiceFields.tsx";
import { Section } from "../frame/page.tsx";

interface PracticeSettingsProps {
  readonly practice: SettingsView["practice"];
  readonly regions: DoorView["regions"];
}

const fields = ["name", "zone", "region", "locale"] as const;

const commonLocales = [
  "en-US",
  "en-GB",
  "en-CA",
  "en-AU",
  "en-NZ",
  "en-IE",
  "de-DE",
  "fr-FR",
  "fr-CA",
  "es-ES",
  "es-US",
];

/** Name, zone, region and the way dates are written. */
export function PracticeSettings({ practice, regions }: PracticeSettingsProps) {
  const [edited, setEdited] = useState<(PracticeValue & { readonly locale: string }) | null>(null);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const value = edited ?? practice;
  const localeOptions = useMemo(() => localesWith(practice.locale), [practice.locale]);

  const save = usePolicyAct({
    call: (next: Inputs["policy"]["setPractice"]) => client.policy.setPractice.mutate(next),
    said: "Practice saved.",
    done: () => setEdited(null),
    place: (found) => {
      const { placed, homeless } = sortProblems(found, (field) => fields.find((one) => one === field) ?? null);
      setProblems(placed);
      return homeless;
    },
  });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setProblems(value.name.trim() === "" ? { name: "A name is needed." } : {});
    if (value.name.trim() !== "" && value.region !== null)
      save.run({ name: value.name, zone: value.zone, locale: value.locale, region: value.region });
  };

  return (
    <Section title="Practice">
      <form onSubmit={submit} noValidate className="settings-form">
        <Stack>
          <PracticeFields
            value={value}
            change={(changed) => setEdited({ ...value, ...changed })}
            problems={problems}
            regions={regions}
          />
          <Select
            label="Dates and times as in"
            searchable
            allowDeselect={false}
            data={localeOptions}
            value={value.locale}
            onChange={(locale) => (locale === null ? undefined : setEdited({ ...value, locale }))}
            error={problems["locale"]}
          />
          <Group>
            <Button type="submit" loading={save.pending} disabled={edited === null}>
              Save practice
            </Button>
            {edited === null ? null : (
              <Button variant="default" onClick={() => setEdited(null)}>
                Discard changes
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function localesWith(current: string) {
  const names = new Intl.DisplayNames("en", { type: "language", languageDisplay: "standard" });
  return [...new Set([current, ...navigator.languages, ...commonLocales])].map((locale) => ({
    value: locale,
    label: names.of(locale) ?? locale,
  }));
}
