import { protocol, type Session } from "electron";
import type { App } from "../src/host/app.ts";
import { isOurs } from "./addresses.ts";

/** Makes `app:` a scheme with an origin, like https. Once, before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Mounts the app on `app://between`. */
export function mountApp(session: Session, app: App, log: (line: string) => void): void {
  session.protocol.handle("app", async (request) => {
    if (!isOurs(request.url)) return new Response(null, { status: 404 });
    try {
      return await app(request);
    } catch (error) {
      log(`request failed: ${error instanceof Error ? error.name : "unknown reason"}`);
      return new Response(null, { status: 500 });
    }
  });
}
