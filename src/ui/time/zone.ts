const formats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(zone, format);
  }
  return format;
}

/** The wall time `YYYY-MM-DDTHH:MM` in the zone at an instant. */
export function wallAt(instant: number, zone: string): string {
  return wallFormat(zone).format(instant).replace(" ", "T");
}

/**
 * The instant at which the zone's clocks show a wall time. A time that clocks skip is moved forward by the length of the
 * gap, one they show twice means the first (the "compatible" reading).
 */
export function instantOf(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall}Z`);
  const offsetAt = (instant: number) => Date.parse(`${wallAt(instant, zone)}Z`) - Math.floor(instant / 60_000) * 60_000;
  const candidates = [offsetAt(asUtc - 86_400_000), offsetAt(asUtc + 86_400_000)].map((offset) => asUtc - offset);
  const exact = candidates.filter((candidate) => wallAt(candidate, zone) === wall);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}
