import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, isAbsolute, join, relative } from "node:path";

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** Everything is refused but our own files; style tags only with this response's nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const always = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Serves the built screens from `folder`: files by their path, `index.html` for every other path. */
export function screens(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== "GET" && request.method !== "HEAD")
      return new Response(null, { status: 405, headers: always });
    const path = decodedPath(new URL(request.url).pathname);
    if (path === null) return new Response(null, { status: 400, headers: always });
    const file = join(folder, path);
    const inside = relative(folder, file);
    if (inside.startsWith("..") || isAbsolute(inside)) return new Response(null, { status: 404, headers: always });
    const type = contentTypes[extname(file)];
    if (type === undefined || extname(file) === ".html") return page(folder);
    const content = await contentOf(file);
    if (content === null) return new Response(null, { status: 404, headers: always });
    return new Response(content, { headers: { ...always, "content-type": type, "cache-control": "no-cache" } });
  };
}

async function page(folder: string): Promise<Response> {
  const html = await contentOf(join(folder, "index.html"));
  if (html === null)
    return new Response("The screens have not been built.", {
      status: 500,
      headers: { ...always, "content-type": "text/plain; charset=utf-8" },
    });
  const nonce = randomBytes(16).toString("base64");
  return new Response(new TextDecoder().decode(html).replaceAll("%NONCE%", nonce), {
    headers: {
      ...always,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": contentSecurityPolicy(nonce),
    },
  });
}

function decodedPath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes("\0") ? null : path;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** What is said of a path at which there is no file. */
const noFile = ["ENOENT", "EISDIR", "ENOTDIR", "ENAMETOOLONG"];

async function contentOf(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string" && noFile.includes(error.code))
      return null;
    throw error;
  }
}
