import { endSnoozes } from "../store/snoozes.ts";
import type { PracticeContext } from "./context.ts";

/** Brings back the snoozed messages that are due, to be read and told of like any that surfaces. Returns their ids. */
export function bringBackSnoozed(context: PracticeContext): ReadonlySet<string> {
  const back = new Set(endSnoozes(context.db, context.clock.now()));
  if (back.size > 0) context.changed("messages", "light");
  return back;
}
