import type { Instant } from "../../src/domain/time/instant.ts";
import type { AheadView } from "../../src/practice/ahead-views.ts";
import type { Practice } from "../../src/practice/practice.ts";
import { value } from "./values.ts";

/** What any client who writes at `at` would meet. */
export const foretold = ({ ahead }: Practice, at: Instant): AheadView =>
  value(ahead.ask({ at, from: { kind: "any-client" }, channel: "email", text: "" }));

/** The words any client who writes at `at` would be sent; none when there would be no reply. */
export function replyFor(practice: Practice, at: Instant): string {
  const { reply } = foretold(practice, at);
  return reply.kind === "send" ? reply.text : "";
}
