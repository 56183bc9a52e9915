import { describe, expect, test } from "vitest";
import { clauseIds } from "../../../src/domain/communication-policy/letter.ts";
import type { HoursWindow, RegionHoliday, WeeklyHours } from "../../../src/domain/policy/hours.ts";
import { languages, type Policy, type Region, regions } from "../../../src/domain/policy/policy.ts";
import { emergencyLine } from "../../../src/domain/replies/compose.ts";
import { replyWords } from "../../../src/practice/words.ts";
import { clauseOf, letterIn } from "../../builders/communication-policy.ts";
import { policyWith } from "../../builders/policy.ts";

const none: readonly HoursWindow[] = [];
const never: WeeklyHours = { MO: none, TU: none, WE: none, TH: none, FR: none, SA: none, SU: none };
const split = [
  { start: "14:00", end: "17:00" },
  { start: "09:00", end: "12:00" },
];
const splitWeek: WeeklyHours = { ...never, MO: split, TU: split, WE: split, FR: [{ start: "09:30", end: "13:00" }] };
const inRegion = (region: Region, messageHours: WeeklyHours): Policy => {
  const policy = policyWith({ messageHours });
  return { ...policy, practice: { ...policy.practice, region } };
};

describe("the hours in words", () => {
  test("days with the same hours share a line, in the order of the day", () => {
    expect(clauseOf("en", "hours", { policy: inRegion("US", splitWeek) })).toBe(
      [
        "I read messages at these times:",
        "Monday to Wednesday: 9:00 AM to 12 noon and 2:00 PM to 5:00 PM",
        "Friday: 9:30 AM to 1:00 PM",
        "Thursday, Saturday, and Sunday: I do not read messages",
      ].join("\n"),
    );
    expect(clauseOf("es", "hours", { policy: inRegion("ES", splitWeek) })).toBe(
      [
        "Leo los mensajes en este horario:",
        "De lunes a miércoles: de 9:00 a 12:00 y de 14:00 a 17:00",
        "Viernes: de 9:30 a 13:00",
        "Jueves, sábado y domingo: no leo mensajes",
      ].join("\n"),
    );
  });

  test("Spanish in the United States writes the time of day as people there do", () => {
    expect(clauseOf("es", "hours", { policy: inRegion("US", splitWeek) })).toContain(
      "de 9:00 a.m. a 12:00 del mediodía y de 2:00 p.m. a 5:00 p.m.",
    );
  });

  test("hours past midnight, until midnight and all day are said as such", () => {
    const hours = {
      ...never,
      MO: [{ start: "22:00", end: "02:00" }],
      TU: [{ start: "20:00", end: "24:00" }],
      WE: [{ start: "00:00", end: "24:00" }],
      TH: [{ start: "20:00", end: "00:00" }],
    };
    expect(clauseOf("en", "hours", { policy: inRegion("US", hours) })).toContain(
      "Monday: 10:00 PM to 2:00 AM of the next day\nTuesday and Thursday: 8:00 PM to midnight\nWednesday: the whole day",
    );
    expect(clauseOf("en", "hours", { policy: inRegion("GB", hours) })).toContain("Tuesday: 20:00 to 24:00");
    expect(clauseOf("es", "hours", { policy: inRegion("US", hours) })).toContain(
      "Lunes: de 10:00 p.m. a 2:00 a.m. del día siguiente\nMartes y jueves: de 8:00 p.m. a medianoche\nMiércoles: todo el día",
    );
  });

  test("a week without any hours says so", () => {
    expect(clauseOf("en", "hours", { policy: inRegion("US", never) })).toBe(
      "I have no fixed hours in which I read messages.",
    );
  });

  test("alternate weeks are named by a Monday that everybody can find in a calendar", () => {
    const policy: Policy = {
      ...inRegion("GB", splitWeek),
      alternation: { anchor: "2026-11-25", further: [never] },
    };
    const said = clauseOf("en", "hours", { policy });
    expect(said).toContain(
      "In the week that begins on 23 November 2026, and every 2 weeks from then on:\nMonday to Wed",
    );
    expect(said).toContain(
      "In the week after that, and every 2 weeks from then on:\nEvery day: I do not read messages",
    );
  });

  test("a season stands in the letter until it is over", () => {
    const season = { id: "s", label: "", firstDate: "2026-12-01", lastDate: "2026-12-18", hours: splitWeek };
    const policy: Policy = { ...inRegion("ES", splitWeek), seasons: [season] };
    expect(clauseOf("es", "hours", { policy, today: "2026-12-18" })).toContain(
      "Del 1 de diciembre de 2026 al 18 de diciembre de 2026 leo los mensajes en este otro horario:\nDe lunes a",
    );
    expect(clauseOf("es", "hours", { policy, today: "2026-12-19" })).not.toContain("diciembre");
  });
});

