import type { Block, LiveEntry } from "#model/document";
import type { Terminal } from "./terminal.ts";
import { fit } from "./width.ts";
import { wrapPieces } from "./wrap.ts";

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_TEXT_COLUMNS = 88;

const columnsOf = (terminal: Terminal): number => Math.min(terminal.columns, MAX_TEXT_COLUMNS);

/** A text to read: what a page or a version says. */
export interface ReadText {
  readonly headline: string | null;
  readonly standfirst: string | null;
  /** Name and value of what else is known; values that are null or empty are left out. */
  readonly facts: readonly (readonly [name: string, value: string | null])[];
  readonly corrections: readonly string[];
  readonly blocks: readonly Block[];
  /** Of a live page: each entry is named above its first block. */
  readonly entries: readonly LiveEntry[];
}

export async function printText(text: ReadText, terminal: Terminal): Promise<void> {
  const columns = columnsOf(terminal);
  await terminal.out(terminal.style("bold", text.headline ?? "(no headline)"));
  if (text.standfirst !== null) await terminal.out(wrapped(text.standfirst, columns, ""));
  for (const [name, value] of text.facts) if (value) await printFact(name, value, terminal);
  for (const note of text.corrections)
    await terminal.out(terminal.style("yellow", `\n${wrapped(`Note: ${note}`, columns, "")}`));
  for (const [index, { kind, text: words }] of text.blocks.entries()) {
    for (const entry of text.entries.filter(({ from, to }) => from === index && to > from))
      await terminal.out(`\n${terminal.style("cyan", fit(entryLine(entry), columns))}`);
    await terminal.out(`\n${block(kind, words, columns, terminal)}`);
  }
}

export const printFact = (name: string, value: string, terminal: Terminal): Promise<void> =>
  terminal.out(terminal.style("dim", fit(`${name.padEnd(11)} ${value}`, columnsOf(terminal))));

/** The headline of an entry is one of its blocks already. */
const entryLine = ({ id, at }: LiveEntry): string => (at === null ? `Entry ${id}` : `Entry ${id}, ${at}`);

function block(kind: Block["kind"], text: string, columns: number, terminal: Terminal): string {
  switch (kind) {
    case "heading":
      return terminal.style("bold", wrapped(text, columns, ""));
    case "item":
      return wrapped(text, columns, "  ").replace("  ", "- ");
    case "quote":
      return wrapped(text, columns, "> ");
    case "caption":
      return terminal.style("dim", wrapped(`[${text}]`, columns, ""));
    case "paragraph":
    case "row":
      return wrapped(text, columns, "");
  }
}

const wrapped = (text: string, columns: number, indent: string): string =>
  wrapPieces([{ op: "equal", text }], columns - indent.length)
    .map(
      (line) =>
        indent +
        line
          .map((piece) => piece.text)
          .join("")
          .trimEnd(),
    )
    .join("\n");
