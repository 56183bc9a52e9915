import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { createApp } from "../../../src/host/app.ts";
import { changeStream } from "../../../src/host/change-stream.ts";
import { serveOnLoopback } from "../../../src/host/loopback-server.ts";
import type { Door } from "../../../src/practice/door.ts";
import { testPractice } from "../../builders/practice.ts";
import { ask, type RawRequest, sendBytes } from "../../builders/raw-http.ts";

/** A folder as the build leaves it, with a secret beside it that must never be served. */
function builtScreens(): string {
  const folder = mkdtempSync(join(tmpdir(), "between-screens-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const screens = join(folder, "screens");
  mkdirSync(join(screens, "assets"), { recursive: true });
  writeFileSync(
    join(screens, "index.html"),
    '<!doctype html><meta name="nonce" content="%NONCE%"><title>Between Sessions</title>',
  );
  writeFileSync(join(screens, "assets", "app.js"), "export const app = 1;");
  writeFileSync(join(screens, "assets", "app.css"), "body{}");
  writeFileSync(join(folder, "secret.js"), "SECRET");
  writeFileSync(join(folder, "secret.css"), "SECRET");
  return screens;
}

async function served(door: Door, log: (line: string) => void = () => undefined) {
  const changes = changeStream();
  const screensFolder = builtScreens();
  let streams = 0;
  const counted = {
    ...changes,
    response(signal: AbortSignal) {
      streams += 1;
      signal.addEventListener("abort", () => (streams -= 1));
      return changes.response(signal);
    },
  };
  const server = await serveOnLoopback(createApp({ door, changes: counted, screensFolder, log }), 0, log);
  onTestFinished(() => server.close());
  const { port } = server;
  const token = new URL(server.address).searchParams.get("token") ?? "";
  const cookie = `between-${port}=${token}`;
  const origin = `http://127.0.0.1:${port}`;
  /** As the screens ask: with the cookie and, when something changes, with their own origin. */
  const asScreen = (path: string, said: RawRequest = {}) =>
    ask(port, path, { ...said, headers: { cookie, origin, ...said.headers } });
  const call = (path: string, input?: unknown) =>
    asScreen(`/trpc/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input ?? null),
    });
  return { port, token, cookie, origin, changes, asScreen, call, server, open: () => streams };
}

const shutDoor = (): Door => ({
  view: () => Promise.reject(new Error("not asked")),
  practice: () => null,
  create: () => Promise.reject(new Error("not asked")),
  unlock: () => Promise.reject(new Error("not asked")),
  unlockWithRecoveryKey: () => Promise.reject(new Error("not asked")),
  unlockWithComputer: () => Promise.reject(new Error("not asked")),
  setComputerUnlock: () => Promise.reject(new Error("not asked")),
  changePassphrase: () => Promise.reject(new Error("not asked")),
  lock: () => undefined,
  tryAgain: () => undefined,
});

describe("whoever does not hold this launch's token", () => {
  test.each(["/", "/assets/app.js", "/trpc/light.now", "/events", "/anything?x=1"])(
    "gets nothing at %s",
    async (path) => {
      const { port } = await served(shutDoor());
      const { status, body, headers } = await ask(port, path);
      expect(status).toBe(403);
      expect(body).not.toContain("Between Sessions</title>");
      expect(headers["set-cookie"]).toBeUndefined();
    },
  );

  test("gets nothing with a wrong one, in the address or as a cookie, of whatever length", async () => {
    const { port, token } = await served(shutDoor());
    for (const wrong of ["", "x", token.slice(1), `${token}x`, token.toUpperCase(), "é".repeat(token.length)]) {
      const inAddress = await ask(port, `/?token=${encodeURIComponent(wrong)}`);
      expect([inAddress.status, inAddress.headers["set-cookie"]]).toEqual([403, undefined]);
      const asCookie = await ask(port, "/", { headers: { cookie: `between-${port}=${encodeURIComponent(wrong)}` } });
      expect(asCookie.status).toBe(403);
    }
  });

  test("gets nothing with the token under another cookie's name", async () => {
    const { port, token } = await served(shutDoor());
    expect(
      (await ask(port, "/", { headers: { cookie: `between-1=${token}; xbetween-${port}=${token}` } })).status,
    ).toBe(403);
  });

  test("does not get the token from another launch", async () => {
    const first = await served(shutDoor());
    const second = await served(shutDoor());
    expect(first.token).not.toBe(second.token);
    expect((await ask(second.port, `/?token=${first.token}`)).status).toBe(403);
  });
});

describe("the address that is opened", () => {
  test("becomes a cookie that scripts cannot read, and the token leaves the address bar", async () => {
    const { port, token } = await served(shutDoor());
    const { status, headers } = await ask(port, `/inbox?token=${token}`);
    expect(status).toBe(303);
    expect(headers["location"]).toBe("/inbox");
    expect(headers["set-cookie"]).toEqual([`between-${port}=${token}; HttpOnly; SameSite=Strict; Path=/`]);
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("never leads to another computer", async () => {
    const { port, token } = await served(shutDoor());
    const { headers } = await ask(port, `//evil.example/?token=${token}`);
    const target = new URL(String(headers["location"]), `http://127.0.0.1:${port}/`);
    expect(target.host).toBe(`127.0.0.1:${port}`);
  });

  test("is on 127.0.0.1 and on no other address of this computer", async () => {
    const { port } = await served(shutDoor());
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => address !== "127.0.0.1");
    for (const host of [...others.filter((address) => !address.startsWith("fe80")), "127.0.0.2"]) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ port, host, timeout: 2000 });
        socket.on("connect", () => resolve(true));
        socket.on("error", () => resolve(false));
        socket.on("timeout", () => resolve(false));
        onTestFinished(() => void socket.destroy());
      });
      expect([host, reached]).toEqual([host, false]);
    }
  });
});

