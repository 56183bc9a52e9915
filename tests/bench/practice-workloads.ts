import { sql } from "drizzle-orm";
import { decide } from "../../src/domain/gate/gate.ts";
import { factsAbout, type Moment } from "../../src/domain/gate/moment.ts";
import { decideReply } from "../../src/domain/replies/decide-reply.ts";
import type { ReplyFacts } from "../../src/domain/replies/reply-facts.ts";
import { decideHeldAgain } from "../../src/practice/decide-again.ts";
import { gatherMoment } from "../../src/practice/facts.ts";
import { addPolicy } from "../../src/store/policies.ts";
import { replyFacts } from "../builders/reply.ts";
import { holdMessages, loadedPractice, type LoadedPractice } from "./loaded-practice.ts";

const heldMessages = 10_000;
const rounds = 9;
/** Of what takes microseconds: the machine learns for some rounds before it runs as it does all day. */
const manyRounds = 41;

/** What the gate and the replies cost in a practice of ten years, each beside plain SQLite in the same run. */
export interface PracticeFigures {
  /** Milliseconds: verdict and reply text for one message. */
  readonly verdictAndReply: number;
  /** Milliseconds: one plain SQLite insert, committed by itself. */
  readonly insert: number;
  /** Milliseconds: 10,000 held messages decided again where the change moves none, and where it moves them all. */
  readonly againUnmoved: number;
  readonly againMoved: number;
  /** Milliseconds: as many plain SQLite inserts in one transaction. */
  readonly inserts: number;
}

/** Measures everything once around; the median of several rounds. */
export function practiceFigures(): PracticeFigures {
  const practice = loadedPractice();
  try {
    const verdictAndReply = oneMessage(practice);
    const { db } = practice.context;
    db.run(sql`create table plain (id integer primary key, words text not null) strict`);
    const insert = median(() => db.run(sql`insert into plain (words) values ('Could we move next week?')`));
    holdMessages(practice, heldMessages);
    const inserts = median(() =>
      db.transaction((transaction) => {
        for (let row = 0; row < heldMessages; row += 1)
          transaction.run(sql`insert into plain (words) values ('Could we move next week?')`);
      }),
    );
    const againUnmoved = again(practice, (round) => ({ safetyRepeat: { minutes: 11 + round, times: 3 } }));
    const againMoved = again(practice, (round) => ({ bufferAfter: 6 + round }));
    return { verdictAndReply, insert, againUnmoved, againMoved, inserts };
  } finally {
    practice.close();
  }
}

/** A mail of 300 letters on Saturday night: held, and answered with a text that names Monday's opening. */
function oneMessage({ context, policy, now, clientIds }: LoadedPractice): number {
  const moment: Moment = gatherMoment(context.db, policy, now);
  const facts: ReplyFacts = replyFacts({ now });
  const text = "Hello, I wanted to ask whether we could move our meeting of next week by an hour or so. ".repeat(4);
  const answer = () => {
    const gate = factsAbout(
      moment,
      { receivedAt: now, blocked: false, ownWords: [] },
      { id: clientIds[0] ?? "", urgent: false, contacts: [now], clientHoursUsed: 0 },
    );
    const verdict = decide({ subject: "Next week", text, unreadable: null }, gate, policy);
    return decideReply({ ...facts, gate, verdict }, policy);
  };
  const decision = answer();
  if (decision.kind !== "send") throw new Error("The bench's message was not answered.");
  const calls = 2_000;
  return (
    median(() => {
      for (let call = 0; call < calls; call += 1) answer();
    }, manyRounds) / calls
  );
}

function again(practice: LoadedPractice, change: (round: number) => object): number {
  const { context, policy, now } = practice;
  let round = 0;
  return median(() =>
    context.db.transaction((transaction) => {
      round += 1;
      addPolicy(transaction, { ...policy, gate: { ...policy.gate, ...change(round) } }, now);
      decideHeldAgain(context, transaction);
    }),
  );
}

function median(task: () => void, count = rounds): number {
  const times = Array.from({ length: count }, () => {
    const started = performance.now();
    task();
    return performance.now() - started;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? Number.NaN;
}
