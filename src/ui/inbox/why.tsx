import { Text } from "@mantine/core";
import type { MessageDetail } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { replyKind, ReplyState } from "./replyState.tsx";

type WhyView = MessageDetail["why"];

const rules: Readonly<Record<string, string>> = {
  safety: "Safety word, or a client marked urgent",
  blocked: "Blocked sender",
  "repeated-contact": "Repeated contact",
  "near-session": "Shortly before a session",
  "do-not-disturb": "Do not disturb",
  "in-session": "In session",
  "client-hours": "Hours agreed with this client",
  closed: "Closed",
  batch: "Messages come together",
  open: "Open",
  undecided: "Could not be decided",
  "by-hand": "Surfaced by you",
};

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
        <dd>{rules[why.rule] ?? why.rule}</dd>
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
        <dt>Policy version</dt>
        <dd>{why.policyVersion}</dd>
        <dt>Automatic reply</dt>
        <dd>{why.reply === null ? "None was needed." : <Reply reply={why.reply} />}</dd>
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
