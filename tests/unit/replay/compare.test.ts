import { describe, expect, test } from "vitest";
import { compareReplays, figuresOf } from "../../../src/domain/replay/compare.ts";
import type { Past } from "../../../src/domain/replay/past.ts";
import { readsMessagesAt } from "../../../src/domain/replay/reading-times.ts";
import { replay } from "../../../src/domain/replay/replay.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { mail } from "../../builders/mail.ts";
import { pastOf, weeklyWith, written } from "../../builders/past.ts";
import { policyWith, weekdaysNineToFive } from "../../builders/policy.ts";

// Dr. Kim in New York, Monday to Friday from 9 to 17. Friday 27 November 2026.
const nextWeek = Date.parse("2026-12-07T14:00:00Z");
const asNow = policyWith();
const untilEight = { ...weekdaysNineToFive, FR: [{ start: "09:00", end: "20:00" }] };
const fromEight = { ...weekdaysNineToFive, MO: [{ start: "08:00", end: "17:00" }] };
const fromTen = { ...weekdaysNineToFive, MO: [{ start: "10:00", end: "17:00" }] };

function played(past: Past, draft: Policy, inForce = asNow) {
  const [before, after] = [replay(past, inForce, nextWeek), replay(past, draft, nextWeek)];
  const reads = (at: number) => readsMessagesAt(past, draft, at);
  return {
    changes: compareReplays(before, after),
    before: figuresOf(before, reads),
    after: figuresOf(after, reads),
  };
}
const differences = (past: Past, draft: Policy) =>
  played(past, draft).changes.map(({ difference, replyDiffers }) => ({ difference, replyDiffers }));

describe("what a draft would have changed", () => {
  const friday19 = "2026-11-28T00:10:00Z";
  const saturday2 = "2026-11-28T07:10:00Z";
  const saturday3 = "2026-11-28T08:10:00Z";

  test("nothing, when it says the same", () => {
    const past = pastOf([written(friday19), written(saturday2), written(saturday3, { text: "I want to die" })]);
    expect(played(past, asNow).changes).toEqual([]);
  });

  test("longer hours let a Friday evening's mail surface at once, and nobody answers it", () => {
    const past = pastOf([written(friday19)]);
    expect(differences(past, policyWith({ messageHours: untilEight }))).toEqual([
      { difference: "surfaces", replyDiffers: true },
    ]);
  });

  test("shorter hours hold it, and it is answered", () => {
    const past = pastOf([written("2026-11-27T21:30:00Z")]);
    const draft = policyWith({ messageHours: { ...weekdaysNineToFive, FR: [{ start: "09:00", end: "16:00" }] } });
    expect(differences(past, draft)).toEqual([{ difference: "waits", replyDiffers: true }]);
  });

  test("an earlier Monday lets the night's mails surface earlier, and only the one that was answered is told so", () => {
    const past = pastOf([written(saturday2), written(saturday3)]);
    expect(differences(past, policyWith({ messageHours: fromEight }))).toEqual([
      { difference: "earlier", replyDiffers: true },
      { difference: "earlier", replyDiffers: false },
    ]);
  });

  test("a later Monday lets them surface later", () => {
    expect(differences(pastOf([written(saturday2)]), policyWith({ messageHours: fromTen }))).toEqual([
      { difference: "later", replyDiffers: true },
    ]);
  });

  test("what never surfaces again surfaces later than anything", () => {
    const draft = policyWith({
      closures: [
        {
          id: "leave",
          kind: "vacation",
          label: "Leave",
          firstDate: "2026-11-28",
          lastDate: "2027-02-28",
          windows: [],
          cover: null,
        },
      ],
    });
    const { changes } = played(pastOf([written(saturday2)]), draft);
    expect(changes).toMatchObject([{ difference: "later", after: { surfaced: null } }]);
  });

  test("replies that are switched off leave everything else as it was", () => {
    const draft = policyWith({ replies: { toClients: false } });
    expect(differences(pastOf([written(saturday2), written(saturday3)]), draft)).toEqual([
      { difference: "reply", replyDiffers: true },
    ]);
  });

  test("why nothing was answered makes no difference to whoever got nothing", () => {
    const draft = policyWith({ replies: { toClients: false } });
    const past = pastOf([
      written(saturday2, { sender: "maya@example.org", seenAt: Date.parse(saturday2) + 7_200_000 }),
    ]);
    expect(played(past, draft).changes).toEqual([]);
  });

  test("a phrase that is taken off the list is told also where the message surfaces all the same", () => {
    const past = pastOf([written("2026-11-27T15:00:00Z", { text: "My own codeword" })]);
    const inForce = policyWith({ gate: { safetyPhrases: ["codeword"] } });
    const { changes } = played(past, policyWith({ gate: { safetyPhrases: [] } }), inForce);
    expect(changes).toMatchObject([{ difference: "reply", replyDiffers: true }]);
    const optedOut = pastOf([written("2026-11-27T15:00:00Z", { text: "My own codeword" })], {
      clients: past.clients.map((client) => ({ ...client, optedOut: true })),
    });
    const unanswered = played(optedOut, policyWith({ gate: { safetyPhrases: [] } }), inForce);
    expect(unanswered.changes).toMatchObject([{ difference: "safety", replyDiffers: false }]);
  });

  test("another rule with the same outcome is no difference", () => {
    // Repeated contact and the open hours let it through alike.
    const at = ["2026-11-27T15:00:00Z", "2026-11-27T15:01:00Z", "2026-11-27T15:02:00Z"];
    const draft = policyWith({ gate: { repeatedContact: { on: false, messages: 3, minutes: 15 } } });
    expect(played(pastOf(at.map((one) => written(one))), draft).changes).toEqual([]);
  });
});

