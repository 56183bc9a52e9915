import { randomBytes, timingSafeEqual } from "node:crypto";
import type { App } from "./app.ts";

/** A loopback address is open to every program and every web page on the computer, so each launch has its own token. */
export interface Guard {
  readonly token: string;
  /** The app behind the guard. */
  readonly app: App;
}

const refusal = (status: number, sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/**
 * Lets in only whoever holds this launch's token, first from the address that is opened, then as a cookie. `Host` must be
 * the loopback address itself (a rebound name is refused), and a changing request must come from our own origin.
 */
export function guarded(app: App, port: () => number): Guard {
  const token = randomBytes(32).toString("base64url");

  return {
    token,
    app: async (request) => {
      const cookieName = `between-${port()}`;
      const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
      const host = request.headers.get("host");
      if (host === null || !hosts.includes(host)) return refusal(421, "This address is not served here.");
      const url = new URL(request.url);
      const offered = url.searchParams.get("token");
      if (request.method === "GET" && offered !== null) {
        if (!same(offered, token))
          return refusal(403, "This address has expired. Start Between Sessions again and use the address it prints.");
        return new Response(null, {
          status: 303,
          headers: {
            location: url.pathname.replace(/^\/+/, "/"),
            "cache-control": "no-store",
            "set-cookie": `${cookieName}=${token}; HttpOnly; SameSite=Strict; Path=/`,
          },
        });
      }
      if (!same(cookie(request, cookieName) ?? "", token)) {
        return refusal(403, "Please open Between Sessions with the address that it printed when it was started.");
      }
      if (request.method !== "GET" && request.method !== "HEAD" && request.headers.get("origin") !== `http://${host}`) {
        return refusal(403, "This request did not come from Between Sessions.");
      }
      return app(request);
    },
  };
}

function cookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

function same(offered: string, token: string): boolean {
  const a = Buffer.from(offered);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}
