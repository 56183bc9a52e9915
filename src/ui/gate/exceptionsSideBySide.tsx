import { Table, Text } from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { api, type ClientView } from "../data/api.ts";
import { Asked, Empty } from "../data/asked.tsx";
import { useAgreedWords } from "../clients/agreedWords.ts";
import { Section } from "../frame/page.tsx";

/** Every client for whom something else holds than for the others, in one table (FIELD L13). */
export function ExceptionsSideBySide() {
  const clients = useQuery(api.clients.list.queryOptions());
  return (
    <Section
      title="Exceptions side by side"
      note="What you agreed with single clients. Hours agreed with a client let that client's messages surface while you are closed, except during a vacation. Each is set on the client's card."
    >
      <Asked query={clients}>
        {(all) => {
          const different = all.filter(
            (one) => !one.archived && (one.agreedHours !== null || one.urgent || one.optedOut),
          );
          return different.length === 0 ? (
            <div className="sheet">
              <Empty icon={<IconScale />} title="The same for everybody">
                Agreed hours, urgent marks and opt-outs are listed here.
              </Empty>
            </div>
          ) : (
            <SideBySide clients={different} />
          );
        }}
      </Asked>
    </Section>
  );
}

function SideBySide({ clients }: { readonly clients: readonly ClientView[] }) {
  return (
    <div className="sheet side-by-side">
      <Table verticalSpacing="sm" horizontalSpacing="md" aria-label="Exceptions side by side">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Client</Table.Th>
            <Table.Th scope="col">Agreed hours</Table.Th>
            <Table.Th scope="col">Review</Table.Th>
            <Table.Th scope="col">Marks</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {clients.map((client) => (
            <Row key={client.id} client={client} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ client }: { readonly client: ClientView }) {
  const words = useAgreedWords();
  const agreed = client.agreedHours;
  const marks = [client.urgent ? "Urgent" : null, client.optedOut ? "Opted out of replies" : null].filter(
    (mark) => mark !== null,
  );
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Link href={`/clients/${encodeURIComponent(client.id)}`}>{client.preferredName}</Link>
      </Table.Th>
      <Table.Td>
        {agreed === null ? (
          <Text c="dimmed">None</Text>
        ) : (
          <>
            <Text>{words.hours(agreed)}</Text>
            <Text>{agreed.reason}</Text>
            <Text c="dimmed">
              {words.standing(agreed)}. {words.dates(agreed)}. {words.used(agreed)}.
            </Text>
          </>
        )}
      </Table.Td>
      <Table.Td>{agreed === null ? "–" : words.review(agreed)}</Table.Td>
      <Table.Td>{marks.length === 0 ? "–" : marks.join(", ")}</Table.Td>
    </Table.Tr>
  );
}
