import * as rrulePackage from "rrule";

// Node sees rrule's CommonJS build, where everything hangs on the default export; bundlers see its ES modules, which have
// no default export. This is the only file that has to know.
const loaded: {
  readonly RRule?: typeof rrulePackage.RRule;
  readonly default?: { readonly RRule: typeof rrulePackage.RRule };
} = rrulePackage;

/** rrule.js as a calculator on the wall clock. Its `tzid`, UNTIL, sets and cache are never used (ENGINE 1). */
export const RRule = readRRule();
export type RRuleOptions = Partial<rrulePackage.Options>;

function readRRule(): typeof rrulePackage.RRule {
  const found = loaded.RRule ?? loaded.default?.RRule;
  if (found === undefined) throw new Error("the rrule package has no RRule");
  return found;
}
