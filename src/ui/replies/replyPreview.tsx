import { Text } from "@mantine/core";
import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { counted } from "../time/words.ts";
import type { Language, TemplatePreview } from "./reasons.ts";
import { ReplyText } from "./replyText.tsx";

interface ReplyPreviewProps {
  readonly preview: TemplatePreview;
  readonly language: Language;
}

/** A reply as it would arrive: a sheet for a mail, a bubble for a text message. */
export function ReplyPreview({ preview, language }: ReplyPreviewProps) {
  const { momentWithin } = usePracticeTime();
  const { clientName, writesAt, coverIsInvented } = preview.example;
  return (
    <div className="reply-preview">
      <Section
        title="How it arrives"
        note={`An example: ${clientName} is not one of your clients, and writes ${momentWithin(writesAt)}.${
          coverIsInvented ? " Dr. Lee is invented, too, until a vacation with cover is planned." : ""
        }`}
      >
        {preview.segments === null ? (
          <div className="mail-sheet sheet" lang={language}>
            <p className="preview-subject">{preview.subject}</p>
            <ReplyText text={preview.text} emergencyLine={preview.emergencyLine} />
          </div>
        ) : (
          <div className="phone sheet">
            <p className="bubble plain-text" lang={language}>
              {preview.text}
            </p>
          </div>
        )}
        {preview.segments === null ? null : <SegmentWords segments={preview.segments} />}
      </Section>
    </div>
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
