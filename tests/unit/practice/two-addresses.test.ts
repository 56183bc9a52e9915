import { expect, test } from "vitest";
import { testPractice, value, weekdaysNineToFive } from "../../builders/practice.ts";

// Saturday 28 November 2026, 02:10 in New York.
const saturdayAt0210 = "2026-11-28T07:10:00Z";
const ben = ["ben@example.org", "ben@work.example"] as const;

async function practiceWithBen() {
  const made = await testPractice({ now: saturdayAt0210 });
  value(
    made.practice.clients.add({
      preferredName: "Ben",
      language: "en",
      emails: ben,
      urgent: false,
      optedOut: false,
    }),
  );
  const replyTo = (text: string) => {
    const found = made.practice.inbox.list().surfaced.find((message) => message.excerpt === text);
    return made.practice.inbox.open(found?.id ?? "")?.why.reply;
  };
  return { ...made, replyTo };
}

test("a safety reply goes to one client once an hour, whichever address it was written from (promise 4)", async () => {
  const { arrive, until, email, replyTo } = await practiceWithBen();
  await arrive({ sender: ben[0], text: "I want to die" });
  await until("2026-11-28T07:20:00Z");
  await arrive({ sender: ben[1], text: "I really want to die" });
  expect(email.sent.map(({ to }) => to)).toEqual([ben[0]]);
  expect(replyTo("I really want to die")).toMatchObject({
    state: "suppressed",
    reason: "This sender was already told.",
  });
  await until("2026-11-28T08:10:00Z");
  await arrive({ sender: ben[1], text: "I still want to die" });
  expect(email.sent.map(({ to }) => to)).toEqual([ben[0], ben[1]]);
});

test("E14: the bound on answers to one sender in an hour is one for all addresses of a client", async () => {
  const { practice, arrive, until, email } = await practiceWithBen();
  value(practice.policy.setReplies({ ...practice.policy.availability().replies, mostPerSenderPerHour: 1 }));
  value(practice.policy.setMessageHours({ ...weekdaysNineToFive, MO: [{ start: "09:00", end: "09:15" }] }));
  await until("2026-11-30T13:50:00Z");
  await arrive({ sender: ben[0], text: "Before nine" });
  await until("2026-11-30T14:20:00Z");
  await arrive({ sender: ben[1], text: "After a quarter past nine" });
  expect(email.sent.map(({ to }) => to)).toEqual([ben[0]]);
  await until("2026-11-30T14:50:01Z");
  await arrive({ sender: ben[1], text: "An hour after the first" });
  expect(email.sent.map(({ to }) => to)).toEqual([ben[0], ben[1]]);
});
