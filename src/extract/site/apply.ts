import type { RunBlock } from "#extract/body/clean";
import { hostAround } from "#extract/body/select";
import type { Box, Page, Run } from "#extract/page/page";
import type { BlockKind } from "#model/document";
import { type Amount, seenAmounts } from "./amounts.ts";
import { blockKey, isPlace, LONG, pathId, pathOf, sampleOf, textKey, wordsKey } from "./path.ts";
import { placesOf } from "./places.ts";
import type { SiteTemplate } from "./template.ts";
import { NO_TRACE, type PageTrace, type TraceBlock } from "./trace.ts";

/** A template that would leave less of a body than this is wrong about the page, and nothing is dropped. */
const MIN_LEFT = 0.6;
/** Share of the body from which a path is one of the text's own places, on this page. */
const FLOW_SHARE = 0.25;
/** Share of the body that the box around it holds; the rest are lines beside it. */
const CONTAINED = 0.9;
/** Blocks of a page that are learned from: more are live pages and lists. */
const MAX_TRACED = 400;

export interface Applied {
  readonly blocks: readonly RunBlock[];
  /** Only whoever learns needs it: it looks at the whole page. */
  readonly trace: () => PageTrace;
}

/**
 * Drops what the site's template names from a body, unless too little would be left; and reports to the learner what was
 * there, and around it.
 */
export function applyTemplate(
  page: Page,
  blocks: readonly RunBlock[],
  selected: Box | null,
  template: SiteTemplate,
  amounts: readonly Amount[],
): Applied {
  const body = blocks.filter(({ run, kind }) => run >= 0 && kind !== "caption");
  const total = body.reduce((sum, { run }) => sum + page.runs[run]!.size, 0);
  // A body that only the metadata state has no place on the page.
  const isStated = body.some(({ run }, i) => i > 0 && run === body[i - 1]!.run);
  if (total === 0 || isStated) return { blocks, trace: () => NO_TRACE };
  let known: readonly TraceBlock[] | undefined;
  const traceOnce = () => {
    known ??= trace(page, body, template, total);
    return known;
  };
  const namesSome = template.boilerplate.size + template.volatile.size + template.moving.size > 0;
  const traced = namesSome ? traceOnce() : [];
  const droppedSize = traced.reduce((sum, block) => sum + (block.named === null ? 0 : block.size), 0);
  const keptAll = template.prior?.keptAll === true || total - droppedSize < total * MIN_LEFT;
  const gone = new Set(keptAll ? [] : body.filter((_, i) => traced[i]?.named != null).map(({ run }) => run));
  return {
    blocks: gone.size === 0 ? blocks : blocks.filter(({ run }) => !gone.has(run)),
    trace: () => {
      const container = selected && pathOf(selected);
      const matched = template.bodyPath === null ? null : container !== null && isPlace(template.bodyPath, container);
      const kept = new Set(body.map(({ run }) => run));
      const seen = seenAmounts(page, amounts, (run) => kept.has(run));
      const paths = placesOf(page, traceOnce(), keptAll);
      return { container, keptAll, matched, blocks: traceOnce(), paths, amounts: seen };
    },
  };
}

function trace(page: Page, body: readonly RunBlock[], template: SiteTemplate, total: number): readonly TraceBlock[] {
  const around = boxAround(page, body, total);
  const paths = new Map<number, string>();
  const sizes = new Map<string, number>();
  for (const { run } of body) {
    const { box, size } = page.runs[run]!;
    const path = paths.get(box) ?? pathOf(page.boxes[box]!);
    paths.set(box, path);
    sizes.set(path, (sizes.get(path) ?? 0) + size);
  }
  return body.slice(0, MAX_TRACED).map(({ run, text, kind }) => {
    const { box, size } = page.runs[run]!;
    const path = paths.get(box)!;
    const key = blockKey(path, text);
    const flow = sizes.get(path)! >= total * FLOW_SHARE || isPlain(page.boxes[box]!, kind, around);
    const block = {
      path,
      key,
      textKey: size >= LONG ? textKey(text) : null,
      wordsKey: isFacts(page.boxes[box]!, kind) ? null : wordsKey(path, text),
      size,
      sample: sampleOf(text),
      flow,
    };
    return { ...block, named: nameOf(block, template) };
  });
}

const IN_TABLE = new Set(["td", "th", "tr", "table"]);

/** Items and rows of the body say what it is about: their figures are news. */
function isFacts(inner: Box, kind: BlockKind): boolean {
  if (kind === "item" || kind === "heading") return true;
  for (let box: Box | null = inner; box; box = box.parent) if (IN_TABLE.has(box.element.name)) return true;
  return false;
}

function nameOf(
  block: Omit<TraceBlock, "named">,
  { boilerplate, volatile, moving }: SiteTemplate,
): TraceBlock["named"] {
  const { path, key, textKey, flow } = block;
  if (block.wordsKey !== null && moving.has(block.wordsKey)) return "moving";
  if (boilerplate.has(key) || (flow && textKey !== null && boilerplate.has(textKey))) return "boilerplate";
  return volatile.size > 0 && volatile.has(pathId(path)) ? "volatile" : null;
}

/** A heading, or a paragraph or item without a class, that stands directly in the box around the text. */
function isPlain(box: Box, kind: BlockKind, around: Box): boolean {
  if (hostAround(box) !== around) return false;
  if (kind === "heading") return true;
  for (let at: Box | null = box; at && at !== around; at = at.parent)
    if (at.element.attrs.some(({ name }) => name === "class" || name === "id")) return false;
  return true;
}

/** The innermost box that holds nearly all of the body. */
function boxAround(page: Page, body: readonly RunBlock[], total: number): Box {
  const before = sizesBefore(page.runs, body);
  let best = page.boxes[0]!;
  // Boxes come in document order, so that of those that hold enough, which are nested, the innermost comes last.
  for (const box of page.boxes) if (before[box.to]! - before[box.from]! >= total * CONTAINED) best = box;
  return hostAround(best);
}

function sizesBefore(runs: readonly Run[], body: readonly RunBlock[]): Float64Array {
  const before = new Float64Array(runs.length + 1);
  for (const { run } of body) before[run + 1] = runs[run]!.size;
  for (let i = 1; i < before.length; i++) before[i]! += before[i - 1]!;
  return before;
}
