import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { type AddedItem, add as addAll } from "#actions/add";
import { openServices } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { runningHere } from "#cli/running";
import { agrees, previewJson } from "#cli/seed-preview";
import { type GlobalOptions, logOf, type Shell, settingsOf } from "#cli/shell";
import { typed } from "#cli/started-as";
import { looksLikeFile } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { type Config, SETTINGS } from "#config/schema";
import type { AddedSource, AddOptions, SeedPreview } from "#engine/engine";
import { OPERATOR } from "#model/actor";
import type { Result } from "#model/failure";
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
  readonly all?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

const RENDER_MODES: readonly RenderMode[] = ["plain", "browser"];

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export function addCommand(program: Command, shell: Shell): void {
  program
    .command("add")
    .summary("watch a site, feed, sitemap or article")
    .description(
      "Give any address of a site: its home page, a section, a feed, a sitemap or an article. OPML files and text files with addresses work too. Variorum finds the feeds and sitemaps and watches the articles that they list.",
    )
    .argument("<URL...>", "addresses (https:// can be left out), OPML files, or text files with one address per line")
    .option("--name <NAME>", "name of the source (default: the name that it uses itself)")
    .option(
      "--include-url <PATTERN>",
      "watch only articles whose address matches (RE2 syntax; can be repeated)",
      collect,
    )
    .option("--exclude-url <PATTERN>", "never watch articles whose address matches", collect)
    .option("--include-title <PATTERN>", "watch only articles whose title matches", collect)
    .option("--exclude-title <PATTERN>", "never watch articles whose title matches", collect)
    .option("--every <TIME>", 'how often to read its feeds, such as "30 min" (default: the setting feed-period)')
    .addOption(
      new Option(
        "--render <MODE>",
        "browser: run the scripts of a page before reading it, for sites that show no text without them (needs Chromium)",
      ).choices(RENDER_MODES),
    )
    .option("--all", "also take in, slowly, what its sitemaps list from before; says first how many and how long")
    .option("--yes", "with --all: go on without asking")
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 add www.example.org", "a whole site"],
        ["$0 add https://example.org/politics/feed.xml --every '5 min'", "one feed, read often"],
        ["$0 add example.org --exclude-url '/(sport|video)/'", "a site without two of its sections"],
        ["$0 add spa.example.org --render browser", "a site whose pages are empty without scripts"],
        ["$0 add subscriptions.opml", "all feeds of a feed reader"],
        ["$0 add papers.txt", "every address in a list"],
        ["$0 add example.org --all", "a site with its old articles"],
      ]),
    )
    .action((urls: readonly string[], _, command: Command) => add(urls, command.optsWithGlobals<Options>(), shell));
}

async function add(urls: readonly string[], options: Options, shell: Shell): Promise<void> {
  const { terminal, signal } = shell;
  const loaded = settingsOf(shell, options);
  if (options.render === "browser") await checkBrowser(loaded.config.browser);
  const { files, missing } = filesAmong(urls, shell.cwd);
  if (options.all && (urls.length > 1 || files.length > 0))
    throw new Exit("usage", "--all takes in one source at a time: give one address.");
  const previews: SeedPreview[] = [];
  const all = (preview: SeedPreview) => {
    previews.push(preview);
    return agrees(preview, options, shell);
  };
  const wishes = { ...(await wishesOf(options)), ...(options.all && { all }), onStep: terminal.progress, signal };
  const services = await openServices(loaded.config, { log: logOf(loaded) });
  try {
    for (const item of missing) terminal.err(`${item.given}: ${item.result.failure.message}`);
    const addresses = urls.filter((given) => ![...files, ...missing].some((file) => file.given === given));
    const added = await addAll(services, OPERATOR, {
      addresses: addresses.join("\n"),
      files: files.map(({ given, text }) => ({ name: given, text })),
      options: wishes,
      onBegin: (given, at, of) => terminal.progress(`Reading ${of === 1 ? "" : `${at} of ${of}: `}${given} ...`),
      onDone: (item) => printItem(item, options, shell),
    });
    if (!added.ok && (missing.length === 0 || added.failure.code !== "nothing-given")) orExit(added);
    const items = [...missing, ...(added.ok ? added.value : [])];
    if (options.json)
      await terminal.out(
        reportText("added", { added: items.map((item) => ({ ...toJson(item), ...previewsJson(previews) })) }),
      );
    else if (items.some(({ result }) => result.ok)) terminal.err(`\n${whatNext(loaded.config, shell)}`);
    const failed = items.filter(({ result }) => !result.ok && !isDeclined(result)).length;
    if (failed > 0)
      throw new Exit("failed", `${plural(failed, "address", "addresses")} of ${items.length} could not be added.`);
  } finally {
    await services.close();
  }
}

