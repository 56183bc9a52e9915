import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle, IconArrowBackUp, IconCheck } from "@tabler/icons-react";

/** The chain of policy versions: going back to one drops all that came after it. */
export const policyChain = "policy";

/** How long a destructive action can be taken back, in milliseconds. */
const undoMilliseconds = 10_000;

const closeButtonProps = { "aria-label": "Dismiss" };

let count = 0;
const nextId = () => `said-${(count += 1)}`;

let plain: string | null = null;

/** What was done, and what that did to the messages that wait. */
export const withEffect = (sentence: string, { effect }: { readonly effect: string | null }): string =>
  effect === null ? sentence : `${sentence} ${effect}`;

/** A short word that something was done. It takes the place of the one before. */
export function say(sentence: string): void {
  if (plain !== null) notifications.hide(plain);
  plain = nextId();
  notifications.show({
    id: plain,
    message: sentence,
    icon: <IconCheck size={18} aria-hidden />,
    autoClose: 5_000,
    closeButtonProps,
  });
}

/** A refusal or fault that has no field of its own. It stays until it is read. */
export function sayProblem(sentence: string): void {
  notifications.show({
    message: sentence,
    color: "gray",
    icon: <IconAlertCircle size={18} aria-hidden />,
    autoClose: false,
    closeButtonProps,
  });
}

let latest: { readonly id: string; readonly undo: () => void } | null = null;
const newestOf = new Map<string, string>();

/**
 * Says what was done and offers to take it back for ten seconds. Within a `chain` only the newest step can be taken
 * back: undoing an older one would undo those after it as well. Returns the notification's id.
 */
export function sayUndo(sentence: string, undo: () => void, chain: string | null = null): string {
  const id = nextId();
  if (chain !== null) {
    const before = newestOf.get(chain);
    if (before !== undefined) notifications.hide(before);
    newestOf.set(chain, id);
  }
  const takeBack = () => {
    latest = null;
    notifications.hide(id);
    undo();
  };
  latest = { id, undo: takeBack };
  notifications.show({
    id,
    color: "gray",
    icon: <IconArrowBackUp size={18} aria-hidden />,
    autoClose: undoMilliseconds,
    closeButtonProps,
    onClose: () => {
      if (latest?.id === id) latest = null;
    },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{sentence}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={takeBack}>
          Undo
        </Button>
      </Group>
    ),
  });
  return id;
}

/** Takes back the newest action that still can be; false when there is none. */
export function undoLatest(): boolean {
  if (latest === null) return false;
  latest.undo();
  return true;
}

/**
 * Announces something that cannot be taken back afterwards, and does it only when ten seconds have passed without an
 * undo. A window that is closed meanwhile leaves everything as it was.
 */
export function sayBeforeDoing(sentence: string, act: () => void, undone: () => void): void {
  const id = sayUndo(sentence, () => {
    clearTimeout(timer);
    undone();
  });
  const timer = setTimeout(() => {
    notifications.hide(id);
    act();
  }, undoMilliseconds);
}
