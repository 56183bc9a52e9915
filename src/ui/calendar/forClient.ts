import type { Language } from "../../domain/policy/languages.ts";
import type { Answer } from "../data/act.ts";
import { client } from "../data/api.ts";
import type { Booking } from "../data/api.ts";
import type { Draft } from "./draft.ts";

/**
 * Sends a booking, for a client who is added first where the draft names a new one, to be written to in `language`. `added` is told the client's id
 * before the booking is sent: should that be refused, the next try must not add the client again.
 */
export async function forClient<Value>(
  draft: Draft,
  language: Language,
  booking: Booking,
  send: (booking: Booking) => Promise<Answer<Value>>,
  added: (id: string) => void,
): Promise<Answer<Value>> {
  if (draft.client !== "new") return send(booking);
  const emails = draft.newEmail.trim() === "" ? [] : [draft.newEmail.trim()];
  const answer = await client.clients.add.mutate({
    preferredName: draft.newName,
    language,
    emails,
    urgent: false,
    optedOut: false,
  });
  if (!answer.ok) return answer;
  added(answer.value.id);
  return send({ ...booking, clientId: answer.value.id });
}
