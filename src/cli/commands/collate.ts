import type { Command } from "commander";
import { Exit } from "#cli/exit";
import type { GlobalOptions, Shell } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { reportText } from "#cli/terminal/json";
import { rowOf, sideBySide, summaryLine } from "#cli/terminal/side-by-side";
import { collateMarked } from "#collate/collate";
import { collateMarkedInFull } from "#collate/full";
import type { MarkedParagraph } from "#collate/spans/marked";
import { collateBatch } from "./collate-batch.ts";
import { collateMany } from "./collate-many.ts";
import { readWitness } from "./witness.ts";

interface Options extends GlobalOptions {
  readonly batch?: string;
  readonly full?: boolean;
  readonly json?: boolean;
  readonly language?: string;
}

export function collateCommand(program: Command, shell: Shell): void {
  program
    .command("collate")
    .summary("compare two texts, paragraph by paragraph")
    .description(
      "Compares two texts paragraph by paragraph and marks the words that differ. Paragraphs that were moved, split or merged are recognised. Three texts or more, oldest first, are merged into one. A file can be plain text (one paragraph per line), an HTML page, or JSON from `extract` or `show --version`.",
    )
    .argument("[OLD]", "the older text, or - for standard input")
    .argument("[NEW]", "the newer text")
    .argument("[NEWER...]", "more texts: all are merged into one that shows what was added, removed and restored")
    .option("--full", "print all paragraphs, also those that did not change")
    .option(
      "--batch <FILE>",
      'compare many pairs: reads lines {"id","old":[...],"new":[...]} and prints one line of JSON for each; - for standard input',
    )
    .option("--json", "print JSON: groups of paragraph numbers (from 0), edits, sentence pairs, labels, rank")
    .option(
      "--language <TAG>",
      "language of both texts, such as en or de-AT, for labels in JSON (default: found from the text)",
    )
    .addHelpText(
      "after",
      `
Between the columns:  ~ edited   + added   - removed   < split   > merged   ↕ moved
${examples(shell, [
  ["$0 collate monday.txt tuesday.txt", "side by side in the terminal"],
  ["$0 collate old.html new.html --json", "two saved pages, as JSON"],
  ["$0 collate 1.txt 2.txt 3.txt", "three texts in one: what was added, removed and restored"],
  ["$0 collate --batch pairs.jsonl > collations.jsonl", "thousands of pairs, one in memory at a time"],
])}`,
    )
    .action((old: string | undefined, newer: string | undefined, more: readonly string[], _, command: Command) =>
      collate(old, newer, more, command.optsWithGlobals<Options>(), shell),
    );
}

async function collate(
  old: string | undefined,
  newer: string | undefined,
  more: readonly string[],
  options: Options,
  shell: Shell,
): Promise<void> {
  if (options.batch !== undefined && old === undefined) return collateBatch(options.batch, shell);
  if (old === undefined || newer === undefined || options.batch !== undefined)
    throw new Exit("usage", "Give two texts, OLD and NEW, or use --batch FILE.");
  const paths = [old, newer, ...more];
  if (paths.filter((path) => path === "-").length > 1)
    throw new Exit("usage", `Only one of the ${more.length === 0 ? "two " : ""}texts can come from standard input.`);
  if (more.length > 0) {
    const texts = paths.map((name) => ({ name, paragraphs: readWitness(name, shell.cwd).map(textOf) }));
    return collateMany(texts, { full: options.full === true, json: options.json === true }, shell);
  }
  const witnesses = { old: readWitness(old, shell.cwd), new: readWitness(newer, shell.cwd) };
  const texts = { old: witnesses.old.map(textOf), new: witnesses.new.map(textOf) };
  if (options.json) {
    const full = collateMarkedInFull(witnesses.old, witnesses.new, options.language);
    return shell.terminal.out(reportText("collation", { ...texts, ...full }));
  }
  const collation = collateMarked(witnesses.old, witnesses.new);
  const rows = collation.groups.map((group) => rowOf(group, texts.old, texts.new));
  const { terminal } = shell;
  for (const line of sideBySide(rows, terminal, { full: options.full === true })) await terminal.out(line);
  await shell.terminal.out(shell.terminal.style("dim", summaryLine(collation)));
}

const textOf = ({ text }: MarkedParagraph): string => text;
