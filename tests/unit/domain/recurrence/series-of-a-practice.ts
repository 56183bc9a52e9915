import type { Series } from "../../../../src/domain/scheduling/series.ts";

/** Fifty minutes with Ada, Tuesdays at 10:00 in New York from 1 December 2026 on, unless told otherwise. */
export function tuesdaysAtTen(differences: Partial<Series> = {}): Series {
  return {
    id: "tuesdays",
    clientId: "ada",
    title: "Session",
    start: "2026-12-01T10:00",
    zone: "America/New_York",
    durationMinutes: 50,
    rule: "FREQ=WEEKLY;BYDAY=TU",
    overrides: [],
    ...differences,
  };
}
