import { Alert, Text } from "@mantine/core";
import { IconHourglass, IconSun } from "@tabler/icons-react";
import type { Outputs } from "../../data/api.ts";
import { ArrivedReply } from "../../replies/arrivedReply.tsx";
import { usePracticeTime } from "../../time/practiceTime.tsx";

type Answer = Outputs["ahead"]["ask"];
type Foreseen = Extract<Answer, { ok: true }>["value"];

/** What would happen to the imagined message. */
export function Foretold({ answer }: { readonly answer: Answer }) {
  return answer.ok ? (
    <Told foreseen={answer.value} />
  ) : (
    <Alert color="gray" role="alert">
      {answer.sentence}
    </Alert>
  );
}

function Told({ foreseen }: { readonly foreseen: Foreseen }) {
  const { wallTime } = usePracticeTime();
  const { verdict, sentence, rule, windows, closure, reply, policyVersion } = foreseen;
  const hours = windows.map((window) => `${wallTime(window.start)} to ${wallTime(window.end)}`).join(", ");
  return (
    <div className="ahead-answer sheet">
      <div aria-live="polite">
        <p className="ahead-verdict" data-verdict={verdict}>
          {verdict === "hold" ? <IconHourglass size={18} aria-hidden /> : <IconSun size={18} aria-hidden />}
          <span>{sentence}</span>
        </p>
      </div>
      <dl className="facts">
        <dt>Rule</dt>
        <dd>{rule}</dd>
        <dt>Message hours that day</dt>
        <dd>{hours === "" ? "none" : hours}</dd>
        {closure === null ? null : (
          <>
            <dt>Exception that day</dt>
            <dd>{closure}</dd>
          </>
        )}
        <dt>Policy version</dt>
        <dd>{policyVersion}</dd>
      </dl>
      <h3 className="ahead-title">Automatic reply</h3>
      {reply.kind === "none" ? (
        <Text>None. {reply.sentence}</Text>
      ) : (
        <ArrivedReply
          language={reply.language}
          subject={reply.subject}
          text={reply.text}
          emergencyLine={reply.emergencyLine}
          segments={reply.segments}
        />
      )}
    </div>
  );
}
