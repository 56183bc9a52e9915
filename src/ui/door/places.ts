import type { DoorView, Region } from "../data/api.ts";

/** The region of the computer's language setting, where the app knows its emergency numbers. */
export function likelyRegion(known: DoorView["regions"]): Region | null {
  for (const tag of navigator.languages) {
    const region = new Intl.Locale(tag).maximize().region;
    const match = known.find((one) => one.region === region);
    if (match !== undefined) return match.region;
  }
  return null;
}
