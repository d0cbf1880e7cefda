import { bounded, noted } from "./site-bounds.ts";
import type { Lesson } from "./site-lesson.ts";
import type { BlockMemory, SiteMemory } from "./site-memory.ts";
import { pathId } from "./site-path.ts";
import type { TraceBlock } from "./site-trace.ts";
import { isFlowing } from "./site-volatile.ts";

/** Articles that a block has to stand in; a short one more, since short lines repeat by chance. */
const REPEATS = 3;
const REPEATS_SHORT = 5;
const SHORT = 40;
/**
 * A block that stands among the text itself may be a paragraph that several articles share: the background of a running
 * story, copy of an agency. It counts only when nearly the whole section has it, always at the same end of the text.
 */
const REPEATS_IN_FLOW = 8;
const RATE_IN_FLOW = 0.5;
/** Or it came to as many articles after they were published: a notice of the house, put under everything at once. */
const ARRIVED_IN_FLOW = 3;
/** Lines that come and go around it: "at the same end" allows for one. */
const SLACK = 1;
/** Two articles that share this much of their text are copies of each other, and their common blocks tell nothing. */
const COPIED = 0.3;
/** Blocks kept per site: some sixty pages' worth, and the accepted ones beside them for long. */
const MAX_BLOCKS = 1_200;
const MAX_ARTICLES = 8;
/** Looks for which a block outlives those that were met once and never again. */
const STAY_REPEATED = 200;
const STAY_ACCEPTED = 5_000;

/** Which blocks repeat across the site's articles. */
export function learnBlocks(memory: SiteMemory, lesson: Lesson): SiteMemory {
  const { trace, section } = lesson;
  const copies = copiesOf(memory, lesson);
  const blocks: Record<string, BlockMemory> = { ...memory.blocks };
  const done = new Set<string>();
  trace.blocks.forEach((block, start) => {
    if (done.has(block.key)) return;
    done.add(block.key);
    const known = blocks[block.key] ?? newBlock(memory, block, section);
    const met = {
      ...known,
      // Where it stands now: what is told of places is told of those that pages have today.
      path: block.path,
      seen: memory.looks,
      // Nearly all blocks are met in one article and never shown to anybody.
      sample: known.count > 0 ? block.sample : "",
      drops: known.drops + dropped(block, lesson),
      again: known.again + (lesson.previous && lesson.section === known.section ? 1 : 0),
    };
    const isCopied = block.flow && known.articles.some((article) => copies.has(article));
    const end = trace.blocks.length - 1 - start;
    const counted = isCopied || !isNewTo(known, lesson) ? met : count(met, { ...lesson, start, end });
    blocks[block.key] = { ...counted, accepted: isBoilerplate(counted, memory) };
  });
  return { ...memory, blocks: bounded(blocks, MAX_BLOCKS, staysUntil) };
}

const newBlock = (memory: SiteMemory, { path, size }: TraceBlock, section: string): BlockMemory => ({
  path,
  size,
  sample: "",
  section,
  articles: [],
  count: 0,
  home: 0,
  from: (memory.sections[section]?.articles ?? 1) - 1,
  arrived: 0,
  again: 0,
  since: Math.max(0, (memory.sections[section]?.again ?? 0) - 1),
  start: null,
  end: null,
  seen: 0,
  accepted: false,
  drops: 0,
});

const dropped = (block: TraceBlock, { trace }: Lesson): number =>
  block.named === "boilerplate" && !trace.keptAll ? 1 : 0;

/** Beyond the articles that are remembered by number only a first look certainly is at another one. */
const isNewTo = ({ articles }: BlockMemory, { article, previous }: Lesson): boolean =>
  !articles.includes(article) && (articles.length < MAX_ARTICLES || previous === null);

function count(block: BlockMemory, at: Lesson & { readonly start: number; readonly end: number }): BlockMemory {
  const first = block.count === 0;
  const steady = (known: number | null, now: number) =>
    first ? now : known !== null && Math.abs(known - now) <= SLACK ? known : null;
  return {
    ...block,
    articles: noted(block.articles, at.article, MAX_ARTICLES),
    count: block.count + 1,
    arrived: block.arrived + (at.previous ? 1 : 0),
    home: block.home + (at.section === block.section ? 1 : 0),
    start: steady(block.start, at.start),
    end: steady(block.end, at.end),
  };
}

function isBoilerplate(block: BlockMemory, memory: SiteMemory): boolean {
  const isSteady = block.start !== null || block.end !== null;
  const isFlow = isFlowing(memory.paths[pathId(block.path)]);
  // What was taken for boilerplate and then stood somewhere in the middle of a text is none after all.
  if (block.accepted) return !isFlow || isSteady;
  const enough = block.size < SHORT ? REPEATS_SHORT : REPEATS;
  if (!isFlow) return block.count >= enough;
  const section = memory.sections[block.section];
  if (!isSteady || !section) return false;
  const nearlyAll = block.count >= REPEATS_IN_FLOW && block.home >= (section.articles - block.from) * RATE_IN_FLOW;
  const allAtOnce = block.arrived >= ARRIVED_IN_FLOW && block.again >= (section.again - block.since) * RATE_IN_FLOW;
  return nearlyAll || allAtOnce;
}

/** Other articles that share much of this one's text, apart from what is known to be boilerplate. */
function copiesOf(memory: SiteMemory, { trace, article }: Lesson): ReadonlySet<number> {
  const shared = new Map<number, number>();
  let total = 0;
  for (const { key, size, flow } of trace.blocks) {
    const known = memory.blocks[key];
    if (!flow || known?.accepted) continue;
    total += size;
    for (const other of known?.articles ?? [])
      if (other !== article) shared.set(other, (shared.get(other) ?? 0) + size);
  }
  return new Set([...shared].filter(([, size]) => size >= total * COPIED).map(([other]) => other));
}

const staysUntil = ({ seen, accepted, count: times }: BlockMemory): number =>
  seen + (accepted ? STAY_ACCEPTED : times > 1 ? STAY_REPEATED : 0);
