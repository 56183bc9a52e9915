import type { Instant } from "../domain/time/instant.ts";
import type { Outcome } from "./outcome.ts";
import type { PolicyChangeView } from "./policy-views.ts";
import type { LightView } from "./today-views.ts";

/** What a change did to the messages that wait: "4 held messages now surface at 8:00", or null when nothing. */
export interface Effect {
  readonly effect: string | null;
}

/** The light's buttons and its words. */
export interface LightService {
  now(): LightView;
  doNotDisturb(until: Instant): Outcome<Effect>;
  endDoNotDisturb(): Outcome<Effect>;
  closeEarly(): Outcome<PolicyChangeView>;
  openUntil(until: Instant): Outcome<PolicyChangeView>;
}
