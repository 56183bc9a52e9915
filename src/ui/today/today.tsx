import { useQuery } from "@tanstack/react-query";
import { api } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import { PolicyDrift } from "../reports/policyDrift.tsx";
import "../reports/reports.css";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { BackFromVacation } from "./backFromVacation.tsx";
import { HeldToday } from "./heldToday.tsx";
import { LargeLight } from "./largeLight.tsx";
import { LastReplies } from "./lastReplies.tsx";
import { NeedsYou } from "./needsYou.tsx";
import { Sessions } from "./sessions.tsx";
import "./today.css";
import { WaitingToBeRead } from "./waitingToBeRead.tsx";
import { WaitingToLeave } from "./waitingToLeave.tsx";

/** The glance between two sessions: am I open, who waits, what is next, and why. */
export function Today() {
  const today = useQuery(api.inbox.today.queryOptions());
  const { date } = usePracticeTime();
  return (
    <Page title="Today">
      <LargeLight date={today.data === undefined ? null : date(today.data.date)} />
      <Asked query={today} lines={6}>
        {(view) => (
          <>
            <BackFromVacation back={view.back} />
            <NeedsYou items={view.needsYou} />
            <div className="today-columns">
              <Sessions date={view.date} sessions={view.sessions} windows={view.windows} />
              <div>
                <HeldToday held={view.held} />
                <WaitingToLeave replies={view.waitingToLeave} />
                <WaitingToBeRead cards={view.digest} />
              </div>
            </div>
            <LastReplies replies={view.recentReplies} />
            <PolicyDrift />
          </>
        )}
      </Asked>
    </Page>
  );
}
