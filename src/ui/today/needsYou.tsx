import { Button, Group, Text } from "@mantine/core";
import {
  IconCalendarClock,
  IconCalendarOff,
  IconMailOff,
  IconMailQuestion,
  IconPhoneCall,
  IconPlaneDeparture,
  IconUrgent,
  IconUserQuestion,
  type Icon,
} from "@tabler/icons-react";
import { Link } from "wouter";
import { useAct } from "../data/act.ts";
import { client, type TodayView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { KeywordQuestion } from "../inbox/keywordQuestion.tsx";
import { useWriteAgain } from "../inbox/useAnswer.ts";

type Item = TodayView["needsYou"][number];

/** What only a person can settle, each with what to do. */
export function NeedsYou({ items }: { readonly items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <Section title="Needs you">
      <ul className="rows sheet">
        {items.map((item) => (
          <NeedsYouItem key={`${item.kind}-${item.id}`} item={item} />
        ))}
      </ul>
    </Section>
  );
}

interface Remedy {
  readonly icon: Icon;
  readonly words: string;
  readonly path: string;
  /** A reply that can be taken off the list once a person has dealt with it. */
  readonly settles: boolean;
}

function remedyFor(item: Item): Remedy {
  const message = item.messageId === null ? "/inbox" : `/inbox/${encodeURIComponent(item.messageId)}`;
  switch (item.kind) {
    case "safety-undelivered":
      return { icon: IconPhoneCall, words: "Open the message", path: message, settles: true };
    case "safety-unopened":
      return { icon: IconUrgent, words: "Open the message", path: message, settles: false };
    case "opt-out-unclear":
    case "opt-in-unclear":
      return { icon: IconMailQuestion, words: "Open the message", path: message, settles: false };
    case "reply-failed":
    case "reply-unconfirmed":
    case "own-reply-failed":
    case "own-reply-unconfirmed":
      return { icon: IconMailQuestion, words: "Open the message", path: message, settles: true };
    case "unknown-sender":
      return { icon: IconUserQuestion, words: "Open the message", path: message, settles: false };
    case "channel-fault":
      return { icon: IconMailOff, words: "Look at the mailbox", path: "/settings/mailbox", settles: false };
    case "no-channel":
      return { icon: IconMailOff, words: "Connect a mailbox", path: "/settings/mailbox", settles: false };
    case "no-opening":
      return { icon: IconCalendarOff, words: "Set message hours", path: "/availability", settles: false };
    case "review-of-hours":
      return {
        icon: IconCalendarClock,
        words: "Look at the hours",
        path: `/clients/${encodeURIComponent(item.id)}`,
        settles: false,
      };
    case "notice-failed":
    case "notice-unconfirmed":
      return { icon: IconMailQuestion, words: "Look at the vacation", path: "/availability", settles: true };
    case "vacation":
      return {
        icon: IconPlaneDeparture,
        words: "Look at the vacation",
        path: `/availability/vacation/${encodeURIComponent(item.id)}`,
        settles: false,
      };
    default:
      return item.kind satisfies never;
  }
}

function NeedsYouItem({ item }: { readonly item: Item }) {
  const remedy = remedyFor(item);
  const writeAgain = useWriteAgain();
  const question = item.kind === "opt-out-unclear" ? "opt-out" : item.kind === "opt-in-unclear" ? "opt-in" : null;
  const settle = useAct({
    call: () => client.inbox.settleReply.mutate({ replyId: item.id }),
    said: "Taken off the list.",
  });
  return (
    <li
      className="today-row"
      data-safety={item.kind.startsWith("safety-") || undefined}
      data-question={question !== null || undefined}
    >
      <remedy.icon size={20} stroke={1.6} aria-hidden />
      <Text className="today-row-words">{item.sentence}</Text>
      <Group gap="xs">
        <Link href={remedy.path} asChild>
          <Button component="a" variant="light" size="compact-sm">
            {remedy.words}
          </Button>
        </Link>
        {item.kind === "own-reply-failed" || item.kind === "own-reply-unconfirmed" ? (
          <Button variant="light" size="compact-sm" onClick={() => writeAgain.run(item.id)}>
            Write again
          </Button>
        ) : null}
        {question === null || item.messageId === null ? null : (
          <KeywordQuestion messageId={item.messageId} question={question} />
        )}
        {remedy.settles ? (
          <Button variant="default" size="compact-sm" loading={settle.pending} onClick={() => settle.run(undefined)}>
            Dealt with
          </Button>
        ) : null}
      </Group>
    </li>
  );
}
