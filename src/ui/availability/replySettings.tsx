import { Stack, Switch } from "@mantine/core";
import { client, type AvailabilityView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { usePolicyAct } from "./usePolicyAct.ts";

type Replies = AvailabilityView["replies"];

/** Who is told, when a message has to wait. */
export function ReplySettings({ replies }: { readonly replies: Replies }) {
  const save = usePolicyAct({
    call: (next: Replies) => client.policy.setReplies.mutate(next),
    said: "Automatic replies changed.",
  });
  return (
    <Section
      title="Automatic replies"
      note="A sender is told at most once while the practice is closed. Safety replies are always sent, at most one an hour."
    >
      <Stack>
        <Switch
          label="Answer clients whose message is held"
          disabled={save.pending}
          checked={replies.toClients}
          onChange={(event) => save.run({ ...replies, toClients: event.currentTarget.checked })}
        />
        <Switch
          label="Answer unknown senders whose message is held"
          description="In neutral words that do not say whether anybody is a client."
          disabled={save.pending}
          checked={replies.toUnknownSenders}
          onChange={(event) => save.run({ ...replies, toUnknownSenders: event.currentTarget.checked })}
        />
      </Stack>
    </Section>
  );
}
