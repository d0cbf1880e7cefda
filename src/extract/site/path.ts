import type { Box } from "#extract/page/page";
import { attribute } from "#extract/page/tree";
import { canonical } from "#lib/canonical";
import { sha256 } from "#lib/hash";

/** Boxes of a path, from the inner one outwards: enough to tell the places of a template apart. */
const MAX_STEPS = 6;
/** Class names of a step; further ones are mostly utilities that come and go. */
const MAX_CLASSES = 3;
const MAX_CLASS_LENGTH = 40;
/** A page of many long class names is hostile; the start of a step tells as much. */
const MAX_CLASS_ATTRIBUTE = 400;

/**
 * Where a box stands in the site's template, such as `main>article.story>div.body`. Class names with a digit are left
 * out: they carry article numbers, states and the marks of a build.
 */
export function pathOf(inner: Box): string {
  const steps: string[] = [];
  for (let box: Box | null = inner; box && box.element.name !== "body" && steps.length < MAX_STEPS; box = box.parent)
    steps.push(stepOf(box));
  return steps.reverse().join(">");
}

function stepOf({ element }: Box): string {
  const classes = attribute(element, "class")
    .slice(0, MAX_CLASS_ATTRIBUTE)
    .split(/\s+/)
    .filter((name) => name !== "" && name.length <= MAX_CLASS_LENGTH && !/\d/.test(name));
  return [element.name, ...classes.slice(0, MAX_CLASSES)].join(".");
}

/**
 * Whether a place is that of a template's path: the same elements, with the path's class names and perhaps more. Builds
 * mark boxes with names of letters alone too (`wrap-eqdgjk`), on some pages and not on others: they make no other place.
 */
export function isPlace(path: string, place: string): boolean {
  const wanted = path.split(">");
  const steps = place.split(">");
  return wanted.length === steps.length && wanted.every((step, i) => isStep(step, steps[i]!));
}

function isStep(wanted: string, step: string): boolean {
  const [name, ...classes] = wanted.split(".");
  const [own, ...more] = step.split(".");
  return name === own && classes.every((one) => more.includes(one));
}

/** Short name of a path in what is stored: 32 bits among the few hundred paths of a site. */
export const pathId = (path: string): string => sha256(path).slice(0, 8);

/**
 * A block by its text and the elements that it stands in: 48 bits among the few thousand that are remembered of a site. The
 * same words in the same elements are the same block whatever the classes are called, which every build may rename.
 */
export const blockKey = (path: string, text: string): string =>
  sha256(`${elementsOf(path)}\n${canonical(text)}`).slice(0, 12);

/** From this length on (weighed as runs are) no two articles have the same paragraph by chance. */
export const LONG = 80;

/** A long block by its text alone: what a house says stands in other elements on pages of another kind. */
export const textKey = (text: string): string => sha256(canonical(text)).slice(0, 12);

const FIGURES = /\p{Nd}+(?:[.,:’' \u00a0\u202f]?\p{Nd}+)*/gu;

/** A block by its words and the elements that it stands in, whatever its figures are; null when it has none. */
export function wordsKey(path: string, text: string): string | null {
  const words = text.replace(FIGURES, "#");
  return words === text ? null : sha256(`${elementsOf(path)}\n# ${canonical(words)}`).slice(0, 12);
}

const elementsOf = (path: string): string => path.replace(/\.[^>]*/g, "");

const SAMPLE_LENGTH = 100;
/** As much of a text as tells people which one it is. */
export const sampleOf = (text: string): string => text.slice(0, SAMPLE_LENGTH);
