import { expect, test } from "vitest";
import { explain, ruleInWords } from "../../../src/domain/gate/explain.ts";
import { hold, ruleNames, surface } from "../../../src/domain/gate/verdict.ts";

const because = (...reasons: string[]) => explain(surface("open", ...reasons), () => "");

const reasons = [
  "phrase:I want to die",
  "client-marked-urgent",
  "blocked",
  "contacts:3:15",
  "session-soon",
  "session-later",
  "session-now",
  "agreed-hours",
  "agreed-hours-over",
  "agreed-hours-suspended",
  "agreed-hours-used-up",
  "batch",
  "do-not-disturb",
  "session",
  "outside-message-hours",
  "closure:vacation",
  "closure:holiday",
  "closure:shortened-holiday",
  "closure:changed-hours",
  "closure:day-off",
  "message-hours",
  "unreadable",
  "no-opening",
  "fault",
  "by-hand",
];

test.each(reasons)("%s is said in a sentence of its own", (reason) => {
  expect(because(reason)).toMatch(/^Surfaced: [a-z][^.]{8,}[^ .]\.$/);
  const others = reasons.filter((other) => other !== reason);
  expect(others.map((other) => because(other))).not.toContain(because(reason));
});

test("a phrase is quoted as it stands in the list, colons included", () => {
  expect(because("phrase:goodbye: forever")).toBe(
    "Surfaced: it contains “goodbye: forever”, one of your safety phrases.",
  );
});

test("a burst is told with its number of messages and minutes", () => {
  expect(because("contacts:4:20")).toBe("Surfaced: this client wrote 4 messages within 20 minutes.");
});

test("each kind of closure is told by its name", () => {
  const closed = (kind: string) => explain(hold(1, "closed", `closure:${kind}`), () => "Mon 9:00");
  expect(closed("vacation")).toBe("Held until Mon 9:00: it arrived during your vacation.");
  expect(closed("holiday")).toBe("Held until Mon 9:00: it arrived on a holiday.");
  expect(closed("day-off")).toBe("Held until Mon 9:00: it arrived on a day off.");
  expect(closed("shortened-holiday")).toBe("Held until Mon 9:00: it arrived outside the shortened hours of a holiday.");
  expect(closed("changed-hours")).toBe("Held until Mon 9:00: it arrived outside the changed hours of that day.");
});

test("the second reason begins with a capital, the first goes on after the colon", () => {
  expect(explain(hold(1, "closed", "agreed-hours-over", "agreed-hours-suspended"), () => "Mon 9:00")).toBe(
    "Held until Mon 9:00: the hours you agreed with this client do not hold now. They are suspended.",
  );
});

test("the release is told in the words it is given", () => {
  expect(explain(hold(1234, "closed", "session"), (at) => `instant ${at}`)).toBe(
    "Held until instant 1234: you were in a session.",
  );
});

test("a reason nobody knows is a mistake of the app, and named", () => {
  expect(() => because("moon-phase:full")).toThrow("A verdict gave a reason that has no words: moon-phase:full");
});

test("each rule has a name of its own on the screens, in words and not as the code calls it", () => {
  const names = ruleNames.map(ruleInWords);
  expect(new Set(names).size).toBe(ruleNames.length);
  for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+[^-_]*$/);
});
