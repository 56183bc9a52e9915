import type { WallTime } from "../scheduling/series.ts";
import { millisToWall } from "../time/wall.ts";
import { instantToWall } from "../time/zone.ts";
import type { RuleEnd } from "./rule-text.ts";

/** Where a rule ends, on the wall clock of the series' zone. */
export function wallTimeOfEnd(end: RuleEnd, zone: string): WallTime {
  return end.kind === "instant" ? instantToWall(end.at, zone) : millisToWall(end.wall);
}
