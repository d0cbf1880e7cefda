import type { Collation, Group, Piece } from "#collate/collation";
import { sidesOf } from "#collate/pieces";
import { plural } from "#words/wording";
import type { Style, Terminal } from "./terminal.ts";
import { displayWidth } from "./width.ts";
import { wrapPieces } from "./wrap.ts";

export interface Row {
  readonly group: Group;
  readonly old: readonly Piece[];
  readonly new: readonly Piece[];
}

/** A group of a collation, with the paragraphs of each side one under the other. */
export function rowOf(group: Group, old: readonly string[], newer: readonly string[]): Row {
  const sides = sidesOf(group, old, newer);
  return { group, old: lines(sides.old), new: lines(sides.new) };
}

const lines = (paragraphs: readonly (readonly Piece[])[]): readonly Piece[] =>
  paragraphs.flatMap((pieces, i) => (i === 0 ? pieces : [{ op: "equal" as const, text: "\n" }, ...pieces]));

/** What happened to the paragraphs of a row, between the columns. */
const SIGNS = { equal: " ", edited: "~", added: "+", removed: "-", split: "<", merged: ">" } as const;
const MOVED = "↕";
/** Equal paragraphs shown around an edit, so that one sees where it is. */
const CONTEXT = 1;
const GUTTER = 5;
const MIN_COLUMN = 16;
const MAX_COLUMN = 78;

export interface SideBySideOptions {
  /** Also unchanged paragraphs far from any edit. */
  readonly full: boolean;
}

/** The lines of the side-by-side view: old text left, new text right, marks by colour or, without it, by brackets. */
export function sideBySide(rows: readonly Row[], terminal: Terminal, { full }: SideBySideOptions): readonly string[] {
  const width = Math.min(MAX_COLUMN, Math.max(MIN_COLUMN, Math.floor((terminal.columns - GUTTER) / 2)));
  const lines: string[] = [];
  let skipped = 0;
  const endSkip = () => {
    if (skipped > 0)
      lines.push(
        terminal.style("dim", `${" ".repeat(Math.max(0, width - 10))}… ${plural(skipped, "unchanged paragraph")} …`),
        "",
      );
    skipped = 0;
  };
  for (const [i, row] of rows.entries()) {
    if (!full && isFar(rows, i)) {
      skipped++;
      continue;
    }
    endSkip();
    lines.push(...rowLines(row, width, terminal), "");
  }
  endSkip();
  return lines;
}

const isQuiet = ({ group }: Row): boolean => group.kind === "equal" && !group.moved;

const isFar = (rows: readonly Row[], i: number): boolean =>
  rows.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).every(isQuiet);

function rowLines({ group, old, new: newer }: Row, width: number, terminal: Terminal): readonly string[] {
  const left = wrapPieces(marked(old, terminal), width);
  const right = wrapPieces(marked(newer, terminal), width);
  const sign = group.moved ? `${SIGNS[group.kind]}${MOVED}`.trim() : SIGNS[group.kind];
  const quiet = isQuiet({ group, old, new: newer });
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const gutter = i === 0 ? sign.padEnd(2) : "  ";
    const line = `${column(left[i] ?? [], width, terminal, quiet)} ${terminal.style("bold", gutter)}  ${column(right[i] ?? [], 0, terminal, quiet)}`;
    return line.trimEnd();
  });
}

/** Without colours the marks have to be characters, and take part in the wrapping. */
export function marked(pieces: readonly Piece[], { colour }: Terminal): readonly Piece[] {
  if (colour) return pieces;
  return pieces.map(({ op, text }) => ({
    op,
    text: op === "deleted" ? `[-${text}-]` : op === "inserted" ? `{+${text}+}` : text,
  }));
}

const STYLES: Readonly<Record<Exclude<Piece["op"], "equal">, Style>> = {
  deleted: ["red", "strikethrough"],
  inserted: ["green", "bold"],
};

/** A line of marked text in colours, filled up to `width`. */
export function column(pieces: readonly Piece[], width: number, terminal: Terminal, quiet: boolean): string {
  const used = pieces.reduce((sum, { text }) => sum + displayWidth(text), 0);
  const text = pieces
    .map((piece) =>
      piece.op === "equal"
        ? quiet
          ? terminal.style("dim", piece.text)
          : piece.text
        : terminal.style(STYLES[piece.op], piece.text),
    )
    .join("");
  return text + " ".repeat(Math.max(0, width - used));
}

/** One line under the columns: how much changed. */
export function summaryLine({ groups }: Collation): string {
  const count = (kind: Group["kind"]) => groups.filter((group) => group.kind === kind).length;
  const moved = groups.filter((group) => group.moved).length;
  const parts = (["edited", "added", "removed", "split", "merged"] as const).flatMap((kind) =>
    count(kind) > 0 ? [`${count(kind)} ${kind}`] : [],
  );
  if (moved > 0) parts.push(`${moved} moved`);
  return parts.length === 0
    ? `No differences in ${plural(groups.length, "paragraph")}.`
    : `${parts.join(", ")}, ${count("equal")} unchanged.`;
}
