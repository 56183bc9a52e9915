import { Text } from "@mantine/core";
import { IconAlertCircle, IconCheck } from "@tabler/icons-react";
import { Fragment } from "react";
import { Link } from "wouter";
import type { MessageDetail } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { replyKind, ReplyState } from "./replyState.tsx";

type WhyView = MessageDetail["why"];

/** Why this message surfaced or is held: the sentence, the rule, the hours, the reply, and every earlier verdict. */
export function Why({ why, held }: { readonly why: WhyView; readonly held: boolean }) {
  const { moment, wallTime } = usePracticeTime();
  const hours = why.windows.map((window) => `${wallTime(window.start)} to ${wallTime(window.end)}`).join(", ");
  return (
    <section className="message-part why sheet" aria-label="Why">
      <h3>{held ? "Why it is held" : "Why it surfaced"}</h3>
      <p className="why-sentence">{why.sentence}</p>
      <dl className="facts">
        <dt>Rule</dt>
        <dd>{why.ruleName}</dd>
        <dt>Decided</dt>
        <dd>{moment(why.decidedAt)}</dd>
        <dt>Message hours that day</dt>
        <dd>{hours === "" ? "none" : hours}</dd>
        {why.closure === null ? null : (
          <>
            <dt>Exception that day</dt>
            <dd>{why.closure}</dd>
          </>
        )}
        {why.facts.map(({ name, words }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
        <dt>Policy</dt>
        <dd>
          <Link href="/settings/versions">Version {why.policyVersion}</Link>
        </dd>
        <dt>Automatic reply</dt>
        <dd>{why.reply === null ? `None. ${why.noReply ?? ""}` : <Reply reply={why.reply} />}</dd>
        <dt>Decided once more</dt>
        <dd>
          <Replay replay={why.replay} />
        </dd>
      </dl>
      {why.history.length < 2 ? null : (
        <details className="why-details">
          <summary>Every decision on this message ({why.history.length})</summary>
          <ol className="why-history">
            {why.history.map((verdict) => (
              <li key={`${verdict.decidedAt}-${verdict.sentence}`}>
                {moment(verdict.decidedAt)}: {verdict.sentence}{" "}
                <span className="today-subject">(policy version {verdict.policyVersion})</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/* Promise 6, kept before the therapist's eyes. */
function Replay({ replay }: { readonly replay: WhyView["replay"] }) {
  switch (replay) {
    case "same":
      return (
        <span className="reply-state">
          <IconCheck size={16} aria-hidden /> The same result, from what was known then and the policy of then.
        </span>
      );
    case "different":
      return (
        <span className="reply-state">
          <IconAlertCircle size={16} aria-hidden /> Another result. What stands here is what was decided and done; the
          app has changed since, or made a mistake. Please report it.
        </span>
      );
    case "nothing-to-replay":
      return <>Nothing to decide again: it was decided by hand, or after a mistake of the app.</>;
    default:
      return replay satisfies never;
  }
}

function Reply({ reply }: { readonly reply: NonNullable<WhyView["reply"]> }) {
  const { momentWithin } = usePracticeTime();
  return (
    <>
      <span>
        <ReplyState state={reply.state} /> {replyKind(reply.kind)}, {momentWithin(reply.at)}
      </span>
      {reply.reason === null ? null : <Text c="dimmed">{reply.reason}</Text>}
      {reply.text === "" ? null : (
        <details className="why-details">
          <summary>Show the reply</summary>
          <p className="why-subject">{reply.subject}</p>
          <pre className="plain-text">{reply.text}</pre>
        </details>
      )}
    </>
  );
}
