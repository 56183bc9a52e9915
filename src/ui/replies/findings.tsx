import { IconAlertTriangle, IconBan, IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { TemplatePreview } from "./reasons.ts";

interface FindingsProps {
  readonly findings: TemplatePreview["findings"];
  readonly children: ReactNode;
}

/** What is to be said about a wording while it is typed. */
export function Findings({ findings, children }: FindingsProps) {
  return (
    <div className="findings" aria-live="polite">
      {findings.length === 0 ? (
        <p className="finding">
          <IconCheck size={18} aria-hidden /> Nothing stands against this wording.
        </p>
      ) : (
        <ul aria-label="About this wording">
          {findings.map(({ code, severity, sentence }) => (
            <li key={`${code} ${sentence}`} className="finding" data-severity={severity}>
              {severity === "error" ? <IconBan size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
              <span>
                <strong>{severity === "error" ? "Cannot be saved" : "Worth a look"}:</strong> {sentence}
              </span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </div>
  );
}
