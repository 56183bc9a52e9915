import { isDeepStrictEqual } from "node:util";
import { availabilityOf } from "../domain/availability/open-spans.ts";
import { type SeriesChange, startForAll } from "../domain/recurrence/editing.ts";
import { hasOccurrence } from "../domain/recurrence/occurrences.ts";
import { firstOfPattern, type Repeats, repeatsOf, ruleOf } from "../domain/recurrence/repeats.ts";
import { describeRule, parseRule } from "../domain/recurrence/rule.ts";
import type { Series } from "../domain/scheduling/series.ts";
import { instantOfWall, type PracticeZones, wallAt, zoneOfDate } from "../domain/time/practice-zone.ts";
import { instantToWall, wallToInstant } from "../domain/time/zone.ts";
import { clientById } from "../store/clients.ts";
import { currentPolicy } from "../store/policies.ts";
import type { PracticeContext } from "./context.ts";
import type { Booking } from "./calendar-services.ts";
import { done, type Outcome, refused } from "./outcome.ts";

const zonesOf = ({ db }: PracticeContext): PracticeZones => availabilityOf(currentPolicy(db).policy);

/** A booking as a series, or what is wrong with it. */
export function newSeries(context: PracticeContext, booking: Booking, id: string): Outcome<Series> {
  const { clientId, title, start, durationMinutes, repeats } = booking;
  if (clientId !== null && clientById(context.db, clientId) === null)
    return refused("This client is not there.", "clientId");
  if (clientId === null && title === "") return refused("Choose a client, or give the appointment a name.", "clientId");
  const zone = zoneOfStart(context, start);
  if (!zone.ok) return zone;
  const rule = checkedRule(repeats, start, zone.value);
  if (!rule.ok) return rule;
  return done({ id, clientId, title, start, zone: zone.value, durationMinutes, rule: rule.value, overrides: [] });
}

/** How a booking repeats, in words, while the form is filled in: "every second Tuesday at 10:00". */
export function bookingInWords(context: PracticeContext, { start, repeats }: Booking): Outcome<string> {
  const zone = zoneOfStart(context, start);
  if (!zone.ok) return zone;
  const rule = checkedRule(repeats, start, zone.value);
  if (!rule.ok) return rule;
  const { locale } = currentPolicy(context.db).policy.practice;
  return done(rule.value === null ? "once" : describeRule(rule.value, start, zone.value, locale));
}

/** What was agreed on a trip was agreed on the clock there. */
function zoneOfStart(context: PracticeContext, start: string): Outcome<string> {
  try {
    const zone = zoneOfDate(zonesOf(context), start.slice(0, 10));
    wallToInstant(start, zone);
    return done(zone);
  } catch (error) {
    if (error instanceof RangeError) return refused("There is no such date.", "start");
    throw error;
  }
}

/** The rule of a booking that begins at `start`; what is wrong with it names the field of the form. */
function checkedRule(repeats: Repeats | null, start: string, zone: string): Outcome<string | null> {
  if (repeats === null) return done(null);
  const rule = ruleOf(repeats, start, zone);
  const parsed = parseRule(rule, start);
  if (!parsed.ok) return refused(parsed.sentence, parsed.field === "start" ? "start" : `repeats.${parsed.field}`);
  const series = { id: "", clientId: null, title: "", start, zone, durationMinutes: 0, rule, overrides: [] };
  if (!hasOccurrence(series, start)) return refused("The series ends before its first appointment.", "repeats.until");
  return done(rule);
}

/** A booking said on the practice's clock, on that of its series, whose zone may be another one. */
export function onClockOf(context: PracticeContext, series: Series, recurrenceId: string, booking: Booking): Booking {
  const zones = zonesOf(context);
  const override = series.overrides.find((one) => one.recurrenceId === recurrenceId);
  const agreed = override?.kind === "moved" ? override.start : recurrenceId;
  // Left where it was shown, it stays, also where that time is there twice because the clock or the zone went back.
  if (booking.start === wallAt(zones, wallToInstant(agreed, series.zone))) return { ...booking, start: agreed };
  return { ...booking, start: instantToWall(instantOfWall(zones, booking.start), series.zone) };
}

/**
 * What to change in a series, seen from the occurrence that was on the screen, on the clock of the series. The rule is
 * changed only where the pattern is another one, so that a rule the form cannot show is kept; a new pattern is that of the
 * date on the screen.
 */
export function changeOf(
  series: Series,
  recurrenceId: string,
  scope: "this" | "following" | "all",
  booking: Booking,
): Outcome<SeriesChange> {
  const { start: shown, durationMinutes, title, clientId, repeats } = booking;
  const others = { durationMinutes, title, clientId };
  const ofAll = scope === "following" ? shown : startForAll(series, recurrenceId, shown);
  if (isDeepStrictEqual(repeatsOf(series), repeats)) return done({ ...others, start: ofAll });
  const rule = checkedRule(repeats, shown, series.zone);
  if (!rule.ok) return rule;
  if (repeats === null || rule.value === null || scope === "following")
    return done({ ...others, start: shown, rule: rule.value });
  const start = firstOfPattern(rule.value, series.start, shown);
  return done({ ...others, start, rule: rule.value });
}
