import type { Headline } from "#extract/headline/headline";
import type { Box, Page, Run } from "#extract/page/page";
import { proseOf, type Sums, sumUp, within } from "#extract/page/sums";
import { attribute } from "#extract/page/tree";
import { pinnedBox } from "#extract/site/pin";
import { NO_TEMPLATE, type SiteTemplate } from "#extract/site/template";
import { NO_TEASER, OF_OTHERS } from "#extract/teasers/marks";

const NEVER_BODY = new Set(["nav", "footer", "aside", "figcaption", "dialog", "button"]);

/*
 * The shares below are of prose (see sums.ts). They were chosen by hand on the annotated pages of `bench -- extract`, no finer than
 * these figures show: what they part lies far apart on most pages.
 */

/** Most of a page's prose is not in a menu or a side column: a box that holds more than this is misnamed. */
const JUNK_SHARE = 0.5;
/**
 * A box around a named body is kept from this share on that the body has of its prose. Less than half, as the rest is the other
 * articles, comments and teasers that such a wrapper holds as well.
 */
const LEAST_OF_WRAPPER = 0.3;
/**
 * What prose before the headline or outside its article counts. It is rarely the body. Not zero, as
 * markup is wrong on some pages: on one without other prose this still is the body.
 */
const FOREIGN_WEIGHT = 0.4;
/** A named body is believed if it has this share of the prose of the densest box; with much less, the name is on something else. */
const LEAST_OF_DENSEST = 0.6;
/** An inner named box is preferred to the one around it if it has nearly all its prose: it holds less that is foreign. */
const NEARLY_ALL = 0.95;
/** Going up is worth it only for this share of more prose: with less, the text stays nearly the same and may get foreign parts. */
const LEAST_GAIN = 0.1;
/**
 * Of what a wider box adds, this share has to be prose. Bodies that advertisements cut into sections add almost only prose; a box
 * with teasers adds titles and links too.
 */
const LEAST_PROSE_ADDED = 0.65;

/** Marks the runs in boxes that do not belong to a body. A box around most of the page's prose, or around a body, is misnamed. */
function junkRuns(page: Page, raw: Sums): Uint8Array {
  const junk = new Uint8Array(page.runs.length);
  const total = raw.mass[page.runs.length]!;
  for (let i = 0; i < page.boxes.length; i++) {
    const box = page.boxes[i]!;
    if (!isNamedJunk(box) || within(raw.mass, box) > total * JUNK_SHARE || wrapsBody(page, box, raw.mass)) continue;
    junk.fill(1, box.from, box.to);
    i = box.end - 1;
  }
  return junk;
}

const isNamedJunk = ({ marks, element }: Box): boolean =>
  marks.junk || marks.caption || marks.hidden || (NEVER_BODY.has(element.name) && !marks.slide);

/** Holds (or is) a box that calls itself a body and has most of its prose. */
export function wrapsBody(page: Page, box: Box, mass: Float64Array): boolean {
  for (let i = box.index; i < box.end; i++) {
    const inner = page.boxes[i]!;
    if (isNamed(inner) && within(mass, inner) > 0 && within(mass, inner) > within(mass, box) * LEAST_OF_WRAPPER)
      return true;
  }
  return false;
}

const FLOW = new Set([
  "p",
  "li",
  "blockquote",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "pre",
  "dd",
  "dt",
  "td",
  "tr",
  "tbody",
  "ul",
  "ol",
]);

/** The box that holds a run as one of its paragraphs. */
export const hostOf = (page: Page, run: Run): Box => hostAround(page.boxes[run.box]!);

export function hostAround(inner: Box): Box {
  let box = inner;
  while (FLOW.has(box.element.name) && box.parent) box = box.parent;
  return box;
}

/** The host of every box, in one pass: hostile pages put lists into lists a thousand deep. */
export function hostsOf(boxes: readonly Box[]): readonly Box[] {
  const hosts: Box[] = [];
  for (const box of boxes) hosts.push(FLOW.has(box.element.name) && box.parent ? hosts[box.parent.index]! : box);
  return hosts;
}

export interface Selection {
  readonly box: Box;
  /** Over all runs (`raw`), and without those in boxes that do not belong to a body (`sums`). */
  readonly raw: Sums;
  readonly sums: Sums;
  /** The box inside it that holds most of its paragraphs directly, and the first run of prose there. */
  readonly host: Box;
  readonly first: number;
  /** See `readTeasers`: nothing but teasers of others is a page of them, on which none is left out. */
  readonly teasers: Uint8Array;
}

/**
 * The box that holds the article's body, or null when the page has no prose at all.
 * @param teasers see `readTeasers`
 */
