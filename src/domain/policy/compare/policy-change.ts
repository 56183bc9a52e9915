/** One thing in which two policies differ. */
export interface PolicyChange {
  /** Where in the policy, such as `gate.batch` or `messageHours.TU`. */
  readonly path: string;
  /** In words; null where there was nothing, or is nothing any more. */
  readonly before: string | null;
  readonly after: string | null;
  /** "Message hours, Tuesday: 9:00 to 17:00 → 9:00 to 12:00." */
  readonly sentence: string;
}

/** How the parts of a policy are said on the therapist's screens. */
export interface SayPolicy {
  /** A date `YYYY-MM-DD`. */
  readonly date: (date: string) => string;
  /** A time of day `HH:MM`, also `24:00`. */
  readonly time: (time: string) => string;
  /** Epoch milliseconds. */
  readonly instant: (at: number) => string;
  /** The name of a client by id. */
  readonly client: (id: string) => string;
}

/** Compares one part of two policies. */
export type Compare<Value> = (before: Value, after: Value, say: SayPolicy) => PolicyChange[];

export const changed = (path: string, subject: string, before: string, after: string): PolicyChange => ({
  path,
  before,
  after,
  sentence: `${subject}: ${before} → ${after}.`,
});

export const added = (path: string, subject: string, after: string): PolicyChange => ({
  path,
  before: null,
  after,
  sentence: `${subject} added${after === "" ? "" : `: ${after}`}.`,
});

export const removed = (path: string, subject: string, before: string): PolicyChange => ({
  path,
  before,
  after: null,
  sentence: `${subject} removed${before === "" ? "" : `: ${before}`}.`,
});

/** A change, or none where both read the same. */
export function whereDifferent(path: string, subject: string, before: string, after: string): PolicyChange[] {
  return before === after ? [] : [changed(path, subject, before, after)];
}

interface Listed<One> {
  readonly path: string;
  readonly keyOf: (one: One) => string;
  readonly subject: (one: One) => string;
  readonly words: (one: One) => string;
  /** What differs between two that have the same key. */
  readonly compare: (before: One, after: One, path: string) => PolicyChange[];
}

/** What was removed from a list, what is another, and what was added, each known by its key. */
export function compareLists<One>(
  before: readonly One[],
  after: readonly One[],
  { path, keyOf, subject, words, compare }: Listed<One>,
): PolicyChange[] {
  const later = new Map(after.map((one) => [keyOf(one), one]));
  const earlier = new Set(before.map(keyOf));
  return [
    ...before.flatMap((one) => {
      const key = keyOf(one);
      const now = later.get(key);
      const at = `${path}.${key}`;
      return now === undefined ? [removed(at, subject(one), words(one))] : compare(one, now, at);
    }),
    ...after
      .filter((one) => !earlier.has(keyOf(one)))
      .map((one) => added(`${path}.${keyOf(one)}`, subject(one), words(one))),
  ];
}
