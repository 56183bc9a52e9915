import { Alert, Button, Group, Select, Text, Textarea } from "@mantine/core";
import { IconAlertCircle, IconClock, IconInfoCircle, IconSend, IconSunrise } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useAct } from "../data/act.ts";
import { client, type AnsweringView, type Inputs, type MessageDetail } from "../data/api.ts";
import type { Problem } from "../data/problems.ts";
import { sayUndo } from "../data/say.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { TimeDialog } from "../time/timeDialog.tsx";
import { useTakeBack } from "./useAnswer.ts";
import { useDraft } from "./useDraft.ts";

type Leaves = Inputs["inbox"]["byHand"]["send"]["leaves"];

interface ComposerProps {
  readonly message: MessageDetail;
  readonly view: AnsweringView;
  readonly composer: Extract<AnsweringView["composer"], { ready: true }>;
  /** It was asked for just now. */
  readonly focus: boolean;
  readonly close: () => void;
}

/** Writing by hand: kept as it is typed, sent now, at the opening or at a chosen time. */
export function Composer({ message, view, composer, focus, close }: ComposerProps) {
  const { momentWithin } = usePracticeTime();
  const draft = useDraft({ messageId: message.id, turn: view.turn, kept: view.draft });
  const [to, setTo] = useState(composer.addresses[0] ?? message.address);
  const [problem, setProblem] = useState<string | null>(null);
  const [choosing, setChoosing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const takeBack = useTakeBack();

  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);

  const send = useAct({
    call: async (leaves: Leaves) => {
      await draft.keep();
      return client.inbox.byHand.send.mutate({ messageId: message.id, text: draft.text, to, leaves });
    },
    said: null,
    done: ({ replyId, leavesAt }, leaves) => {
      draft.sent();
      setChoosing(false);
      close();
      sayUndo(
        leaves.kind === "now" ? "Your answer leaves in ten seconds." : `Your answer leaves ${momentWithin(leavesAt)}.`,
        () => takeBack.run(replyId),
      );
    },
    place: (problems: readonly Problem[]) => {
      setProblem(problems.find(({ field: of }) => of === "text")?.sentence ?? null);
      return problems.filter(({ field: of }) => of !== "text");
    },
  });

  const empty = draft.text.trim() === "";
  const sendBy = (leaves: Leaves) => {
    if (empty) {
      setProblem("There is nothing to send yet.");
      field.current?.focus();
    } else if (!send.pending) {
      setProblem(null);
      send.run(leaves);
    }
  };
  const keepText = (text: string) => client.inbox.byHand.keepDraft.mutate({ id: message.id, text, turn: view.turn });
  const restore = useAct({ call: keepText, said: null });
  const discard = useAct({
    call: async (_: string) => {
      await draft.keep();
      return keepText("");
    },
    said: null,
    done: (_, discarded) => {
      draft.sent();
      close();
      if (discarded.trim() !== "") sayUndo("Draft discarded.", () => restore.run(discarded));
    },
  });

  const ways = waysToSend(view, momentWithin);
  const [first] = ways;
  return (
    <form
      className="composer sheet"
      onSubmit={(event) => {
        event.preventDefault();
        if (first !== undefined) sendBy(first.leaves);
      }}
    >
      {composer.addresses.length < 2 ? null : (
        <Select
          label="To"
          data={[...composer.addresses]}
          value={to}
          onChange={(value) => setTo(value ?? to)}
          allowDeselect={false}
          mb="sm"
        />
      )}
      <Textarea
        ref={field}
        label={`Your answer to ${message.name}`}
        description={`${composer.subject}${composer.addresses.length < 2 ? `, to ${to}` : ""}, from ${composer.from}`}
        autosize
        minRows={4}
        maxRows={16}
        maxLength={20_000}
        value={draft.text}
        error={problem}
        onChange={(event) => {
          setProblem(null);
          draft.write(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      {composer.note === null ? null : (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />} mt="sm" p="xs">
          {composer.note}
        </Alert>
      )}
      {draft.state === "not-kept" ? (
        <Alert color="gray" icon={<IconAlertCircle aria-hidden />} mt="sm" p="xs">
          The draft could not be kept yet. Please leave it open until it is.
        </Alert>
      ) : null}
      <Group gap="xs" mt="sm">
        {ways.map((way, place) => (
          <Button
            key={way.leaves.kind}
            type={place === 0 ? "submit" : "button"}
            variant={place === 0 ? "filled" : "default"}
            leftSection={<way.icon size={18} aria-hidden />}
            loading={send.pending && place === 0}
            disabled={send.pending}
            onClick={place === 0 ? undefined : () => sendBy(way.leaves)}
          >
            {way.words}
          </Button>
        ))}
        <Button
          variant="default"
          leftSection={<IconClock size={18} aria-hidden />}
          disabled={send.pending}
          onClick={() => (empty ? sendBy({ kind: "now" }) : setChoosing(true))}
        >
          Send at…
        </Button>
      </Group>
      {view.byDefault === "now" ? null : (
        <Text c="dimmed" size="sm" mt="xs">
          You are not reading messages now. Sent at opening, your answer does not teach anybody to expect one at this
          hour.
        </Text>
      )}
      <Group justify="space-between" mt="xs">
        <Text c="dimmed" size="sm">
          {draft.state === "kept" && !empty ? "Draft kept" : ""}
        </Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          disabled={send.pending}
          onClick={() => discard.run(draft.text)}
        >
          {empty ? "Close" : "Discard"}
        </Button>
      </Group>
      {choosing ? (
        <TimeDialog
          title="Send at"
          intro="It leaves then, or as soon after as the computer runs."
          choices={view.opening === null ? [] : [{ words: momentWithin(view.opening), at: view.opening }]}
          latest={view.latest}
          pending={send.pending}
          submitWords={(at) => `Send ${momentWithin(at)}`}
          choose={(at) => send.run({ kind: "at", at })}
          close={() => setChoosing(false)}
        />
      ) : null}
    </form>
  );
}

/* The suggested way first. While the practice is open "at opening" is the next one. */
function waysToSend({ byDefault, opening }: AnsweringView, momentWithin: (at: number) => string) {
  const now = { leaves: { kind: "now" } satisfies Leaves, words: "Send now", icon: IconSend };
  if (opening === null) return [now];
  const name = byDefault === "now" ? "Send at next opening" : "Send at opening";
  const atOpening = {
    leaves: { kind: "opening", shown: opening } satisfies Leaves,
    words: `${name}, ${momentWithin(opening)}`,
    icon: IconSunrise,
  };
  return byDefault === "now" ? [now, atOpening] : [atOpening, now];
}
