import { Button, Group, Text } from "@mantine/core";
import { IconUrgent } from "@tabler/icons-react";
import { Link } from "wouter";
import type { TodayView } from "../data/api.ts";
import { Section } from "../frame/page.tsx";
import { counted } from "../time/words.ts";

/** On the first day back: how much came together, and what concerns somebody's safety first. */
export function BackFromVacation({ back }: { readonly back: TodayView["back"] }) {
  if (back === null) return null;
  const { waited, people, safety } = back;
  return (
    <Section title="Back from vacation">
      <Group className="sheet today-row" justify="space-between">
        <Text className="today-row-words">
          {waited === 0
            ? "No message waited for you."
            : `${counted(waited, "message")} waited, from ${counted(people, "person", "people")}.`}
        </Text>
        {safety === 0 ? null : (
          <span className="safety-mark">
            <IconUrgent size={15} aria-hidden /> {safety} let through for safety
          </span>
        )}
        <Link href="/inbox" asChild>
          <Button component="a" variant="light" size="compact-sm">
            Read them in order
          </Button>
        </Link>
      </Group>
    </Section>
  );
}
