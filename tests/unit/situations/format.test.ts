import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { outcomesOf, outcomesOfText } from "../../situations/running/files.ts";

const beginning = `
about: A test
message hours: { Monday to Friday: 9:00-17:00 }
clients: { Maya: { addresses: [maya@example.org] } }
situations:
`;
const ordinary = {
  name: "A mail at noon",
  at: "Tuesday 2026-12-01 12:00",
  from: "Maya",
  says: "A question",
  then: "surfaces",
  because: "message hours",
  "no reply": "not called for",
};

/** What is wrong with the ordinary situation when it says this instead; an undefined is left out. */
function faultWith(said: Readonly<Record<string, unknown>>): string {
  const [outcome] = outcomesOfText("a.yaml", `${beginning}  - ${JSON.stringify({ ...ordinary, ...said })}`);
  if (outcome === undefined) throw new Error("No outcome.");
  if ("fault" in outcome) return `${outcome.name}: ${outcome.fault}`;
  return outcome.judged.differences.map(({ about }) => about).join(", ");
}

test("the situation that the others here spoil is right", () => {
  expect(faultWith({})).toBe("");
});

test("the example of docs/situations.md comes out as written", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../../docs/situations.md"), "utf8");
  const [, example = ""] = /```yaml\n(.*?)```/s.exec(page) ?? [];
  const outcomes = outcomesOfText("docs/situations.md", example);
  expect(outcomes).toHaveLength(3);
  expect(outcomes.map((one) => ("fault" in one ? one.fault : one.judged.differences))).toEqual([[], [], []]);
});

test("every key of a file is told in docs/situations.md", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../../docs/situations.md"), "utf8");
  const source = readFileSync(resolve(import.meta.dirname, "../../situations/running/format.ts"), "utf8");
  const keys = [...source.matchAll(/^ {2}(?!error)"?([a-z][a-z ]+?)"?: /gim)].map(([, key = ""]) => key);
  expect(keys.length).toBeGreaterThan(60);
  expect(keys.filter((key) => !page.includes(key))).toEqual([]);
});

describe("what a situation says is compared with what came", () => {
  test.each([
    ["then", { then: "held until Wednesday 2026-12-02 09:00" }, "then"],
    ["because", { because: "in session" }, "because, the rule that spoke"],
    ["no reply", { "no reply": "already told" }, "reply"],
    ["reply", { "no reply": undefined, reply: "closed" }, "reply"],
    ["surfaces", { surfaces: "Tuesday 2026-12-01 13:00 by open" }, "surfaces"],
    ["why", { why: "Surfaced: somehow." }, "why"],
  ])("%s", (_, said, about) => {
    expect(faultWith(said)).toBe(about);
  });

  test("and so are the words of the reply", () => {
    const answered = {
      at: "Tuesday 2026-12-01 18:00",
      then: "held until Wednesday 2026-12-02 09:00",
      because: "outside message hours",
      "no reply": undefined,
      reply: "closed",
    };
    expect(faultWith(answered)).toBe("");
    expect(faultWith({ ...answered, reply: "holiday" })).toBe("reply");
    expect(faultWith({ ...answered, reply: "closed, in Spanish" })).toBe("reply");
    expect(faultWith({ ...answered, "reply begins with": "Emergency" })).toBe("reply begins with");
    expect(faultWith({ ...answered, "reply says": ["Thursday"] })).toBe("reply says");
    expect(faultWith({ ...answered, "reply does not say": ["Wednesday"] })).toBe("reply does not say");
    expect(faultWith({ ...answered, "reply goes to": "diego@example.org" })).toBe("reply goes to");
    expect(faultWith({ ...answered, "reply parts": 7 })).toBe("reply parts");
  });
});

describe("what cannot be read fails with a sentence that names it", () => {
  test.each([
    ["a misspelt key", { becuase: "message hours" }, "becuase"],
    ["a misspelt key of a part", { gate: { bufer: 5 } }, 'gate: Unrecognized key: "bufer"'],
    ["a misspelt reason", { because: "mesage hours" }, "because"],
    [
      "a reason that never stands first",
      { because: "agreed hours are over" },
      "because: This reason never stands first",
    ],
    ["a misspelt reply", { "no reply": undefined, reply: "close" }, "reply"],
    ["a situation without a verdict", { then: undefined }, "then"],
    ["a situation without a reason", { because: undefined }, "because"],
    ["a situation without a word about the reply", { "no reply": undefined }, "Say either which reply is sent"],
    ["a reply and the reason for none", { reply: "closed" }, "Say either which reply is sent"],
    ["words of a reply that is not sent", { "reply says": ["Monday"] }, "nothing can be said about it"],
    ["the wrong weekday", { at: "Monday 2026-12-01 12:00" }, "2026-12-01 is a Tuesday, not a Monday"],
    ["a date that does not exist", { at: "2026-02-30 12:00" }, "is no time of the calendar"],
    ["a time that is none", { at: "noon" }, "“noon” is no time"],
    ["a time that the clocks skip", { at: "Sunday 2026-03-08 02:30" }, "does not exist"],
    ["a time that comes twice", { at: "Sunday 2026-11-01 01:30" }, "add “first” or “second”"],
    ["a pass that does not come", { at: "Tuesday 2026-12-01 12:00 second" }, "comes only once"],
    ["hours that are none", { "message hours": { Monday: "9-17" } }, "message hours > Monday: “9-17” are no hours"],
    ["days that are none", { "message hours": { Mon: "9:00-17:00" } }, "“Mon” are no days"],
    ["a day named twice", { "message hours": { "Monday to Friday": "9:00-17:00", Monday: "closed" } }, "a second time"],
    ["a phone number that became a number", { clients: { Maya: { addresses: [12_125_550_142] } } }, "quotation marks"],
    ["a writer who is nobody", { from: "Mia" }, "“Mia” is neither one of the clients"],
    ["an address that is not the client's", { "from address": "other@example.org" }, "is not an address of Maya"],
    ["a client without a number", { by: "text message" }, "Maya has no address for this kind of message"],
    ["a closure of two kinds", { closures: [{ vacation: "2026-12-01", "day off": "2026-12-01" }] }, "one of"],
    ["changed hours without hours", { closures: [{ "changed hours": "2026-12-01" }] }, "Changed hours have hours"],
    ["a policy that the app would refuse", { replies: { "stale after minutes": 1 } }, "replies > staleAfter"],
  ])("%s", (_, said, sentence) => {
    const fault = faultWith(said);
    expect(fault).toContain("A mail at noon: ");
    expect(fault).toContain(sentence);
  });

  test("a file that is no YAML, is no list of situations, or is not there", () => {
    const faultOf = (text: string) => outcomesOfText("a.yaml", text).map((one) => ("fault" in one ? one.fault : ""));
    expect(faultOf("about: [")).toHaveLength(1);
    expect(faultOf("about: [").join()).toContain("line 1");
    expect(faultOf("about: A file\nsituations: []").join()).toContain("at least one situation");
    expect(faultOf("about: A file\nabuot: twice\nsituations: [{}]").join()).toContain("abuot");
    expect(faultOf("about: A file\nsituations: [{}]")).toHaveLength(1);
    expect(outcomesOf("/nowhere/a.yaml")).toMatchObject([{ fault: expect.stringContaining("no such file") }]);
  });
});
