import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { occurrences } from "../../../src/domain/recurrence/occurrences.ts";
import type { Occurrence, Series } from "../../../src/domain/scheduling/series.ts";
import { nameOfArranged } from "../../../src/domain/vacation/arrangements.ts";
import { bringBack, type Decided, planSessions } from "../../../src/domain/vacation/plan-sessions.ts";
import { spanOf } from "../../../src/domain/vacation/sessions.ts";
import { at } from "../domain/hours-of-a-practice.ts";
import { tuesdaysAtTen } from "../domain/recurrence/series-of-a-practice.ts";

const zones = { zone: "America/New_York", travel: [] };
const hour = 3_600_000;
const now = at("2026-11-20T12:00:00Z");
const around = { start: at("2026-11-01T00:00:00Z"), end: at("2027-03-01T00:00:00Z") };
const span = spanOf(zones, { firstDate: "2026-12-07", lastDate: "2026-12-20" });
const none = new Set<string>();
const noDecision = (): Decided => null;

const calendarOf = (all: readonly Series[]) => all.flatMap((series) => occurrences(series, around));
const named = ({ seriesId, recurrenceId }: Occurrence) => `${seriesId} ${recurrenceId}`;

/** Series as a practice has them, some with single sessions moved or cancelled before. */
const anySeries = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    durationMinutes: fc.constantFrom(25, 50, 90),
    rule: fc.constantFrom("FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=DAILY;INTERVAL=3", null),
    zone: fc.constantFrom("America/New_York", "Europe/Berlin"),
    exception: fc.constantFrom("none", "cancelled", "moved" as const),
  })
  .map(({ day, hour: at, exception, ...rest }): Series => {
    const start = `2026-12-${String(day).padStart(2, "0")}T${String(at).padStart(2, "0")}:00`;
    const series = { ...tuesdaysAtTen(), ...rest, start, overrides: [] };
    if (exception === "none") return series;
    return {
      ...series,
      overrides: [
        exception === "cancelled"
          ? { recurrenceId: start, kind: "cancelled" }
          : { recurrenceId: start, kind: "moved", start: "2026-12-15T17:30", durationMinutes: 30 },
      ],
    };
  });
const anyCalendar = fc
  .array(anySeries, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((series, place) => ({ ...series, id: `series-${place}`, clientId: `client-${place % 3}` })));
/** What is decided about the sessions in the way, in turn. */
const anyDecisions = fc.array(
  fc.oneof(
    fc.constant<Decided>({ kind: "cancel" }),
    fc.constant<Decided>({ kind: "keep" }),
    fc.constant<Decided>(null),
    fc.integer({ min: -300, max: 900 }).map((hours): Decided => ({ kind: "move", start: span.start + hours * hour })),
  ),
  { minLength: 1, maxLength: 8 },
);
const inTurn = (decisions: readonly Decided[]) => {
  const known = new Map<string, Decided>();
  return (one: Occurrence): Decided => {
    const before = known.get(named(one));
    if (before !== undefined) return before;
    const next = decisions[known.size % decisions.length] ?? null;
    known.set(named(one), next);
    return next;
  };
};

