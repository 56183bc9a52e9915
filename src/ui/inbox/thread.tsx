import type { MessageView } from "../data/api.ts";
import { MessageRow } from "./messageRow.tsx";

interface ThreadProps {
  readonly messages: readonly MessageView[];
  readonly openId: string;
}

/** Earlier and later messages of the same person. */
export function Thread({ messages, openId }: ThreadProps) {
  if (messages.length < 2) return null;
  return (
    <section className="message-part" aria-label="Other messages of this sender">
      <h3>Other messages of this sender</h3>
      <ul className="rows sheet">
        {messages
          .filter((message) => message.id !== openId)
          .map((message) => (
            <li key={message.id}>
              <MessageRow message={message} open={false} />
            </li>
          ))}
      </ul>
    </section>
  );
}
