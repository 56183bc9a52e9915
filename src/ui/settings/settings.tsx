import { Tabs } from "@mantine/core";
import { IconBuildingCottage, IconHistory, IconInfoCircle, IconLock, IconMail } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import { About } from "./about.tsx";
import { Mailboxes } from "./mailboxes.tsx";
import { PolicyVersions } from "./policyVersions.tsx";
import { PracticeSettings } from "./practiceSettings.tsx";
import { Security } from "./security.tsx";
import "./settings.css";

const parts = [
  { value: "practice", label: "Practice", icon: IconBuildingCottage },
  { value: "mailbox", label: "Mailbox", icon: IconMail },
  { value: "versions", label: "Policy versions", icon: IconHistory },
  { value: "security", label: "Security", icon: IconLock },
  { value: "about", label: "About", icon: IconInfoCircle },
] as const;

/** The practice itself, its mailbox, its lock, and what this app is. */
export function Settings({ part }: { readonly part: string | null }) {
  const settings = useQuery(api.settings.queryOptions());
  const door = useQuery(api.door.view.queryOptions());
  const [, go] = useLocation();
  const shown = parts.find((one) => one.value === part)?.value ?? "practice";

  return (
    <Page title="Settings">
      <Tabs
        value={shown}
        onChange={(value) => go(value === null || value === "practice" ? "/settings" : `/settings/${value}`)}
        keepMounted={false}
      >
        <Tabs.List mb="lg" aria-label="Parts of the settings">
          {parts.map((one) => (
            <Tabs.Tab key={one.value} value={one.value} leftSection={<one.icon size={18} stroke={1.6} aria-hidden />}>
              {one.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="practice">
          <Asked query={settings}>
            {(view) => (
              <Asked query={door}>
                {({ regions }) => <PracticeSettings practice={view.practice} regions={regions} />}
              </Asked>
            )}
          </Asked>
        </Tabs.Panel>
        <Tabs.Panel value="mailbox">
          <Asked query={settings}>
            {(view) => <Mailboxes mailboxes={view.mailboxes} practiceName={view.practice.name} />}
          </Asked>
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <PolicyVersions />
        </Tabs.Panel>
        <Tabs.Panel value="security">
          <Asked query={door}>{(view) => <Security computerUnlock={view.computerUnlock} />}</Asked>
        </Tabs.Panel>
        <Tabs.Panel value="about">
          <Asked query={settings}>{(view) => <About settings={view} />}</Asked>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
