import { Button, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, type AnsweringView, type MessageDetail, queryClient } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Composer } from "./composer.tsx";
import { useAsked } from "./useAsked.ts";
import { WaitingReplies } from "./waitingReplies.tsx";

/** Answering the open message by hand, with what was written and has not left yet. */
export function Answer({ message }: { readonly message: MessageDetail }) {
  // A draft is taken up from the app and never from what the screen knew of it before.
  const answering = useQuery({ ...api.inbox.byHand.open.queryOptions({ id: message.id }), gcTime: 0 });
  useFollowLight();
  return (
    <section className="message-part answer" aria-label="Your answer">
      <Asked query={answering} lines={1}>
        {(view) => (view === null ? null : <Answering message={message} view={view} />)}
      </Asked>
    </section>
  );
}

/* What is suggested follows the practice light, which also changes when nothing else does. */
function useFollowLight(): void {
  const state = useQuery(api.light.now.queryOptions()).data?.state;
  useEffect(() => {
    void queryClient.invalidateQueries(api.inbox.byHand.pathFilter());
  }, [state]);
}

interface AnsweringProps {
  readonly message: MessageDetail;
  readonly view: AnsweringView;
}

function Answering({ message, view }: AnsweringProps) {
  const [wanted, want] = useState(false);
  useAsked("answer", want);
  const open = wanted || view.draft !== "";
  const begin = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    // What had the focus is gone with the composer.
    if (wasOpen.current && !open && document.activeElement === document.body) begin.current?.focus();
    wasOpen.current = open;
  }, [open]);

  if (!view.composer.ready) {
    return (
      <>
        <Text c="dimmed">{view.composer.sentence}</Text>
        <WaitingReplies replies={view.replies} />
      </>
    );
  }
  return (
    <>
      {open ? (
        <Composer
          key={view.turn}
          message={message}
          view={view}
          composer={view.composer}
          focus={wanted}
          close={() => want(false)}
        />
      ) : (
        <Button
          ref={begin}
          variant="light"
          leftSection={<IconPencil size={18} aria-hidden />}
          onClick={() => want(true)}
        >
          Answer
        </Button>
      )}
      <WaitingReplies replies={view.replies} />
    </>
  );
}
