// npm run bench, second half
// Gate and replies in a practice of ten years, beside plain SQLite in the same process. No rival engine has run in it before:
// what they leave behind slows everything after them.
import { duration, ratio } from "./in-words.ts";
import { practiceFigures } from "./practice-workloads.ts";

const { verdictAndReply, insert, againUnmoved, againMoved, inserts } = practiceFigures();
const rows = [
  ["verdict and reply text for one message", duration(verdictAndReply), `${ratio(insert / verdictAndReply)} faster`],
  ["one plain insert, committed", duration(insert), ""],
  ["10,000 held messages decided again, none moved", duration(againUnmoved), ratio(againUnmoved / inserts)],
  ["10,000 held messages decided again, all moved", duration(againMoved), ratio(againMoved / inserts)],
  ["10,000 plain inserts in one transaction", duration(inserts), ""],
];
console.log("\n| in a practice of ten years | time | beside plain SQLite |");
console.log("| --- | ---: | ---: |");
for (const row of rows) console.log(`| ${row.join(" | ")} |`);
