/*
 * What is being typed is kept by the app a moment later. Whatever makes typing end - locking, taking a reply back - waits until
 * that has happened.
 */
const keepers = new Set<() => Promise<void>>();

/** Calls `keep` whenever what is typed has to be kept at once; returns what ends that. */
export function keepBeforeLeaving(keep: () => Promise<void>): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** Keeps everything that is being typed. Never rejects: what could not be kept is said where it is typed. */
export async function keepUnsaved(): Promise<void> {
  await Promise.all([...keepers].map((keep) => keep()));
}
