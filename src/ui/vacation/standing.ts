import type { VacationView } from "../data/api.ts";

export const standingWords: Readonly<Record<VacationView["standing"], string>> = {
  ahead: "Planned.",
  away: "You are away.",
  over: "This vacation is over.",
  withdrawn: "You took this vacation back.",
  returned: "You came back early.",
  "not-in-hours": "Your message hours do not know these days any more. Change the vacation, or remove it.",
};
