import { expect } from "vitest";
import type { ChannelHealth, Inlet, MailboxCursor } from "../../../src/channels/channel.ts";
import type { InboundMessage } from "../../../src/domain/message/inbound.ts";

/** Stands in for the practice at the inlet: keeps every message once by its external id, as the store does. */
export interface PracticeInlet extends Inlet {
  readonly messages: InboundMessage[];
  /** How often each message was handed over, duplicates included. */
  readonly handovers: string[];
  readonly healths: ChannelHealth[];
  cursorNow: MailboxCursor | null;
  /** Called before a message is kept; throws to play a store that cannot. */
  beforeKeeping: (message: InboundMessage) => void;
  subjects(): string[];
}

export function practiceInlet(): PracticeInlet {
  const inlet: PracticeInlet = {
    messages: [],
    handovers: [],
    healths: [],
    cursorNow: null,
    beforeKeeping: () => undefined,
    subjects: () => inlet.messages.map((message) => message.subject),
    receive(message) {
      inlet.handovers.push(message.subject);
      inlet.beforeKeeping(message);
      if (inlet.messages.every((kept) => kept.externalId !== message.externalId)) inlet.messages.push(message);
    },
    cursor: () => inlet.cursorNow,
    moveCursor(_mailbox, cursor) {
      inlet.cursorNow = cursor;
    },
    health: (health) => void inlet.healths.push(health),
  };
  return inlet;
}

/** Waits until the watcher has said this of itself; `fault` narrows a wait down to its reason. */
export async function untilHealth(inlet: PracticeInlet, state: ChannelHealth["state"], fault?: string): Promise<void> {
  await expect
    .poll(() => {
      const last = inlet.healths.at(-1);
      return last?.state === "waiting"
        ? [last.state, fault === undefined ? undefined : last.fault.code]
        : [last?.state, undefined];
    }, patience)
    .toEqual([state, fault]);
}

/** Generous: these wait for real servers on a busy machine, and end as soon as it has happened. */
export const patience = { timeout: 20_000, interval: 20 };
