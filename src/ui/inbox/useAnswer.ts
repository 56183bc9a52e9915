import { useLocation } from "wouter";
import { useAct } from "../data/act.ts";
import { client } from "../data/api.ts";

/** Puts a reply that was sent in vain into the composer again, and goes there. */
export function useWriteAgain() {
  const [, go] = useLocation();
  return useAct({
    call: (replyId: string) => client.inbox.byHand.writeAgain.mutate({ replyId }),
    said: "What you had written stands in the composer again.",
    done: ({ messageId }) => go(messageId === null ? "/inbox" : `/inbox/${encodeURIComponent(messageId)}`),
  });
}
