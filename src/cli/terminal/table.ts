import type { Terminal } from "./terminal.ts";
import { displayWidth, fit, pad } from "./width.ts";

export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => string;
  /** Takes what the other columns leave; the others are as wide as their widest cell. */
  readonly flexible?: boolean;
  readonly right?: boolean;
}

const GAP = 2;
/** Narrower text columns cannot be read; then lines run over instead. */
const MIN_FLEXIBLE = 20;

/** Rows in columns under a dim heading; in a pipe nothing is shortened. */
export async function printTable<T>(
  terminal: Terminal,
  columns: readonly Column<T>[],
  rows: readonly T[],
): Promise<void> {
  const cells = rows.map((row) => columns.map((column) => column.cell(row)));
  const natural = columns.map(({ title }, i) =>
    Math.max(displayWidth(title), ...cells.map((row) => displayWidth(row[i]!))),
  );
  const fixed = natural.reduce((sum, width, i) => sum + (columns[i]!.flexible ? 0 : width), 0);
  const shares = columns.filter(({ flexible }) => flexible).length;
  const room = Math.floor((terminal.columns - fixed - GAP * (columns.length - 1)) / Math.max(1, shares));
  const widths = natural.map((width, i) =>
    columns[i]!.flexible && terminal.isTerminal ? Math.min(width, Math.max(MIN_FLEXIBLE, room)) : width,
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => {
        const text = fit(cell, widths[i]!);
        return columns[i]!.right ? " ".repeat(widths[i]! - displayWidth(text)) + text : pad(text, widths[i]!);
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  await terminal.out(terminal.style("dim", line(columns.map(({ title }) => title))));
  for (const row of cells) await terminal.out(line(row));
}
