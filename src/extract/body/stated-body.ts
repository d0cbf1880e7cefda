import { MAX_STATED } from "#extract/limits";
import { type Json, strings } from "#extract/page/json-ld";
import { collapse, weigh } from "#extract/page/text";
import type { RunBlock } from "./clean.ts";
import { drawnBody } from "./drawn-body.ts";

/** Below this the page shows no body to speak of: it is drawn by a script that we do not run. */
const MAX_VISIBLE = 200;
const MIN_STATED = 400;

/** A page without its scripts, whose body they draw. */
export interface Undrawn {
  readonly article: Json | null;
  readonly html: string;
  readonly headline: string | null;
  /** The page has no line of text at all. */
  readonly isBlank: boolean;
}

/**
 * The body as JSON-LD states it, or the data of the page's scripts, for pages that show none without running their scripts; null
 * when the page shows one. Never beside or instead of visible text: publishers leave out paragraphs there, and put in what stands
 * behind a wall.
 */
export function statedBody(
  { article, html, headline, isBlank }: Undrawn,
  visible: readonly RunBlock[],
): readonly RunBlock[] | null {
  if (visible.reduce((sum, { text }) => sum + weigh(text), 0) >= MAX_VISIBLE) return null;
  if (article?.["isAccessibleForFree"] === false || /false/i.test(strings(article?.["isAccessibleForFree"])[0] ?? ""))
    return null;
  const run = isBlank ? -1 : 0;
  const stated = (strings(article?.["articleBody"])[0] ?? "").slice(0, MAX_STATED);
  if (weigh(stated) < MIN_STATED) {
    const drawn = drawnBody(html, headline);
    return drawn.length === 0 ? null : drawn.map((block) => ({ ...block, run }));
  }
  return stated
    .replace(/<\/?(?:p|br|div|li|h\d)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .split(/[\r\n]+/)
    .map(collapse)
    .filter((text) => text !== "")
    .map((text) => ({ kind: "paragraph", text, run }));
}
