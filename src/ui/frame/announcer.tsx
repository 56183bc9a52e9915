import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api } from "../data/api.ts";
import { counted } from "../time/words.ts";

/** Tells those who listen to the screen that messages have surfaced since they last heard. */
export function Announcer() {
  const inbox = useQuery(api.inbox.list.queryOptions()).data;
  const known = useRef<ReadonlySet<string> | null>(null);
  const [words, setWords] = useState("");

  useEffect(() => {
    if (inbox === undefined) return;
    const surfaced = [...inbox.surfaced, ...inbox.unknown].filter((message) => !message.held);
    const fresh = surfaced.filter(
      (message) => known.current !== null && !known.current.has(message.id) && !message.read,
    );
    known.current = new Set(surfaced.map((message) => message.id));
    if (fresh.length === 0) return;
    const safety = fresh.some((message) => message.safety) ? " A safety word was found." : "";
    setWords(
      `${counted(fresh.length, "message")} surfaced: ${fresh.map((message) => message.name).join(", ")}.${safety}`,
    );
  }, [inbox]);

  return (
    <output aria-label="Surfaced messages" className="unseen">
      {words}
    </output>
  );
}
