import type { ComposedApp } from "./compose-app.ts";
import type { LoopbackServer } from "./loopback-server.ts";

/**
 * Ends the host in order when it is told to - Ctrl-C, a polite kill, or the end of whoever started it: no new request, the
 * reply in hand seen through, the practice shut.
 */
export function leaveWhenTold({ door, changes }: ComposedApp, server: LoopbackServer): void {
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    changes.close();
    await server.close();
    await door.shut();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void leave());
  process.once("disconnect", () => void leave());
}
