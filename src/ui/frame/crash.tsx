import { Button, Stack, Text } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { Page } from "./page.tsx";

interface CrashProps {
  readonly children: ReactNode;
}

interface CrashState {
  readonly crashed: boolean;
}

/** A screen that broke is replaced by a calm sentence; the frame around it, with the light, goes on. */
export class Crash extends Component<CrashProps, CrashState> {
  override state: CrashState = { crashed: false };

  static getDerivedStateFromError(): CrashState {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <Page title="This screen stopped working">
        <Stack align="flex-start">
          <Text>
            Nothing is lost: messages are still received and held as before. Load the screen again, or choose another
            one.
          </Text>
          <Button onClick={() => window.location.reload()}>Load again</Button>
        </Stack>
      </Page>
    );
  }
}
