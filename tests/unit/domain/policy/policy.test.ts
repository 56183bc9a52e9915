import { describe, expect, test } from "vitest";
import { policySchema } from "../../../../src/domain/policy/policy.ts";
import { hoursWindowSchema, seasonsSchema, travelSchema } from "../../../../src/domain/policy/hours.ts";
import { everyDay } from "../hours-of-a-practice.ts";

/** As version 0.1.0 of the app stored it, before weeks alternated and before there were seasons and holidays. */
const storedIn010 = JSON.parse(`{
  "practice": { "name": "Dr. Kim", "zone": "America/New_York", "locale": "en-US", "region": "US" },
  "messageHours": {
    "MO": [{ "start": "09:00", "end": "17:00" }],
    "TU": [{ "start": "09:00", "end": "12:00" }, { "start": "13:00", "end": "24:00" }],
    "WE": [], "TH": [], "FR": [{ "start": "21:00", "end": "01:00" }], "SA": [], "SU": []
  },
  "closures": [
    { "id": "a", "kind": "vacation", "label": "Winter break", "firstDate": "2026-12-21", "lastDate": "2027-01-03",
      "windows": [], "cover": { "name": "Dr. Osei", "phone": "+1 212 555 0142" } },
    { "id": "b", "kind": "changed-hours", "label": "Closed early", "firstDate": "2026-11-30", "lastDate": "2026-11-30",
      "windows": [{ "start": "09:00", "end": "15:00" }], "cover": null },
    { "id": "c", "kind": "holiday", "label": "", "firstDate": "2026-11-26", "lastDate": "2026-11-26",
      "windows": [], "cover": null }
  ],
  "gate": { "safetyPhrases": ["suicide"], "bufferBefore": 0, "bufferAfter": 5 },
  "replies": { "toClients": true, "toUnknownSenders": false, "staleAfter": 60, "mostPerSenderPerHour": 3,
    "mostPerDay": 200, "unknownSenderDays": 7 }
}`) as object;

describe("a policy", () => {
  test("that was stored by an earlier version is read with calm defaults for what it did not know", () => {
    expect(policySchema.parse(storedIn010)).toEqual({
      ...storedIn010,
      alternation: null,
      seasons: [],
      holidays: { area: null, knownThrough: 0, days: [] },
      travel: [],
      clientHours: [],
      gate: {
        safetyPhrases: ["suicide"],
        bufferBefore: 0,
        bufferAfter: 5,
        safetyRepeat: { minutes: 10, times: 3 },
        repeatedContact: { on: true, messages: 3, minutes: 15 },
        nearSession: { on: false, hours: 2, phrases: [] },
        batch: { on: false, minutes: 30 },
      },
      replies: {
        toClients: true,
        toUnknownSenders: false,
        staleAfter: 60,
        mostPerSenderPerHour: 3,
        mostPerDay: 200,
        unknownSenderDays: 7,
        nextSession: false,
        shortestWindow: 15,
      },
      templates: [],
    });
  });

  test("is the same after it was stored and read", () => {
    const policy = policySchema.parse({
      ...storedIn010,
      alternation: { anchor: "2026-11-23", further: [everyDay("10:00-11:00")] },
      seasons: [
        { id: "s", label: "Summer", firstDate: "2027-07-01", lastDate: "2027-08-31", hours: everyDay("08:00-10:00") },
      ],
      travel: [{ id: "t", zone: "Europe/Berlin", firstDate: "2026-12-07", lastDate: "2026-12-11" }],
      holidays: {
        area: "NY",
        knownThrough: 2028,
        days: [{ date: "2026-11-26", name: "Thanksgiving Day", rule: "closed", windows: [] }],
      },
    });
    expect(policySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });
});

describe("travel", () => {
  const trip = { id: "a", zone: "Europe/Berlin", firstDate: "2026-12-07", lastDate: "2026-12-11" };
  const refusal = (...trips: readonly object[]) => {
    const issue = travelSchema.safeParse(trips).error?.issues[0];
    return issue === undefined ? null : `${issue.path.join(".")}: ${issue.message}`;
  };

  test("may follow upon travel, but no date lies in two trips", () => {
    expect(refusal(trip, { ...trip, id: "b", firstDate: "2026-12-12", lastDate: "2026-12-12" })).toBeNull();
    expect(refusal(trip, { ...trip, id: "b", firstDate: "2026-12-11", lastDate: "2026-12-20" })).toBe(
      ": Another trip has some of these dates.",
    );
  });

  test("T15: with a zone that is none, or that ends before it begins, is refused at its field", () => {
    expect(refusal({ ...trip, zone: "Europe/Atlantis" })).toBe("0.zone: This is not a time zone of the IANA list.");
    expect(refusal({ ...trip, lastDate: "2026-12-06" })).toBe("0.lastDate: The last day comes before the first.");
    expect(refusal({ ...trip, firstDate: "2026-02-30" })).toMatch(/^0\.firstDate: /);
  });
});

describe("hours", () => {
  test("T4: that begin and end at the same time are refused, and those that end earlier run past midnight", () => {
    expect(hoursWindowSchema.safeParse({ start: "09:00", end: "09:00" }).error?.issues[0]?.message).toBe(
      "Hours that begin and end at the same time are never open.",
    );
    expect(hoursWindowSchema.safeParse({ start: "21:00", end: "01:00" }).success).toBe(true);
  });

  test("T3: may end at 24:00 and never begin there", () => {
    expect(hoursWindowSchema.safeParse({ start: "00:00", end: "24:00" }).success).toBe(true);
    expect(hoursWindowSchema.safeParse({ start: "24:00", end: "01:00" }).success).toBe(false);
  });
});

describe("seasons", () => {
  const season = (firstDate: string, lastDate: string) => ({
    id: firstDate,
    label: "",
    firstDate,
    lastDate,
    hours: everyDay("10:00-11:00"),
  });

  test("may follow each other, but no date lies in two", () => {
    const summer = season("2027-07-01", "2027-08-31");
    expect(seasonsSchema.safeParse([summer, season("2027-09-01", "2027-09-30")]).success).toBe(true);
    expect(seasonsSchema.safeParse([summer, season("2027-08-31", "2027-09-30")]).error?.issues[0]?.message).toBe(
      "Another season has some of these dates.",
    );
  });

  test("do not end before they begin", () => {
    expect(seasonsSchema.safeParse([season("2027-08-31", "2027-07-01")]).error?.issues[0]?.message).toBe(
      "The last day comes before the first.",
    );
  });
});
