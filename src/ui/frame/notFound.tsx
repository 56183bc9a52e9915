import { Text } from "@mantine/core";
import { Link } from "wouter";
import { Page } from "./page.tsx";

export function NotFound() {
  return (
    <Page title="There is no such screen">
      <Text>
        <Link href="/">Go to Today</Link>
      </Text>
    </Page>
  );
}
