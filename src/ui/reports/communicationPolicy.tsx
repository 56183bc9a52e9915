import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, type CommunicationPolicyView, type Language } from "../data/api.ts";
import { Asked } from "../data/asked.tsx";
import { Acknowledgements } from "./acknowledgements.tsx";
import { Editions } from "./editions.tsx";
import { IssueEdition } from "./issueEdition.tsx";
import { Letter } from "./letter.tsx";
import { LetterActions } from "./letterActions.tsx";

/** The letter to clients, written from the settings: to read, to issue, to print, and who has acknowledged it. */
export function CommunicationPolicy() {
  const view = useQuery(api.communicationPolicy.view.queryOptions());
  const [language, setLanguage] = useState<Language>("en");
  /* Null for what the settings say now; undefined until something is chosen. */
  const [chosen, setChosen] = useState<number | null | undefined>(undefined);

  return (
    <Asked query={view} lines={7}>
      {(policy) => {
        const edition = shownEdition(policy, chosen);
        return (
          <div className="letter-columns">
            <div className="letter-issue">
              <IssueEdition policy={policy} issued={() => setChosen(undefined)} />
              <Editions editions={policy.editions} shown={edition} show={setChosen} />
            </div>
            <section className="letter-shown" aria-label="The letter">
              <div className="letter-bar">
                <SegmentedControl
                  aria-label="Language of the letter"
                  value={language}
                  onChange={(value) => setLanguage(value === "es" ? "es" : "en")}
                  data={[
                    { value: "en", label: "English" },
                    { value: "es", label: "Spanish" },
                  ]}
                />
                <LetterActions edition={edition} language={language} makesPdf={policy.makesPdf} />
              </div>
              <Preview edition={edition} language={language} />
            </section>
            <div className="letter-acknowledged">
              <Acknowledgements editions={policy.editions} />
            </div>
          </div>
        );
      }}
    </Asked>
  );
}

/** Unless one is chosen that is there, the last edition while it holds, else what the settings say now. */
function shownEdition({ editions, differing }: CommunicationPolicyView, chosen: number | null | undefined) {
  if (chosen === null || editions.some(({ number }) => number === chosen)) return chosen ?? null;
  return differing.length === 0 ? (editions[0]?.number ?? null) : null;
}

function Preview({ edition, language }: { readonly edition: number | null; readonly language: Language }) {
  const letter = useQuery(api.communicationPolicy.letter.queryOptions({ edition, language }));
  return (
    <div className="sheet letter-sheet">
      <Asked query={letter} lines={7}>
        {(sheet) => (sheet === null ? <p>There is no such edition.</p> : <Letter sheet={sheet} />)}
      </Asked>
    </div>
  );
}
