import { describe, expect, test } from "vitest";
import { ruleOf } from "../../../../src/domain/recurrence/repeats.ts";
import { describeRule, parseRule } from "../../../../src/domain/recurrence/rule.ts";

const newYork = "America/New_York";
const tuesday = "2026-12-01T10:00";

describe("a rule as it was entered", () => {
  test.each([
    "FREQ=WEEKLY",
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU",
    "freq=weekly;byday=tu",
    "FREQ=WEEKLY;BYDAY=TU;COUNT=10",
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    "FREQ=MONTHLY;BYDAY=1TU",
    "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1",
    "FREQ=MONTHLY;BYMONTHDAY=-31",
    "FREQ=YEARLY",
    "FREQ=WEEKLY;UNTIL=20261201T150000Z",
    // Its own first appointment where the date begins first, on Kiritimati.
    "FREQ=WEEKLY;UNTIL=20261130T200000Z",
  ])("is accepted: %s", (text) => {
    expect(parseRule(text, tuesday)).toMatchObject({ ok: true });
  });

  test.each([
    ["", "rule"],
    ["every week", "rule"],
    ["FREQ=FORTNIGHTLY", "rule"],
    ["INTERVAL=2", "rule"],
    ["FREQ=WEEKLY;FREQ=DAILY", "rule"],
    ["FREQ=WEEKLY;RSCALE=CHINESE", "rule"],
    ["FREQ=WEEKLY;BYMONTH=13", "rule"],
    ["FREQ=MONTHLY;BYMONTHDAY=0", "rule"],
    ["FREQ=WEEKLY;INTERVAL=0", "every"],
    ["FREQ=WEEKLY;INTERVAL=1.5", "every"],
    ["FREQ=WEEKLY;INTERVAL=521", "every"],
    ["FREQ=WEEKLY;BYDAY=XX", "weekdays"],
    ["FREQ=WEEKLY;BYDAY=2TU", "weekdays"],
    ["FREQ=WEEKLY;COUNT=0", "count"],
    ["FREQ=WEEKLY;COUNT=1001", "count"],
    ["FREQ=WEEKLY;UNTIL=soon", "until"],
    ["FREQ=WEEKLY;UNTIL=20270230T100000Z", "until"],
    ["FREQ=WEEKLY;UNTIL=20261115T150000Z", "until"],
    ["FREQ=WEEKLY;COUNT=3;UNTIL=20271201T150000Z", "rule"],
    ["FREQ=HOURLY", "rule"],
    ["FREQ=MINUTELY;COUNT=2", "rule"],
    ["FREQ=SECONDLY", "rule"],
    ["FREQ=DAILY;BYHOUR=9,17", "rule"],
    ["FREQ=WEEKLY;BYDAY=TU;BYSETPOS=1", "rule"],
  ])("is refused at its field: %s", (text, field) => {
    expect(parseRule(text, tuesday)).toMatchObject({ ok: false, field });
  });

  test("is refused in words a person can read", () => {
    expect(parseRule("FREQ=WEEKLY;BYDAY=MO,TH", tuesday)).toEqual({
      ok: false,
      field: "start",
      sentence: "The first appointment is on a Tuesday, but the series repeats on Monday and Thursday.",
    });
    expect(parseRule("FREQ=WEEKLY;INTERVAL=0", tuesday)).toEqual({
      ok: false,
      field: "every",
      sentence: "“Every” is a whole number from 1.",
    });
  });

  test.each([
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYDAY=5TU;BYMONTHDAY=1",
    "FREQ=YEARLY;BYWEEKNO=1",
  ])("is refused when the first appointment does not fall on it: %s", (text) => {
    expect(parseRule(text, tuesday)).toMatchObject({ ok: false, field: "start" });
  });

  test.each(["2026-12-01", "2026-12-01T25:00", "2026-02-30T10:00", "tomorrow"])(
    "is refused with the start %s",
    (start) => {
      expect(parseRule("FREQ=DAILY", start)).toMatchObject({ ok: false, field: "start" });
    },
  );
});

describe("a weekly plan", () => {
  test("becomes a rule on the weekday of the first appointment", () => {
    expect(ruleOf({ unit: "week", every: 1, until: null, weekdays: [] }, tuesday, newYork)).toBe(
      "FREQ=WEEKLY;BYDAY=TU",
    );
  });

  test("names its days in the order of the week, and the week's first day when that matters", () => {
    const plan = { every: 2, until: null, weekdays: ["TH", "TU"] as const };
    expect(ruleOf({ unit: "week", ...plan }, tuesday, newYork)).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO");
  });

  test("ends at the instant of its last appointment, in summer time where it is summer", () => {
    const plan = { every: 1, until: "2027-06-30", weekdays: ["TU"] as const };
    expect(ruleOf({ unit: "week", ...plan }, tuesday, newYork)).toBe("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T140000Z");
  });

  test("may end with its first appointment", () => {
    const plan = { every: 4, until: "2026-12-01", weekdays: ["TU"] as const };
    expect(ruleOf({ unit: "week", ...plan }, tuesday, newYork)).toBe(
      "FREQ=WEEKLY;INTERVAL=4;BYDAY=TU;WKST=MO;UNTIL=20261201T150000Z",
    );
  });

  test.each([
    [{ every: 1, until: "2026-11-30", weekdays: [] }, "until"],
    [{ every: 1, until: "next year", weekdays: [] }, "until"],
    [{ every: 1, until: "2027-02-30", weekdays: [] }, "until"],
    [{ every: 0, until: "2027-02-03", weekdays: [] }, "every"],
    [{ every: 1.5, until: "2027-02-03", weekdays: [] }, "every"],
    [{ every: 1, until: null, weekdays: ["WE" as const] }, "start"],
  ])("that makes no sense is told apart when checked: %o", (plan, field) => {
    expect(parseRule(ruleOf({ unit: "week", ...plan }, tuesday, newYork), tuesday)).toMatchObject({ ok: false, field });
  });

  test("that ends before it begins is told apart in every zone of the world", () => {
    for (const zone of ["Pacific/Pago_Pago", "Etc/GMT+12", "Pacific/Kiritimati", "Asia/Kolkata"]) {
      const rule = ruleOf({ unit: "week", every: 1, until: "2026-11-30", weekdays: ["TU"] }, tuesday, zone);
      expect(parseRule(rule, tuesday)).toMatchObject({ ok: false, field: "until" });
    }
  });
});

