import { Alert, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconAlertCircle, IconRefresh } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemsOf } from "./problems.ts";

interface AskedProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was asked for: quiet bars while it loads, a sentence and a way on when it fails. */
export function Asked<Data>({ query, lines = 4, children }: AskedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed error={query.error} again={() => void query.refetch()} busy={query.isFetching} />;
  return <Loading lines={lines} />;
}

export function Loading({ lines = 4 }: { readonly lines?: number }) {
  return (
    <Stack gap="sm" aria-busy aria-live="polite">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} height={20} width={`${90 - index * 12}%`} animate={false} />
      ))}
    </Stack>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly again: () => void;
  readonly busy: boolean;
}

export function Failed({ error, again, busy }: FailedProps) {
  return (
    <Alert color="gray" icon={<IconAlertCircle aria-hidden />} title="This could not be shown">
      <Stack gap="sm" align="flex-start">
        <Text>{problemsOf(error)[0]?.sentence}</Text>
        <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={again} loading={busy}>
          Try again
        </Button>
      </Stack>
    </Alert>
  );
}

interface EmptyProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing here: says so, and what to do next. */
export function Empty({ icon, title, children }: EmptyProps) {
  return (
    <Group gap="md" wrap="nowrap" align="flex-start" p="md">
      <span aria-hidden style={{ color: "var(--ink-soft)", display: "inline-flex" }}>
        {icon}
      </span>
      <Stack gap={4}>
        <Text fw={600}>{title}</Text>
        {children === undefined ? null : (
          <Text component="div" c="dimmed">
            {children}
          </Text>
        )}
      </Stack>
    </Group>
  );
}
