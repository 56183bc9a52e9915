import { Button, Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { api, type AcknowledgementView, type CommunicationPolicyView } from "../data/api.ts";
import { Asked, Empty } from "../data/asked.tsx";
import { Section } from "../frame/page.tsx";
import { AcknowledgementState } from "./acknowledgementState.tsx";
import { RecordAcknowledgement } from "./recordAcknowledgement.tsx";
import { useTakeBackAcknowledgement } from "./useTakeBackAcknowledgement.ts";

type Editions = CommunicationPolicyView["editions"];

/** Who has acknowledged the letter: the last edition, an earlier one, or none. */
export function Acknowledgements({ editions }: { readonly editions: Editions }) {
  const clients = useQuery(api.communicationPolicy.acknowledgements.queryOptions());
  const last = editions[0];
  if (last === undefined) return null;
  return (
    <Section
      title="Acknowledged by"
      note="When a client has read the letter, with a signature or in conversation, record it here."
    >
      <Asked query={clients}>
        {(all) =>
          all.length === 0 ? (
            <div className="sheet">
              <Empty icon={<IconUsers />} title="No clients yet">
                <Link href="/clients?new">Add the first client</Link>
              </Empty>
            </div>
          ) : (
            <>
              <Text mb="xs">
                {all.filter(({ state }) => state === "current").length} of {all.length} have acknowledged edition{" "}
                {last.number}.
              </Text>
              <ul className="rows sheet" aria-label="Clients and the edition they acknowledged">
                {all.map((one) => (
                  <AcknowledgementRow key={one.clientId} one={one} editions={editions} />
                ))}
              </ul>
            </>
          )
        }
      </Asked>
    </Section>
  );
}

function AcknowledgementRow({ one, editions }: { readonly one: AcknowledgementView; readonly editions: Editions }) {
  const [recording, setRecording] = useState(false);
  const takeBack = useTakeBackAcknowledgement();
  return (
    <li className="acknowledgement">
      <div className="acknowledgement-words">
        <Link href={`/clients/${encodeURIComponent(one.clientId)}`}>{one.name}</Link>
        <AcknowledgementState one={one} />
      </div>
      {one.state === "current" ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={takeBack.pending}
          aria-label={`Remove the acknowledgement of ${one.name}`}
          onClick={() => takeBack.run(one)}
        >
          Remove
        </Button>
      ) : (
        <Button
          variant="light"
          size="compact-sm"
          aria-label={`Record the acknowledgement of ${one.name}`}
          onClick={() => setRecording(true)}
        >
          Record
        </Button>
      )}
      {recording ? (
        <RecordAcknowledgement
          clientId={one.clientId}
          name={one.name}
          editions={editions}
          close={() => setRecording(false)}
        />
      ) : null}
    </li>
  );
}
