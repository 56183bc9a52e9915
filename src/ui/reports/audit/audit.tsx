import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { IconFileTypeHtml, IconListCheck, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Outputs } from "../../data/api.ts";
import { Empty, Failed, Loading } from "../../data/asked.tsx";
import { saveFile } from "../saveFile.ts";
import "./audit.css";
import { AuditLine } from "./auditLine.tsx";

type AuditView = Outputs["audit"]["run"];
type Shown = "all" | "unsettled";

/** One button tries some sixty scenarios under the settings; what comes of it is dated, printed and saved. */
export function Audit() {
  // Asked for by the button and by nothing else; the report stays as it was dated.
  const audit = useQuery({ ...api.audit.run.queryOptions(), enabled: false, staleTime: Number.POSITIVE_INFINITY });
  return (
    <div className="audit">
      <p className="section-note">
        Tries your settings out: the nights the clocks change, each holiday to come, vacations, safety phrases,
        sessions, programs that answer, and every wording. All clients, sessions and messages in it are invented.
        Nothing is stored, and nothing is sent.
      </p>
      <Group mb="lg" gap="xs">
        <Button
          leftSection={<IconListCheck size={18} aria-hidden />}
          loading={audit.isFetching}
          onClick={() => void audit.refetch()}
        >
          {audit.data === undefined ? "Check my settings" : "Check again"}
        </Button>
        {audit.data === undefined ? null : <Keep view={audit.data} />}
      </Group>
      {audit.isFetching && audit.data === undefined ? (
        <Loading lines={8} />
      ) : audit.isError ? (
        <Failed error={audit.error} again={() => void audit.refetch()} busy={audit.isFetching} />
      ) : audit.data === undefined ? (
        <div className="sheet">
          <Empty icon={<IconListCheck />} title="Not checked yet">
            It takes a moment.
          </Empty>
        </div>
      ) : (
        <Report view={audit.data} />
      )}
    </div>
  );
}

function Keep({ view }: { readonly view: AuditView }) {
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
      <Button
        variant="default"
        leftSection={<IconFileTypeHtml size={18} aria-hidden />}
        onClick={() => saveFile(view.file)}
      >
        Save as HTML
      </Button>
    </>
  );
}

function Report({ view }: { readonly view: AuditView }) {
  const { report, policyVersion } = view;
  const { counts, groups, wall } = report;
  const [shown, show] = useState<Shown>("all");
  const seen = groups
    .map(({ name, lines }) => ({ name, lines: lines.filter(({ result }) => shown === "all" || result !== "passed") }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <article className="audit-report" aria-label="Report">
      <h2 className="audit-title">
        Check of {wall}, policy version {policyVersion}
      </h2>
      <output className="audit-counts">
        {counts.passed} passed, {counts.look} to look at, {counts.failed} failed.
      </output>
      <SegmentedControl
        className="audit-shown"
        aria-label="Which to show"
        value={shown}
        onChange={(value) => show(value === "unsettled" ? "unsettled" : "all")}
        data={[
          { value: "all", label: "All" },
          { value: "unsettled", label: "What did not pass" },
        ]}
      />
      {seen.length === 0 ? <Text mt="lg">Everything passed.</Text> : null}
      {seen.map(({ name, lines }) => (
        <section key={name} className="audit-group" aria-label={name}>
          <h3>{name}</h3>
          <ul className="rows sheet">
            {lines.map((line) => (
              <AuditLine key={line.id} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}
