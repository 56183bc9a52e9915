import { Button, Tabs } from "@mantine/core";
import { IconClockHour4, IconClockQuestion, IconFilter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { api } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import { GateSettings } from "../gate/gateSettings.tsx";
import { Scrubber } from "./ahead/scrubber.tsx";
import "./availability.css";
import { Exceptions } from "./exceptions.tsx";
import { Holidays } from "./holidays.tsx";
import { MessageHours } from "./messageHours.tsx";
import { Seasons } from "./seasons.tsx";
import { Travel } from "./travel.tsx";

/** When messages are read, when not, what may interrupt all the same, and what a client is told meanwhile. */
export function Availability({ part }: { readonly part: string | null }) {
  const availability = useQuery(api.policy.availability.queryOptions());
  const [, go] = useLocation();
  const tab = part === "gate" ? "/availability/gate" : "/availability";
  return (
    <Page
      title="Availability"
      wide
      actions={
        <Button
          component={Link}
          href={`${tab}?ask`}
          variant="default"
          leftSection={<IconClockQuestion size={18} aria-hidden />}
        >
          What would a client get?
        </Button>
      }
    >
      <Asked query={availability} lines={8}>
        {(view) => (
          <div className="availability">
            <Tabs
              value={part === "gate" ? "gate" : "hours"}
              onChange={(value) => go(value === "gate" ? "/availability/gate" : "/availability")}
              keepMounted={false}
            >
              <Tabs.List mb="lg" aria-label="Parts of the availability">
                <Tabs.Tab value="hours" leftSection={<IconClockHour4 size={18} stroke={1.6} aria-hidden />}>
                  Hours
                </Tabs.Tab>
                <Tabs.Tab value="gate" leftSection={<IconFilter size={18} stroke={1.6} aria-hidden />}>
                  What may interrupt
                </Tabs.Tab>
              </Tabs.List>
              <Tabs.Panel value="hours">
                <MessageHours view={view} />
                <Seasons seasons={view.seasons} ordinary={view.messageHours} />
                <Exceptions closures={view.closures} />
                <Travel travel={view.travel} home={view.zone} />
                <Holidays holidays={view.holidays} />
              </Tabs.Panel>
              <Tabs.Panel value="gate">
                <GateSettings view={view} />
              </Tabs.Panel>
            </Tabs>
            <Scrubber />
          </div>
        )}
      </Asked>
    </Page>
  );
}
