import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { readSiteReport } from "#cli/site-report";
import { examples } from "#cli/terminal/help";
import { instant, jsonText } from "#cli/terminal/json";
import { printTable } from "#cli/terminal/table";
import { hubJson } from "#json/hub";
import { type Clock, DAY_MS, systemClock } from "#lib/clock";
import { BROKEN_AFTER, type Feed } from "#model/source";
import type { Reader, SourceHealth } from "#store/reader";
import { hubWords } from "#words/hubs";
import { reasonText, saidReason } from "#words/reasons";
import { plural, relative } from "#words/wording";

interface Options extends GlobalOptions {
  readonly feeds?: boolean;
  readonly json?: boolean;
}

export function sourcesCommand(program: Command, shell: Shell): void {
  program
    .command("sources")
    .summary("list what is watched and how it is doing")
    .description("Lists the sources with their articles, the changes of the last day and when they last answered.")
    .option("--feeds", "list the feeds of each source too, with the error of a broken one and how their hubs stand")
    .option("--json", "print JSON")
    .addHelpText("after", examples([["variorum sources --feeds", "which feeds are broken, and why"]]))
    .action((_, command: Command) => sources(command.optsWithGlobals<Options>(), shell));
}

async function sources(options: Options, shell: Shell): Promise<void> {
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const now = systemClock.now();
    const health = await store.reader.health(now);
    if (options.json) return await shell.terminal.out(jsonText(health.map((one) => toJson(one, now))));
    if (health.length === 0) return shell.terminal.err('Nothing is watched yet. Start with "variorum add URL".');
    await printSources(health, shell, systemClock);
    await printAlarms(store.reader, shell);
    if (options.feeds) for (const one of health) await printFeeds(one, shell, systemClock);
  } finally {
    await store.close();
  }
}

async function printSources(health: readonly SourceHealth[], { terminal }: Shell, clock: Clock): Promise<void> {
  const now = clock.now();
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

function stateOf({ feeds, lastSuccessAt, silentSince }: SourceHealth, now: number): string {
  const broken = feeds.filter((feed) => feed.failures >= BROKEN_AFTER).length;
  if (broken > 0) return `${plural(broken, "feed")} broken`;
  if (silentSince !== null) return `silent for ${Math.round(silentSince)} hours`;
  return lastSuccessAt === null ? "not looked at yet" : `answered ${relative(lastSuccessAt, now)}`;
}

/** Templates of sites that stopped matching lately: until a new one is learned their texts are read with less care. */
async function printAlarms(reader: Reader, { terminal }: Shell): Promise<void> {
  const since = systemClock.now() - ALARM_SHOWN_MS;
  for (const { key } of await reader.sites()) {
    const report = await readSiteReport(reader, key);
    for (const { section, at } of report?.alarms ?? []) {
      const text = `Pages of ${section} no longer match what was learned of them (${relative(at, systemClock.now())}); see "variorum site ${key}".`;
      if (at > since) await terminal.out(terminal.style("yellow", text));
    }
  }
}

/** A redesign is news for a week. */
const ALARM_SHOWN_MS = 7 * DAY_MS;

async function printFeeds({ source, feeds, hubs }: SourceHealth, { terminal }: Shell, clock: Clock): Promise<void> {
  const now = clock.now();
  await terminal.out(`\n${terminal.style("bold", source.name)}`);
  for (const feed of feeds) {
    const told = hubs.filter(({ feedId }) => feedId === feed.id).flatMap((hub) => hubWords(hub, now) ?? []);
    const lines = [feedState(feed, now), ...told].map((line) => `\n${" ".repeat(16)}${line}`);
    await terminal.out(`  ${feed.kind.padEnd(13)} ${feed.url}${lines.join("")}`);
  }
}

function feedState(feed: Feed, now: number): string {
  const next = feed.dueAt === null ? "paused" : `asked again ${relative(feed.dueAt, now)}`;
  const reason = feed.lastError ? reasonText(feed.lastError) : "no reason kept";
  if (feed.failures >= BROKEN_AFTER) return `broken (${feed.failures} failures in a row): ${reason}; ${next}`;
  if (feed.failures > 0) return `failed last time: ${reason}; ${next}`;
  return feed.lastSuccessAt === null ? next : `answered ${relative(feed.lastSuccessAt, now)}; ${next}`;
}

const toJson = (
  { source, feeds, hubs, lastSuccessAt, lastArticleAt, ...counts }: SourceHealth,
  now: number,
): object => ({
  id: source.id,
  name: source.name,
  homeUrl: source.homeUrl,
  patterns: source.patterns,
  render: source.render,
  ...counts,
  lastSuccessAt: instant(lastSuccessAt),
  lastArticleAt: instant(lastArticleAt),
  feeds: feeds.map(({ sourceId: _source, hostId: _host, ...feed }) => ({
    ...feed,
    lastError: feed.lastError && saidReason(feed.lastError),
    dueAt: instant(feed.dueAt),
    lastPolledAt: instant(feed.lastPolledAt),
    lastSuccessAt: instant(feed.lastSuccessAt),
    hubs: hubs.filter(({ feedId }) => feedId === feed.id).map((hub) => hubJson(hub, now)),
  })),
});
