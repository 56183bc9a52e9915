import { expect, test } from "vitest";
import { trayWords } from "../../../electron/tray-words.ts";
import type { LightView } from "../../../src/practice/today-views.ts";

const saturdayAt0210 = Date.parse("2026-11-14T07:10:00Z");
const mondayAt9 = Date.parse("2026-11-16T14:00:00Z");

const closed: LightView = {
  state: "closed",
  sentence: "Closed until Mon 9:00 AM",
  until: mondayAt9,
  heldCount: 0,
  unreadCount: 0,
  now: saturdayAt0210,
  zone: "America/New_York",
  travel: [],
  locale: "en-US",
  practiceName: "J. Kim",
  can: { closeEarly: false, openUntil: true, doNotDisturb: true, endDoNotDisturb: false },
  channel: { state: "working" },
};
const inSession: LightView = {
  ...closed,
  state: "in-session",
  sentence: "In session with M. until 10:50 AM",
  now: Date.parse("2026-11-17T15:10:00Z"),
  until: Date.parse("2026-11-17T15:50:00Z"),
};

test("the tray says what the screens say, and how many messages wait", () => {
  expect(trayWords(closed, false)).toEqual({ icon: "closed", lines: ["Closed until Mon 9:00 AM"] });
  expect(trayWords({ ...closed, heldCount: 3 }, false)).toEqual({
    icon: "closed-held",
    lines: ["Closed until Mon 9:00 AM - 3 held"],
  });
});

test("behind locked screens it names nobody", () => {
  expect(trayWords(inSession, false).lines).toEqual(["In session with M. until 10:50 AM"]);
  expect(trayWords(inSession, true)).toEqual({ icon: "in-session", lines: ["In session until 10:50 AM"] });
  const sentence = "therapist@example.org: The password is wrong.";
  expect(trayWords({ ...closed, channel: { state: "fault", sentence } }, true).lines).toEqual([
    "Closed until Mon 9:00 AM",
    "A mailbox does not work",
  ]);
});

test("a mailbox that does not work shows in the icon, whatever the hour", () => {
  const sentence = "therapist@example.org: The password is wrong.";
  expect(trayWords({ ...closed, heldCount: 1, channel: { state: "fault", sentence } }, false)).toEqual({
    icon: "fault",
    lines: ["Closed until Mon 9:00 AM - 1 held", sentence],
  });
});

test("a practice that is not open says that nothing is received", () => {
  expect(trayWords(null, true)).toEqual({ icon: "shut", lines: ["Locked: no message is received or answered"] });
});
