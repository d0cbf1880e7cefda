import type { Box, Page } from "#extract/page/page";
import type { Lead } from "./leads.ts";
import { titlesIn } from "./titles.ts";
import { type Unit, unitsOf } from "./units.ts";

/** Several teasers of one make, one after the other. */
export interface Row {
  /** The innermost box around all of them. */
  readonly box: Box;
  readonly units: readonly Unit[];
}

const MIN_UNITS = 3;
/** Boxes between a title and the one around its row. */
const MAX_CLIMB = 7;
/** Share of the units that have to be a title with a few lines. */
const SHORT_SHARE = 0.7;
/** Share of the units that have a summary; a list of titles alone is known by its links. */
const SUMMED_SHARE = 0.5;

/** All rows of units that may be teasers: titles that link to other articles, each with a summary that does not go on. */
export function rowsOf(page: Page, leads: readonly (Lead | null)[]): readonly Row[] {
  const titles = titlesIn(page, leads);
  if (titles.length < MIN_UNITS) return [];
  const used = new Set<number>();
  const rows: Row[] = [];
  for (const alike of groupsOf(page, titles)) {
    for (const close of closeOnes(alike.filter((title) => !used.has(title)))) {
      const row = rowOf(page, leads, close);
      if (row === null) continue;
      for (const title of close) used.add(title);
      rows.push(row);
    }
  }
  return rows;
}

/** Lines from one title of a row to the next. */
const MAX_APART = 8;

/** Titles that follow each other closely: two lists with a text between them are two rows. */
function closeOnes(titles: readonly number[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  titles.forEach((title, i) => {
    if (i > 0 && title - titles[i - 1]! <= MAX_APART) rows.at(-1)!.push(title);
    else rows.push([title]);
  });
  return rows.filter((row) => row.length >= MIN_UNITS);
}

function rowOf(page: Page, leads: readonly (Lead | null)[], titles: readonly number[]): Row | null {
  const box = around(page.boxes[page.runs[titles[0]!]!.box]!, page.boxes[page.runs[titles.at(-1)!]!.box]!);
  const units = unitsOf(page, leads, box, titles);
  const short = units.filter(({ goesOn }) => !goesOn).length;
  const summed = units.filter(({ isSummed }) => isSummed).length;
  return short >= units.length * SHORT_SHARE && summed >= units.length * SUMMED_SHARE ? { box, units } : null;
}

/** Titles that stand in the same elements below one box, the largest groups first, of equal ones that of the innermost box. */
function groupsOf(page: Page, titles: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, { readonly box: number; readonly titles: number[] }>();
  for (const title of titles) {
    let inner: Box | null = page.boxes[page.runs[title]!.box]!;
    let names = "";
    for (let climb = 0; inner?.parent && climb < MAX_CLIMB; climb++, inner = inner.parent) {
      names = `${inner.element.name}>${names}`;
      const key = `${inner.parent.index} ${names}`;
      const group = groups.get(key);
      if (group) group.titles.push(title);
      else groups.set(key, { box: inner.parent.index, titles: [title] });
    }
  }
  return [...groups.values()]
    .filter((group) => group.titles.length >= MIN_UNITS)
    .sort((a, b) => b.titles.length - a.titles.length || b.box - a.box)
    .map((group) => group.titles);
}

/** The innermost box around two boxes. */
function around(one: Box, other: Box): Box {
  let box = one;
  while (box.parent && (other.index < box.index || other.index >= box.end)) box = box.parent;
  // A row's titles stand in boxes of their own: one that is itself a title holds no row.
  return box === other && box.parent ? box.parent : box;
}
