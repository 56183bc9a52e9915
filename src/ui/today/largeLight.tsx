import { useQuery } from "@tanstack/react-query";
import { IconHourglass } from "@tabler/icons-react";
import { api } from "../data/api.ts";
import { lookOf } from "../frame/lightState.tsx";
import { counted } from "../time/words.ts";

/** The practice light, large enough to read from across the room. */
export function LargeLight({ date }: { readonly date: string | null }) {
  const light = useQuery(api.light.now.queryOptions()).data;
  if (light === undefined) return null;
  const look = lookOf(light.state);
  return (
    <section className="large-light sheet" aria-label="Right now">
      <span className="large-light-sign" data-state={light.state}>
        <look.icon size={36} stroke={1.5} aria-hidden />
      </span>
      <div>
        <p className="large-light-date">{date ?? "\u00a0"}</p>
        <p className="large-light-sentence">{light.sentence}</p>
        <p className="large-light-waiting">
          {light.heldCount > 0 ? (
            <span className="held-mark">
              <IconHourglass size={15} aria-hidden /> {counted(light.heldCount, "message")} held
            </span>
          ) : (
            "Nothing is held."
          )}{" "}
          {light.unreadCount > 0 ? `${counted(light.unreadCount, "surfaced message")} to read.` : null}
        </p>
      </div>
    </section>
  );
}
