import { Button, Modal, Switch, TextInput } from "@mantine/core";
import { IconSearch, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { api, type ClientView } from "../data/api.ts";
import { Asked, Empty } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import { AddClient } from "./addClient.tsx";
import { ClientCard } from "./clientCard.tsx";
import { ClientRow } from "./clientRow.tsx";
import "./clients.css";

/** The people in care: a list, and a card for each. */
export function Clients({ id }: { readonly id: string | null }) {
  const clients = useQuery(api.clients.list.queryOptions());
  const [parameters, setParameters] = useSearchParams();
  const [, go] = useLocation();
  const [adding, setAdding] = useState(false);
  const close = () => {
    setAdding(false);
    if (parameters.has("new")) setParameters({}, { replace: true });
  };

  return (
    <Page
      title="Clients"
      wide
      actions={
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          Add a client
        </Button>
      }
    >
      <Asked query={clients}>
        {(all) => (
          <div className="clients" data-open={id !== null || undefined}>
            <List clients={all} openId={id} add={() => setAdding(true)} />
            {id === null ? null : <Chosen client={all.find((one) => one.id === id)} />}
          </div>
        )}
      </Asked>
      <Modal opened={adding || parameters.has("new")} onClose={close} title="Add a client">
        <AddClient
          done={(added) => {
            close();
            go(`/clients/${encodeURIComponent(added)}`);
          }}
          discard={close}
        />
      </Modal>
    </Page>
  );
}

function Chosen({ client }: { readonly client: ClientView | undefined }) {
  if (client === undefined) {
    return (
      <p>
        There is no such client. <Link href="/clients">Back to the list</Link>
      </p>
    );
  }
  return <ClientCard key={client.id} client={client} />;
}

interface ListProps {
  readonly clients: readonly ClientView[];
  readonly openId: string | null;
  readonly add: () => void;
}

function List({ clients, openId, add }: ListProps) {
  const [wanted, setWanted] = useState("");
  const [archived, setArchived] = useState(false);
  const anyArchived = clients.some((client) => client.archived);
  const letters = wanted.trim().toLowerCase();
  const shown = clients.filter(
    (client) =>
      (archived || !client.archived || client.id === openId) &&
      (client.preferredName.toLowerCase().includes(letters) || client.emails.some((email) => email.includes(letters))),
  );

  if (clients.length === 0) {
    return (
      <div className="sheet">
        <Empty icon={<IconUsers />} title="No clients yet">
          A client&apos;s address tells the app who is writing.{" "}
          <Button variant="transparent" size="compact-sm" onClick={add}>
            Add the first client
          </Button>
        </Empty>
      </div>
    );
  }
  return (
    <div className="clients-list">
      <TextInput
        aria-label="Find a client"
        placeholder="Find by name or address"
        leftSection={<IconSearch size={18} aria-hidden />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        mb="sm"
      />
      {anyArchived ? (
        <Switch
          label="Show archived clients"
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
          mb="sm"
        />
      ) : null}
      {shown.length === 0 ? (
        <p>No client matches.</p>
      ) : (
        <ul className="rows sheet" aria-label="Clients">
          {shown.map((client) => (
            <li key={client.id}>
              <ClientRow client={client} open={client.id === openId} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
