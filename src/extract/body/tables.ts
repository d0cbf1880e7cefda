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
  const scope = scopeOf(root);
  let until = Math.max(last, host.to - 1, root.to - 1);
  for (let i = root.index; i < scope.end && made.length < MAX_ROWS; i++) {
    const box = page.boxes[i]!;
    if (!isTable(box) || box.from === box.to) continue;
    if (i < root.end) until = Math.max(last, host.to - 1);
    const isNext = i >= root.end && box.from <= Math.max(until, root.to - 1) + MAX_BETWEEN && isPlainTable(page, box);
    const belongs =
      (i < root.end ? box.to > first && box.from <= until : isNext) && !isBeside(box, i < root.end ? root : scope);
    const rows = belongs ? rowsOf(page, box) : [];
    if (rows.length === 0) continue;
    taken.push(box);
    for (const { text, spans, run } of rows) made.push({ kind: "row", text, run, ...(spans.length > 0 && { spans }) });
    until = Math.max(until, box.to - 1);
    i = box.end - 1;
  }
  if (made.length === 0) return blocks;
  const isLeft = ({ run }: RunBlock): boolean => !taken.some(({ from, to }) => run >= from && run < to);
  return [...blocks.filter(isLeft), ...made].sort((a, b) => a.run - b.run);
}

/** Lines between the text and a table that goes with it: its title, and a note. */
const MAX_BETWEEN = 3;

/** The box around the text and what belongs to it: the article, or what holds the main part of the page; else the text's own. */
function scopeOf(root: Box): Box {
  for (let box: Box | null = root; box; box = box.parent)
    if (box.element.name === "article" || box.element.name === "main") return box;
  return root.parent && root.parent.element.name !== "body" ? root.parent : root;
}

/** Share of a table in links, at most: a calendar, a menu or a list of other pages links each line. */
const LINKED = 0.3;
const isPlainTable = ({ runs }: Page, { from, to }: Box): boolean => {
  const own = runs.slice(from, to);
  const size = (of: (run: Page["runs"][number]) => number) => own.reduce((sum, run) => sum + of(run), 0);
  return size(({ linkSize }) => linkSize) <= size(({ size: all }) => all) * LINKED;
};

const BESIDE = new Set(["nav", "footer", "aside", "dialog", "button", "form"]);

/** In a box that is no part of the text. */
function isBeside(table: Box, root: Box): boolean {
  for (let box: Box | null = table; box && box !== root; box = box.parent)
    if (box.marks.junk || box.marks.hidden || box.marks.comment || BESIDE.has(box.element.name)) return true;
  return false;
}
