import type { Change } from "../practice/practice.ts";

/** Tells every open screen what changed; the screens fetch again by their normal path. */
export interface ChangeStream {
  changed(...changes: Change[]): void;
  /** A server-sent event stream of changes, until the screen goes away. */
  response(signal: AbortSignal): Response;
  /** Also tells something inside the app, such as the tray. Returns its end. */
  listen(listener: (change: Change) => void): () => void;
  /** Ends every open stream. */
  close(): void;
}

/** A comment line this often keeps the connection from looking dead. Milliseconds. */
const heartbeat = 20_000;

/** Changes within one tick are told once. */
export function changeStream(): ChangeStream {
  const listeners = new Set<(change: Change) => void>();
  const ends = new Set<() => void>();
  let pending: Set<Change> | null = null;

  return {
    changed(...changes) {
      if (pending === null) {
        pending = new Set();
        queueMicrotask(() => {
          const told = pending ?? new Set<Change>();
          pending = null;
          for (const change of told) for (const listener of listeners) listener(change);
        });
      }
      for (const change of changes) pending.add(change);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    response(signal) {
      const encoder = new TextEncoder();
      let end: (close: boolean) => void = () => undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const write = (text: string) => controller.enqueue(encoder.encode(text));
          const listener = (change: Change) => write(`data: ${JSON.stringify({ change })}\n\n`);
          const beat = setInterval(() => write(":\n\n"), heartbeat);
          const endByHost = () => end(true);
          end = (close) => {
            if (!ends.delete(endByHost)) return;
            clearInterval(beat);
            listeners.delete(listener);
            if (close) controller.close();
          };
          ends.add(endByHost);
          listeners.add(listener);
          signal.addEventListener("abort", () => end(false), { once: true });
          write("retry: 1000\n\n");
          if (signal.aborted) end(true);
        },
        cancel: () => end(false),
      });
      return new Response(body, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
    },
    close() {
      for (const end of ends) end();
    },
  };
}
