import { Temporal as polyfill } from "temporal-polyfill";

/**
 * `Temporal` from the runtime where it has one (Node 26, recent Chromium), from `temporal-polyfill` elsewhere. No other
 * file of the project may choose between the two.
 */
export const Temporal: typeof globalThis.Temporal = readTemporal();

function readTemporal(): typeof globalThis.Temporal {
  const runtime: { readonly Temporal?: typeof globalThis.Temporal } = globalThis;
  return runtime.Temporal ?? polyfill;
}