describe("holidays", () => {
  const holiday = (date: string, name: string, rule: RegionHoliday["rule"] = "closed"): RegionHoliday => ({
    date,
    name,
    rule,
    windows: rule === "shortened" ? [{ start: "09:00", end: "11:00" }] : [],
  });
  const away = (...days: RegionHoliday[]) =>
    clauseOf("en", "away", { policy: { ...policyWith(), holidays: { area: null, knownThrough: 2027, days } } });

  test("are named once each, without a date, by the alphabet", () => {
    expect(
      away(
        holiday("2026-12-25", "Christmas Day"),
        holiday("2027-05-31", "Memorial Day"),
        holiday("2027-12-25", "Christmas Day"),
      ),
    ).toContain("On these public holidays I do not read messages: Christmas Day and Memorial Day.\n");
  });

  test("a day in lieu goes with the day it stands for", () => {
    expect(
      away(holiday("2027-12-25", "Christmas Day"), holiday("2027-12-27", "Christmas Day (substitute day), Boxing Day")),
    ).toContain("Boxing Day and Christmas Day.\n");
  });

  test("shortened ones say their hours, those kept as usual are not named", () => {
    const said = away(
      holiday("2026-12-24", "Christmas Eve", "shortened"),
      holiday("2027-11-11", "Veterans Day", "as-usual"),
    );
    expect(said).toContain("only at these times:\nChristmas Eve: 9:00 AM to 11:00 AM\n");
    expect(said).not.toContain("Veterans Day");
    expect(said).not.toContain("do not read messages");
  });

  test("where none changes the hours, the letter says that", () => {
    expect(away()).toContain("Public holidays do not change my hours.");
  });

  test("the last choice goes for a holiday whose rule differs from year to year", () => {
    expect(
      away(holiday("2027-11-25", "Thanksgiving Day", "as-usual"), holiday("2028-11-23", "Thanksgiving Day")),
    ).toContain("do not read messages: Thanksgiving Day.");
  });
});

describe("every letter", () => {
  test.each(regions.flatMap((region) => languages.map((language) => [region, language] as const)))(
    "of %s in %s has the region's emergency line, word for word, and no place left open",
    (region, language) => {
      const emergency = emergencyLine(inRegion(region, splitWeek), "mail", replyWords[language]);
      const letter = letterIn(language, { policy: inRegion(region, splitWeek), emergency });
      const said = letter.clauses.find(({ id }) => id === "emergency");
      expect(emergency).not.toBe("");
      expect(said?.paragraphs.at(-1)).toBe(emergency);
      expect(letter.clauses.map(({ id }) => id)).toEqual(clauseIds);
      expect(JSON.stringify(letter)).not.toMatch(/[{][a-z]+[}]|undefined|null|\u202f|\u00a0/i);
    },
  );

  test("claims no monitoring and no alarm (FIELD C4, C5)", () => {
    expect(clauseOf("en", "sooner")).toContain("This is not monitoring.");
    expect(clauseOf("es", "sooner")).toContain("Esto no es vigilancia.");
  });

  test("names no date of an absence and nobody who covers", () => {
    const policy = policyWith({
      closures: [
        {
          id: "v",
          kind: "vacation",
          label: "Lisbon",
          firstDate: "2026-12-21",
          lastDate: "2027-01-03",
          windows: [],
          cover: { name: "Dr. Lee", phone: "555-0100" },
        },
      ],
    });
    expect(JSON.stringify(letterIn("en", { policy }))).not.toMatch(/Lisbon|December|Lee|555/);
  });

  test("without automatic replies promises none but the one with emergency numbers", () => {
    const policy = policyWith({ replies: { toClients: false } });
    expect(clauseOf("en", "away", { policy })).not.toContain("automatic answer");
    expect(clauseOf("en", "waiting", { policy })).toContain("You get no automatic answer then");
    expect(clauseOf("en", "waiting", { policy })).toContain("at most once an hour");
  });

  test("without a mailbox points to what the client was given", () => {
    expect(clauseOf("en", "reach", { addresses: [] })).toContain("the address or the number that I gave you");
  });
});
