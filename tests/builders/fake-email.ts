import type { Inlet, OutgoingReply, SendOutcome } from "../../src/channels/channel.ts";
import type { EmailChannel } from "../../src/practice/context.ts";

/** The far side of the e-mail channel: what would be the mail server and the network. */
export interface FakeEmail extends EmailChannel {
  /** Replies handed over, in order. */
  readonly sent: OutgoingReply[];
  /** How the next attempts end; `sent` when the list is empty. */
  readonly outcomes: (SendOutcome | (() => Promise<SendOutcome>))[];
  /** The inlet of an account that is being watched. */
  inlet(accountId?: string): Inlet;
}

/** An e-mail channel whose deliveries and failures the test decides. */
export function fakeEmail(): FakeEmail {
  const inlets = new Map<string, Inlet>();
  const sent: OutgoingReply[] = [];
  const outcomes: FakeEmail["outcomes"] = [];
  return {
    sent,
    outcomes,
    inlet(accountId) {
      const inlet = accountId === undefined ? [...inlets.values()].at(-1) : inlets.get(accountId);
      if (inlet === undefined) throw new Error("No mailbox is being watched.");
      return inlet;
    },
    watch(accountId, _settings, inlet) {
      inlets.set(accountId, inlet);
      inlet.health({ state: "watching" });
      return {
        wake: () => undefined,
        stop: async () => {
          inlets.delete(accountId);
        },
      };
    },
    async send(_settings, reply) {
      const outcome = outcomes.shift() ?? { kind: "sent" };
      const ended = typeof outcome === "function" ? await outcome() : outcome;
      if (ended.kind === "sent") sent.push(reply);
      return ended;
    },
    test: async () => ({ incoming: { ok: true, messages: 0 }, outgoing: { ok: true } }),
    guess: () => null,
  };
}