describe("a rule in words", () => {
  const words = (rule: string, locale = "en-GB") => describeRule(rule, tuesday, newYork, locale);

  test.each([
    ["FREQ=WEEKLY", "every Tuesday at 10:00"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270630T140000Z", "every second Tuesday at 10:00, until 30 June 2027"],
    ["FREQ=WEEKLY;INTERVAL=3", "every third Tuesday at 10:00"],
    ["FREQ=WEEKLY;INTERVAL=6", "every 6 weeks on Tuesday at 10:00"],
    ["FREQ=WEEKLY;BYDAY=TH,TU", "every Tuesday and Thursday at 10:00"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,TH;COUNT=12", "every Monday, Tuesday and Thursday at 10:00, 12 times"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "every second week on Tuesday and Thursday at 10:00"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday at 10:00"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "every day at 10:00"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYMONTH=1,12", "every second week on Tuesday in January and December at 10:00"],
    ["FREQ=DAILY;INTERVAL=2", "every second day at 10:00"],
    ["FREQ=DAILY;INTERVAL=10", "every 10 days at 10:00"],
    ["FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday at 10:00"],
    ["FREQ=DAILY;BYMONTHDAY=1,15", "every day, if it is the 1st or the 15th of the month at 10:00"],
    ["FREQ=MONTHLY", "on the 1st of every month at 10:00"],
    ["FREQ=MONTHLY;BYDAY=1TU", "on the first Tuesday of every month at 10:00"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "on the last Friday of every month at 10:00"],
    ["FREQ=MONTHLY;BYDAY=-2FR", "on the second to last Friday of every month at 10:00"],
    ["FREQ=MONTHLY;BYDAY=1TU,3TU", "on the first and third Tuesday of every month at 10:00"],
    ["FREQ=MONTHLY;BYDAY=1TU,2TH", "on the first Tuesday and the second Thursday of every month at 10:00"],
    ["FREQ=MONTHLY;BYDAY=TU", "on every Tuesday of every month at 10:00"],
    ["FREQ=MONTHLY;BYMONTHDAY=15", "on the 15th of every month at 10:00"],
    ["FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1,22", "on the 1st and the 22nd of every second month at 10:00"],
    ["FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1", "on the last day of every 6 months at 10:00"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "on the last weekday of every month at 10:00"],
    ["FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=1", "on the first Tuesday or Thursday of every month at 10:00"],
    ["FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "on the 13th, if it is a Friday, of every month at 10:00"],
    ["FREQ=MONTHLY;BYMONTH=3,9;BYMONTHDAY=11", "on the 11th of March and September at 10:00"],
    ["FREQ=YEARLY", "every year on 1 December at 10:00"],
    [
      "FREQ=YEARLY;INTERVAL=2;UNTIL=20301201T150000Z",
      "every second year on 1 December at 10:00, until 1 December 2030",
    ],
    ["FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4", "every year on 4 May at 10:00"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "every year on 29 February at 10:00"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "every year on the last day of February at 10:00"],
    ["FREQ=YEARLY;BYMONTHDAY=15", "every year on the 15th of every month at 10:00"],
    ["FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year on the fourth Thursday of November at 10:00"],
    ["FREQ=YEARLY;BYDAY=20MO", "every year on the 20th Monday of the year at 10:00"],
    ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "every year on Monday of week 20 at 10:00"],
    ["FREQ=YEARLY;BYYEARDAY=100,-1", "every year on the 100th day and the last day of the year at 10:00"],
    [
      "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4,11;BYSETPOS=-1",
      "every year on 4 May and 11 May (only the last of these) at 10:00",
    ],
    ["FREQ=DAILY;COUNT=1", "every day at 10:00, once"],
  ])("%s: %s", (rule, sentence) => {
    expect(words(rule)).toBe(sentence);
  });

  test("writes dates the American way for an American and in English for others", () => {
    const rule = "FREQ=WEEKLY;UNTIL=20270630T140000Z";
    expect(words(rule, "en-US").replaceAll("\u202f", " ")).toBe("every Tuesday at 10:00 AM, until June 30, 2027");
    expect(words("FREQ=YEARLY", "en-US").replaceAll("\u202f", " ")).toBe("every year on December 1 at 10:00 AM");
    expect(words(rule, "es-ES")).toBe("every Tuesday at 10:00, until 30 June 2027");
  });

  test("names the last date as it is in the practice's zone", () => {
    expect(describeRule("FREQ=WEEKLY;UNTIL=20270630T020000Z", "2026-12-01T21:00", newYork, "en-GB")).toBe(
      "every Tuesday at 21:00, until 29 June 2027",
    );
  });
});
