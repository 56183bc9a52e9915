import { Button, Menu } from "@mantine/core";
import { IconBell, IconBellOff, IconChevronDown, IconDoorEnter, IconDoorExit } from "@tabler/icons-react";
import type { LightView } from "../data/api.ts";
import { useLightActions } from "./lightActions.tsx";

/** The light's one button: everything that changes it for now. */
export function LightMenu({ can }: { readonly can: LightView["can"] }) {
  const actions = useLightActions();
  return (
    <Menu position="bottom-end" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />} loading={actions.pending}>
          Open or close
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {can.closeEarly ? (
          <Menu.Item leftSection={<IconDoorExit size={18} aria-hidden />} onClick={actions.closeEarly}>
            Close early
          </Menu.Item>
        ) : null}
        {can.openUntil ? (
          <Menu.Item leftSection={<IconDoorEnter size={18} aria-hidden />} onClick={() => actions.ask("open")}>
            Open now until…
          </Menu.Item>
        ) : null}
        {can.doNotDisturb ? (
          <Menu.Item leftSection={<IconBellOff size={18} aria-hidden />} onClick={() => actions.ask("quiet")}>
            Do not disturb until…
          </Menu.Item>
        ) : null}
        {can.endDoNotDisturb ? (
          <Menu.Item leftSection={<IconBell size={18} aria-hidden />} onClick={actions.endDoNotDisturb}>
            End do not disturb
          </Menu.Item>
        ) : null}
        {Object.values(can).some(Boolean) ? null : <Menu.Label>Nothing to change right now.</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
