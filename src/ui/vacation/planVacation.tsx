import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { useAct } from "../data/act.ts";
import { api, client } from "../data/api.ts";
import { Asked, Loading } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import "./vacation.css";
import { Wizard } from "./wizard.tsx";

/** Planning a vacation, or going on with one that was begun. */
export function PlanVacation({ id }: { readonly id: string | null }) {
  return id === null ? <Begin /> : <GoOn key={id} id={id} />;
}

function Begin() {
  const [, go] = useLocation();
  const begin = useAct({
    call: () => client.vacations.begin.mutate(),
    said: null,
    done: (value) => go(`/availability/plan/${encodeURIComponent(value.id)}`, { replace: true }),
  });
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    begin.run(undefined);
  }, [begin]);
  return (
    <Page title="Plan a vacation">
      <Loading lines={6} />
    </Page>
  );
}

function GoOn({ id }: { readonly id: string }) {
  const query = useQuery({ ...api.vacations.draft.queryOptions({ id }), gcTime: 0 });
  return (
    <Asked query={query} lines={8}>
      {(view) =>
        view === null ? (
          <Page title="Plan a vacation">
            <p>
              Nothing is being planned here. <Link href="/availability">To the availability</Link>
            </p>
          </Page>
        ) : (
          <Wizard view={view} />
        )
      }
    </Asked>
  );
}
