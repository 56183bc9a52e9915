import { Checkbox, NativeSelect, Stack, Tabs, Text } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";
import { useState } from "react";
import type { Language, VacationDraftView } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { languageNames } from "../replies/reasons.ts";
import { ArrivedReply } from "../replies/arrivedReply.tsx";
import "../replies/replies.css";
import { counted } from "../time/words.ts";
import { NoticeText } from "./noticeText.tsx";
import { NoticesLeave } from "./noticesLeave.tsx";
import type { KeptDraft } from "./useVacationDraft.ts";

interface NoticesStepProps {
  readonly view: VacationDraftView;
  readonly kept: KeptDraft;
}

const languages: readonly Language[] = ["en", "es"];

/** Who is told, in which words, and when; beside it what one of them will read. */
export function NoticesStep({ view, kept }: NoticesStepProps) {
  const used = languages.filter((language) => view.texts[language].used);
  const [first] = used;
  return (
    <div className="vacation-notices">
      <Stack gap="xl">
        <Recipients view={view} kept={kept} />
        <section aria-label="When they leave">
          <h3>When they leave</h3>
          <NoticesLeave view={view} kept={kept} />
        </section>
        {first === undefined ? null : (
          <section aria-label="Wording">
            <h3>Wording</h3>
            {used.length === 1 ? (
              <NoticeText language={first} view={view} kept={kept} />
            ) : (
              <Tabs defaultValue={first} keepMounted={false}>
                <Tabs.List aria-label="Languages">
                  {used.map((language) => (
                    <Tabs.Tab key={language} value={language} lang={language}>
                      {languageNames[language]}
                    </Tabs.Tab>
                  ))}
                </Tabs.List>
                {used.map((language) => (
                  <Tabs.Panel key={language} value={language} pt="sm">
                    <NoticeText language={language} view={view} kept={kept} />
                  </Tabs.Panel>
                ))}
              </Tabs>
            )}
          </section>
        )}
      </Stack>
      <Preview view={view} />
    </div>
  );
}

function Recipients({ view, kept: { draft, change } }: NoticesStepProps) {
  const { notices } = draft;
  const chosen = view.recipients.filter((one) => one.chosen).length;
  if (view.recipients.length === 0)
    return (
      <div className="sheet">
        <Empty icon={<IconMailOff />} title="Nobody to tell">
          There are no clients yet.
        </Empty>
      </div>
    );
  return (
    <section aria-label="Who is told">
      <h3>Who is told</h3>
      <Text c="dimmed" mb="xs" aria-live="polite">
        {counted(chosen, "client")} of {view.recipients.length}. Each gets a mail of their own.
      </Text>
      <ul className="rows sheet">
        {view.recipients.map((one) => (
          <li key={one.clientId} className="vacation-recipient">
            <Checkbox
              label={one.name}
              description={descriptionOf(one)}
              checked={one.unreachable === null && (notices.chosen[one.clientId] ?? one.chosen)}
              disabled={one.unreachable !== null}
              onChange={({ currentTarget: { checked } }) =>
                change({ notices: { ...notices, chosen: { ...notices.chosen, [one.clientId]: checked } } })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function descriptionOf({
  unreachable,
  sessions,
  address,
  shared,
  kind,
}: VacationDraftView["recipients"][number]): string {
  if (unreachable !== null) return `Cannot be reached: ${unreachable}`;
  return [
    sessions === 0 ? "No session concerned." : `${counted(sessions, "session")} concerned.`,
    kind === "planned" ? "" : "Was told before.",
    shared ? `${address ?? ""} is read by others too, so sessions are not named.` : (address ?? ""),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** What one client will read, word for word. */
function Preview({ view }: { readonly view: VacationDraftView }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const reachable = view.recipients.filter(({ unreachable }) => unreachable === null);
  const shown =
    reachable.find(({ clientId }) => clientId === wanted) ?? reachable.find(({ chosen }) => chosen) ?? reachable[0];
  if (shown === undefined) return null;
  return (
    <section aria-label="How it arrives" className="vacation-preview">
      <h3>How it arrives</h3>
      <NativeSelect
        label="Client"
        mb="sm"
        value={shown.clientId}
        onChange={(event) => setWanted(event.currentTarget.value)}
        data={reachable.map(({ clientId, name }) => ({ value: clientId, label: name }))}
      />
      <ArrivedReply
        language={shown.language}
        subject={shown.subject}
        text={shown.text}
        emergencyLine={view.texts[shown.language].emergencyLine}
        segments={null}
      />
    </section>
  );
}
