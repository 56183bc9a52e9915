import { Section } from "../frame/page.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { ArrivedReply } from "./arrivedReply.tsx";
import type { Language, TemplatePreview } from "./reasons.ts";

interface ReplyPreviewProps {
  readonly preview: TemplatePreview;
  readonly language: Language;
}

/** A wording as an example client would get it. */
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
        <ArrivedReply
          language={language}
          subject={preview.subject}
          text={preview.text}
          emergencyLine={preview.emergencyLine}
          segments={preview.segments}
        />
      </Section>
    </div>
  );
}
