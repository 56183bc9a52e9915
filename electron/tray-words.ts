import { sayInstant } from "../src/domain/time/say.ts";
import type { LightView } from "../src/practice/today-views.ts";

/** Names of the pictures in resources/icons/tray. */
export type TrayIcon =
  | "open"
  | "in-session"
  | "do-not-disturb"
  | "closed"
  | "open-held"
  | "in-session-held"
  | "do-not-disturb-held"
  | "closed-held"
  | "shut"
  | "fault";

/** What the tray shows. */
export interface TrayWords {
  readonly icon: TrayIcon;
  /** The practice light in the words of the screens, and what else a person must know; also the tooltip. */
  readonly lines: readonly string[];
}

/**
 * The practice light in the words that the screens use. Behind locked screens it shows the state without the client's
 * initial and without an address: whoever passes by may read it. `light` is null when no practice is open.
 */
export function trayWords(light: LightView | null, locked: boolean): TrayWords {
  if (light === null) return { icon: "shut", lines: ["Locked: no message is received or answered"] };
  const held = light.heldCount > 0;
  const sentence = `${locked ? withoutName(light) : light.sentence}${held ? ` - ${light.heldCount} held` : ""}`;
  switch (light.channel.state) {
    case "fault":
      return { icon: "fault", lines: [sentence, locked ? "A mailbox does not work" : light.channel.sentence] };
    case "none":
      return { icon: iconOf(light.state, held), lines: [sentence, "No mailbox is connected"] };
    case "working":
      return { icon: iconOf(light.state, held), lines: [sentence] };
    default:
      return light.channel satisfies never;
  }
}

function withoutName(light: LightView): string {
  const { state, until, now, locale, sentence } = light;
  if (state !== "in-session") return sentence;
  return until === null ? "In session" : `In session until ${sayInstant(until, now, light, locale)}`;
}

/** Away looks like closed: what differs is in the words. */
function iconOf(state: LightView["state"], held: boolean): TrayIcon {
  const shape = state === "away" ? "closed" : state;
  return held ? `${shape}-held` : shape;
}