describe("what it amounts to", () => {
  test("held, surfaced at once, answered, and how often the therapist is told", () => {
    const past = pastOf([
      written("2026-11-27T15:00:00Z"),
      written("2026-11-28T07:10:00Z"),
      written("2026-11-28T08:10:00Z"),
      written("2026-11-28T09:10:00Z", { text: "I want to die" }),
    ]);
    // The two of the night are told together on Monday.
    expect(played(past, asNow).before).toEqual({
      held: 2,
      surfaced: 2,
      replies: 2,
      notifications: 3,
      interruptions: 1,
    });
  });

  test("both are measured by the hours of the draft", () => {
    const past = pastOf([written("2026-11-27T21:30:00Z")]);
    const draft = policyWith({ messageHours: { ...weekdaysNineToFive, FR: [{ start: "09:00", end: "16:00" }] } });
    const { before, after } = played(past, draft);
    expect([before.interruptions, after.interruptions]).toEqual([1, 0]);
  });

  test("being told during a session or while not to be disturbed is an interruption, within hours or not", () => {
    const series = [weeklyWith("other", "2026-11-27T10:00")];
    const urgent = written("2026-11-27T15:20:00Z", { text: "I want to die" });
    const session = pastOf([urgent], { series });
    expect(played(session, asNow).after.interruptions).toBe(1);
    const doNotDisturb = [{ start: Date.parse("2026-11-27T15:00:00Z"), end: Date.parse("2026-11-27T16:00:00Z") }];
    expect(played(pastOf([urgent], { doNotDisturb }), asNow).after.interruptions).toBe(1);
    expect(played(pastOf([urgent]), asNow).after.interruptions).toBe(0);
  });

  test("of a newsletter nobody is told, of a stranger's mail and a client's automatic one somebody is", () => {
    const list = mail({ sender: "news@example.org", headers: { "List-Id": "<news.example.org>" } });
    const at = "2026-11-27T15:00:00Z";
    const news = written(at, { clientId: null, sender: "news@example.org", envelope: list.envelope });
    expect(played(pastOf([news]), asNow).after).toMatchObject({ surfaced: 1, notifications: 0 });
    const stranger = written(at, { clientId: null, sender: "someone@example.net" });
    expect(played(pastOf([stranger]), asNow).after).toMatchObject({ surfaced: 1, notifications: 1 });
    const fromClient = written(at, { envelope: list.envelope });
    expect(played(pastOf([fromClient]), asNow).after).toMatchObject({ surfaced: 1, notifications: 1 });
    const danger = { ...news, text: "I want to die" };
    expect(played(pastOf([danger]), asNow).after).toMatchObject({ notifications: 1 });
  });

  test("of a blocked sender nobody is told", () => {
    const unknown = { clientId: null, sender: "shop@example.org" };
    const past = pastOf([written("2026-11-28T07:10:00Z", unknown)], {
      blocked: [{ channel: "email", address: "shop@example.org", since: 0 }],
    });
    expect(played(past, asNow).after).toMatchObject({ held: 0, surfaced: 0, notifications: 0, interruptions: 0 });
  });
});
