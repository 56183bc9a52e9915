import data from "./zone-data.json" with { type: "json" };

/** The version of the IANA time zone data that the app ships and computes with. */
export const zoneDataVersion: string = data.version;

const zones: Readonly<Record<string, string>> = data.zones;
const links: Readonly<Record<string, string>> = data.links;

/** One zone as scripts/compile-zones.mjs writes it, or null for a name that our data does not have. */
export function compiledZone(name: string): string | null {
  const exact = lineOf(name);
  if (exact !== null) return exact;
  // Zone names are the same in any case (ECMA-402); nearly always they come as IANA writes them.
  const sought = name.toLowerCase();
  const known = [...Object.keys(zones), ...Object.keys(links)].find((one) => one.toLowerCase() === sought);
  return known === undefined ? null : lineOf(known);
}

function lineOf(name: string): string | null {
  const canonical = Object.hasOwn(links, name) ? links[name] : name;
  return canonical !== undefined && Object.hasOwn(zones, canonical) ? (zones[canonical] ?? null) : null;
}
