/** The named steps of the message path, in order. Between any two of them a crash loses nothing and repeats nothing. */
export const steps = [
  "received",
  "stored",
  "cursor-moved",
  "reply-sending",
  "reply-handed-over",
  "reply-noted",
  "released",
  "announcing",
  "announced",
] as const;
export type Step = (typeof steps)[number];
