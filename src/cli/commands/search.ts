import type { Command } from "commander";
import { openExistingData } from "#cli/compose";
import { type GlobalOptions, type Shell, settingsOf } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { articleJson, instant, jsonText } from "#cli/terminal/json";
import { readCount } from "#cli/terminal/number";
import type { Terminal } from "#cli/terminal/terminal";
import { createPublicReader, type SearchHit } from "#store/public-reader";
import { absolute } from "#words/wording";

interface Options extends GlobalOptions {
  readonly limit: string;
  readonly json?: boolean;
}

/** Most that the reader gives at once; more is read page by page. */
const BATCH = 200;

export function searchCommand(program: Command, shell: Shell): void {
  program
    .command("search")
    .summary("search the text of all versions")
    .description(
      "Searches headlines, standfirsts, corrections and bodies of all versions, also words that were edited away since. Newest first.",
    )
    .argument("<WORDS...>", 'all of them have to stand in one paragraph; "in quotes" next to each other')
    .option("--limit <N>", "at most so many articles", "20")
    .option("--json", "print JSON")
    .addHelpText("after", examples([[`variorum search '"state of emergency" minister'`, "a phrase and a word"]]))
    .action((words: readonly string[], _, command: Command) =>
      search(words, command.optsWithGlobals<Options>(), shell),
    );
}

async function search(words: readonly string[], options: Options, shell: Shell): Promise<void> {
  const { terminal } = shell;
  const limit = readCount("--limit", options.limit);
  const store = await openExistingData(settingsOf(shell, options).config);
  try {
    const reader = createPublicReader(store.reader, "public");
    const hits: SearchHit[] = [];
    let before: number | undefined;
    do {
      const page = await reader.search(words.join(" "), { before, limit: Math.min(BATCH, limit - hits.length) });
      hits.push(...page.items);
      before = page.next ?? undefined;
    } while (before !== undefined && hits.length < limit);
    if (options.json) return await terminal.out(jsonText(hits.map(toJson)));
    if (hits.length === 0) return terminal.err("Nothing found.");
    for (const hit of hits) await terminal.out(lines(hit, terminal));
  } finally {
    await store.close();
  }
}

function lines({ article, source, version, current, excerpt, marks }: SearchHit, terminal: Terminal): string {
  const where = `${source.name}, version ${version.number}, ${absolute(version.firstSeenAt)}${current ? "" : "; edited away since"}`;
  return [
    terminal.style("bold", article.headline ?? article.url),
    terminal.style("dim", `  ${where}`),
    `  ${article.url}`,
    `  ${marked(excerpt, marks, terminal)}`,
    "",
  ].join("\n");
}

/** Matched stretches stand out by colour, or between asterisks where there is none. */
function marked(text: string, marks: SearchHit["marks"], terminal: Terminal): string {
  let result = "";
  let at = 0;
  for (const [start, end] of marks) {
    const match = text.slice(start, end);
    result += text.slice(at, start) + (terminal.colour ? terminal.style(["bold", "yellow"], match) : `*${match}*`);
    at = end;
  }
  return result + text.slice(at);
}

const toJson = ({ article, source, version, current, excerpt, marks }: SearchHit): object => ({
  article: articleJson(article),
  source: source.name,
  version: {
    number: version.number,
    firstSeenAt: instant(version.firstSeenAt),
    lastSeenAt: instant(version.lastSeenAt),
  },
  current,
  excerpt,
  marks,
});
