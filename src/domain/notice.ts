/** What a desktop notification says. No name, no address, no word of a client (promise 7, FIELD L6). */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
  readonly urgent: boolean;
}

/** How many messages surfaced, of which kinds. */
export interface Surfaced {
  /** By a safety phrase or because the client is marked urgent. */
  readonly safety: number;
  /** Waited until now. */
  readonly released: number;
  /** Came in while the practice is open, or could not be decided. */
  readonly direct: number;
}

/** ONE notice for all that surfaced together; null when nothing did. */
export function noticeFor({ safety, released, direct }: Surfaced): NoticeText | null {
  const total = safety + released + direct;
  if (total === 0) return null;
  const rest = released + direct;
  if (safety > 0) {
    const more = rest === 0 ? "" : ` ${messages(rest)} more ${rest === 1 ? "is" : "are"} in the inbox.`;
    return { title: `${messages(safety)} let through for safety`, body: `Please look now.${more}`, urgent: true };
  }
  if (released > 0) {
    return {
      title: `${messages(total)} in your inbox`,
      body: `${count(released)} waited while you were not to be disturbed.`,
      urgent: false,
    };
  }
  return { title: `${messages(total)} in your inbox`, body: "Open Between Sessions to read.", urgent: false };
}

const messages = (n: number): string => (n === 1 ? "1 message" : `${n} messages`);
const count = (n: number): string => (n === 1 ? "One" : `${n}`);
