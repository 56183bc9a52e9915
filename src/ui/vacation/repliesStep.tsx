import { Stack, Text } from "@mantine/core";
import type { VacationDraftView } from "../data/api.ts";
import { languageNames } from "../replies/reasons.ts";
import { ArrivedReply } from "../replies/arrivedReply.tsx";
import "../replies/replies.css";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** What is answered to a message in the middle of the vacation, by the functions that answer real ones. */
export function RepliesStep({ view }: { readonly view: VacationDraftView }) {
  const { momentWithin } = usePracticeTime();
  const { replies, texts } = view;
  if (replies === null)
    return <Text>No reply can be shown: the days are not clear yet, or no message hours are in sight after them.</Text>;
  return (
    <Stack gap="xl">
      <Text c="dimmed">
        An example: Sam is not one of your clients, and writes {momentWithin(replies.at)}. Words for every reply stand
        under Replies.
      </Text>
      {replies.clients.length === 0 ? (
        <Text>Automatic replies to clients are switched off, so clients get no answer while you are away.</Text>
      ) : null}
      {replies.clients.map(({ language, subject, text }) => (
        <section key={language} aria-label={`To a client, ${languageNames[language]}`}>
          <h3>
            To a client{replies.clients.length > 1 ? <span lang={language}>, {languageNames[language]}</span> : null}
          </h3>
          <ArrivedReply
            language={language}
            subject={subject}
            text={text}
            emergencyLine={texts[language].emergencyLine}
            segments={null}
          />
        </section>
      ))}
      <section aria-label="To somebody who is no client">
        <h3>To somebody who is no client</h3>
        {replies.unknown === null ? (
          <Text c="dimmed">They get no automatic reply, by your settings.</Text>
        ) : (
          <ArrivedReply
            language={replies.unknown.language}
            subject={replies.unknown.subject}
            text={replies.unknown.text}
            emergencyLine={texts[replies.unknown.language].emergencyLine}
            segments={null}
          />
        )}
      </section>
    </Stack>
  );
}
