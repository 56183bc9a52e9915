import { useQuery } from "@tanstack/react-query";
import { api } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import "./availability.css";
import { Exceptions } from "./exceptions.tsx";
import { Holidays } from "./holidays.tsx";
import { MessageHours } from "./messageHours.tsx";
import { Preview } from "./preview.tsx";
import { SafetyPhrases } from "./safetyPhrases.tsx";
import { Seasons } from "./seasons.tsx";
import { Travel } from "./travel.tsx";

/** When messages are read, when not, and what a client is told meanwhile. */
export function Availability() {
  const availability = useQuery(api.policy.availability.queryOptions());
  return (
    <Page title="Availability" wide>
      <Asked query={availability} lines={8}>
        {(view) => (
          <div className="availability">
            <div>
              <MessageHours view={view} />
              <Seasons seasons={view.seasons} ordinary={view.messageHours} />
              <Exceptions closures={view.closures} />
              <Travel travel={view.travel} home={view.zone} />
              <Holidays holidays={view.holidays} />
              <SafetyPhrases gate={view.gate} />
            </div>
            <Preview current={view.preview} nextOpening={view.nextOpening} />
          </div>
        )}
      </Asked>
    </Page>
  );
}
