/** A time in the unit that suits it. */
export function duration(milliseconds: number): string {
  if (milliseconds < 0.001) return `${(milliseconds * 1e6).toFixed(0)} ns`;
  return milliseconds < 1 ? `${(milliseconds * 1e3).toFixed(1)} µs` : `${milliseconds.toFixed(2)} ms`;
}

/** "19 ×" */
export function ratio(times: number): string {
  return `${times < 10 ? times.toFixed(1) : Math.round(times).toLocaleString("en")} ×`;
}
