import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api } from "../data/api.ts";

/** "one clause differs", "2 clauses differ" */
export const clausesDiffer = (count: number): string =>
  count === 1 ? "one clause differs" : `${count} clauses differ`;

/** A quiet line when the settings say something else than the letter that clients were given; otherwise nothing. */
export function PolicyDrift() {
  const policy = useQuery(api.communicationPolicy.view.queryOptions()).data;
  const last = policy?.editions[0];
  if (policy === undefined || last === undefined || policy.differing.length === 0) return null;
  return (
    <p className="policy-drift">
      Your settings have changed since edition {last.number} of your communication policy:{" "}
      {clausesDiffer(policy.differing.length)}. <Link href="/reports/policy">Look at the letter</Link>
    </p>
  );
}
