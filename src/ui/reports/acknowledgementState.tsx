import { IconCircleCheck, IconCircleDashed, IconHistory } from "@tabler/icons-react";
import type { AcknowledgementView } from "../data/api.ts";
import { useDayOf } from "./useDayOf.ts";

/** Which edition a client has acknowledged and when, with a sign and in words. */
export function AcknowledgementState({ one }: { readonly one: AcknowledgementView }) {
  const day = useDayOf();
  const when = one.acknowledgedAt === null ? "" : ` on ${day(one.acknowledgedAt)}`;
  switch (one.state) {
    case "current":
      return (
        <span className="acknowledgement-state">
          <IconCircleCheck size={16} aria-hidden /> Edition {one.edition}
          {when}
        </span>
      );
    case "outdated":
      return (
        <span className="acknowledgement-state">
          <IconHistory size={16} aria-hidden /> Outdated: edition {one.edition}
          {when}
        </span>
      );
    case "none":
      return (
        <span className="acknowledgement-state">
          <IconCircleDashed size={16} aria-hidden /> Not acknowledged yet
        </span>
      );
    default:
      return one.state satisfies never;
  }
}
