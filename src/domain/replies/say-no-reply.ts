import type { Verdict } from "../gate/verdict.ts";
import type { Keyword } from "../message/keywords.ts";

/** Why a message calls for no automatic reply at all, in one sentence. */
export function sayNoReply({ kind, rule }: Verdict, keyword: Keyword | null): string {
  if (rule === "blocked") return "You blocked this sender, so nothing is answered.";
  if (keyword === "opt-out") return "They get no automatic replies already, so STOP needs no second confirmation.";
  if (rule === "batch") return "It only waits for the next batch, within your message hours.";
  if (rule === "safety") return "You marked this client as urgent and read messages at this hour.";
  if (kind === "hold") return "It calls for no answer.";
  return "It surfaces, so you answer it yourself.";
}
