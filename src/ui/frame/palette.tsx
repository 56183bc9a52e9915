import { Spotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import {
  IconArrowBackUp,
  IconBeach,
  IconBell,
  IconBellOff,
  IconCalendarPlus,
  IconClockPause,
  IconDoorEnter,
  IconDoorExit,
  IconClockQuestion,
  IconFilter,
  IconHistory,
  IconKeyboard,
  IconListCheck,
  IconLock,
  IconMail,
  IconMailHeart,
  IconPlaneDeparture,
  IconSearch,
  IconUser,
  IconUserPlus,
  type Icon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { api, type LightView } from "../data/api.ts";
import { useLock } from "../data/lock.ts";
import { useLightActions } from "./lightActions.tsx";
import { screens } from "./screens.ts";

const sign = (One: Icon) => <One size={18} stroke={1.6} aria-hidden />;

/** Ctrl K: every action and every client, by typing a few letters. */
export function Palette({ light, showShortcuts }: { readonly light: LightView; readonly showShortcuts: () => void }) {
  const [location, go] = useLocation();
  const openMessage = /^\/inbox\/[^/]+$/.test(location) ? location : null;
  const lightActions = useLightActions();
  const lock = useLock();
  const clients = useQuery(api.clients.list.queryOptions()).data ?? [];
  const vacations = useQuery(api.vacations.list.queryOptions()).data?.vacations ?? [];
  const away = vacations.find(({ standing }) => standing === "away");
  const can = light.can;

  const groups: SpotlightActionGroupData[] = [
    {
      group: "Go to",
      actions: screens.map((screen) => ({
        id: `go-${screen.path}`,
        label: screen.name,
        leftSection: sign(screen.icon),
        onClick: () => go(screen.path),
      })),
    },
    {
      group: "Practice light",
      actions: [
        can.closeEarly
          ? {
              id: "close-early",
              label: "Close early",
              leftSection: sign(IconDoorExit),
              onClick: lightActions.closeEarly,
            }
          : null,
        can.openUntil
          ? {
              id: "open-until",
              label: "Open now until…",
              leftSection: sign(IconDoorEnter),
              onClick: () => lightActions.ask("open"),
            }
          : null,
        can.doNotDisturb
          ? {
              id: "quiet",
              label: "Do not disturb until…",
              leftSection: sign(IconBellOff),
              onClick: () => lightActions.ask("quiet"),
            }
          : null,
        can.endDoNotDisturb
          ? {
              id: "end-quiet",
              label: "End do not disturb",
              leftSection: sign(IconBell),
              onClick: lightActions.endDoNotDisturb,
            }
          : null,
        away === undefined
          ? null
          : {
              id: "back",
              label: "I am back from vacation",
              leftSection: sign(IconDoorEnter),
              onClick: () => go(`/availability/vacation/${encodeURIComponent(away.id)}?back`),
            },
      ].filter((action) => action !== null),
    },
    {
      group: "Do",
      actions: [
        {
          id: "book",
          label: "New appointment",
          leftSection: sign(IconCalendarPlus),
          onClick: () => go("/calendar?new"),
        },
        ...(openMessage === null
          ? []
          : [
              {
                id: "answer",
                label: "Answer the open message",
                leftSection: sign(IconArrowBackUp),
                onClick: () => go(`${openMessage}?answer`),
              },
              {
                id: "snooze",
                label: "Snooze the open message",
                leftSection: sign(IconClockPause),
                onClick: () => go(`${openMessage}?snooze`),
              },
            ]),
        { id: "add-client", label: "Add a client", leftSection: sign(IconUserPlus), onClick: () => go("/clients?new") },
        {
          id: "plan-vacation",
          label: "Plan a vacation",
          leftSection: sign(IconPlaneDeparture),
          keywords: "away holiday cover notices absence",
          onClick: () => go("/availability/plan"),
        },
        {
          id: "add-closure",
          label: "Add a day off, holiday or vacation",
          leftSection: sign(IconBeach),
          keywords: "closure exception",
          onClick: () => go("/availability?new"),
        },
        {
          id: "communication-policy",
          label: "Communication policy for clients",
          leftSection: sign(IconMailHeart),
          keywords: "letter edition print acknowledge",
          onClick: () => go("/reports/policy"),
        },
        {
          id: "gate",
          label: "What may interrupt",
          leftSection: sign(IconFilter),
          keywords: "gate rules safety phrases batches repeated contact buffers exceptions",
          onClick: () => go("/availability/gate"),
        },
        {
          id: "audit",
          label: "Check my settings",
          leftSection: sign(IconListCheck),
          keywords: "audit report scenarios",
          onClick: () => go("/reports/audit"),
        },
        {
          id: "ahead",
          label: "What would a client get?",
          leftSection: sign(IconClockQuestion),
          keywords: "preview scrubber reply verdict",
          onClick: () => go("/availability?ask"),
        },
        {
          id: "mailbox",
          label: "Mailbox settings",
          leftSection: sign(IconMail),
          onClick: () => go("/settings/mailbox"),
        },
        {
          id: "versions",
          label: "Policy versions",
          leftSection: sign(IconHistory),
          keywords: "history compare restore what changed",
          onClick: () => go("/settings/versions"),
        },
        { id: "shortcuts", label: "Keyboard shortcuts", leftSection: sign(IconKeyboard), onClick: showShortcuts },
        { id: "lock", label: "Lock now", leftSection: sign(IconLock), onClick: lock.run },
      ],
    },
    {
      group: "Clients",
      actions: clients
        .filter((one) => !one.archived)
        .map((one) => ({
          id: `client-${one.id}`,
          label: one.preferredName,
          leftSection: sign(IconUser),
          onClick: () => go(`/clients/${one.id}`),
        })),
    },
  ];

  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      shortcut={["mod + K"]}
      tagsToIgnore={[]}
      nothingFound="Nothing by that name."
      highlightQuery
      scrollable
      maxHeight={380}
      attributes={{ content: { "aria-label": "Search and commands" } }}
      transitionProps={{ duration: 100 }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: "Search actions and clients",
        "aria-label": "Search actions and clients",
      }}
    />
  );
}
