/** An expected refusal, worded for the therapist; `field` names the input it is about. */
export interface Refusal {
  readonly ok: false;
  readonly field: string | null;
  readonly sentence: string;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (sentence: string, field: string | null = null): Refusal => ({ ok: false, field, sentence });
