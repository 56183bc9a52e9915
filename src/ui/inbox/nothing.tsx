import { Text } from "@mantine/core";
import type { ReactNode } from "react";

/** A section without messages, in a sign and words. */
export function Nothing({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <Text c="dimmed" className="inbox-empty">
      <span aria-hidden>{icon}</span>
      {children}
    </Text>
  );
}
