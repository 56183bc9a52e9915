import { useQuery } from "@tanstack/react-query";
import { api } from "../../data/api.ts";
import { Asked } from "../../data/asked.tsx";
import "./simulator.css";
import { Workbench } from "./workbench.tsx";

/** Tries settings that are not in force on what really came in, and says which messages would have fared otherwise. */
export function Simulator() {
  const latest = useQuery({
    ...api.simulator.latest.queryOptions(),
    // A trial goes on by itself; nothing else tells how far it is.
    refetchInterval: ({ state: { data } }) => (data?.result === null ? 250 : false),
  });
  return (
    <div className="simulator">
      <p className="section-note">
        Alter a copy of your settings and play the messages of past days through it. You see what would have been held,
        surfaced and answered. Nothing is sent, and your settings stay as they are until you take the draft over.
      </p>
      <Asked query={latest} lines={8}>
        {(simulation) => <Workbench simulation={simulation} />}
      </Asked>
    </div>
  );
}
