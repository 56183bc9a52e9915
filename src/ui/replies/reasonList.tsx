import { NativeSelect } from "@mantine/core";
import { IconPencil, IconPointFilled } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import { counted } from "../time/words.ts";
import { placeOf, type Reason, reasonGroups, type TemplateView } from "./reasons.ts";

interface ReasonListProps {
  readonly templates: readonly TemplateView[];
  readonly drafts: Readonly<Record<string, string>>;
  readonly chosen: Reason | null;
}

/** Every reply, with those that have words of your own and those that are not saved yet; a choice where room is scarce. */
export function ReasonList({ templates, drafts, chosen }: ReasonListProps) {
  const [, go] = useLocation();
  const stateOf = (reason: Reason) => {
    const here = templates.filter((one) => one.reason === reason);
    return {
      own: here.filter((one) => one.own !== null).length,
      unsaved: here.some((one) => drafts[placeOf(one)] !== undefined),
    };
  };
  return (
    <>
      <NativeSelect
        className="reason-choice"
        label="Reply"
        value={chosen ?? ""}
        onChange={(event) => go(`/replies/${event.currentTarget.value}`)}
        data={[
          ...(chosen === null ? [""] : []),
          ...reasonGroups.map(({ title, reasons }) => ({
            group: title,
            items: reasons.map(({ reason, name }) => {
              const { own, unsaved } = stateOf(reason);
              const marks = [...(own === 0 ? [] : [counted(own, "own wording")]), ...(unsaved ? ["not saved"] : [])];
              return { value: reason, label: marks.length === 0 ? name : `${name} (${marks.join(", ")})` };
            }),
          })),
        ]}
      />
      <nav className="reasons" aria-label="Replies by reason">
        {reasonGroups.map(({ title, reasons }) => (
          <section key={title}>
            <h2 className="reasons-title">{title}</h2>
            <ul className="rows sheet">
              {reasons.map(({ reason, name }) => {
                const { own, unsaved } = stateOf(reason);
                return (
                  <li key={reason}>
                    <Link
                      href={`/replies/${reason}`}
                      className="reason"
                      aria-current={reason === chosen ? "page" : undefined}
                    >
                      <span className="reason-name">{name}</span>
                      {own === 0 ? null : (
                        <span className="reason-mark">
                          <IconPencil size={14} aria-hidden /> {counted(own, "own wording")}
                        </span>
                      )}
                      {unsaved ? (
                        <span className="reason-mark">
                          <IconPointFilled size={14} aria-hidden /> not saved
                        </span>
                      ) : null}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
      </nav>
    </>
  );
}
