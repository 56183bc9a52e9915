import { IconAlertTriangle, IconCircleCheck, IconEye, type Icon } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Outputs } from "../../data/api.ts";

type Line = Outputs["audit"]["run"]["report"]["groups"][number]["lines"][number];

const looks: Readonly<Record<Line["result"], { readonly icon: Icon; readonly words: string }>> = {
  passed: { icon: IconCircleCheck, words: "Passed" },
  look: { icon: IconEye, words: "Look at this" },
  failed: { icon: IconAlertTriangle, words: "Failed" },
};

const settings: Readonly<Record<Line["place"], { readonly path: string; readonly words: string }>> = {
  hours: { path: "/availability", words: "Message hours" },
  closures: { path: "/availability", words: "Days off and vacations" },
  holidays: { path: "/availability", words: "Public holidays" },
  travel: { path: "/availability", words: "Travel" },
  gate: { path: "/availability/gate", words: "What may interrupt" },
  "agreed-hours": { path: "/availability/gate", words: "Hours agreed with clients" },
  replies: { path: "/replies", words: "Replies" },
  wordings: { path: "/replies", words: "Wordings" },
  practice: { path: "/settings/practice", words: "Practice" },
};

/** One scenario: what it is, what happens, and what to think of it. */
export function AuditLine({ line }: { readonly line: Line }) {
  const look = looks[line.result];
  const setting = settings[line.place];
  return (
    <li className="audit-line" data-result={line.result}>
      <span className="audit-result">
        <look.icon size={18} aria-hidden /> {look.words}
      </span>
      <div className="audit-words">
        <h4>{line.name}</h4>
        <p className="audit-happens">{line.happens}</p>
        <p>{line.sentence}</p>
      </div>
      {line.result === "passed" ? null : (
        <Link className="audit-setting" href={setting.path} aria-label={`${setting.words}, for: ${line.name}`}>
          {setting.words}
        </Link>
      )}
    </li>
  );
}
