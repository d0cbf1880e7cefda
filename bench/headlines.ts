import { isGiven, readFlags } from "./flags.ts";
import { type Judged, judgeStays, type Kind } from "./headlines/gold.ts";
import { type Link, readLinks } from "./headlines/links.ts";
import { tally } from "./headlines/replay.ts";
import { PEERS, type Rule } from "./headlines/rules.ts";
import { VARIORUM } from "./headlines/variorum.ts";
import { printTable } from "./table.ts";

export const help = "titles of front-page links replayed: edits kept, tests reported as edits (--data DIR, --verbose)";

export const FLAGS = { verbose: isGiven };

/**
 * Titles that a front page showed over time (DIR/headlines-dev) replayed through the rule that decides, at the instants of
 * the polls and whenever the rule asks for another look. What is an edit and what a test is told from each link's whole
 * course (bench/headlines/gold.ts); what others would have reported of the same polls stands beside it.
 */
export async function run({ data, flags }: { data?: string; flags: Record<string, string> }): Promise<void> {
  const given = readFlags(flags, FLAGS);
  if (data === undefined) throw new Error("The headlines benchmark needs --data DIR (with headlines-dev/ in it).");
  const links = readLinks(data);
  printStays(links);
  const rules: readonly Rule[] = [VARIORUM, ...PEERS];
  printTable(
    `headlines: ${links.length} links; of the links with titles that ... , the share where such a title stands as an edit`,
    ["rule", "edits", "kept %", "tests reported %", "taken back reported %", "brief reported %", "versions"],
    rules.map((rule) => {
      const verbose = given.verbose && rule === rules[0];
      const sum = tally(links, rule, verbose ? explain : undefined);
      const share = (kind: Kind) => ((100 * sum.reported[kind]) / Math.max(1, sum.links[kind])).toFixed(1);
      const kept = ((100 * sum.kept) / sum.edits).toFixed(2);
      return [rule.name, sum.edits, kept, share("tested"), share("taken-back"), share("brief"), sum.versions];
    }),
  );
}

function printStays(links: readonly Link[]): void {
  const stays = links.map(judgeStays);
  const rows = new Map<string, { stays: number; links: number }>();
  for (const one of stays) {
    const names = one.map((stay) => nameOf(stay));
    for (const name of names) {
      const row = rows.get(name) ?? { stays: 0, links: 0 };
      rows.set(name, { ...row, stays: row.stays + 1 });
    }
    for (const name of new Set(names)) rows.set(name, { ...rows.get(name)!, links: rows.get(name)!.links + 1 });
  }
  printTable(
    "headlines: what the stays of titles are",
    ["stay", "stays", "links"],
    [...rows].sort().map(([name, row]) => [name, row.stays, row.links]),
  );
}

const nameOf = ({ kind, isEdit }: Judged): string => (kind === "settled" && !isEdit ? "settled, as before" : kind);

function explain(link: Link, lines: readonly string[]): void {
  console.log(`\n${link.href}`);
  for (const { kind, isEdit, firstAt, lastAt, polls, title } of judgeStays(link)) {
    const minutes = Math.round((lastAt - firstAt) / 60_000);
    console.log(`    ${kind}${isEdit ? " edit" : ""}: ${minutes} min, ${polls} polls: ${title}`);
  }
  for (const line of lines) console.log(`  ${line}`);
}