describe("a web page of somebody else", () => {
  test("whose name was rebound to this computer is refused, also with the cookie", async () => {
    const { port, cookie } = await served(shutDoor());
    for (const host of [`evil.example:${port}`, "127.0.0.1", `127.0.0.1:${port}.evil.example`, `[::1]:${port}`]) {
      const { status } = await ask(port, "/", { headers: { host, cookie } });
      expect([host, [421, 500].includes(status)]).toEqual([host, true]);
    }
    expect((await ask(port, "/", { headers: { host: `localhost:${port}`, cookie } })).status).toBe(200);
  });

  test("cannot change anything: a foreign or missing origin is refused", async () => {
    let asked = 0;
    const door: Door = { ...shutDoor(), lock: () => void (asked += 1) };
    const { port, cookie, call, origin } = await served(door);
    const headers = { cookie, "content-type": "application/json" };
    for (const foreign of [
      "http://evil.example",
      "null",
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
    ]) {
      expect(
        (await ask(port, "/trpc/door.lock", { method: "POST", headers: { ...headers, origin: foreign }, body: "null" }))
          .status,
      ).toBe(403);
    }
    expect((await ask(port, "/trpc/door.lock", { method: "POST", headers, body: "null" })).status).toBe(403);
    expect(asked).toBe(0);
    expect((await call("door.lock")).status).toBe(200);
    expect(asked).toBe(1);
    expect(origin).toContain("127.0.0.1");
  });

  test("cannot change anything by an address alone", async () => {
    let asked = 0;
    const { asScreen } = await served({ ...shutDoor(), lock: () => void (asked += 1) });
    expect((await asScreen("/trpc/door.lock")).status).toBe(405);
    expect(asked).toBe(0);
  });
});

