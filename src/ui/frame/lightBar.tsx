import { ActionIcon, Tooltip } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import { IconHourglass, IconSearch } from "@tabler/icons-react";
import type { LightView } from "../data/api.ts";
import { LightMenu } from "./lightMenu.tsx";
import { lookOf } from "./lightState.tsx";

/** The practice light at the top of every screen. */
export function LightBar({ light }: { readonly light: LightView }) {
  const look = lookOf(light.state);
  return (
    <section className="light-bar" aria-label="Practice light">
      <div className="light">
        <span className="light-sign" data-state={light.state}>
          <look.icon size={20} stroke={1.7} aria-hidden />
        </span>
        <span className="light-sentence">{light.sentence}</span>
        {light.heldCount > 0 ? (
          <span className="held-mark">
            <IconHourglass size={15} aria-hidden /> {light.heldCount} held
          </span>
        ) : null}
      </div>
      <div className="light-actions">
        <Tooltip label="Search and commands (Ctrl K)">
          <ActionIcon aria-label="Search and commands" onClick={spotlight.open} size={36} variant="default">
            <IconSearch size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <LightMenu can={light.can} />
      </div>
    </section>
  );
}
