import { addressesIn } from "../channels/email/headers.ts";
import { isMachineAddress } from "../domain/replies/automatic-mail.ts";
import { activeAccounts } from "../store/accounts.ts";
import type { StoredClient } from "../store/clients.ts";
import type { Database } from "../store/database.ts";
import type { StoredMessage } from "../store/messages.ts";
import type { MessageDetail } from "./message-views.ts";

/** Where a reply written by hand may go, the likeliest first, and what to know about it. */
interface AnswerAddresses {
  readonly addresses: readonly string[];
  readonly note: string | null;
}

/**
 * The Reply-To of a mail is where its author wants to be answered (RFC 5322 3.6.2), so it comes first; automatic replies
 * never go there (RFC 3834 4). It proves nothing: for a client's mail an address that is not theirs comes last.
 */
export function answerAddresses(db: Database, message: StoredMessage, client: StoredClient | null): AnswerAddresses {
  const known = client?.emails ?? [];
  const asked = repliesAskedTo(db, message);
  const strange = asked.filter((address) => !known.includes(address));
  if (client === null)
    return {
      addresses: mailable([...asked, message.sender]),
      note: asked.length === 0 ? null : `It came from ${message.sender} and asks for answers to ${inWords(asked)}.`,
    };
  const theirs = asked.filter((address) => known.includes(address));
  return {
    addresses: mailable([...theirs, message.sender, ...known, ...strange]),
    note:
      strange.length === 0
        ? null
        : `It asks for answers to ${inWords(strange)}, which ${strange.length === 1 ? "is not one" : "are none"} of ${client.preferredName}'s addresses.`,
  };
}

/** Can the sender of a message be linked to a client, and what is to be known before? */
export function linkingOf(db: Database, message: StoredMessage): MessageDetail["linking"] {
  if (isMachineAddress(message.sender))
    return { possible: false, note: "This is the address of a form or program; other people write from it too." };
  const asked = repliesAskedTo(db, message);
  return {
    possible: true,
    note:
      asked.length === 0
        ? null
        : `This mail asks for answers to ${inWords(asked)}. If ${message.sender} belongs to a form, other people write from it too.`,
  };
}

/** One address and nothing else: a list or a display name would be taken apart further on. */
export function isMailAddress(address: string): boolean {
  return /^[^\s<>,;:"@]+@[^\s<>,;:"@]+$/.test(address);
}

/** The addresses in Reply-To that are neither the sender's nor the practice's own. */
function repliesAskedTo(db: Database, { envelope, sender }: StoredMessage): readonly string[] {
  const own = activeAccounts(db).map(({ settings }) => settings.address.toLowerCase());
  const asked = addressesIn(envelope.headers, ["reply-to"]).map(({ address }) => address);
  return mailable(asked).filter((address) => address !== sender && !own.includes(address));
}

const mailable = (addresses: readonly string[]): readonly string[] => [...new Set(addresses)].filter(isMailAddress);

const inWords = (addresses: readonly string[]): string => addresses.join(" and ");
