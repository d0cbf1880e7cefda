import type { Page } from "#extract/page/page";
import { bare } from "#extract/page/text";
import type { Row } from "./rows.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Unit } from "./units.ts";

/** What is known of the article beside the row. */
export interface Claims {
  /** Small numbers in the headline: "Ten places to see". */
  readonly promised: ReadonlySet<number>;
  /** JSON-LD's articleBody with letters and digits only; empty when there is none. */
  readonly stated: string;
}

/** From this share of its units on a row has a sign. */
const MOST = 0.5;
/** Letters of a line that are looked for in what JSON-LD states. */
const MAX_KEY = 200;
/** Paragraphs from which what stands beside a row is an article of its own. */
const ARTICLE = 2;

/**
 * Whether a row of units is other articles' and not a part of this one's text: a text may be a list of links, each with what is
 * said about it. Every sign is weak alone, so they are added up; the numbers say how many weak signs a strong one outweighs.
 */
export function isOfOthers(page: Page, row: Row, around: Surroundings, claims: Claims): boolean {
  return partOfText(page, row, around, claims) < ofOthers(page, row, around);
}

function ofOthers(page: Page, { units, box }: Row, around: Surroundings): number {
  const { before, after, prose, unitProse, isAbove, isInside } = around;
  const isInText = prose > 0;
  const stamps = page.facts.stamps.filter(({ run }) => run >= box.from && run < box.to);
  const isStamped = mostOf(units, ({ from, to }) => stamps.some(({ run }) => run >= from && run < to));
  const isWhole = mostOf(units, (unit) => unit.box?.element.name === "article");
  return sum(
    // The text does not stand in the box of the units.
    [!isInText, 2],
    [isAbove, 2],
    [!isInside && !isInText, 1],
    [mostOf(units, ({ isLinked }) => isLinked), 2],
    [isStamped, 1],
    // Each calls itself an article.
    [isWhole && isInText, 2],
    [mostOf(units, (unit) => unit.box !== null) && isInText, 1],
    // There is enough text without the row: what introduces a list is shorter than the list.
    [isInText && before >= ARTICLE, 1],
    [isInText && prose >= unitProse, 2],
    [isInText && before > 0 && after >= ARTICLE, 2],
  );
}

function partOfText(page: Page, { units, box }: Row, around: Surroundings, { promised, stated }: Claims): number {
  const isInText = around.prose > 0;
  const titles = units.map(({ title }) => page.runs[title]!.text);
  const isStated = stated !== "" && mostOf(units, (unit) => stated.includes(longest(page, unit)));
  return sum(
    [isNumbered(titles), 4],
    [!around.isAbove && around.isInside && promised.has(units.length), 4],
    [isStated, 4],
    // What others wrote: a house lists its own.
    [mostOf(units, ({ isOutside }) => isOutside), isInText ? 6 : 3],
    [mostOf(units, ({ isInline }) => isInline), isInText ? 3 : 1],
    [(isInText || around.isInside) && mostOf(units, ({ isSourced }) => isSourced), 2],
    [around.isInside && box.element.name === "ol", 2],
    [isInText, 1],
  );
}

const sum = (...signs: readonly (readonly [isSeen: boolean, weight: number])[]): number =>
  signs.reduce((total, [isSeen, weight]) => total + (isSeen ? weight : 0), 0);

const mostOf = (units: readonly Unit[], is: (unit: Unit) => boolean): boolean =>
  units.filter(is).length >= units.length * MOST;

function longest(page: Page, { from, to }: Unit): string {
  const lines = page.runs.slice(from, to).toSorted((a, b) => b.size - a.size);
  return bare(lines[0]!.text.slice(0, MAX_KEY));
}

/** "1. The harbour", "#2 The mill", up or down: what no list of other articles does. */
const NUMBER = /^[\p{P}\p{S}\s]*(?:\p{L}+\s)?(\p{Nd}{1,3})(?:[.):：、-]|\s*[–—-]|\s+\p{Lu})/u;

function isNumbered(titles: readonly string[]): boolean {
  const numbers = titles.map((title) => Number(NUMBER.exec(title)?.[1] ?? Number.NaN));
  const steps = numbers.slice(1).filter((number, i) => Math.abs(number - numbers[i]!) === 1).length;
  return steps >= (titles.length - 1) * MOST;
}
