/**
 * What a message means that consists of one of the carriers' words (FIELD 4b): `unclear` is put before the therapist,
 * because CANCEL or YES may mean the appointment.
 */
export const keywords = ["opt-out", "opt-in", "help", "unclear"] as const;
export type Keyword = (typeof keywords)[number];
