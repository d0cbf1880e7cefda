import type { Command } from "commander";
import { type Reading, whileReading } from "#cli/reading";
import type { GlobalOptions, Shell } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { recordText } from "#cli/terminal/json";
import { readCount } from "#cli/terminal/number";
import type { Terminal } from "#cli/terminal/terminal";
import { searchJson } from "#json/search";
import type { SearchHit } from "#store/public-reader";
import type { SearchView } from "#view/search";
import { absolute as shownInstant } from "#words/wording";

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
      "Searches headlines, standfirsts, correction notes and text of all versions, including words that were removed later. Newest first.",
    )
    .argument("<WORDS...>", 'words that are in one paragraph; for a phrase, put the words in "double quotes"')
    .option("--limit <N>", "list at most N articles", "30")
    .option("--json", "print the same JSON as the web site")
    .addHelpText("after", examples(shell, [[`$0 search '"state of emergency" minister'`, "a phrase and a word"]]))
    .action((words: readonly string[], _, command: Command) =>
      search(words, command.optsWithGlobals<Options>(), shell),
    );
}

async function search(given: readonly string[], options: Options, shell: Shell): Promise<void> {
  const { terminal } = shell;
  const limit = readCount("--limit", options.limit);
  await whileReading(options, shell, "public", async ({ view, absolute }) => {
    const found = await searched(view, given.join(" ").replace(/\s+/g, " ").trim(), limit);
    if (options.json) return terminal.out(recordText(searchJson(found, absolute)));
    if (found.hits.length === 0) return terminal.err("Nothing found.");
    for (const hit of found.hits) await terminal.out(lines(hit, terminal));
  });
}

async function searched({ reader }: Reading["view"], words: string, limit: number): Promise<SearchView> {
  const hits: SearchHit[] = [];
  let next: number | null = null;
  do {
    const page = await reader.search(words, { before: next ?? undefined, limit: Math.min(BATCH, limit - hits.length) });
    hits.push(...page.items);
    next = page.next;
  } while (next !== null && hits.length < limit);
  return { words, hits, next };
}

function lines({ article, source, version, current, excerpt, marks }: SearchHit, terminal: Terminal): string {
  const where = `${source.name}, version ${version.place}, ${shownInstant(version.firstSeenAt)}${current ? "" : "; removed since"}`;
  return [
    terminal.style("bold", article.headline ?? article.url),
    terminal.style("dim", `  ${where}`),
    `  ${article.url}`,
    `  ${marked(excerpt, marks, terminal)}`,
    "",
  ].join("\n");
}

/** Matches are in colour, or between asterisks if there are no colours. */
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
