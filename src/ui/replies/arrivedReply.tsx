import { Text } from "@mantine/core";
import { counted } from "../time/words.ts";
import type { Language, TemplatePreview } from "./reasons.ts";
import { ReplyText } from "./replyText.tsx";

interface ArrivedReplyProps {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly emergencyLine: string;
  /** Of a text message; null for a mail. */
  readonly segments: TemplatePreview["segments"];
}

/** A reply as it would arrive: a sheet for a mail, a bubble for a text message, which is counted in parts. */
export function ArrivedReply({ language, subject, text, emergencyLine, segments }: ArrivedReplyProps) {
  return (
    <>
      {segments === null ? (
        <div className="mail-sheet sheet" lang={language}>
          <p className="preview-subject">{subject}</p>
          <ReplyText text={text} emergencyLine={emergencyLine} />
        </div>
      ) : (
        <div className="phone sheet">
          <p className="bubble plain-text" lang={language}>
            {text}
          </p>
        </div>
      )}
      {segments === null ? null : <SegmentWords segments={segments} />}
    </>
  );
}

function SegmentWords({ segments }: { readonly segments: NonNullable<TemplatePreview["segments"]> }) {
  const { encoding, units, parts, left } = segments;
  const room = parts > 1 ? `${left} left in the last` : `${left} left`;
  return (
    <Text c="dimmed" mt="sm">
      {counted(parts, "part")}, {units} characters, {room}.{" "}
      {encoding === "GSM-7"
        ? "Plain letters (GSM-7): 160 in one part, 153 in each of several."
        : "Special letters (UCS-2): 70 in one part, 67 in each of several."}
    </Text>
  );
}