export function select(
  page: Page,
  headline: Headline,
  teasers: Uint8Array,
  site: SiteTemplate = NO_TEMPLATE,
): Selection | null {
  const masses = proseOf(page);
  const raw = sumUp(page, masses, () => false);
  const named = junkRuns(page, raw);
  const rest = withoutTeasers(page, masses, named, teasers, headline.box);
  const junk = rest?.junk ?? named;
  const dense = rest?.dense ?? densest(page, masses, junk, headline.box)?.box;
  if (!dense) return null;
  const sums = sumUp(page, masses, (i) => junk[i] === 1);
  const chosen = widen(namedBody(page, sums, within(sums.mass, dense)) ?? dense, sums);
  const box = pinnedBox(page, sums.mass, chosen, site) ?? chosen;
  const first = masses.findIndex((mass, i) => i >= dense.from && i < dense.to && junk[i] === 0 && mass > 0);
  return { box, raw, sums, host: dense, first: Math.max(first, dense.from), teasers: rest ? teasers : ofText(teasers) };
}

const ofText = (teasers: Uint8Array): Uint8Array => teasers.map((is) => (is === OF_OTHERS ? NO_TEASER : is));

/** Prose that a page has to have beside teasers: on one with less they are what it is made of. */
const LEAST_BESIDE_TEASERS = 100;

/** What is left when the runs of teasers are no part of the body either; null where there are none, or too little is left. */
function withoutTeasers(
  page: Page,
  masses: Float64Array,
  named: Uint8Array,
  teasers: Uint8Array,
  headline: Box | null,
): { readonly junk: Uint8Array; readonly dense: Box } | null {
  if (!teasers.includes(OF_OTHERS)) return null;
  const junk = named.map((is, i) => (teasers[i] === OF_OTHERS ? 1 : is));
  const found = densest(page, masses, junk, headline);
  return found && found.mass >= LEAST_BESIDE_TEASERS ? { junk, dense: found.box } : null;
}

/**
 * The box that directly holds most prose. Prose before the headline counts less, and so does the text of
 * other articles on the page if the headline is inside an `<article>` with text of its own.
 */
function densest(
  page: Page,
  masses: Float64Array,
  junk: Uint8Array,
  headline: Box | null,
): { readonly box: Box; readonly mass: number } | null {
  const own = headline ? articleAround(headline) : null;
  const hosts = hostsOf(page.boxes);
  const held = new Map<Box, number>();
  let best: Box | null = null;
  let most = 0;
  page.runs.forEach((run, i) => {
    const mass = junk[i] ? 0 : masses[i]!;
    if (mass === 0) return;
    const host = hosts[run.box]!;
    const foreign = (headline && i < headline.from) || (own && (i < own.from || i >= own.to));
    const sum = (held.get(host) ?? 0) + (foreign ? mass * FOREIGN_WEIGHT : mass);
    held.set(host, sum);
    if (sum > most) {
      most = sum;
      best = host;
    }
  });
  return best && { box: best, mass: most };
}

/** The innermost `<article>` around a box. */
export function articleAround(inner: Box): Box | null {
  for (let box: Box | null = inner; box; box = box.parent) if (box.element.name === "article") return box;
  return null;
}

const isNamed = (box: Box): boolean =>
  (box.marks.body && !FLOW.has(box.element.name)) || /articlebody/i.test(attribute(box.element, "itemprop"));

/** Among boxes that call themselves a body, the one with most prose, if that is about as much as the densest has. */
function namedBody(page: Page, sums: Sums, enough: number): Box | null {
  let best: Box | null = null;
  let most = enough * LEAST_OF_DENSEST;
  for (const box of page.boxes) {
    if (!isNamed(box)) continue;
    const mass = within(sums.mass, box);
    // The innermost of several wrappers holds as much as the outer ones and less that is foreign.
    if (mass > most || (best && mass >= most * NEARLY_ALL && box.index < best.end)) {
      most = Math.max(mass, most);
      best = box;
    }
  }
  return best;
}

/** Goes up while the next box adds a good deal of prose and little else: bodies cut into sections by advertisements. */
function widen(start: Box, sums: Sums): Box {
  let best = start;
  for (let box = start.parent; box; box = box.parent) {
    const mass = within(sums.mass, best);
    const added = within(sums.mass, box) - mass;
    const addedSize = within(sums.kept, box) - within(sums.kept, best);
    if (added < mass * LEAST_GAIN) continue;
    if (added / addedSize < LEAST_PROSE_ADDED) continue;
    best = box;
  }
  return best;
}
