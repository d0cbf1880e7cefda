import type { Block, BlockKind } from "#model/document";
import type { VersionText } from "#model/version";
import { alignPair, collate, collateMarked } from "./collate.ts";
import type { Collation, Group } from "./collation.ts";

/**
 * Two versions of an article, collated field by field. Indices of `corrections` and `body` point into `corrections` and
 * `blocks` of the versions (so a block's kind is at hand); the paragraphs of a single field are `paragraphsOf(field)`.
 */
export interface TextCollation {
  /** One group with index 0 on each side that has one; null when neither version has a headline. */
  readonly headline: Group | null;
  readonly standfirst: Group | null;
  readonly corrections: Collation;
  readonly body: Collation;
}

/**
 * Collates headline with headline, body with body, and so on; text never pairs across fields.
 *
 * @example
 * const version = (headline) => ({ headline, standfirst: null, corrections: [], blocks: [] });
 * collateTexts(version("Rain in Ems"), version("Rain in Ems")).headline.kind
 * // "equal"
 */
export function collateTexts(old: VersionText, next: VersionText): TextCollation {
  return {
    headline: collateField(old.headline, next.headline),
    standfirst: collateField(old.standfirst, next.standfirst),
    corrections: collate(old.corrections, next.corrections),
    body: collateMarked(old.blocks, next.blocks, (i, j) => unlike(old.blocks[i]!.kind, next.blocks[j]!.kind)),
  };
}

/**
 * A field as the paragraphs its group counts in.
 *
 * @example
 * [paragraphsOf("Rain in Ems"), paragraphsOf(null)]
 * // [["Rain in Ems"], []]
 */
export const paragraphsOf = (field: string | null): readonly string[] => (field === null ? [] : [field]);

/**
 * The body as the paragraphs its groups count in.
 *
 * @example
 * blockTexts([{ kind: "heading", text: "Rain" }, { kind: "paragraph", text: "It fell." }])
 * // ["Rain", "It fell."]
 */
export const blockTexts = (blocks: readonly Block[]): readonly string[] => blocks.map((block) => block.text);

/** A headline is the same headline however much it changed, so the two always pair. */
function collateField(old: string | null, next: string | null): Group | null {
  if (old === null && next === null) return null;
  if (old === null) return { old: [], new: [0], kind: "added", moved: false, edits: [] };
  if (next === null) return { old: [0], new: [], kind: "removed", moved: false, edits: [] };
  return alignPair(old, next);
}

const RUNNING: ReadonlySet<BlockKind> = new Set<BlockKind>(["paragraph", "quote", "item"]);
/** Running text changes between paragraph, quote and item when a page is re-made; a heading hardly becomes a paragraph. */
const UNLIKE_RUNNING = 0.05;
const UNLIKE = 0.3;

function unlike(old: BlockKind, next: BlockKind): number {
  if (old === next) return 0;
  return RUNNING.has(old) && RUNNING.has(next) ? UNLIKE_RUNNING : UNLIKE;
}
