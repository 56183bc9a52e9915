/** To whom letters are addressed that do not say otherwise. */
const practiceAddress = "therapist@test.local";

/** A mail down to its bytes; what is not said is that of a plain mail from `from` to the therapist. */
export interface Letter {
  /** Address of the author, and of the envelope unless `returnPath` names another. */
  readonly from: string;
  readonly subject: string;
  /** Envelope sender; `""` is the null sender `<>`. */
  readonly returnPath?: string;
  /** Envelope recipient: the mailbox in which it arrives. */
  readonly arrivesAt?: string;
  /** Header lines in front of all others, and in the place of those of the same name. */
  readonly headers?: readonly string[];
  /** Names of usual headers that it lacks, in lower case. */
  readonly lacks?: readonly string[];
  readonly text?: string;
}

/** The mail's source as it is handed to the first server, with CRLF. */
export function letterSource({
  from,
  subject,
  headers = [],
  lacks = [],
  text = "Could we move Tuesday?",
}: Letter): string {
  const usual = [
    `From: ${from}`,
    `To: ${practiceAddress}`,
    `Subject: ${subject}`,
    "Date: Sat, 15 Nov 2025 02:10:00 -0500",
    `Message-ID: <${encodeURIComponent(subject)}@mail.test.local>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
  ];
  const nameOf = (line: string) => line.slice(0, line.indexOf(":")).toLowerCase();
  const given = new Set([...headers.map(nameOf), ...lacks]);
  return [...headers, ...usual.filter((line) => !given.has(nameOf(line))), "", text, ""].join("\r\n");
}

/** How a mail lies in a mailbox besides what it says. */
export interface Filed {
  readonly mailbox?: string;
  /** Flags and keywords, such as `$Junk`. */
  readonly flags?: readonly string[];
  /** When the server received it, in epoch milliseconds. */
  readonly receivedAt: number;
}
