import { IconLock } from "@tabler/icons-react";
import "./replyText.css";

/* The emergency line is part of every reply; it is marked so that nobody looks for a way to remove it. */
export function ReplyText({ text, emergencyLine }: { readonly text: string; readonly emergencyLine: string }) {
  const at = text.indexOf(emergencyLine);
  const locked = (
    <span className="locked-line">
      <span className="locked-line-mark">
        <IconLock size={14} aria-hidden /> Always included
      </span>
      {emergencyLine}
    </span>
  );
  if (emergencyLine === "" || at === -1) {
    return (
      <>
        <p className="plain-text">{text}</p>
        {locked}
      </>
    );
  }
  return (
    <>
      <p className="plain-text">{text.slice(0, at).trimEnd()}</p>
      {locked}
      <p className="plain-text">{text.slice(at + emergencyLine.length).trimStart()}</p>
    </>
  );
}
