import type { Verdict } from "../gate/verdict.ts";
import type { Closure } from "../policy/hours.ts";
import type { ReplyReason } from "../policy/templates.ts";
import type { ReplyKind } from "./reply.ts";

/** Whose words a reply takes: by what held or surfaced the message, and by the dated exception in force. */
export function replyReason(
  kind: ReplyKind,
  { rule, reasons }: Pick<Verdict, "rule" | "reasons">,
  sender: "client" | "unknown",
  closure: Closure | null,
): ReplyReason {
  if (kind === "opt-out" || kind === "opt-in") return kind;
  if (kind === "safety") return sender === "client" ? "safety" : "safety-unknown-sender";
  if (sender === "unknown") return "unknown-sender";
  // Whatever held it: on a vacation, who covers has to be named (FIELD 4d).
  if (closure?.kind === "vacation") return "vacation";
  if (rule === "in-session" || rule === "do-not-disturb") return rule;
  if (reasons.includes("agreed-hours-over")) return "client-hours";
  // A holiday with hours of its own is an ordinary day once these are over.
  return closure?.kind === "holiday" && closure.windows.length === 0 ? "holiday" : "closed";
}
