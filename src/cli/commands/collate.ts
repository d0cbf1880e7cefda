import type { Command } from "commander";
import { Exit } from "#cli/exit";
import type { GlobalOptions, Shell } from "#cli/shell";
import { examples } from "#cli/terminal/help";
import { jsonText } from "#cli/terminal/json";
import { sideBySide, summaryLine } from "#cli/terminal/side-by-side";
import { collate as collateTexts } from "#collate/collate";
import type { Collation, Piece } from "#collate/collation";
import { collateInFull } from "#collate/full";
import { sidesOf } from "#collate/pieces";
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
      "Aligns the paragraphs of two texts, also where they were moved, split or merged, and marks the words that differ. Three texts and more, oldest first, become one. Files hold one paragraph a line, an HTML page, or a document as extract --json prints it.",
    )
    .argument("[OLD]", "the older text, or - for standard input")
    .argument("[NEW]", "the newer text")
    .argument("[NEWER...]", "yet newer texts: all are shown as one, with what came, went and came back")
    .option("--full", "equal paragraphs far from any edit too")
    .option(
      "--batch <FILE>",
      'many pairs: lines {"id","old":[...],"new":[...]} in, lines of what --json prints out; - for standard input',
    )
    .option(
      "--json",
      "print the collation as JSON: groups of 0-based paragraph numbers with word edits and sentence pairs, labels, rank",
    )
    .option("--language <TAG>", "language of both texts for --json, such as en or de-AT (default: the text tells)")
    .addHelpText(
      "after",
      `
Between the columns:  ~ edited   + added   - removed   < split   > merged   ↕ moved
${examples([
  ["variorum collate monday.txt tuesday.txt", "side by side in the terminal"],
  ["variorum collate old.html new.html --json", "two saved pages, as JSON"],
  ["variorum collate 1.txt 2.txt 3.txt", "three texts in one: which brought what, what was restored"],
  ["variorum collate --batch pairs.jsonl > collations.jsonl", "thousands of pairs, one at a time in memory"],
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
    throw new Exit("usage", "Give two texts, OLD and NEW, or --batch FILE: one of them.");
  const paths = [old, newer, ...more];
  if (paths.filter((path) => path === "-").length > 1)
    throw new Exit("usage", `Only one of the ${more.length === 0 ? "two " : ""}texts can come from standard input.`);
  if (more.length > 0) {
    const texts = paths.map((name) => ({ name, paragraphs: readWitness(name, shell.cwd) }));
    return collateMany(texts, { full: options.full === true, json: options.json === true }, shell);
  }
  const witnesses = { old: readWitness(old, shell.cwd), new: readWitness(newer, shell.cwd) };
  if (options.json) {
    const full = collateInFull(witnesses.old, witnesses.new, options.language);
    return shell.terminal.out(jsonText({ ...witnesses, ...full }));
  }
  const collation = collateTexts(witnesses.old, witnesses.new);
  for (const line of view(witnesses.old, witnesses.new, collation, options, shell)) await shell.terminal.out(line);
  await shell.terminal.out(shell.terminal.style("dim", summaryLine(collation)));
}

function view(
  old: readonly string[],
  newer: readonly string[],
  { groups }: Collation,
  options: Options,
  { terminal }: Shell,
): readonly string[] {
  const rows = groups.map((group) => {
    const sides = sidesOf(group, old, newer);
    return { group, old: lines(sides.old), new: lines(sides.new) };
  });
  return sideBySide(rows, terminal, { full: options.full === true });
}

/** Paragraphs of one side of a group, one under the other. */
const lines = (paragraphs: readonly (readonly Piece[])[]): readonly Piece[] =>
  paragraphs.flatMap((pieces, i) => (i === 0 ? pieces : [{ op: "equal" as const, text: "\n" }, ...pieces]));
