import type { Command } from "commander";
import { findSource } from "#cli/find-source";
import { foundOrExit, type Reading, whileReading } from "#cli/reading";
import type { GlobalOptions, Shell } from "#cli/shell";
import { readSiteReport } from "#cli/site-report";
import { typed } from "#cli/started-as";
import { examples } from "#cli/terminal/help";
import { recordText } from "#cli/terminal/json";
import { printTable } from "#cli/terminal/table";
import { sourceJson } from "#json/source";
import { sourcesJson } from "#json/sources";
import { DAY_MS } from "#lib/clock";
import { BROKEN_AFTER, type Feed } from "#model/source";
import type { Reader, SourceHealth } from "#store/reader";
import { type SourceStanding, type SourcesView, sourcesView } from "#view/health";
import { sourceView } from "#view/source";
import { healthWords } from "#words/health";
import { hubWords } from "#words/hubs";
import { reasonText } from "#words/reasons";
import { plural, relative } from "#words/wording";

interface Options extends GlobalOptions {
  readonly feeds?: boolean;
  readonly json?: boolean;
}

export function sourcesCommand(program: Command, shell: Shell): void {
  program
    .command("sources")
    .summary("list what is watched, and whether it works")
    .description(
      "Lists the sources with their articles, the changes of the last 24 hours and when they last answered. Sources with problems come first. Give one SOURCE to see its feeds.",
    )
    .argument("[SOURCE]", "one source: its name, its home page or one of its feeds")
    .option("--feeds", "also list the feeds, why a feed is broken, and their hubs")
    .option("--json", "print the same JSON as the web site")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 sources --feeds", "which feeds are broken, and why"],
        ["$0 sources example.org --json", "one source, with patterns and latest changes"],
      ]),
    )
    .action((given: string | undefined, _, command: Command) =>
      sources(given, command.optsWithGlobals<Options>(), shell),
    );
}

async function sources(given: string | undefined, options: Options, shell: Shell): Promise<void> {
  await whileReading(options, shell, "public", (reading) =>
    given === undefined ? all(reading, options, shell) : one(given, reading, options, shell),
  );
}

async function all({ view, absolute, reader }: Reading, options: Options, shell: Shell): Promise<void> {
  const { terminal, startedAs } = shell;
  const list = await allSources(view);
  if (options.json) return terminal.out(recordText(sourcesJson(list, view.now, absolute)));
  if (list.found === 0) return terminal.err(`Nothing is watched yet. Start with "${typed(startedAs, "add URL")}".`);
  await printSources(list.sources, view.now, shell);
  await printAlarms(reader, view.now, shell);
  if (options.feeds) for (const each of list.sources) await printFeeds(each, view.now, shell);
}

/** What the web site gives page by page, as one page. */
async function allSources(view: Reading["view"]): Promise<SourcesView> {
  const first = await sourcesView(view, 1);
  const sources: SourceStanding[] = [...first.sources];
  for (let page = 2; page <= first.pages; page++) sources.push(...(await sourcesView(view, page)).sources);
  return { ...first, sources, page: 1, pages: 1 };
}

async function one(given: string, { view, absolute, reader }: Reading, options: Options, shell: Shell): Promise<void> {
  const { id } = await findSource(reader, given, shell);
  const source = foundOrExit(await sourceView(view, id));
  if (options.json) return shell.terminal.out(recordText(sourceJson(source, view.now, absolute)));
  await printSources([source], view.now, shell);
  await printFeeds(source, view.now, shell);
}

async function printSources(health: readonly SourceHealth[], now: number, { terminal }: Shell): Promise<void> {
  await printTable(
    terminal,
    [
      { title: "SOURCE", cell: ({ source }) => source.name, flexible: true },
      { title: "HOME", cell: ({ source }) => source.homeUrl, flexible: true },
      { title: "FEEDS", cell: ({ feeds }) => String(feeds.length), right: true },
      { title: "ARTICLES", cell: ({ articles }) => String(articles), right: true },
      { title: "TODAY", cell: ({ articlesToday }) => String(articlesToday), right: true },
      { title: "CHANGES", cell: ({ changesToday }) => String(changesToday), right: true },
      { title: "STATE", cell: (one) => stateOf(one, now) + (one.source.render === "browser" ? ", by browser" : "") },
    ],
    health,
  );
}

function stateOf({ feeds, lastSuccessAt, silentSince, fault }: SourceHealth, now: number): string {
  if (fault) return healthWords([{ code: "site-fault", ...fault }], now);
  const broken = feeds.filter((feed) => feed.failures >= BROKEN_AFTER).length;
  if (broken > 0) return `${plural(broken, "feed")} broken`;
  if (silentSince !== null) return `silent for ${Math.round(silentSince)} hours`;
  return lastSuccessAt === null ? "not read yet" : `answered ${relative(lastSuccessAt, now)}`;
}

/** Templates that stopped matching: until a new one is learned, texts are read less exactly. */
async function printAlarms(reader: Reader, now: number, { terminal, startedAs }: Shell): Promise<void> {
  const since = now - ALARM_SHOWN_MS;
  for (const { key } of await reader.sites()) {
    const report = await readSiteReport(reader, key);
    for (const { section, at } of report?.alarms ?? []) {
      const text = `Pages of ${section} stopped matching their template ${relative(at, now)}. See "${typed(startedAs, `site ${key}`)}".`;
      if (at > since) await terminal.out(terminal.style("yellow", text));
    }
  }
}

/** A redesign is news for a week. */
const ALARM_SHOWN_MS = 7 * DAY_MS;

async function printFeeds({ source, feeds, hubs }: SourceHealth, now: number, { terminal }: Shell): Promise<void> {
  await terminal.out(`\n${terminal.style("bold", source.name)}`);
  for (const feed of feeds) {
    const hubLines = hubs.filter(({ feedId }) => feedId === feed.id).flatMap((hub) => hubWords(hub, now) ?? []);
    const lines = [feedState(feed, now), ...hubLines].map((line) => `\n${" ".repeat(16)}${line}`);
    await terminal.out(`  ${feed.kind.padEnd(13)} ${feed.url}${lines.join("")}`);
  }
}

function feedState(feed: Feed, now: number): string {
  const next = feed.dueAt === null ? "paused" : `next read ${relative(feed.dueAt, now)}`;
  const reason = feed.lastError ? reasonText(feed.lastError) : "reason unknown";
  if (feed.failures >= BROKEN_AFTER) return `broken (${feed.failures} failures in a row): ${reason}; ${next}`;
  if (feed.failures > 0) return `failed last time: ${reason}; ${next}`;
  return feed.lastSuccessAt === null ? next : `answered ${relative(feed.lastSuccessAt, now)}; ${next}`;
}
