import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { api } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Page } from "../frame/page.tsx";
import { type Form, type Language, placeOf, reasonNamed } from "./reasons.ts";
import { ReasonList } from "./reasonList.tsx";
import "./replies.css";
import { ReplySettings } from "./replySettings.tsx";
import { Wording } from "./wording.tsx";

/** What clients are told when nobody reads, in whose words, and who is told. */
export function Replies({ reason: named }: { readonly reason: string | null }) {
  const replies = useQuery(api.policy.replyTemplates.queryOptions());
  const [form, setForm] = useState<Form>("mail");
  const [language, setLanguage] = useState<Language | null>(null);
  // What was typed stays while one looks at another reply.
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const chosen = reasonNamed(named ?? "closed");

  return (
    <Page title="Replies" wide>
      <Asked query={replies} lines={8}>
        {(view) => {
          const template = view.templates.find(
            (one) => one.reason === chosen?.reason && one.form === form && one.language === (language ?? view.language),
          );
          return (
            <>
              <div className="replies">
                <ReasonList templates={view.templates} drafts={drafts} chosen={chosen?.reason ?? null} />
                {chosen === null || template === undefined ? (
                  <p>
                    There is no such reply. <Link href="/replies">To the replies</Link>
                  </p>
                ) : (
                  <Wording
                    template={template}
                    reason={chosen}
                    draft={drafts[placeOf(template)] ?? null}
                    setDraft={(text) =>
                      setDrafts(({ [placeOf(template)]: _before, ...rest }) =>
                        text === null ? rest : { ...rest, [placeOf(template)]: text },
                      )
                    }
                    setForm={setForm}
                    setLanguage={setLanguage}
                  />
                )}
              </div>
              <ReplySettings replies={view.replies} />
            </>
          );
        }}
      </Asked>
    </Page>
  );
}
