/**
 * Compiles the zone data of the app (src/domain/time/zone-data.json) from the IANA data that moment-timezone packs:
 *
 *   npm i -D -E moment-timezone@<version with the newest data> && npm run zones
 *
 * A zone is one line: `offsets|order|changes|rule`. Offsets are local minus UTC in minutes; `order` names one for each
 * stretch between changes (one base-36 digit each); `changes` are base-36 distances in half minutes, the first from
 * 1970-01-01T00:00Z. A zone that goes on changing its clocks ends in a rule: the first year it holds, then two changes a
 * year. `month day weekday minutes offset` is the first such weekday (Monday 0) on or after that day of the month, at so
 * many minutes past midnight on the clock before the change; `offset` is the place of the new one. Changes that the rule
 * gives are left out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { modules, root, runScript, say } from "./project.mjs";

const source = process.argv[2] ?? join(modules, "moment-timezone", "data", "packed", "latest.json");
const target = join(root, "src", "domain", "time", "zone-data.json");

const day = 86_400_000;
const halfMinute = 30_000;
const lastYear = 2037;
/** A rule has to have held for so many years to be believed for all years to come. */
const fewestYears = 10;

await runScript(async () => {
  const packed = JSON.parse(readFileSync(source, "utf8"));
  const zones = Object.fromEntries(packed.zones.map(unpack).map(({ name, ...zone }) => [name, compile(name, zone)]));
  const links = Object.fromEntries(
    packed.links.map((link) => link.split("|")).map(([one, other]) => (one in zones ? [other, one] : [one, other])),
  );
  const sorted = (record) => Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const data = { version: packed.version, zones: sorted(zones), links: sorted(links) };
  writeFileSync(target, `${JSON.stringify(data, null, 2)}\n`);
  say(`${packed.version}: ${Object.keys(zones).length} zones, ${Object.keys(links).length} other names`);
  return 0;
});

/** moment-timezone's packed line: name|abbreviations|offsets|order|distances|population, numbers in base 60. */
function unpack(line) {
  const [name, , offsets, order, distances] = line.split("|");
  const minutes = offsets.split(" ").map((one) => -readBase60(one));
  let at = 0;
  const changes = distances
    .split(" ")
    .slice(0, order.length - 1)
    .map((one) => (at = Math.round(at + readBase60(one) * 60_000)));
  return { name, changes, offsets: [...order].map((one) => minutes[readBase60(one)]) };
}

function readBase60(text) {
  const digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX";
  const [whole, fraction = ""] = text.replace("-", "").split(".");
  const size =
    [...whole].reduce((sum, one) => sum * 60 + digits.indexOf(one), 0) +
    [...fraction].reduce((sum, one, place) => sum + digits.indexOf(one) / 60 ** (place + 1), 0);
  return text.startsWith("-") ? -size : size;
}

function compile(name, { changes, offsets }) {
  const real = changes.map((at, place) => ({ at, from: offsets[place], to: offsets[place + 1] }));
  const since = real.filter(({ at, from, to }) => at > 0 && from !== to);
  const first = since.length > 0 ? since[0].from : offsets.at(-1);
  const { kept, rule, firstYear } = splitRule(name, since);
  const known = [...new Set([first, ...since.map((one) => one.to)])];
  const order = [first, ...kept.map((one) => one.to)].map((one) => known.indexOf(one).toString(36)).join("");
  const uneven = kept.find(({ at }) => at % halfMinute !== 0);
  if (uneven !== undefined) throw new Error(`${name} changes at ${uneven.at}, which is no half minute`);
  const distances = kept.map(({ at }, place) => ((at - (kept[place - 1]?.at ?? 0)) / halfMinute).toString(36));
  const written = rule.map(({ month, from, weekday, minutes, to }) =>
    [month, from, weekday, minutes, known.indexOf(to)].join(" "),
  );
  if (written.length > 0) written.unshift(String(firstYear));
  return [known.join(" "), order, distances.join(" "), written.join(" ")].join("|");
}

/** The rule that the last years follow, and the changes before it. */
function splitRule(name, changes) {
  const end = changes.at(-1);
  if (end === undefined || localDate(end).year < lastYear) return { kept: changes, rule: [] };
  const halves = [0, 1].map((half) => changes.filter((_, place) => (changes.length - place) % 2 === half));
  const followed = halves.map(followedRule);
  const years = Math.min(...followed.map((one) => one.years));
  if (years < fewestYears) {
    say(`${name}: no rule beyond ${lastYear}, the clocks are then left alone`);
    return { kept: changes, rule: [] };
  }
  const rule = halves.map((half) => followedRule(half.slice(-years)));
  const [firstYear, another] = halves.map((half) => localDate(half.at(-years)).year);
  if (firstYear !== another) throw new Error(`${name} has no two changes in each year`);
  return { kept: changes.slice(0, -2 * years), rule, firstYear };
}

/** The rule of one of the two yearly changes, and for how many years back from the last it gives each date. */
function followedRule(half) {
  let found = { years: 0 };
  for (let years = 1; years <= half.length; years += 1) {
    const seen = half.slice(-years).map(localDate);
    const newest = seen.at(-1);
    const isSame = seen.every(
      (one, place) =>
        one.weekday === newest.weekday &&
        one.minutes === newest.minutes &&
        one.to === newest.to &&
        one.from === newest.from &&
        one.year === newest.year - (seen.length - 1 - place),
    );
    if (!isSame) break;
    const anchor = Math.min(...seen.map((one) => one.month));
    const days = seen.map(({ year, date }) => (date - Date.UTC(year, anchor - 1, 1)) / day + 1);
    const least = Math.max(...days) - 6;
    const most = Math.min(...days);
    if (least > most) break;
    const { weekday, minutes, to } = newest;
    found = { years, month: anchor, from: likeliest(least, most), weekday, minutes, to };
  }
  return found;
}

/** Where the years seen leave a choice: the first, second, third, fourth week begin on these days. */
function likeliest(least, most) {
  const usual = [1, 8, 15, 22, 25, 24].find((one) => one >= least && one <= most);
  return least === most ? least : (usual ?? least);
}

function localDate({ at, from, to }) {
  const wall = at + from * 60_000;
  const date = Math.floor(wall / day) * day;
  const year = new Date(date).getUTCFullYear();
  const weekday = (date / day + 3) % 7;
  return { year, month: new Date(date).getUTCMonth() + 1, date, weekday, minutes: (wall - date) / 60_000, from, to };
}
