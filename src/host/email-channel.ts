import { testConnection } from "../channels/email/connection-test.ts";
import { guessServers } from "../channels/email/known-providers.ts";
import { sendReply } from "../channels/email/sender.ts";
import { watchInbox } from "../channels/email/watcher.ts";
import type { Clock } from "../practice/clock.ts";
import type { EmailChannel } from "../practice/context.ts";

/** The real e-mail channel, over IMAP and SMTP. */
export function emailChannel(clock: Clock): EmailChannel {
  return {
    watch: (accountId, account, inlet, since) => watchInbox({ account, accountId, inlet, since, now: clock.now }),
    send: sendReply,
    test: testConnection,
    guess: guessServers,
  };
}
