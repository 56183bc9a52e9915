import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, type MessageView } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import "./answering.css";
import "./inbox.css";
import { MessageList } from "./messageList.tsx";
import { OpenMessage } from "./openMessage.tsx";
import { Snooze } from "./snooze.tsx";
import { useInboxKeys } from "./useInboxKeys.ts";

/** Everything that has arrived: in sections on the left, one message with its reasons on the right. */
export function Inbox({ id }: { readonly id: string | null }) {
  const inbox = useQuery(api.inbox.list.queryOptions());
  const list = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const [snoozing, setSnoozing] = useState<MessageView | null>(null);
  useInboxKeys({ list, openId: id, inbox: inbox.data, snooze: setSnoozing });

  useEffect(() => {
    // In a narrow window the message takes the place of the list, and the focus with it.
    if (id !== null && list.current?.offsetParent === null) pane.current?.focus();
  }, [id]);

  return (
    <Page title="Inbox" wide>
      <div className="inbox" data-open={id !== null || undefined}>
        <div className="inbox-list" ref={list}>
          <Asked query={inbox} lines={6}>
            {(view) => <MessageList inbox={view} openId={id} />}
          </Asked>
        </div>
        <div className="inbox-message" ref={pane} tabIndex={-1}>
          {id === null ? (
            <p className="inbox-nothing">Choose a message to read it and to see why it surfaced or is held.</p>
          ) : (
            <OpenMessage key={id} id={id} />
          )}
        </div>
      </div>
      {snoozing === null ? null : <Snooze message={snoozing} close={() => setSnoozing(null)} />}
    </Page>
  );
}
