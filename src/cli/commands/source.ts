import { type Command, Option } from "commander";
import { changeSource, type SourceChange } from "#actions/sources";
import { openExistingData } from "#cli/compose";
import { Exit, orExit } from "#cli/exit";
import { findSource } from "#cli/find-source";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { withScheme } from "#cli/terminal/address";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { systemClock } from "#lib/clock";
import { OPERATOR } from "#model/actor";
import type { Source } from "#model/source";
import type { Reader } from "#store/reader";
import { restWords } from "#words/health";

const HISTORIES = ["stays", "goes"] as const;

interface Options extends GlobalOptions {
  readonly name?: string;
  readonly home?: string;
  readonly pause?: boolean;
  readonly resume?: boolean;
  readonly removeFeed?: string;
  readonly includeUrl?: readonly string[];
  readonly excludeUrl?: readonly string[];
  readonly includeTitle?: readonly string[];
  readonly excludeTitle?: readonly string[];
  readonly everyArticle?: boolean;
  readonly remove?: boolean;
  readonly history?: (typeof HISTORIES)[number];
  readonly json?: boolean;
}

export function sourceCommand(program: Command, shell: Shell): void {
  program
    .command("source")
    .summary("rename, correct, pause or remove a source")
    .description(
      "Changes one source. A paused source is asked for nothing until it is resumed. A removed one is no longer watched; its history stays to be read, or goes: its articles are then hidden, not deleted, so that what the ledger sealed can still be verified.",
    )
    .argument("<SOURCE>", "its name, its home page or one of its feeds")
    .option("--name <NAME>", "give it this name")
    .option("--home <URL>", "correct its home page")
    .option("--pause", "ask nothing for it until it is resumed")
    .option("--resume", "watch it again, after a pause or a removal")
    .option("--remove-feed <URL>", "no longer read this feed")
    .option("--include-url <PATTERN>", "watch only articles whose address matches (can be repeated)", collect)
    .option("--exclude-url <PATTERN>", "never watch articles whose address matches", collect)
    .option("--include-title <PATTERN>", "watch only articles whose title matches", collect)
    .option("--exclude-title <PATTERN>", "never watch articles whose title matches", collect)
    .option("--every-article", "take all its patterns away")
    .option("--remove", "no longer watch it; --history says what becomes of what was seen")
    .addOption(new Option("--history <WHAT>", "of a removed source: stays, or goes (is hidden)").choices(HISTORIES))
    .option("--json", "print the result as JSON")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 source example.org --name 'The Example'", "rename a source"],
        ["$0 source example.org --pause", "ask nothing for a while"],
        ["$0 source example.org --exclude-url '/(sport|video)/'", "other patterns, in place of the old ones"],
        ["$0 source example.org --remove --history stays", "stop watching, and keep what was seen"],
      ]),
    )
    .action((given: string, _, command: Command) => source(given, command.optsWithGlobals<Options>(), shell));
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

async function source(given: string, options: Options, shell: Shell): Promise<void> {
  if (options.remove && options.history === undefined)
    throw new Exit("usage", "Say what becomes of what was seen: --history stays, or --history goes.");
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    let found = await findSource(store.reader, given, shell);
    const changes = await changesOf(store.reader, found, options);
    if (changes.length === 0) throw new Exit("usage", "Say what to change, such as --name, --pause or --remove.");
    for (const change of changes)
      found = orExit(await changeSource({ store, clock: systemClock }, OPERATOR, found.id, change));
    await shell.terminal.out(options.json ? reportText("changed-source", found) : sentence(found));
  } finally {
    await store.close();
  }
}

async function changesOf(reader: Reader, { id, patterns }: Source, options: Options): Promise<readonly SourceChange[]> {
  const { name, home, pause, resume, removeFeed, remove, history } = options;
  const { includeUrl, excludeUrl, includeTitle, excludeTitle, everyArticle } = options;
  const given = { includeUrl, excludeUrl, includeTitle, excludeTitle };
  const isPattern = everyArticle || Object.values(given).some((list) => list !== undefined);
  const kept = everyArticle ? { includeUrl: [], excludeUrl: [], includeTitle: [], excludeTitle: [] } : patterns;
  const wanted = {
    includeUrl: includeUrl ?? kept.includeUrl,
    excludeUrl: excludeUrl ?? kept.excludeUrl,
    includeTitle: includeTitle ?? kept.includeTitle,
    excludeTitle: excludeTitle ?? kept.excludeTitle,
  };
  const feed = removeFeed === undefined ? undefined : (await reader.feeds(id)).find(isFeedAt(removeFeed));
  if (removeFeed !== undefined && !feed) throw new Exit("notFound", `The source has no feed ${removeFeed}.`);
  return [
    ...(name === undefined ? [] : [{ kind: "rename", name } as const]),
    ...(home === undefined ? [] : [{ kind: "home", url: withScheme(home) } as const]),
    ...(isPattern ? [{ kind: "patterns", patterns: wanted } as const] : []),
    ...(feed ? [{ kind: "remove-feed", feed: feed.id } as const] : []),
    ...(pause ? [{ kind: "pause" } as const] : []),
    ...(resume ? [{ kind: "resume" } as const] : []),
    ...(remove && history ? [{ kind: "remove", history } as const] : []),
  ];
}

const isFeedAt =
  (given: string) =>
  ({ url }: { readonly url: string }): boolean =>
    url === given || url === withScheme(given);

function sentence(source: Source): string {
  const rest = restWords(source, systemClock.now());
  return `${source.name} (${source.homeUrl})${rest === "" ? "" : `: ${rest}`}`;
}
