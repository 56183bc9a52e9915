import { Checkbox, List, Stack, Text } from "@mantine/core";
import type { DoorView } from "../data/api.ts";

interface BeforeYouBeginProps {
  readonly computer: DoorView["computerUnlock"];
  readonly acknowledged: boolean;
  readonly setAcknowledged: (acknowledged: boolean) => void;
  readonly unlockWithComputer: boolean;
  readonly setUnlockWithComputer: (unlock: boolean) => void;
  readonly problem: string | null;
}

/** The statement that this is no emergency service, and its acknowledgement. */
export function BeforeYouBegin({
  computer,
  acknowledged,
  setAcknowledged,
  unlockWithComputer,
  setUnlockWithComputer,
  problem,
}: BeforeYouBeginProps) {
  return (
    <Stack gap="lg">
      <NoEmergencyService />
      <Checkbox
        label="I have read this, and I do not rely on this app to notice an emergency."
        checked={acknowledged}
        onChange={(event) => setAcknowledged(event.currentTarget.checked)}
        error={problem}
      />
      {computer.available ? (
        <Checkbox
          label="Unlock with this computer"
          description="The system's own key store keeps the key, so the passphrase is not asked at every start."
          checked={unlockWithComputer}
          onChange={(event) => setUnlockWithComputer(event.currentTarget.checked)}
        />
      ) : null}
    </Stack>
  );
}

/** What the app is not, in plain words. */
export function NoEmergencyService() {
  return (
    <Stack gap="xs">
      <Text fw={600}>This app is not an emergency or monitoring service.</Text>
      <List spacing={6}>
        <List.Item>
          It works only while this computer runs and is online. Asleep or switched off, it receives and answers nothing.
        </List.Item>
        <List.Item>
          It may miss things. It looks for safety words so that a message surfaces sooner; it cannot recognise a crisis.
        </List.Item>
        <List.Item>
          Every automatic reply tells clients whom to call in an emergency. That line cannot be removed.
        </List.Item>
      </List>
    </Stack>
  );
}