async function printItem({ given, result }: AddedItem, { json }: Options, { terminal, signal }: Shell): Promise<void> {
  if (signal.aborted && !result.ok) throw new Exit("interrupted", `Stopped. ${given} was not added.`);
  if (isDeclined(result)) return;
  if (!result.ok) terminal.err(`${given}: ${result.failure.message}`);
  else if (!json) for (const source of result.value.sources) await terminal.out(sentence(source));
}

function whatNext({ dataDir, databaseUrl }: Config, { startedAs }: Shell): string {
  if (runningHere(dataDir).some(({ watches }) => watches))
    return "Variorum is running with this data and watches the new addresses from now on.";
  const start = `run "${typed(startedAs)}" to watch, or "${typed(startedAs, "check --due")}" from time to time.`;
  return databaseUrl === null
    ? `Next, ${start}`
    : `A server or worker on another machine watches the new addresses from now on. If there is none, ${start}`;
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

/** Before a source is stored that could not be read. */
async function checkBrowser(path: string | null): Promise<void> {
  const { findChromium } = await import("#fetch/render/chromium");
  const found = findChromium(path);
  if (!found.ok) throw new Exit("failed", found.failure.message);
}

/** Before anything is opened or fetched. */
async function checkPatterns(patterns: Patterns): Promise<void> {
  const { compilePatterns } = await import("#discover/patterns");
  const compiled = compilePatterns(patterns);
  if (!compiled.ok) throw new Exit("usage", compiled.failure.message);
}

function readPeriod(every: string): number {
  const read = SETTINGS.feedPeriodMs.kind.schema.safeParse(every);
  if (read.success) return read.data;
  throw new Exit("usage", `--every ${read.error.issues[0]?.message ?? "is not a length of time"}; it is "${every}".`);
}

/** Larger files are something else: an OPML file of 10,000 feeds takes 2 MB. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

interface Missing {
  readonly given: string;
  readonly result: Extract<Result<never>, { readonly ok: false }>;
}

/** The files among the arguments, read; and the arguments that are neither file nor address, with the reason. */
function filesAmong(urls: readonly string[], cwd: string) {
  const files: { readonly given: string; readonly text: string }[] = [];
  const missing: Missing[] = [];
  for (const given of new Set(urls)) {
    const path = resolve(cwd, given);
    const file = /^https?:/i.test(given) ? undefined : statSync(path, { throwIfNoEntry: false });
    if (file?.isFile() && file.size <= MAX_FILE_BYTES) files.push({ given, text: readFileSync(path, "utf8") });
    else if (file?.isFile())
      missing.push({ given, result: refused("file-too-large", "The file is too large for a list of addresses.") });
    else if (looksLikeFile(given))
      missing.push({ given, result: refused("no-such-file", `There is no file ${given}.`) });
  }
  return { files, missing };
}

const refused = (code: string, message: string): Missing["result"] => ({
  ok: false,
  failure: { advice: "never", code, message },
});

function sentence({ name, homeUrl, added, feeds, articles, seeds }: AddedSource): string {
  const found = [
    feeds.length > 0 ? plural(feeds.length, "feed") : "",
    articles > 0 ? plural(articles, "new article") : "no new articles yet",
  ];
  const lines = [`${added ? "Added" : "Already known:"} ${name} (${homeUrl}): ${found.filter(Boolean).join(", ")}.`];
  for (const feed of feeds) lines.push(`  ${feed.added ? "+" : "="} ${feed.kind.padEnd(13)} ${feed.url}`);
  if (seeds !== undefined) lines.push(`  ${plural(seeds, "article")} from before to be taken in.`);
  return lines.join("\n");
}

/** The preview was all that was wanted. */
const isDeclined = (result: Result<unknown>): boolean => !result.ok && result.failure.code === "declined";

const previewsJson = ([preview]: readonly SeedPreview[]): object =>
  preview === undefined ? {} : { preview: previewJson(preview) };

const toJson = ({ given, result }: AddedItem | Missing): object =>
  result.ok ? { given, ...result.value } : { given, error: result.failure };
