/** What a desktop notification says. No name, no address, no word of a client (promise 7, FIELD L6). */
export interface NoticeText {
  readonly title: string;
  readonly body: string;
  readonly urgent: boolean;
}

/** How many messages there is something to tell of, of which kinds. */
export interface Surfaced {
  /** By a safety phrase or because the client is marked urgent. */
  readonly safety: number;
  /** Of these, those whose sender no safety reply can reach. */
  readonly unanswered: number;
  /** Let through for safety earlier, and since then it turned out that no safety reply reached the sender. */
  readonly undelivered: number;
  /** Let through for safety earlier, and still not opened (FIELD C6). */
  readonly unopened: number;
  /** Waited until now. */
  readonly released: number;
  /** Came in while the practice is open, or could not be decided. */
  readonly direct: number;
  /** By how many people the released ones were written, where the practice opens after a vacation; null elsewhere. */
  readonly peopleSinceVacation: number | null;
}

/** ONE notice for all that there is to tell at once; null when there is nothing. Safety comes first, in title and words. */
export function noticeFor(surfaced: Surfaced): NoticeText | null {
  const { released, direct } = surfaced;
  const urgent = urgentNotice(surfaced);
  if (urgent !== null) return urgent;
  const total = released + direct;
  if (total === 0) return null;
  if (released > 0 && surfaced.peopleSinceVacation !== null) {
    return {
      title: `Back from vacation: ${messages(total)} in your inbox`,
      body: `${count(released)} waited, from ${people(surfaced.peopleSinceVacation)}.`,
      urgent: false,
    };
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

function urgentNotice(surfaced: Surfaced): NoticeText | null {
  const { safety, unanswered, undelivered, unopened, released, direct } = surfaced;
  const titles: string[] = [];
  if (safety > 0) titles.push(`${messages(safety)} let through for safety`);
  if (undelivered > 0)
    titles.push(undelivered === 1 ? "A safety reply did not arrive" : `${undelivered} safety replies did not arrive`);
  if (unopened > 0) titles.push(`${messages(unopened)} let through for safety not opened yet`);
  const [title, ...others] = titles;
  if (title === undefined) return null;
  const words = ["Please look now.", ...others.map((other) => `${other}.`)];
  if (unanswered > 0)
    words.push(`No safety reply could reach ${unanswered === 1 ? "the sender" : `${unanswered} of the senders`}.`);
  const rest = released + direct;
  if (rest > 0) words.push(`${messages(rest)} more ${rest === 1 ? "is" : "are"} in the inbox.`);
  return { title, body: words.join(" "), urgent: true };
}

const messages = (n: number): string => (n === 1 ? "1 message" : `${n} messages`);
const people = (n: number): string => (n === 1 ? "one person" : `${n} people`);
const count = (n: number): string => (n === 1 ? "One" : `${n}`);
