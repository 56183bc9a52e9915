import type { WeeklyHours } from "../../src/domain/policy/hours.ts";
import type { Outcome } from "../../src/practice/outcome.ts";

const nineToFive = [{ start: "09:00", end: "17:00" }];
/** Monday to Friday, 9 to 17. */
export const weekdaysNineToFive: WeeklyHours = {
  MO: nineToFive,
  TU: nineToFive,
  WE: nineToFive,
  TH: nineToFive,
  FR: nineToFive,
  SA: [],
  SU: [],
};

/** The value of an outcome, in a test that expects no refusal. */
export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.sentence);
  return outcome.value;
}