describe("the screens", () => {
  test("come with a policy that lets nothing in but our own files, and a new nonce each time", async () => {
    const { asScreen } = await served(shutDoor());
    const nonces = new Set<string>();
    for (const path of ["/", "/inbox", "/settings/mailboxes", "/index.html"]) {
      const { status, headers, body } = await asScreen(path);
      expect(status).toBe(200);
      const policy = String(headers["content-security-policy"]);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      expect(body).toContain(`content="${nonce}"`);
      nonces.add(nonce);
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ]) {
        expect(policy).toContain(part);
      }
      expect(policy).not.toContain("unsafe");
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
    }
    expect(nonces.size).toBe(4);
  });

  test("are files with their types, and a file that is not there is not found", async () => {
    const { asScreen } = await served(shutDoor());
    expect(await asScreen("/assets/app.js")).toMatchObject({
      status: 200,
      body: "export const app = 1;",
      headers: { "content-type": "text/javascript; charset=utf-8" },
    });
    expect(await asScreen("/assets/app.css")).toMatchObject({
      status: 200,
      headers: { "content-type": "text/css; charset=utf-8" },
    });
    for (const path of [
      "/assets/other.js",
      "/assets/app.js/more.js",
      "/assets/%E0%A4%A.js",
      `/${"a".repeat(300)}.js`,
      "/assets/app.js%00.png",
    ]) {
      const { status, body } = await asScreen(path);
      expect([path, status === 404 || status === 400]).toEqual([path, true]);
      expect(body).toBe("");
    }
  });

  test.each([
    "/../secret.js",
    "/%2e%2e/secret.js",
    "/..%2fsecret.js",
    "/assets/..%2f..%2fsecret.js",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.js",
    "/..%5csecret.js",
    "/assets/..\\..\\secret.js",
    "//secret.js",
    "/%2fsecret.js",
    "/..%252fsecret.js",
    "/....//secret.js",
    "/assets/../../secret.css",
  ])("never come from outside their folder: %s", async (path) => {
    const { asScreen } = await served(shutDoor());
    const { status, body } = await asScreen(path);
    expect(body).not.toContain("SECRET");
    expect([200, 400, 404]).toContain(status);
  });

  test("never come from an absolute path", async () => {
    const { asScreen } = await served(shutDoor());
    for (const path of [
      "//etc/passwd",
      "/%2fetc%2fpasswd",
      "/etc/passwd",
      "/c:%5cwindows%5cwin.ini",
      "/file:///etc/passwd",
    ]) {
      expect((await asScreen(path)).body).not.toContain("root:");
    }
  });

  test("are only read", async () => {
    const { asScreen } = await served(shutDoor());
    for (const method of ["POST", "PUT", "DELETE"])
      expect((await asScreen("/index.html", { method })).status).toBe(405);
  });
});

describe("the API", () => {
  test("answers UNAUTHORIZED while the practice is locked", async () => {
    const { asScreen, call } = await served(shutDoor());
    for (const response of [
      await asScreen("/trpc/light.now"),
      await asScreen("/trpc/settings"),
      await call("light.closeEarly"),
    ]) {
      expect(response.status).toBe(401);
      expect(JSON.parse(response.body)).toMatchObject({
        error: { message: "The practice is locked.", data: { code: "UNAUTHORIZED" } },
      });
    }
  });

  test("says BAD_REQUEST to what cannot be, and changes nothing", async () => {
    const { door, practice } = await testPractice({ now: "2026-11-30T15:00:00Z" });
    const { call } = await served(door);
    const booking = {
      clientId: null,
      title: "Supervision",
      start: "2026-12-01T10:00",
      durationMinutes: 50,
      repeats: { unit: "week" as const, every: 1, weekdays: [], until: null },
    };
    for (const [path, input] of [
      ["calendar.book", { ...booking, start: "tomorrow" }],
      ["calendar.book", { ...booking, durationMinutes: -5 }],
      ["calendar.book", { ...booking, repeats: { ...booking.repeats, until: "2026-02-30" } }],
      ["clients.add", { preferredName: " ", language: "en", emails: [], urgent: false, optedOut: false }],
      ["clients.add", { preferredName: "Jo", language: "xx", emails: [], urgent: false, optedOut: false }],
      ["policy.setPractice", { name: "Dr. Kim", zone: "Mars/Olympus", locale: "en-US", region: "US" }],
      ["policy.setPractice", { name: "Dr. Kim", zone: "America/New_York", locale: "en_US", region: "US" }],
      ["policy.setMessageHours", { messageHours: {} }],
      ["light.doNotDisturb", { until: 8.64e15 }],
      ["light.doNotDisturb", { until: "soon" }],
      ["light.doNotDisturb", null],
    ] as const) {
      const { status, body } = await call(path, input);
      expect([path, status]).toEqual([path, 400]);
      expect(JSON.parse(body)).toMatchObject({ error: { data: { code: "BAD_REQUEST" } } });
    }
    expect(practice.policy.availability().version).toBe(1);
    expect(practice.clients.list()).toHaveLength(1);
    expect(practice.light.now().state).toBe("open");
  });

  test("tells no details of a fault: not to the screens, and no words of a client to the log", async () => {
    const logged: string[] = [];
    const fault = () => {
      throw new Error(
        "Failed query: insert into message\nparams: Maya, maya@example.org, I feel low\n    at the bottom of her letter",
      );
    };
    const { asScreen } = await served({ ...shutDoor(), practice: fault, view: fault }, (line) => logged.push(line));
    for (const path of ["/trpc/light.now", "/trpc/door.view"]) {
      const { status, body } = await asScreen(path);
      expect(status).toBe(500);
      expect(body).toContain("Something went wrong inside the app. Nothing was changed.");
      for (const word of ["Maya", "maya", "letter", "params", ".ts", "stack"]) expect(body).not.toContain(word);
    }
    expect(logged).toHaveLength(2);
    for (const line of logged)
      for (const word of ["Maya", "maya", "letter", "params"]) expect(line).not.toContain(word);
  });

  test("finds no procedure that is not there", async () => {
    const { asScreen } = await served(shutDoor());
    for (const path of ["/trpc/", "/trpc/constructor", "/trpc/door.__proto__", "/trpc/door"]) {
      expect((await asScreen(path)).status).toBe(404);
    }
  });
});

