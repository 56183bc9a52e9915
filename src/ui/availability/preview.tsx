import { Button, Group, Text, TextInput } from "@mantine/core";
import { IconHourglass, IconSun } from "@tabler/icons-react";
import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, type AvailabilityView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { ReplyText } from "../replies/replyText.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";

type ReplyPreview = AvailabilityView["preview"];

interface PreviewProps {
  readonly current: ReplyPreview;
  readonly nextOpening: number | null;
}

/** What a client who writes now, or at any chosen time, would receive. */
export function Preview({ current, nextOpening }: PreviewProps) {
  const { momentWithin, instantOf, wallNow } = usePracticeTime();
  const [wall, setWall] = useState<string | null>(null);
  const at = wall === null || wall === "" ? null : instantOf(wall.slice(0, 16));
  const asked = useQuery({
    ...api.policy.preview.queryOptions(at === null ? skipToken : { at }),
    placeholderData: keepPreviousData,
  });
  const preview = at === null ? current : asked.data;

  return (
    <div className="preview">
      <Section title="What a client would receive">
        <Group align="flex-end" gap="xs" mb="sm">
          <TextInput
            type="datetime-local"
            label="If a client writes at"
            value={wall ?? wallNow()}
            onChange={(event) => setWall(event.currentTarget.value)}
            style={{ flex: "1 1 12rem" }}
          />
          <Button variant="default" disabled={wall === null} onClick={() => setWall(null)}>
            Now
          </Button>
        </Group>
        {preview === undefined ? (
          <Text c="dimmed">
            {asked.isError ? "This could not be worked out. Please try another time." : "Working it out…"}
          </Text>
        ) : (
          <div className="preview-sheet sheet" aria-live="polite">
            <p className="preview-verdict" data-verdict={preview.verdict}>
              {preview.verdict === "hold" ? <IconHourglass size={18} aria-hidden /> : <IconSun size={18} aria-hidden />}
              <span>{preview.sentence}</span>
            </p>
            {preview.text === null ? (
              <Text c="dimmed">No automatic reply: the message surfaces.</Text>
            ) : (
              <div className="preview-reply">
                {preview.subject === null ? null : <p className="preview-subject">{preview.subject}</p>}
                <ReplyText text={preview.text} emergencyLine={preview.emergencyLine} />
              </div>
            )}
          </div>
        )}
        <Text c="dimmed" mt="sm">
          {nextOpening === null ? "No opening is in sight." : `Next opening: ${momentWithin(nextOpening)}.`}
        </Text>
      </Section>
    </div>
  );
}
