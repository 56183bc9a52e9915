import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../data/api.ts";
import { AcknowledgementState } from "./acknowledgementState.tsx";
import { RecordAcknowledgement } from "./recordAcknowledgement.tsx";
import "./reports.css";

/** On a client's card: which edition of the communication policy they have acknowledged. Nothing before the first one. */
export function ClientAcknowledgement({ clientId }: { readonly clientId: string }) {
  const policy = useQuery(api.communicationPolicy.view.queryOptions()).data;
  const one = useQuery(api.communicationPolicy.acknowledgements.queryOptions()).data?.find(
    (acknowledgement) => acknowledgement.clientId === clientId,
  );
  const [recording, setRecording] = useState(false);
  if (policy === undefined || policy.editions.length === 0 || one === undefined) return null;
  return (
    <div className="client-acknowledgement">
      <span>Communication policy</span>
      <AcknowledgementState one={one} />
      {one.state === "current" ? null : (
        <Button variant="light" size="compact-sm" onClick={() => setRecording(true)}>
          Record acknowledgement
        </Button>
      )}
      {recording ? (
        <RecordAcknowledgement
          clientId={clientId}
          name={one.name}
          editions={policy.editions}
          close={() => setRecording(false)}
        />
      ) : null}
    </div>
  );
}
