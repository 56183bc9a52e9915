import {
  IconCalendarWeek,
  IconClockHour4,
  IconInbox,
  IconMessageReply,
  IconReport,
  IconSettings,
  IconSun,
  IconUsers,
  type Icon,
} from "@tabler/icons-react";

export interface Screen {
  readonly path: string;
  readonly name: string;
  readonly icon: Icon;
  /** Pressed after `g`, it goes there. */
  readonly key: string;
}

/** The screens of the left rail, in its order. */
export const screens: readonly Screen[] = [
  { path: "/", name: "Today", icon: IconSun, key: "t" },
  { path: "/inbox", name: "Inbox", icon: IconInbox, key: "i" },
  { path: "/calendar", name: "Calendar", icon: IconCalendarWeek, key: "c" },
  { path: "/clients", name: "Clients", icon: IconUsers, key: "l" },
  { path: "/availability", name: "Availability", icon: IconClockHour4, key: "a" },
  { path: "/replies", name: "Replies", icon: IconMessageReply, key: "r" },
  { path: "/reports", name: "Reports", icon: IconReport, key: "e" },
  { path: "/settings", name: "Settings", icon: IconSettings, key: "s" },
];

/** The screen a path belongs to; an unknown path belongs to none. */
export function screenOf(path: string): Screen | undefined {
  return screens.find((screen) =>
    screen.path === "/" ? path === "/" : path === screen.path || path.startsWith(`${screen.path}/`),
  );
}
