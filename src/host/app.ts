import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { router } from "../api/router.ts";
import type { Door } from "../practice/door.ts";
import { faultName } from "../practice/fault-name.ts";
import type { ChangeStream } from "./change-stream.ts";
import { screens } from "./screens.ts";

/** What turns a request into a response, wherever it is mounted. */
export type App = (request: Request) => Promise<Response>;

export interface AppParts {
  readonly door: Door;
  readonly changes: ChangeStream;
  /** The folder of the built screens. */
  readonly screensFolder: string;
  /** Names and codes only. */
  log(line: string): void;
}

/**
 * The whole app as ONE function: the typed API under `/trpc`, changes under `/events`, the screens everywhere else.
 * Electron mounts it on `app://between`, the Node host on loopback; the screens cannot tell the two apart.
 */
export function createApp({ door, changes, screensFolder, log }: AppParts): App {
  const serveScreens = screens(screensFolder);
  return async (request) => {
    const { pathname, origin } = new URL(request.url);
    if (pathname === "/events" && request.method === "GET") return changes.response(request.signal);
    if (!pathname.startsWith("/trpc/")) return serveScreens(request);
    // Whoever sends a foreign Origin is not one of our screens, however the request got here.
    const sentOrigin = request.headers.get("origin");
    if (
      request.method !== "GET" &&
      sentOrigin !== null &&
      sentOrigin !== origin &&
      sentOrigin !== customOrigin(request.url)
    ) {
      return new Response(null, { status: 403 });
    }
    return fetchRequestHandler({
      endpoint: "/trpc",
      req: request,
      router,
      createContext: () => ({ door }),
      onError({ error, path }) {
        if (error.code === "INTERNAL_SERVER_ERROR") log(`api ${path ?? "?"}: ${faultName(error.cause ?? error)}`);
      },
    });
  };
}

/** `URL.origin` is "null" for schemes the URL standard does not know, such as `app:`. */
function customOrigin(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
