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
