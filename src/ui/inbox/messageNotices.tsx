import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconMailQuestion, IconUrgent } from "@tabler/icons-react";
import { useAct } from "../data/act.ts";
import { client, type MessageDetail } from "../data/api.ts";
import { KeywordQuestion } from "./keywordQuestion.tsx";

/** What has to be known of a message before it is read: that its sender was not reached, or may have opted out. */
export function MessageNotices({ message }: { readonly message: MessageDetail }) {
  return (
    <>
      {message.undelivered === null ? null : <NotReached message={message} undelivered={message.undelivered} />}
      {message.unclear === null ? null : (
        <Alert color="gray" icon={<IconMailQuestion aria-hidden />} title={questionOf(message.unclear)} mb="md">
          <Stack gap="sm" align="flex-start">
            <Text>{standOf(message.unclear)}</Text>
            <KeywordQuestion messageId={message.id} question={message.unclear} />
          </Stack>
        </Alert>
      )}
    </>
  );
}

interface NotReachedProps {
  readonly message: MessageDetail;
  readonly undelivered: NonNullable<MessageDetail["undelivered"]>;
}

function NotReached({ message, undelivered }: NotReachedProps) {
  const replyId = message.why.reply?.id ?? null;
  const settle = useAct({
    call: (id: string) => client.inbox.settleReply.mutate({ replyId: id }),
    said: "Taken off the list.",
  });
  return (
    <Alert color="brick" icon={<IconUrgent aria-hidden />} title={undelivered.sentence} mb="md">
      <Group justify="space-between" gap="sm">
        <Text>{undelivered.settled ? "You have dealt with it." : undelivered.whatToDo}</Text>
        {undelivered.settled || replyId === null ? null : (
          <Button variant="default" size="compact-sm" loading={settle.pending} onClick={() => settle.run(replyId)}>
            Dealt with
          </Button>
        )}
      </Group>
    </Alert>
  );
}

const questionOf = (unclear: NonNullable<MessageDetail["unclear"]>): string =>
  unclear === "opt-out" ? "Did they ask for no automatic replies?" : "Do they want automatic replies again?";

const standOf = (unclear: NonNullable<MessageDetail["unclear"]>): string =>
  unclear === "opt-out"
    ? "Until you say how it was meant, they get no automatic replies but safety replies."
    : "They get none as things stand.";
