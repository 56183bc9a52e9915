import { createRequestListener } from "@remix-run/node-fetch-server";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { faultName } from "../practice/fault-name.ts";
import type { App } from "./app.ts";
import { guarded } from "./loopback-guard.ts";

/** The app on a loopback port. */
export interface LoopbackServer {
  /** What to open: address and token of this launch. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Mounts the app on 127.0.0.1 and nowhere else; port 0 takes a free one. Rejects when the port is taken. */
export async function serveOnLoopback(
  app: App,
  port: number,
  log: (line: string) => void = () => undefined,
): Promise<LoopbackServer> {
  let bound = port;
  /** A request that cannot be read, or a fault of ours: the other side learns nothing of either. */
  const onError = (error: unknown) => {
    log(`host: ${faultName(error)}`);
    return new Response(null, { status: 500 });
  };
  const guard = guarded(app, () => bound);
  const server = createServer(createRequestListener(guard.app, { onError }));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    address: `http://127.0.0.1:${bound}/?token=${guard.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
