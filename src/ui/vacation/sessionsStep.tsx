import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { IconCalendarCheck, IconCalendarX } from "@tabler/icons-react";
import type { VacationDecision, VacationDraft, VacationDraftView } from "../data/api.ts";
import { Empty } from "../data/asked.tsx";
import { dateOf, timeOf } from "../time/dates.ts";
import { usePracticeTime } from "../time/practiceTime.tsx";
import { SessionDecision } from "./sessionDecision.tsx";
import type { KeptDraft } from "./useVacationDraft.ts";

interface SessionsStepProps {
  readonly view: VacationDraftView;
  readonly kept: KeptDraft;
}

type Group = VacationDraftView["inTheWay"][number];
type Session = Group["sessions"][number];

/** Every session of these days, client by client: cancelled, moved or kept. */
export function SessionsStep({ view, kept }: SessionsStepProps) {
  const { draft, change } = kept;
  const decide = (sessions: readonly Session[], decision: VacationDecision | null) =>
    change({ decisions: decided(draft.decisions, sessions, decision) });
  const ofClients = view.inTheWay.filter(({ clientId }) => clientId !== null);
  const all = ofClients.flatMap(({ sessions }) => sessions);
  return (
    <Stack>
      {all.length > 1 ? (
        <Group>
          <Button
            variant="light"
            leftSection={<IconCalendarX size={18} aria-hidden />}
            onClick={() => decide(all, { kind: "cancel" })}
          >
            Cancel all {all.length} sessions
          </Button>
        </Group>
      ) : null}
      {view.inTheWay.length === 0 ? (
        <div className="sheet">
          <Empty icon={<IconCalendarCheck />} title="Nothing is in the way">
            No appointment is booked on these days.
          </Empty>
        </div>
      ) : null}
      {view.inTheWay.map((group) => (
        <section key={group.clientId ?? "others"} aria-label={group.name} className="sheet">
          <Group justify="space-between" className="vacation-client">
            <h3>{group.name}</h3>
            {group.clientId === null || group.sessions.length < 2 ? null : (
              <Button variant="default" size="compact-sm" onClick={() => decide(group.sessions, { kind: "cancel" })}>
                Cancel all of {group.name}
              </Button>
            )}
          </Group>
          {group.clientId === null ? (
            <Text c="dimmed" className="vacation-note">
              They stay in your calendar unless you decide otherwise.
            </Text>
          ) : null}
          <ul className="rows">
            {group.sessions.map((session) => (
              <li key={session.key}>
                <SessionDecision
                  id={view.id}
                  session={session}
                  decision={decisionOn(draft.decisions, session)}
                  decide={(decision) => decide([session], decision)}
                  keep={kept.keep}
                  problem={view.problems.find(({ field }) => field === `session ${session.key}`)?.sentence ?? null}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <NotInTheWay view={view} draft={draft} change={change} />
    </Stack>
  );
}

interface NotInTheWayProps {
  readonly view: VacationDraftView;
  readonly draft: VacationDraft;
  readonly change: KeptDraft["change"];
}

/** What was cancelled or moved for days on which the practice is there after all. */
function NotInTheWay({ view, draft, change }: NotInTheWayProps) {
  const { date, wallTime } = usePracticeTime();
  if (view.notInTheWay.length === 0) return null;
  const when = (wall: string) => `${date(dateOf(wall))}, ${wallTime(timeOf(wall))}`;
  return (
    <section className="sheet" aria-label="No longer in the way">
      <div className="vacation-client">
        <h3>No longer in the way</h3>
      </div>
      <ul className="rows">
        {view.notInTheWay.map((session) => (
          <li key={session.key} className="vacation-session">
            <Checkbox
              label={`${session.name}, ${when(session.startWall)}, takes place again`}
              description={
                session.changedSince
                  ? "It was changed in the calendar since, so it stays as it is."
                  : `It was ${session.movedToWall === null ? "cancelled" : `moved to ${when(session.movedToWall)}`}. ${session.against.join(" ")}`
              }
              checked={!session.changedSince && !draft.notBack.includes(session.key)}
              disabled={session.changedSince}
              onChange={({ currentTarget: { checked } }) =>
                change({
                  notBack: checked
                    ? draft.notBack.filter((key) => key !== session.key)
                    : [...draft.notBack, session.key],
                })
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const isOf =
  (session: Session) =>
  ({ seriesId, recurrenceId }: VacationDraft["decisions"][number]): boolean =>
    seriesId === session.seriesId && recurrenceId === session.recurrenceId;

const decisionOn = (decisions: VacationDraft["decisions"], session: Session): VacationDecision | null =>
  decisions.find(isOf(session))?.decision ?? null;

function decided(
  decisions: VacationDraft["decisions"],
  sessions: readonly Session[],
  decision: VacationDecision | null,
): VacationDraft["decisions"] {
  const others = decisions.filter((one) => !sessions.some((session) => isOf(session)(one)));
  return decision === null
    ? others
    : [...others, ...sessions.map(({ seriesId, recurrenceId }) => ({ seriesId, recurrenceId, decision }))];
}
