import type { Box, Page } from "#extract/page/page";
import { isTable, rowsOf } from "#extract/page/table";
import type { RunBlock } from "./clean.ts";
import type { Selection } from "./select.ts";

/** Rows of all tables of a body. */
const MAX_ROWS = 2_000;

/**
 * The body with its tables of data as rows, in place of those of their cells that were taken for paragraphs. A table belongs to
 * the text if it stands among its paragraphs, or after them in the box that holds them.
 */
export function withTables(
  page: Page,
  { box: root, host }: Selection,
  blocks: readonly RunBlock[],
): readonly RunBlock[] {
  const first = blocks.find(({ kind }) => kind !== "caption")?.run;
  const last = blocks.findLast(({ kind }) => kind !== "caption")?.run;
  if (first === undefined || last === undefined) return blocks;
  const made: RunBlock[] = [];
  const taken: Box[] = [];
  for (let i = root.index; i < root.end && made.length < MAX_ROWS; i++) {
    const box = page.boxes[i]!;
    if (!isTable(box) || box.from === box.to) continue;
    const until = Math.max(last, host.to - 1);
    const belongs = box.to > first && box.from <= until && !isBeside(box, root);
    const rows = belongs ? rowsOf(page, box) : [];
    if (rows.length === 0) continue;
    taken.push(box);
    for (const { text, spans, run } of rows) made.push({ kind: "row", text, run, ...(spans.length > 0 && { spans }) });
    i = box.end - 1;
  }
  if (made.length === 0) return blocks;
  const isLeft = ({ run }: RunBlock): boolean => !taken.some(({ from, to }) => run >= from && run < to);
  return [...blocks.filter(isLeft), ...made].sort((a, b) => a.run - b.run);
}

const BESIDE = new Set(["nav", "footer", "aside", "dialog", "button", "form"]);

/** In a box that is no part of the text. */
function isBeside(table: Box, root: Box): boolean {
  for (let box: Box | null = table; box && box !== root; box = box.parent)
    if (box.marks.junk || box.marks.hidden || box.marks.comment || BESIDE.has(box.element.name)) return true;
  return false;
}
