import { Button, Checkbox, CopyButton, Group, Stack, Text, Title } from "@mantine/core";
import { IconCheck, IconCopy, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { DoorFrame } from "./doorFrame.tsx";

interface RecoveryKeyProps {
  readonly recoveryKey: string;
  readonly done: () => void;
}

/** The recovery key, shown this one time. */
export function RecoveryKey({ recoveryKey, done }: RecoveryKeyProps) {
  const [kept, setKept] = useState(false);
  const [, go] = useLocation();
  const leave = (path: string) => {
    go(path);
    done();
  };
  return (
    <DoorFrame>
      <Stack gap="lg">
        <div>
          <Title order={1}>Your recovery key</Title>
          <Text mt="xs">
            If you forget the passphrase, this key opens the practice. It is shown only now. Print it or write it down,
            and keep it away from this computer: without passphrase and key, nobody can read your data again.
          </Text>
        </div>
        <p className="recovery-key" data-testid="recovery-key">
          {recoveryKey}
        </p>
        <Group className="no-print">
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            Print
          </Button>
          <CopyButton value={recoveryKey} timeout={3_000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
                onClick={copy}
              >
                {copied ? "Copied" : "Copy"}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Checkbox
          className="no-print"
          label="I have kept it"
          checked={kept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Group className="no-print" justify="flex-end">
          <Button variant="default" disabled={!kept} onClick={() => leave("/")}>
            Connect a mailbox later
          </Button>
          <Button disabled={!kept} onClick={() => leave("/settings/mailbox")}>
            Connect a mailbox
          </Button>
        </Group>
      </Stack>
    </DoorFrame>
  );
}