describe("changes", () => {
  /** An open event stream, as text, with its end. */
  async function listening(port: number, headers: Record<string, string>) {
    let text = "";
    const ended = Promise.withResolvers<void>();
    const sent = request({ host: "127.0.0.1", port, path: "/events", headers, agent: false }, (response) => {
      response.on("data", (part: Buffer) => (text += part.toString("utf8")));
      response.on("close", () => ended.resolve());
      response.on("error", () => ended.resolve());
    });
    sent.on("error", () => ended.resolve());
    sent.end();
    await expect.poll(() => text).toContain("retry: 1000");
    return { text: () => text, ended: ended.promise, hangUp: () => sent.destroy() };
  }

  test("are told to every screen, each once however often it is said", async () => {
    const { port, cookie, changes } = await served(shutDoor());
    const first = await listening(port, { cookie });
    const second = await listening(port, { cookie });
    changes.changed("messages", "light");
    changes.changed("messages");
    for (const stream of [first, second]) {
      await expect.poll(() => stream.text()).toContain('{"change":"light"}');
      expect(stream.text().match(/data: /g)).toHaveLength(2);
    }
    first.hangUp();
    second.hangUp();
  });

  test("end with the app", async () => {
    const { port, cookie, changes } = await served(shutDoor());
    const stream = await listening(port, { cookie });
    changes.close();
    await stream.ended;
    expect(stream.text()).toContain("retry: 1000");
  });

  test("end for a screen that went away, and go on for the others", async () => {
    const { port, cookie, changes, open } = await served(shutDoor());
    const gone = await listening(port, { cookie });
    const stays = await listening(port, { cookie });
    expect(open()).toBe(2);
    gone.hangUp();
    await expect.poll(open).toBe(1);
    changes.changed("clients");
    await expect.poll(() => stays.text()).toContain('{"change":"clients"}');
    stays.hangUp();
    await expect.poll(open).toBe(0);
  });

  test("are not kept for a stream whose screen is gone, not even when it went before the stream began", async () => {
    const changes = changeStream();
    const abort = new AbortController();
    const before = changes.response(abort.signal).body?.getReader();
    expect((await before?.read())?.done).toBe(false);
    abort.abort();
    changes.changed("clients");
    await Promise.resolve();
    changes.close();
    const late = changes.response(AbortSignal.abort());
    expect(await late.text()).toBe("retry: 1000\n\n");
  });
});

describe("bytes that are no request", () => {
  test("do not end the server", async () => {
    const { port, asScreen } = await served(shutDoor());
    for (const bytes of [
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.0\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n",
      "GET http://[/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
      `GET // HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
      `GET * HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
      `TRACE / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`,
      `CONNECT evil.example:80 HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
      "\0\0\0\0",
    ]) {
      expect(await sendBytes(port, bytes)).not.toContain("Between Sessions</title>");
    }
    expect((await asScreen("/")).status).toBe(200);
  });
});
