/**
 * What the log may hold of an error: its kind, its code and where it was thrown. Never its message, which may quote a
 * client, an address or a statement with its values.
 */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const places = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return `${error.name}${code} ${places
    .slice(0, 3)
    .map((place) => place.trim())
    .join(" ")}`.trim();
}
