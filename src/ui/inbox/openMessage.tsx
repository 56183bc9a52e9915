import { Alert, Button, Group, Text, Title } from "@mantine/core";
import {
  IconAlertCircle,
  IconArchive,
  IconArrowLeft,
  IconClockPause,
  IconLink,
  IconMail,
  IconPaperclip,
  IconSun,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { api, type MessageDetail } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { Answer } from "./answer.tsx";
import { BlockSender } from "./blockSender.tsx";
import { LinkSender } from "./linkSender.tsx";
import { MessageMarks } from "./messageMarks.tsx";
import { MessageNotices } from "./messageNotices.tsx";
import { Snooze } from "./snooze.tsx";
import { Thread } from "./thread.tsx";
import { useAsked } from "./useAsked.ts";
import { besideIn, useMessageActions } from "./useMessageActions.ts";
import { Why } from "./why.tsx";

/** One message with its text and its reasons. */
export function OpenMessage({ id }: { readonly id: string }) {
  const message = useQuery(api.inbox.open.queryOptions({ id }));
  return <Asked query={message}>{(detail) => (detail === null ? <Gone /> : <Message message={detail} />)}</Asked>;
}

function Gone() {
  return (
    <Text p="md">
      This message is not here any more. <Link href="/inbox">Back to the inbox</Link>
    </Text>
  );
}

/* A message counts as read once it was opened after it surfaced; marking it unread again stays as it is. */
function useRead(message: MessageDetail, markRead: (id: string, read: boolean) => void): void {
  const marked = useRef(false);
  useEffect(() => {
    if (marked.current || message.held || message.read) return;
    marked.current = true;
    markRead(message.id, true);
  });
}

function Message({ message }: { readonly message: MessageDetail }) {
  const { momentWithin } = usePracticeTime();
  const actions = useMessageActions();
  const [linking, setLinking] = useState(false);
  const [snoozing, setSnoozing] = useState(false);
  useAsked("snooze", setSnoozing);
  useRead(message, actions.markRead);
  const along = besideIn(message.thread, message);

  return (
    <article aria-label={`Message from ${message.name}`}>
      <Link href="/inbox" className="inbox-back">
        <IconArrowLeft size={18} aria-hidden /> Back to the list
      </Link>
      <Title order={2}>{message.subject === "" ? "(no subject)" : message.subject}</Title>
      <Text mt={4}>
        <strong>{message.name}</strong>{" "}
        {message.name === message.address ? null : (
          <Text component="span" c="dimmed">
            {message.address}
          </Text>
        )}
      </Text>
      <Text c="dimmed">
        {message.clientId === null ? "Not a client" : "Client"}, received {momentWithin(message.receivedAt)}
      </Text>
      {message.held || message.safety || message.snoozedUntil !== null ? (
        <Group gap="xs" mt="xs">
          <MessageMarks message={{ ...message, undelivered: null, unclear: null }} />
        </Group>
      ) : null}
      <Group gap="xs" my="md">
        {message.held ? (
          <Button
            leftSection={<IconSun size={18} aria-hidden />}
            disabled={actions.pending}
            onClick={() => actions.surfaceNow(message.id)}
          >
            Surface now
          </Button>
        ) : null}
        {message.clientId === null ? (
          <Button variant="light" leftSection={<IconLink size={18} aria-hidden />} onClick={() => setLinking(true)}>
            Link to a client
          </Button>
        ) : null}
        <BlockSender message={message} />
        {message.held ? null : (
          <Button
            variant="default"
            leftSection={<IconArchive size={18} aria-hidden />}
            disabled={actions.pending}
            onClick={() => actions.toggleArchived(message, along)}
          >
            {message.section === "archived"
              ? "Move to the inbox"
              : along.length === 0
                ? "Archive"
                : `Archive all ${along.length + 1}`}
          </Button>
        )}
        {message.held || message.section === "archived" ? null : (
          <Button
            variant="default"
            leftSection={<IconClockPause size={18} aria-hidden />}
            onClick={() => setSnoozing(true)}
          >
            Snooze
          </Button>
        )}
        {message.held ? null : (
          <Button
            variant="default"
            leftSection={<IconMail size={18} aria-hidden />}
            onClick={() => actions.markRead(message.id, !message.read)}
          >
            {message.read ? "Mark as unread" : "Mark as read"}
          </Button>
        )}
      </Group>
      <MessageNotices message={message} />
      {message.unreadable === null ? null : (
        <Alert color="gray" icon={<IconAlertCircle aria-hidden />} mb="md">
          {message.unreadable}
        </Alert>
      )}
      {message.text === "" ? null : <pre className="plain-text message-text sheet">{message.text}</pre>}
      {message.attachments.length === 0 ? null : (
        <Text mt="sm" className="attachments">
          <IconPaperclip size={16} aria-hidden /> {message.attachments.join(", ")}{" "}
          <Text component="span" c="dimmed">
            (open attachments in your mail program)
          </Text>
        </Text>
      )}
      <Answer message={message} />
      <Why why={message.why} held={message.held} />
      <Thread messages={message.thread} openId={message.id} markRead={actions.markRead} />
      {snoozing ? <Snooze message={message} close={() => setSnoozing(false)} /> : null}
      {linking ? <LinkSender message={message} close={() => setLinking(false)} /> : null}
    </article>
  );
}
