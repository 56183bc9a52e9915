import { Button } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useAct } from "../data/act.ts";
import { client, type InboxView, type MessageView } from "../data/api.ts";
import { sayUndo } from "../data/say.tsx";

export type Sender = Pick<InboxView["blockedSenders"][number], "channel" | "address">;

/** Puts the messages of an address back where they belong. */
export function useUnblock() {
  return useAct({
    call: ({ channel, address }: Sender) => client.inbox.unblock.mutate({ channel, address }),
    said: (_, { address }) => `${address} is not blocked any more.`,
  });
}

/** Blocks the sender of a message who is no client, or unblocks them. */
export function BlockSender({ message }: { readonly message: MessageView }) {
  const unblock = useUnblock();
  const block = useAct({
    call: (id: string) => client.inbox.block.mutate({ id }),
    said: null,
    done: (sender) => {
      sayUndo(`${sender.address} is blocked. Only safety words still come through.`, () => unblock.run(sender));
    },
  });
  if (message.clientId !== null || message.address === "") return null;
  const blocked = message.section === "blocked";
  return (
    <Button
      variant="default"
      leftSection={<IconBan size={18} aria-hidden />}
      loading={block.pending || unblock.pending}
      onClick={() => (blocked ? unblock.run(message) : block.run(message.id))}
    >
      {blocked ? "Unblock sender" : "Block sender"}
    </Button>
  );
}
