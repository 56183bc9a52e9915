import { availabilityOf } from "../domain/availability/open-spans.ts";
import type { Language } from "../domain/policy/policy.ts";
import { emergencyLine } from "../domain/replies/compose.ts";
import type { Series } from "../domain/scheduling/series.ts";
import type { Instant, Interval } from "../domain/time/instant.ts";
import { type PracticeZones, wallAt } from "../domain/time/practice-zone.ts";
import { nameOf, nameOfArranged } from "../domain/vacation/arrangements.ts";
import { type Arranged, meets, takeBack } from "../domain/vacation/sessions.ts";
import type { Database } from "../store/database.ts";
import { activeAccounts } from "../store/accounts.ts";
import { allSeries } from "../store/series.ts";
import { namesIn } from "./inbox-list.ts";
import { noticeWords } from "./notice-words.ts";
import { type Names, presentSession } from "./present.ts";
import { checklistOfDraft } from "./vacation-checklist.ts";
import type { Reckoning } from "./vacation-plan.ts";
import { repliesDuring } from "./vacation-replies.ts";
import type { ArrangedView, InTheWayOfClient, SessionInTheWay, VacationDraftView } from "./vacation-views.ts";
import { replyWords } from "./words.ts";

/** A draft with all that follows from it, as the screens show it. */
export function presentDraft(db: Database, reckoning: Reckoning): VacationDraftView {
  const { vacation, calendar, recipients, leaving, problems, policy } = reckoning;
  const { draft, plan } = vacation;
  const inTheWay = calendar?.inTheWay ?? [];
  const languagesOfClients = new Set<Language>(
    recipients.filter(({ client }) => !client.archived).map(({ client }) => client.language),
  );
  const kind = plan === null ? "planned" : (plan.ended ?? "changed");
  const counted = (wanted: "cancel" | "move" | "keep" | null) =>
    inTheWay.filter(({ decided }) => (decided?.kind ?? null) === wanted).length;
  const textOf = (language: Language) => ({
    shipped: noticeWords[language].kinds[kind].text,
    used: languagesOfClients.has(language),
    emergencyLine: emergencyLine(policy, "mail", replyWords[language]),
  });
  return {
    id: vacation.id,
    draft,
    problems,
    inTheWay: byClient(db, reckoning),
    notInTheWay: notInTheWay(db, reckoning),
    recipients: recipients.map(({ client, ...recipient }) => ({
      ...recipient,
      clientId: client.id,
      name: client.preferredName,
      language: client.language,
    })),
    texts: { en: textOf("en"), es: textOf("es") },
    kind,
    leaves: { now: leaving.now, opening: leaving.opening, at: leaving.at },
    replies: repliesDuring(reckoning, languagesOfClients),
    checklist: checklistOfDraft(reckoning, activeAccounts(db).length > 0),
    counts: {
      cancelled: counted("cancel"),
      moved: counted("move"),
      kept: counted("keep"),
      open: counted(null),
      back: calendar?.back.length ?? 0,
      notices: recipients.filter(({ chosen }) => chosen).length,
    },
  };
}

function byClient(db: Database, { calendar, vacation, policy, span }: Reckoning): readonly InTheWayOfClient[] {
  if (calendar === null) return [];
  const names = namesIn(db);
  const zones = availabilityOf(policy);
  const recurring = new Set(allSeries(db).flatMap((series) => (series.rule === null ? [] : [series.id])));
  const decisions = new Map(vacation.draft.decisions.map((one) => [nameOf(one), one.decision]));
  const sessions = calendar.inTheWay.map((one): SessionInTheWay => {
    const moved =
      one.decided?.kind === "move" ? { start: one.decided.start, end: one.decided.start + one.end - one.start } : null;
    // A single appointment that is moved is named by its new time.
    const arranged = calendar.arranged.find((other) => other.seriesId === one.seriesId && other.start === one.start);
    const itself = { seriesId: one.seriesId, recurrenceId: arranged?.after.recurrenceId ?? one.recurrenceId };
    return {
      ...presentSession(one, names, zones, recurring.has(one.seriesId)),
      key: nameOf(one),
      decision: decisions.get(nameOf(one)) ?? null,
      against: moved === null ? [] : against(calendar.all, moved, itself, { names, zones, span }),
    };
  });
  const groups = Map.groupBy(sessions, ({ clientId }) => clientId);
  return [...groups]
    .map(([clientId, own]) => ({
      clientId,
      name: clientId === null ? "Other appointments" : (own[0]?.name ?? ""),
      sessions: own,
    }))
    .toSorted((one, other) => Number(one.clientId === null) - Number(other.clientId === null));
}

interface Setting {
  readonly names: Names;
  readonly zones: PracticeZones;
  /** The vacation; null where it does not matter. */
  readonly span: Interval | null;
}

/** What a session would meet at another time, in sentences. */
function against(
  all: readonly Series[],
  at: Interval,
  itself: { readonly seriesId: string; readonly recurrenceId: string },
  { names, zones, span }: Setting,
): string[] {
  const met = meets(all, at, itself).map((other) => {
    const { name, startWall, endWall } = presentSession(other, names, zones, false);
    return `Meets ${name}, ${startWall.slice(11)}–${endWall.slice(11)}.`;
  });
  const inside = span !== null && at.start < span.end && at.end > span.start;
  return inside ? ["This is within the vacation.", ...met] : met;
}

function notInTheWay(db: Database, { calendar, policy, now }: Reckoning): VacationDraftView["notInTheWay"] {
  if (calendar === null) return [];
  const present = arrangedPresenter(db, availabilityOf(policy), now);
  return [
    ...calendar.back.map((one) => ({ ...present(one), comesBack: true })),
    ...calendar.left.map(({ arranged }) => ({ ...present(arranged), comesBack: false })),
  ].toSorted((one, other) => (one.startWall < other.startWall ? -1 : 1));
}

/** Presents what was arranged, by the calendar as it is now. */
export function arrangedPresenter(
  db: Database,
  zones: PracticeZones,
  now: Instant,
): (arranged: Arranged) => ArrangedView {
  const all = allSeries(db);
  const names = namesIn(db);
  return (arranged) => {
    const { seriesId, clientId, title, start, end, movedTo, after } = arranged;
    const series = all.find((one) => one.id === seriesId) ?? null;
    const client = clientId === null ? undefined : names.get(clientId);
    const changedSince = takeBack(series, arranged) === null;
    const itself = { seriesId, recurrenceId: after.recurrenceId };
    return {
      key: nameOfArranged(arranged),
      clientId,
      name: client?.preferredName ?? (title || "Appointment"),
      startWall: wallAt(zones, start),
      movedToWall: movedTo === null ? null : wallAt(zones, movedTo.start),
      changedSince,
      ahead: start > now && (movedTo === null || movedTo.start > now),
      against: changedSince ? [] : against(all, { start, end }, itself, { names, zones, span: null }),
    };
  };
}