describe("sessions in the way of a vacation", () => {
  test("are those that begin between its first and its last midnight on the practice's clock", () => {
    const all = [
      tuesdaysAtTen({ start: "2026-12-01T23:30" }),
      tuesdaysAtTen({ id: "monday", start: "2026-12-07T00:00", rule: "FREQ=WEEKLY" }),
    ];
    const { inTheWay } = planSessions({ all, span, now, arranged: [], notBack: none, decided: noDecision });
    expect(inTheWay.map(({ recurrenceId }) => recurrenceId)).toEqual([
      "2026-12-07T00:00",
      "2026-12-08T23:30",
      "2026-12-14T00:00",
      "2026-12-15T23:30",
    ]);
  });

  test("that are over are no longer in the way", () => {
    const later = at("2026-12-08T15:30:00Z");
    const all = [tuesdaysAtTen()];
    const { inTheWay } = planSessions({ all, span, now: later, arranged: [], notBack: none, decided: noDecision });
    expect(inTheWay.map(({ recurrenceId }) => recurrenceId)).toEqual(["2026-12-08T10:00", "2026-12-15T10:00"]);
  });

  test("that were arranged and all brought back leave the calendar exactly as it was", () => {
    fc.assert(
      fc.property(anyCalendar, anyDecisions, (all, decisions) => {
        const plan = planSessions({ all, span, now, arranged: [], notBack: none, decided: inTurn(decisions) });
        const { changed } = bringBack(plan.all, plan.arranged, new Set(plan.arranged.map(nameOfArranged)));
        const restored = plan.all.map((series) => changed.find(({ id }) => id === series.id) ?? series);
        expect(restored).toEqual(all);
      }),
    );
  });

  test("change nothing about any session that nobody decided about", () => {
    fc.assert(
      fc.property(anyCalendar, anyDecisions, (all, decisions) => {
        const plan = planSessions({ all, span, now, arranged: [], notBack: none, decided: inTurn(decisions) });
        const touched = new Set(
          plan.inTheWay.filter(({ decided }) => decided?.kind === "cancel" || decided?.kind === "move").map(named),
        );
        const arrangedNow = new Set(plan.arranged.map(nameOfArranged));
        const untouchedBefore = calendarOf(all).filter((one) => !touched.has(named(one)));
        const untouchedAfter = calendarOf(plan.all).filter(
          (one) => !touched.has(named(one)) && !arrangedNow.has(named(one)),
        );
        expect(untouchedAfter).toEqual(untouchedBefore);
      }),
    );
  });

  test("come back by themselves when other dates leave them free, and planning twice is as planning once", () => {
    fc.assert(
      fc.property(anyCalendar, anyDecisions, (all, decisions) => {
        const first = planSessions({ all, span, now, arranged: [], notBack: none, decided: inTurn(decisions) });
        const elsewhere = spanOf(zones, { firstDate: "2027-02-01", lastDate: "2027-02-02" });
        const { arranged } = first;
        const second = planSessions({
          all: first.all,
          span: elsewhere,
          now,
          arranged,
          notBack: none,
          decided: noDecision,
        });
        expect(second.left).toEqual([]);
        expect(second.all).toEqual(all);
        const again = planSessions({ all: first.all, span, now, arranged, notBack: none, decided: noDecision });
        expect(again.all).toEqual(first.all);
      }),
    );
  });

  test("moved within a longer vacation and moved again go back to where they were first", () => {
    const all = [tuesdaysAtTen()];
    const move =
      (wall: string) =>
      (one: Occurrence): Decided =>
        one.recurrenceId === "2026-12-15T10:00" ? { kind: "move", start: at(wall) } : null;
    const first = planSessions({
      all,
      span,
      now,
      arranged: [],
      notBack: none,
      decided: move("2026-12-22T18:00:00Z"),
    });
    const longer = spanOf(zones, { firstDate: "2026-12-07", lastDate: "2026-12-23" });
    const second = planSessions({
      all: first.all,
      span: longer,
      now,
      arranged: first.arranged,
      notBack: none,
      decided: move("2026-12-29T18:00:00Z"),
    });
    expect(second.arranged).toMatchObject([
      { start: at("2026-12-15T15:00:00Z"), movedTo: { start: at("2026-12-29T18:00:00Z") } },
    ]);
    const { changed } = bringBack(second.all, second.arranged, new Set(second.arranged.map(nameOfArranged)));
    expect(changed).toEqual(all);
  });

  test("changed by hand since stay as they are", () => {
    const all = [tuesdaysAtTen()];
    const plan = planSessions({ all, span, now, arranged: [], notBack: none, decided: () => ({ kind: "cancel" }) });
    const byHand = plan.all.map((series) => ({ ...series, overrides: [] }));
    expect(bringBack(byHand, plan.arranged, new Set(plan.arranged.map(nameOfArranged)))).toEqual({
      changed: [],
      back: [],
    });
  });
});
