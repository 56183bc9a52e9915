import { Kbd, Modal, Stack, Switch, Table, Text } from "@mantine/core";
import { useHotkeys, useLocalStorage, type HotkeyItem } from "@mantine/hooks";
import { useEffect } from "react";
import { screens } from "./screens.ts";

/** Single keys can be switched off: they get in the way of speech input (WCAG 2.1.4). */
function useSingleKeys() {
  return useLocalStorage<boolean>({ key: "single-keys", defaultValue: true, getInitialValueInEffect: false });
}

const dialogOpen = () => document.querySelector('[role="dialog"], [role="menu"]') !== null;

/** Keys that work while no field has the focus and no dialog is open. */
export function useKeys(items: readonly (readonly [key: string, act: () => void])[]): void {
  const [enabled] = useSingleKeys();
  const hotkeys: HotkeyItem[] = enabled
    ? items.map(([key, act]) => [
        key,
        (event) => {
          if (dialogOpen()) return;
          event.preventDefault();
          act();
        },
        { preventDefault: false },
      ])
    : [];
  useHotkeys(hotkeys);
}

const sequenceMilliseconds = 1_500;

/** `g` and then a screen's letter goes to that screen. */
export function useGoKeys(go: (path: string) => void): void {
  const [enabled] = useSingleKeys();
  useEffect(() => {
    if (!enabled) return undefined;
    let armedAt = -Infinity;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target;
      if (target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null)
        return;
      if (event.ctrlKey || event.metaKey || event.altKey || dialogOpen()) return;
      if (event.key === "g") {
        armedAt = event.timeStamp;
        return;
      }
      const screen =
        event.timeStamp - armedAt < sequenceMilliseconds ? screens.find((one) => one.key === event.key) : undefined;
      armedAt = -Infinity;
      if (screen === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      go(screen.path);
    };
    // Captured, so that the second letter does not also do what it does alone.
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, [enabled, go]);
}

const everywhere: readonly (readonly [keys: readonly string[], does: string])[] = [
  [["Ctrl", "K"], "Search and commands"],
  [["Ctrl", "Z"], "Undo the last archive, removal or cancellation"],
  [["?"], "Show these shortcuts"],
  ...screens.map((screen) => [["g", screen.key], `Go to ${screen.name}`] as const),
];

const inInbox: typeof everywhere = [
  [["j"], "Next message (also ↓)"],
  [["k"], "Previous message (also ↑)"],
  [["Enter"], "Open the message"],
  [["e"], "Archive, or move back to the inbox"],
  [["u"], "Mark as unread"],
  [["r"], "Answer by hand"],
  [["Ctrl", "Enter"], "Send the answer in the suggested way"],
  [["s"], "Surface a held message now, snooze another"],
  [["Esc"], "Back to the list"],
];

const inCalendar: typeof everywhere = [
  [["n"], "New appointment"],
  [["f"], "New appointment at the next free time"],
  [["["], "Previous week"],
  [["]"], "Next week"],
  [["t"], "This week"],
];

export function ShortcutsDialog({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const [enabled, setEnabled] = useSingleKeys();
  return (
    <Modal opened={opened} onClose={close} title="Keyboard shortcuts" size="lg">
      <Stack>
        <Switch
          label="Single-key shortcuts"
          description="Switch them off if you use speech input. Ctrl K always works."
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
        />
        <Keys title="Everywhere" keys={everywhere} />
        <Keys title="Inbox" keys={inInbox} />
        <Keys title="Calendar" keys={inCalendar} />
      </Stack>
    </Modal>
  );
}

function Keys({ title, keys }: { readonly title: string; readonly keys: typeof everywhere }) {
  return (
    <Table verticalSpacing={6}>
      <Table.Caption style={{ captionSide: "top", textAlign: "start" }}>
        <Text component="span" fw={600}>
          {title}
        </Text>
      </Table.Caption>
      <Table.Tbody>
        {keys.map(([combination, does]) => (
          <Table.Tr key={does}>
            <Table.Th scope="row" w={140} fw={400}>
              {combination.map((key) => (
                <Kbd key={key} mr={6}>
                  {key}
                </Kbd>
              ))}
            </Table.Th>
            <Table.Td>{does}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
