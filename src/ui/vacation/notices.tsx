import { Button, Text } from "@mantine/core";
import { useAct } from "../data/act.ts";
import { client, type VacationView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { ReplyState } from "../inbox/replyState.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";

type Notice = VacationView["notices"][number];

/** Who was told when, and who is still to be told. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <Section title="Who was told">
      <ul className="rows sheet">
        {notices.map((notice) => (
          <NoticeRow key={notice.replyId} notice={notice} />
        ))}
      </ul>
    </Section>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const { moment } = usePracticeTime();
  const { replyId, name, state, at, reason, current, text, subject } = notice;
  const takeBack = useAct({
    call: () => client.vacations.takeBackNotice.mutate({ replyId }),
    said: `The notice to ${name} was taken back.`,
  });
  const again = useAct({
    call: () => client.vacations.sendNoticeAgain.mutate({ replyId }),
    said: `The notice to ${name} leaves again.`,
  });
  return (
    <li className="vacation-session">
      <div className="vacation-session-line">
        <Text>
          <strong>{name}</strong>
          {current ? null : " (told before the last change)"}
        </Text>
        <span className="vacation-notice-state">
          <ReplyState state={state} /> {at === null ? null : moment(at)}
          {state === "queued" ? (
            <Button
              variant="default"
              size="compact-sm"
              loading={takeBack.pending}
              onClick={() => takeBack.run(undefined)}
              aria-label={`Take back the notice to ${name}`}
            >
              Take back
            </Button>
          ) : null}
          {state === "failed" || state === "unconfirmed" ? (
            <Button
              variant="default"
              size="compact-sm"
              loading={again.pending}
              onClick={() => again.run(undefined)}
              aria-label={`Send the notice to ${name} again`}
            >
              Send again
            </Button>
          ) : null}
        </span>
      </div>
      {reason === null ? null : <Text c="dimmed">{reason}</Text>}
      <details className="vacation-details">
        <summary>What it says</summary>
        <p className="preview-subject">{subject}</p>
        <pre className="plain-text">{text}</pre>
      </details>
    </li>
  );
}
