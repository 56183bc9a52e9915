import { Text } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";
import type { ClientView } from "../data/api.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";

/** That a client gets no automatic replies, since when, and how it came about. */
export function OptOutNote({ optOut }: { readonly optOut: ClientView["optOut"] }) {
  const { date, wallAt } = usePracticeTime();
  if (optOut === null) return null;
  const on = optOut.at === null ? "" : ` on ${date(wallAt(optOut.at).slice(0, 10))}`;
  return (
    <Text mb="lg" className="opt-out-note">
      <IconMailOff size={16} aria-hidden /> Opted out of automatic replies {waysOf[optOut.how]}
      {on}. Their messages come in as ever.
    </Text>
  );
}

const waysOf: Readonly<Record<NonNullable<ClientView["optOut"]>["how"], string>> = {
  stop: "by STOP",
  unclear: "by a message that you took for it",
  "by-hand": "by your own hand",
};
