import { Button, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { api, type Outputs } from "../../data/api.ts";
import { Asked } from "../../data/asked.tsx";
import { usePracticeTime } from "../../time/practiceTime.tsx";
import type { Difference } from "./draft.ts";

type Changed = Extract<Outputs["simulator"]["changes"], { ok: true }>["value"][number];

const headings: Readonly<Record<Difference, string>> = {
  surfaces: "Would have surfaced at once",
  waits: "Would have been held",
  earlier: "Would have surfaced earlier",
  later: "Would have surfaced later",
  reply: "Would have been answered otherwise",
  safety: "Would have been a matter of safety, or no longer",
};
const onePage = 25;

interface ChangedMessagesProps {
  readonly id: string;
  readonly difference: Difference;
  readonly count: number;
}

/** The messages that would have fared otherwise in one way, with both verdicts and both replies. */
export function ChangedMessages({ id, difference, count }: ChangedMessagesProps) {
  const [most, setMost] = useState(onePage);
  const asked = useQuery({
    ...api.simulator.changes.queryOptions({ id, difference, most }),
    placeholderData: keepPreviousData,
  });
  const heading = `${headings[difference]} (${count})`;
  return (
    <section className="simulator-group" aria-label={heading}>
      <h3>{heading}</h3>
      <Asked query={asked}>
        {(answer) =>
          answer.ok ? (
            <>
              <ul className="rows sheet">
                {answer.value.map((one) => (
                  <Row key={one.messageId} changed={one} />
                ))}
              </ul>
              {count > most ? (
                <Button
                  mt="sm"
                  variant="default"
                  loading={asked.isFetching}
                  onClick={() => setMost(most + 4 * onePage)}
                >
                  Show more
                </Button>
              ) : null}
            </>
          ) : (
            <Text>{answer.sentence}</Text>
          )
        }
      </Asked>
    </section>
  );
}

function Row({ changed }: { readonly changed: Changed }) {
  const { momentWithin } = usePracticeTime();
  const { messageId, name, subject, excerpt, receivedAt, before, after, replyDiffers } = changed;
  return (
    <li className="simulator-row">
      <p className="simulator-message">
        <Link href={`/inbox/${encodeURIComponent(messageId)}`}>
          {name}, {momentWithin(receivedAt)}
        </Link>
        <span className="simulator-excerpt">{[subject, excerpt].filter((part) => part !== "").join(" – ")}</span>
      </p>
      <dl className="simulator-fares">
        <dt>Your settings</dt>
        <dd>{before.sentence}</dd>
        <dt>The draft</dt>
        <dd>{after.sentence}</dd>
      </dl>
      {replyDiffers ? (
        <details>
          <summary>{replyWords(before.reply !== null, after.reply !== null)}</summary>
          <div className="simulator-replies">
            <Reply by="Your settings" text={before.reply} noReply={before.noReply} />
            <Reply by="The draft" text={after.reply} noReply={after.noReply} />
          </div>
        </details>
      ) : null}
    </li>
  );
}

function replyWords(before: boolean, after: boolean): string {
  if (before && after) return "The reply would have said something else";
  return after ? "They would have been answered" : "They would not have been answered";
}

interface ReplyProps {
  readonly by: string;
  readonly text: string | null;
  readonly noReply: string | null;
}

function Reply({ by, text, noReply }: ReplyProps) {
  return (
    <div>
      <h4>{by}</h4>
      {text === null ? <p>No reply. {noReply}</p> : <p className="simulator-reply">{text}</p>}
    </div>
  );
}
