import { useLocation } from "wouter";
import { useAct } from "../data/act.ts";
import { client } from "../data/api.ts";
import { keepUnsaved } from "../data/unsaved.ts";

/** Takes back a reply that has not left; it stands in the composer of its message again. */
export function useTakeBack() {
  return useAct({
    call: async (replyId: string) => {
      await keepUnsaved();
      return client.inbox.byHand.takeBack.mutate({ replyId });
    },
    said: "Taken back. It stands in the composer again.",
  });
}

/** Puts a reply that was sent in vain into the composer again, and goes there. */
export function useWriteAgain() {
  const [, go] = useLocation();
  return useAct({
    call: async (replyId: string) => {
      await keepUnsaved();
      return client.inbox.byHand.writeAgain.mutate({ replyId });
    },
    said: "What you had written stands in the composer again.",
    done: ({ messageId }) => go(messageId === null ? "/inbox" : `/inbox/${encodeURIComponent(messageId)}`),
  });
}
