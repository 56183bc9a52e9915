import type { DoorView, Region } from "../data/api.ts";

/** Every IANA zone this browser knows. */
export function zones(): string[] {
  return [
    ...new Set([...Intl.supportedValuesOf("timeZone"), Intl.DateTimeFormat().resolvedOptions().timeZone, "UTC"]),
  ].toSorted();
}

/** The zone the computer is set to: a first guess only. */
export function likelyZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The region of the computer's language setting, where the app knows its emergency numbers. */
export function likelyRegion(known: DoorView["regions"]): Region | null {
  for (const tag of navigator.languages) {
    const region = new Intl.Locale(tag).maximize().region;
    const match = known.find((one) => one.region === region);
    if (match !== undefined) return match.region;
  }
  return null;
}
