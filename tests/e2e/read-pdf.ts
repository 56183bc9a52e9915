import { execFileSync } from "node:child_process";

/** A PDF as poppler reads it, which shares no code with the browser that wrote it. */
export interface ReadPdf {
  /** All pages, one after the other, line breaks as spaces. */
  readonly text: string;
  readonly pages: number;
  /** Whether it tells readers its structure. */
  readonly tagged: boolean;
  /** "letter" or "A4". */
  readonly paper: string;
  readonly title: string;
}

export function readPdf(file: string): ReadPdf {
  const run = (program: string) => execFileSync(program, program === "pdftotext" ? [file, "-"] : [file]).toString();
  const about = new Map(
    run("pdfinfo")
      .split("\n")
      .map((line) => [line.split(":")[0] ?? "", line.slice(line.indexOf(":") + 1).trim()]),
  );
  return {
    text: run("pdftotext").replaceAll(/\s+/g, " "),
    pages: Number(about.get("Pages")),
    tagged: about.get("Tagged") === "yes",
    paper: /\((\w+)\)/.exec(about.get("Page size") ?? "")?.[1] ?? "",
    title: about.get("Title") ?? "",
  };
}
