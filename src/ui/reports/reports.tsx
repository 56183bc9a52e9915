import { Tabs } from "@mantine/core";
import { IconFlask, IconListCheck, IconMailHeart } from "@tabler/icons-react";
import { useLocation } from "wouter";
import { Page } from "../frame/page.tsx";
import { Audit } from "./audit/audit.tsx";
import { CommunicationPolicy } from "./communicationPolicy.tsx";
import "./reports.css";
import { Simulator } from "./simulator/simulator.tsx";

/** What can be looked at or put on paper; the first is shown where none is asked for. */
const parts = [
  { value: "policy", label: "Communication policy", icon: IconMailHeart, Part: CommunicationPolicy },
  { value: "audit", label: "Check my settings", icon: IconListCheck, Part: Audit },
  { value: "simulator", label: "Try another policy", icon: IconFlask, Part: Simulator },
] as const;

/** What the practice can put on paper about itself. */
export function Reports({ part }: { readonly part: string | null }) {
  const [, go] = useLocation();
  const shown = parts.find((one) => one.value === part) ?? parts[0];
  return (
    <Page title="Reports" wide>
      <Tabs value={shown.value} onChange={(value) => go(`/reports/${value ?? ""}`)} keepMounted={false}>
        <Tabs.List mb="lg" aria-label="Reports">
          {parts.map((one) => (
            <Tabs.Tab key={one.value} value={one.value} leftSection={<one.icon size={18} stroke={1.6} aria-hidden />}>
              {one.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {parts.map(({ value, Part }) => (
          <Tabs.Panel key={value} value={value}>
            <Part />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
