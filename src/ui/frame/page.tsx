import { Group, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface PageProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A screen's heading, its main action, and its content. */
export function Page({ title, actions, wide = false, children }: PageProps) {
  return (
    <div className="page" data-wide={wide || undefined}>
      <Group justify="space-between" mb="lg" gap="sm">
        <Title order={1}>{title}</Title>
        {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a screen. */
export function Section({ title, note, action, children }: SectionProps) {
  return (
    <section className="section" aria-label={title}>
      <Group justify="space-between" mb={note === undefined ? "xs" : 4} gap="sm">
        <Title order={2}>{title}</Title>
        {action}
      </Group>
      {note === undefined ? null : <p className="section-note">{note}</p>}
      {children}
    </section>
  );
}
