import type { RunBlock } from "#extract/body/clean";
import type { Selection } from "#extract/body/select";
import { type Json, strings } from "#extract/page/json-ld";
import type { Box, Page } from "#extract/page/page";
import { attribute } from "#extract/page/tree";
import type { Reason } from "#model/reason";
import { boxesAround } from "./boxes-around.ts";
import { OFFER, OUTRIGHT } from "./wall-words.ts";

const WALL_BOX =
  /paywall|pay-wall|regwall|piano|premium-?(?:wall|content|offer)|subscriber-?(?:only|wall)|subscription-?(?:wall|required)|metered|gated|locked|abo-?(?:wall|box|teaser)/i;

/** Bodies from this size on are whole articles even where the publisher claims a lock: teasers before walls are shorter. */
const MAX_TEASER = 2_000;
/** Without the claim, a short text and a box that calls itself a wall must do. */
const MAX_UNCLAIMED_TEASER = 1_200;
/** An offer that ends the text stands in its box or within so many lines after it; a subscribe link in the header does not. */
const LINES_AFTER = 12;
const MAX_OFFER_SIZE = 400;

export interface Wall {
  readonly reason: Reason;
  /** Index of the run where the article ends. */
  readonly run: number;
}

export interface WallInput {
  readonly page: Page;
  readonly selection: Selection | null;
  readonly blocks: readonly RunBlock[];
  /** Weight of the blocks, in letters. */
  readonly size: number;
  readonly article: Json | null;
}

/**
 * What shows that the text stops at a pay wall or log-in, or null. A text is short and has an offer right at its end; one
 * more sign must come to that: the publisher's claim (`isAccessibleForFree: false`), a wall-like box around the offer, a last
 * paragraph that breaks off, or words that leave no doubt. Without an offer the claim and a stated text several times as long
 * will do. A publisher who states how long the text is and shows it all has no wall up.
 */
export function wallOf({ page, selection, blocks, size, article }: WallInput): Wall | null {
  const locked = isLocked(article);
  if (!selection || size >= (locked ? MAX_TEASER : MAX_UNCLAIMED_TEASER)) return null;
  const words = blocks.reduce((sum, { text }) => sum + text.split(" ").length, 0);
  const stated = statedWords(article);
  if (stated > 0 && words >= stated * 0.8) return null;
  const breaksOff = (before: number) =>
    CUT.test(blocks.findLast(({ run }) => run < before)?.text.slice(-MAX_CUT) ?? "");
  const end = Math.min(page.runs.length, selection.box.to + LINES_AFTER);
  for (let i = selection.first; i < end; i++) {
    const run = page.runs[i]!;
    if (run.size >= MAX_OFFER_SIZE || !OFFER.test(run.text) || /newsletter/i.test(run.text)) continue;
    const around = boxesAround(page.boxes[run.box]!);
    if (around.some(({ element }) => /comment|newsletter/i.test(nameOf(element)))) continue;
    if (
      locked ||
      breaksOff(i) ||
      OUTRIGHT.test(run.text) ||
      around.some(({ element }) => WALL_BOX.test(nameOf(element)))
    )
      return { reason: { code: "wall", quote: run.text.slice(0, 80) }, run: i };
  }
  if (locked && stated > words * STATED_TIMES)
    return {
      reason: { code: "text-locked", shown: words, words: Math.round(stated) },
      run: Number.POSITIVE_INFINITY,
    };
  return null;
}

/** A paragraph that fades out. */
const CUT = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*["”»’']?$/u;
const MAX_CUT = 12;
/** A stated text counts from so many times the shown one. */
const STATED_TIMES = 3;
/** Words of a stated body are counted up to here. */
const MAX_STATED_BODY = 200_000;

/** How many words the publisher says the text has; 0 when it does not say. */
function statedWords(article: Json | null): number {
  const count = Number(article?.["wordCount"] ?? Number.NaN);
  if (count > 0) return count;
  const body = strings(article?.["articleBody"])[0]?.slice(0, MAX_STATED_BODY) ?? "";
  return body === "" ? 0 : body.split(/\s+/).length;
}

const nameOf = (element: Box["element"]): string => `${attribute(element, "class")} ${attribute(element, "id")}`;

/** `isAccessibleForFree` is a boolean or its name. On a page that shows the full text it only tells search engines of a meter. */
export function isLocked(article: Json | null): boolean {
  const free = article?.["isAccessibleForFree"];
  return free === false || (typeof free === "string" && /false/i.test(free));
}
