import type { Command } from "commander";
import { Exit } from "#cli/exit";
import { findArticle } from "#cli/find-article";
import { type Reading, whileReading } from "#cli/reading";
import type { GlobalOptions, Shell } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { readCount } from "#cli/terminal/number";
import type { ArticleId } from "#model/id";
import { showArticle } from "./show/article.ts";
import { showChange } from "./show/change.ts";
import { showHidden } from "./show/hidden.ts";
import { showLooks } from "./show/looks.ts";
import { showVersion } from "./show/version.ts";

interface Options extends GlobalOptions {
  /** From the program's own `--version`, which takes a number here. */
  readonly version?: string | true;
  readonly change?: string;
  readonly looks?: boolean;
  readonly captures?: string;
  readonly full?: boolean;
  readonly json?: boolean;
}

export function showCommand(program: Command, shell: Shell): void {
  program
    .command("show")
    .summary("show an article, one of its versions or changes, or its looks")
    .description(
      "Prints the article, the time between its versions, and for each look what was decided and why. Of a hidden article it prints only the headline, the address and why it is hidden.",
    )
    .argument("<URL>", "any address of the article, or its number")
    .option("--version <N>", "print the text of one version")
    .option("--change <A..B>", "compare two versions side by side")
    .option("--full", "with --change: print all paragraphs, also those that did not change")
    .option("--looks", "print the looks only, newest first")
    .option("--captures <N>", "print at most N looks (default: 20; with --looks: 100)")
    .option("--json", "print the same JSON as the web site")
    .addHelpText(
      "after",
      examples(shell, [
        ["$0 show https://example.org/news/1", "the history of an article"],
        ["$0 show 17 --version 2", "the text of its second version"],
        ["$0 show 17 --change 1..3", "what changed from the first version to the third"],
        ["$0 show 17 --version 2 --json | jq '.blocks'", "the text as JSON"],
      ]),
    )
    .action((url: string, _, command: Command) => show(url, command.optsWithGlobals<Options>(), shell));
}

async function show(url: string, options: Options, shell: Shell): Promise<void> {
  const given = [options.version, options.change, options.looks].filter((each) => each !== undefined);
  if (given.length > 1) throw new Exit("usage", "Use only one of --version, --change and --looks.");
  const limit = options.captures === undefined ? undefined : readCount("--captures", options.captures);
  // Readers and the operator see the same of an article that is shown; of a hidden one the operator learns why.
  await whileReading(options, shell, "operator", async (reading) => {
    const { id } = await findArticle(reading.reader, url, shell);
    const seen = await reading.view.reader.article(id);
    if (seen?.kind === "hidden") return showHidden(seen.notice, options.json === true, shell);
    await showPart(reading, id, limit, options, shell);
  });
}

async function showPart(
  reading: Reading,
  id: ArticleId,
  limit: number | undefined,
  options: Options,
  shell: Shell,
): Promise<void> {
  const json = options.json === true;
  if (options.version !== undefined) return showVersion(reading, id, numberOf(options.version), json, shell);
  if (options.change !== undefined)
    return showChange(reading, id, pairOf(options.change), { json, full: options.full === true }, shell);
  if (options.looks) return showLooks(reading, id, limit, json, shell);
  return showArticle(reading, id, limit, json, shell);
}

function numberOf(given: string | true): number {
  if (given === true) throw new Exit("usage", "Say which version, such as --version 2.");
  return readCount("--version", given);
}

function pairOf(given: string): { readonly from: number; readonly to: number } {
  const [, from, to] = /^(\d{1,9})\.\.(\d{1,9})$/.exec(given.trim()) ?? [];
  if (from === undefined || to === undefined || Number(from) >= Number(to))
    throw new Exit("usage", `--change takes two versions, the older one first, such as 1..2; it is "${given}".`);
  return { from: Number(from), to: Number(to) };
}
