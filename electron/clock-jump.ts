/** The two clocks of a computer at one moment, in milliseconds. */
export interface Reading {
  /** Time of day; can be set, and goes on while the computer sleeps. */
  readonly wall: number;
  /** Never set; on most systems it stands still while the computer sleeps. */
  readonly steady: number;
}

export const readClocks = (): Reading => ({ wall: Date.now(), steady: performance.now() });

/** Ordinary drift and a busy computer stay below this. Milliseconds. */
const tolerance = 2_000;

/**
 * Has the computer slept, or has its clock been set, between two readings that were meant to be `apart` milliseconds
 * apart? Asked beside the system's own events, which do not come everywhere (FIELD T13).
 */
export function hasJumped(before: Reading, after: Reading, apart: number): boolean {
  const steady = after.steady - before.steady;
  const wall = after.wall - before.wall;
  return Math.abs(wall - steady) > tolerance || steady > 2 * apart + tolerance;
}
