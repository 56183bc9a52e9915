import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, type Inputs } from "../../data/api.ts";

type From = Inputs["ahead"]["ask"]["from"];

/* A client's id is in no way known to be none of the other two words. */
const nameOf = (from: From): string => (from.kind === "client" ? `client ${from.id}` : from.kind);

interface SenderChoiceProps {
  readonly from: From;
  readonly choose: (from: From) => void;
}

/** Who writes: any client, one of them, or somebody who is none. */
export function SenderChoice({ from, choose }: SenderChoiceProps) {
  const clients = (useQuery(api.clients.list.queryOptions()).data ?? []).filter(({ archived }) => !archived);
  const choices: readonly { readonly label: string; readonly from: From }[] = [
    { label: "Any client", from: { kind: "any-client" } },
    ...clients.map(({ id, preferredName }) => ({ label: preferredName, from: { kind: "client", id } as const })),
    { label: "Somebody who is not a client", from: { kind: "unknown" } },
  ];
  return (
    <Select
      label="Who writes"
      searchable
      allowDeselect={false}
      value={nameOf(from)}
      onChange={(value) => {
        const chosen = choices.find((choice) => nameOf(choice.from) === value);
        if (chosen !== undefined) choose(chosen.from);
      }}
      data={choices.map((choice) => ({ value: nameOf(choice.from), label: choice.label }))}
    />
  );
}
