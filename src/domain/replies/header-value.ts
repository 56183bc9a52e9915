/**
 * A header value without its comments, which may nest and hold quoted pairs (RFC 5322 3.2.2); what stands in quotation marks
 * stays. A comment that is never closed takes the rest with it.
 */
export function withoutComments(value: string): string {
  let kept = "";
  let depth = 0;
  let quoted = false;
  for (const [piece] of value.matchAll(/\\?./gsu)) {
    if (!quoted && piece === "(") depth += 1;
    else if (depth > 0) depth -= piece === ")" ? 1 : 0;
    else {
      if (piece === '"') quoted = !quoted;
      kept += piece;
    }
  }
  return kept;
}

/** The value before parameters and comments, in lower case (RFC 3834 5). */
export function headerToken(value: string): string {
  return withoutComments(value).replace(/;.*/s, "").trim().toLowerCase();
}

/**
 * Did the own provider find the author's address forged (DMARC)? It writes its findings above all others; those of earlier
 * stations, which may say anything, stand below under another name (RFC 8601 5). Several filters of one provider write
 * several headers under the same name; some providers leave the name out.
 */
export function failedAuthentication(results: readonly string[]): boolean {
  const found = results.map(findings);
  return found
    .filter(({ by }) => by === found[0]?.by)
    .some((own) => own.results.some((result) => /^dmarc\s*(?:\/\s*\d+\s*)?=\s*fail(?:\s|$)/.test(result)));
}

/** Who found it, `""` where no name is given, and each result in lower case (RFC 8601 2.2). */
function findings(value: string): { readonly by: string; readonly results: readonly string[] } {
  const results = withoutComments(value)
    .replaceAll(/"(?:\\.|[^"\\])*"/gs, "")
    .split(";")
    .map((part) => part.trim().toLowerCase());
  const [name = ""] = results;
  return { by: name.includes("=") ? "" : name.replace(/\s.*/s, ""), results };
}
