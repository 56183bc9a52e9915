import { useEffect } from "react";
import { api, queryClient, type LightView } from "../data/api.ts";

/* Timers of a browser overflow beyond 24 days; asking once an hour is soon enough for what lies further away. */
const longestWait = 3_600_000;
const afterwards = 300;

/** Asks again for light and inbox when the instant has passed at which the light said it would change. */
export function useKnownInstants(light: LightView | undefined): void {
  const until = light?.until ?? null;
  const now = light?.now ?? 0;
  useEffect(() => {
    if (until === null) return undefined;
    const wait = Math.min(Math.max(until - now, 1_000) + afterwards, longestWait);
    const timer = setTimeout(() => {
      void queryClient.invalidateQueries(api.light.pathFilter());
      void queryClient.invalidateQueries(api.inbox.pathFilter());
    }, wait);
    return () => clearTimeout(timer);
  }, [until, now]);
}
