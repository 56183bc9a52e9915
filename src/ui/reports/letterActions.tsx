import { Button, Group, Text } from "@mantine/core";
import { IconFileTypeHtml, IconFileTypePdf, IconPrinter } from "@tabler/icons-react";
import { useAct } from "../data/act.ts";
import { client, type Inputs, type Language } from "../data/api.ts";
import { saveFile } from "./saveFile.ts";

interface LetterActionsProps {
  readonly edition: number | null;
  readonly language: Language;
  readonly makesPdf: boolean;
}

/** Onto paper, or into a file. Without a PDF of the app's own, the browser's print dialog makes one. */
export function LetterActions({ edition, language, makesPdf }: LetterActionsProps) {
  const save = useAct({
    call: (format: Inputs["communicationPolicy"]["file"]["format"]) =>
      client.communicationPolicy.file.query({ edition, language, format }),
    said: null,
    done: saveFile,
  });
  return (
    <div>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.6} aria-hidden />}
          onClick={() => window.print()}
        >
          Print
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypeHtml size={18} stroke={1.6} aria-hidden />}
          loading={save.pending}
          onClick={() => save.run("html")}
        >
          Save as HTML
        </Button>
        {makesPdf ? (
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={18} stroke={1.6} aria-hidden />}
            loading={save.pending}
            onClick={() => save.run("pdf")}
          >
            Save as PDF
          </Button>
        ) : null}
      </Group>
      {makesPdf ? null : (
        <Text c="dimmed" size="sm" mt={6}>
          For a PDF choose Print, and there “Save as PDF”.
        </Text>
      )}
    </div>
  );
}
