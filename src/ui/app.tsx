import { useQuery } from "@tanstack/react-query";
import { notifications } from "@mantine/notifications";
import { useEffect, useState } from "react";
import { Route, Switch } from "wouter";
import { Availability } from "./availability/availability.tsx";
import { Calendar } from "./calendar/calendar.tsx";
import { Clients } from "./clients/clients.tsx";
import { api } from "./data/api.ts";
import { Failed as CouldNotAsk, Loading } from "./data/asked.tsx";
import { DoorFrame } from "./door/doorFrame.tsx";
import { FirstRun } from "./door/firstRun.tsx";
import { Locked } from "./door/locked.tsx";
import { Problem } from "./door/problem.tsx";
import { RecoveryKey } from "./door/recoveryKey.tsx";
import { Crash } from "./frame/crash.tsx";
import { Frame } from "./frame/frame.tsx";
import { NotFound } from "./frame/notFound.tsx";
import { Inbox } from "./inbox/inbox.tsx";
import { Replies } from "./replies/replies.tsx";
import { Reports } from "./reports/reports.tsx";
import { Settings } from "./settings/settings.tsx";
import { Today } from "./today/today.tsx";
import { PlanVacation } from "./vacation/planVacation.tsx";
import { VacationPage } from "./vacation/vacationPage.tsx";

/** The whole window: the door while the practice is shut, else the frame with one screen. */
export function App() {
  const door = useQuery(api.door.view.queryOptions());
  /* Shown once, although the practice is already open behind it. */
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);

  const shut = door.data !== undefined && door.data.phase !== "open";
  useEffect(() => {
    // What was said inside the practice is not left on the door.
    if (shut) notifications.clean();
  }, [shut]);

  if (door.data === undefined) {
    return (
      <DoorFrame>
        {door.isError ? (
          <CouldNotAsk error={door.error} again={() => void door.refetch()} busy={door.isFetching} />
        ) : (
          <Loading />
        )}
      </DoorFrame>
    );
  }
  if (recoveryKey !== null) return <RecoveryKey recoveryKey={recoveryKey} done={() => setRecoveryKey(null)} />;

  switch (door.data.phase) {
    case "first-run":
      return <FirstRun door={door.data} created={setRecoveryKey} />;
    case "locked":
      return <Locked door={door.data} />;
    case "failed":
      return <Problem door={door.data} />;
    case "open":
      return <Screens />;
    default:
      return door.data.phase satisfies never;
  }
}

function Screens() {
  return (
    <Frame>
      <Crash>
        <Switch>
          <Route path="/">
            <Today />
          </Route>
          <Route path="/inbox/:id?">{({ id }) => <Inbox id={id ?? null} />}</Route>
          <Route path="/calendar">
            <Calendar />
          </Route>
          <Route path="/clients/:id?">{({ id }) => <Clients id={id ?? null} />}</Route>
          <Route path="/availability/plan/:id?">{({ id }) => <PlanVacation id={id ?? null} />}</Route>
          <Route path="/availability/vacation/:id">{({ id }) => <VacationPage id={id} />}</Route>
          <Route path="/availability/:part?">{({ part }) => <Availability part={part ?? null} />}</Route>
          <Route path="/replies/:reason?">{({ reason }) => <Replies reason={reason ?? null} />}</Route>
          <Route path="/reports/:part?">{({ part }) => <Reports part={part ?? null} />}</Route>
          <Route path="/settings/:part?">{({ part }) => <Settings part={part ?? null} />}</Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Crash>
    </Frame>
  );
}
