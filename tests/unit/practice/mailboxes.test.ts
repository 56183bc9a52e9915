import { expect, test } from "vitest";
import type { EmailAccount } from "../../../src/channels/email/account.ts";
import { mailbox, testPractice, value } from "../../builders/practice.ts";

/** A practice whose watchers take their time to end, with the passwords of those that watch just now. */
async function slowlyEnding() {
  const founded = await testPractice({ now: "2026-11-30T15:00:00Z" });
  const { email, practice, accountId } = founded;
  const watching: EmailAccount[] = [];
  const ordinary = email.watch.bind(email);
  email.watch = (id, settings, inlet, since) => {
    const watcher = ordinary(id, settings, inlet, since);
    watching.push(settings);
    return {
      ...watcher,
      stop: async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        watching.splice(watching.indexOf(settings), 1);
        await watcher.stop();
      },
    };
  };
  value(practice.mailboxes.change(accountId, { ...mailbox, password: "first" }));
  await quiet();
  return { ...founded, passwords: () => watching.map(({ password }) => password) };
}

async function quiet(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 40));
}

test("a mailbox that is changed twice in a row is watched once, with what was said last", async () => {
  const { practice, accountId, passwords } = await slowlyEnding();
  expect(passwords()).toEqual(["first"]);
  value(practice.mailboxes.change(accountId, { ...mailbox, password: "second" }));
  value(practice.mailboxes.change(accountId, { ...mailbox, password: "third" }));
  await quiet();
  expect(passwords()).toEqual(["third"]);
});

test("a mailbox that is changed while the app is quit is not watched any more", async () => {
  const { practice, accountId, passwords, door } = await slowlyEnding();
  value(practice.mailboxes.change(accountId, { ...mailbox, password: "second" }));
  await door.shut();
  await quiet();
  expect(passwords()).toEqual([]);
});

test("a mailbox that is changed and then disconnected is not watched any more", async () => {
  const { practice, accountId, passwords } = await slowlyEnding();
  value(practice.mailboxes.change(accountId, { ...mailbox, password: "second" }));
  value(await practice.mailboxes.remove(accountId));
  await quiet();
  expect(passwords()).toEqual([]);
  expect(practice.mailboxes.list()).toEqual([]);
});

test("a mailbox is connected once, and is not changed into another that is connected already", async () => {
  const { practice } = await testPractice({ now: "2026-11-30T15:00:00Z" });
  expect(practice.mailboxes.connect(mailbox)).toMatchObject({ ok: false, field: "address" });
  const { id } = value(practice.mailboxes.connect({ ...mailbox, address: "kim@example.org" }));
  expect(practice.mailboxes.change(id, mailbox)).toMatchObject({ ok: false, field: "address" });
  expect(practice.mailboxes.list().map(({ address }) => address)).toEqual(["therapist@example.org", "kim@example.org"]);
});

test("a password that is not typed again is kept, and none is ever shown", async () => {
  const { practice, accountId } = await testPractice({ now: "2026-11-30T15:00:00Z" });
  value(practice.mailboxes.change(accountId, { ...mailbox, displayName: "J. Kim", password: null }));
  const [shown] = practice.mailboxes.list();
  expect(shown).toMatchObject({ displayName: "J. Kim" });
  expect(JSON.stringify(shown)).not.toContain("secret");
  expect(practice.mailboxes.connect({ ...mailbox, address: "new@example.org", password: null })).toEqual({
    ok: false,
    field: "password",
    sentence: "The password is needed.",
  });
});
