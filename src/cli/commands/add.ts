import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { openServices } from "#cli/compose";
import { Exit } from "#cli/exit";
import { type GlobalOptions, logOf, type Shell, settingsOf } from "#cli/shell";
import { looksLikeFile } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { jsonText } from "#cli/terminal/json";
import { SETTINGS } from "#config/schema";
import type { AddedSource, AddOptions, AddReport, Engine } from "#engine/engine";
import { fail, type Result } from "#model/failure";
import type { Patterns, RenderMode } from "#model/source";
import { plural } from "#words/wording";

interface Options extends GlobalOptions {
  readonly name?: string;
  readonly includeUrl?: readonly string[];
  readonly excludeUrl?: readonly string[];
  readonly includeTitle?: readonly string[];
  readonly excludeTitle?: readonly string[];
  readonly every?: string;
  readonly render?: RenderMode;
  readonly json?: boolean;
}

const RENDER_MODES: readonly RenderMode[] = ["plain", "browser"];

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function addCommand(program: Command, shell: Shell): void {
  program
    .command("add")
    .summary("watch a site, feed, sitemap or article")
    .description(
      "Takes anything you have: a home or section page, a feed, a sitemap, an article, an OPML file. Feeds and sitemaps are found from there; what they list is watched from now on.",
    )
    .argument("<URL...>", "addresses (https:// may be left out) or OPML files")
    .option("--name <NAME>", "what to call the source (default: as it calls itself)")
    .option("--include-url <PATTERN>", "watch only articles whose address matches (repeatable, RE2 syntax)", collect)
    .option("--exclude-url <PATTERN>", "never watch articles whose address matches", collect)
    .option("--include-title <PATTERN>", "watch only articles whose title matches", collect)
    .option("--exclude-title <PATTERN>", "never watch articles whose title matches", collect)
    .option("--every <TIME>", 'how often its feeds are asked, such as "30 min" (default: feed-period)')
    .addOption(
      new Option(
        "--render <MODE>",
        "browser: run the pages' scripts before reading them, for sites that show no text without (needs Chromium)",
      ).choices(RENDER_MODES),
    )
    .option("--json", "print what was added as JSON")
    .addHelpText(
      "after",
      examples([
        ["variorum add www.example.org", "a whole site"],
        ["variorum add https://example.org/politics/feed.xml --every '5 min'", "one feed, looked at often"],
        ["variorum add example.org --exclude-url '/(sport|video)/'", "a site without two of its sections"],
        ["variorum add spa.example.org --render browser", "a site whose pages are empty without their scripts"],
        ["variorum add subscriptions.opml", "every feed of a feed reader"],
      ]),
    )
    .action((urls: readonly string[], _, command: Command) => add(urls, command.optsWithGlobals<Options>(), shell));
}

async function add(urls: readonly string[], options: Options, shell: Shell): Promise<void> {
  const { terminal, signal } = shell;
  const loaded = settingsOf(shell, options);
  if (options.render === "browser") await checkBrowser(loaded.config.browser);
  const wishes = { ...(await wishesOf(options)), onStep: terminal.progress, signal };
  const services = await openServices(loaded.config, { log: logOf(loaded) });
  try {
    const reports: { readonly given: string; readonly result: Result<AddReport> }[] = [];
    for (const given of urls) {
      terminal.progress(`Looking at ${given} ...`);
      const result = await addOne(services.engine, given, wishes, shell.cwd);
      if (signal.aborted && !result.ok) throw new Exit("interrupted", `Stopped; nothing of ${given} was added.`);
      reports.push({ given, result });
      if (!result.ok) terminal.err(`${given}: ${result.failure.message}`);
      else if (!options.json) for (const source of result.value.sources) await terminal.out(sentence(source));
    }
    if (options.json) await terminal.out(jsonText(reports.map(({ given, result }) => toJson(given, result))));
    else if (reports.some(({ result }) => result.ok))
      terminal.err('\nStart "variorum" to watch, or run "variorum check --due" from time to time.');
    const failed = reports.filter(({ result }) => !result.ok).length;
    if (failed > 0)
      throw new Exit("failed", `${plural(failed, "address", "addresses")} of ${reports.length} could not be added.`);
  } finally {
    await services.close();
  }
}

async function wishesOf(options: Options): Promise<AddOptions> {
  const { name, includeUrl = [], excludeUrl = [], includeTitle = [], excludeTitle = [], every } = options;
  const patterns = { includeUrl, excludeUrl, includeTitle, excludeTitle };
  const wished = Object.values(patterns).some((list) => list.length > 0);
  if (wished) await checkPatterns(patterns);
  return {
    ...(name === undefined ? {} : { name }),
    ...(wished ? { patterns } : {}),
    ...(every === undefined ? {} : { periodMs: readPeriod(every) }),
    ...(options.render === undefined ? {} : { render: options.render }),
  };
}

/** Before anything is stored that nobody could read. */
async function checkBrowser(path: string | null): Promise<void> {
  const { findChromium } = await import("#fetch/render/chromium");
  const found = findChromium(path);
  if (!found.ok) throw new Exit("failed", found.failure.message);
}

/** Before anything is opened or asked. */
async function checkPatterns(patterns: Patterns): Promise<void> {
  const { compilePatterns } = await import("#discover/patterns");
  const compiled = compilePatterns(patterns);
  if (!compiled.ok) throw new Exit("usage", compiled.failure.message);
}

function readPeriod(every: string): number {
  const read = SETTINGS.feedPeriodMs.kind.schema.safeParse(every);
  if (read.success) return read.data;
  throw new Exit("usage", `--every ${read.error.issues[0]?.message ?? "is not a time"}; it is "${every}".`);
}

/** Larger OPML files than this are something else: a list of 10,000 feeds takes 2 MB. */
const MAX_OPML_BYTES = 20 * 1024 * 1024;

async function addOne(engine: Engine, given: string, options: AddOptions, cwd: string): Promise<Result<AddReport>> {
  const path = resolve(cwd, given);
  const file = /^https?:/i.test(given) ? undefined : statSync(path, { throwIfNoEntry: false });
  if (file?.isFile()) {
    if (file.size > MAX_OPML_BYTES) return fail("never", "opml-too-large", "The file is too large for an OPML file.");
    return engine.addOpml(readFileSync(path, "utf8"), options);
  }
  if (looksLikeFile(given)) return fail("never", "no-such-file", `There is no file ${given}.`);
  return engine.add(given, options);
}

function sentence({ name, homeUrl, added, feeds, articles }: AddedSource): string {
  const found = [
    feeds.length > 0 ? plural(feeds.length, "feed") : "",
    articles > 0 ? plural(articles, "new article") : "no new articles yet",
  ];
  const lines = [`${added ? "Added" : "Already known:"} ${name} (${homeUrl}): ${found.filter(Boolean).join(", ")}.`];
  for (const feed of feeds) lines.push(`  ${feed.added ? "+" : "="} ${feed.kind.padEnd(13)} ${feed.url}`);
  return lines.join("\n");
}

const toJson = (given: string, result: Result<AddReport>): object =>
  result.ok ? { given, ...result.value } : { given, error: result.failure };
