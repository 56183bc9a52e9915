import { IconBellOff, IconBeach, IconDoorEnter, IconMoon, IconUserHeart, type Icon } from "@tabler/icons-react";
import type { LightView } from "../data/api.ts";

interface LightLook {
  readonly icon: Icon;
  /** One word for the state, for those who hear it rather than see the sign. */
  readonly word: string;
}

/** The sign beside the light's sentence. */
export function lookOf(state: LightView["state"]): LightLook {
  switch (state) {
    case "open":
      return { icon: IconDoorEnter, word: "Open" };
    case "in-session":
      return { icon: IconUserHeart, word: "In session" };
    case "do-not-disturb":
      return { icon: IconBellOff, word: "Do not disturb" };
    case "closed":
      return { icon: IconMoon, word: "Closed" };
    case "away":
      return { icon: IconBeach, word: "Away" };
    default:
      return state satisfies never;
  }
}
