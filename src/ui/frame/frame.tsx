import { useHotkeys } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { api } from "../data/api.ts";
import { Failed, Loading } from "../data/asked.tsx";
import { undoLatest } from "../data/say.tsx";
import { PracticeTimeProvider } from "../time/practiceTime.tsx";
import { Announcer } from "./announcer.tsx";
import { Banners, ConnectionBanner } from "./banners.tsx";
import "./light.css";
import "./frame.css";
import { LightActionsProvider } from "./lightActions.tsx";
import { LightBar } from "./lightBar.tsx";
import { Palette } from "./palette.tsx";
import { Rail } from "./rail.tsx";
import { screenOf } from "./screens.ts";
import { ShortcutsDialog, useGoKeys, useKeys } from "./shortcuts.tsx";
import { useKnownInstants } from "./useKnownInstants.ts";

/** What surrounds every screen of an open practice. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const light = useQuery(api.light.now.queryOptions());
  useKnownInstants(light.data);

  if (light.data === undefined) {
    return (
      <main className="frame-waiting">
        <ConnectionBanner />
        {light.isError ? (
          <Failed error={light.error} again={() => void light.refetch()} busy={light.isFetching} />
        ) : (
          <Loading />
        )}
      </main>
    );
  }

  return (
    <PracticeTimeProvider light={light.data} heardAt={light.dataUpdatedAt}>
      <LightActionsProvider>
        <Inner light={light.data}>{children}</Inner>
      </LightActionsProvider>
    </PracticeTimeProvider>
  );
}

function Inner({
  light,
  children,
}: {
  readonly light: Parameters<typeof Rail>[0]["light"];
  readonly children: ReactNode;
}) {
  const [shortcuts, setShortcuts] = useState(false);
  const [, go] = useLocation();
  const main = useRef<HTMLElement>(null);
  useScreenTitle(main);
  useGoKeys(go);
  useKeys([
    ["?", () => setShortcuts(true)],
    ["shift+?", () => setShortcuts(true)],
  ]);
  useHotkeys([["mod+Z", () => undoLatest()]]);

  return (
    <div className="frame">
      <a
        className="skip-link"
        href="#screen"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the screen
      </a>
      <Rail light={light} />
      <div className="frame-body">
        <LightBar light={light} />
        <Banners channel={light.channel} />
        <main ref={main} id="screen" tabIndex={-1} className="screen">
          {children}
        </main>
      </div>
      <Announcer />
      <Palette light={light} showShortcuts={() => setShortcuts(true)} />
      <ShortcutsDialog opened={shortcuts} close={() => setShortcuts(false)} />
    </div>
  );
}

/* A new screen gets its name in the window's title and the focus at its beginning. */
function useScreenTitle(main: React.RefObject<HTMLElement | null>): void {
  const [location] = useLocation();
  const name = screenOf(location)?.name ?? "Not found";
  const first = useRef(true);
  useEffect(() => {
    document.title = `${name} - Between Sessions`;
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [name, main]);
}
