import { bounded, noted } from "./bounds.ts";
import type { Lesson } from "./lesson.ts";
import type { BlockMemory, SiteMemory } from "./memory.ts";
import { pathId } from "./path.ts";
import { isSteady, type Spot, withSpot } from "./spots.ts";
import type { PageTrace, TraceBlock } from "./trace.ts";
import { isFlowing } from "./volatile.ts";

/** Articles that a block has to stand in; a short one more, since short lines repeat by chance. */
const REPEATS = 3;
const REPEATS_SHORT = 5;
const SHORT = 40;
/**
 * A block that stands among the text itself may be a paragraph that several articles share: the background of a running
 * story, copy of an agency. It counts only when nearly the whole section has it, where houses put what they say (`site-spots.ts`).
 */
const REPEATS_IN_FLOW = 8;
const RATE_IN_FLOW = 0.5;
/**
 * Or it came to as many articles after they were published: a notice of the house, put on everything at once. Or it went from as
 * many, and no article has it any more.
 */
const MOVED_IN_FLOW = 3;
/** Blocks at either end of a body whose going is noticed. */
const END_BLOCKS = 3;
/** Two articles that share this much of their text are copies of each other, and their common blocks tell nothing. */
const COPIED = 0.3;
/** Blocks kept per site: some sixty pages' worth, and the accepted ones beside them for long. */
const MAX_BLOCKS = 1_200;
const MAX_ARTICLES = 8;
/** Looks for which a block outlives those that were seen once and never again. */
const STAY_REPEATED = 200;
const STAY_ACCEPTED = 5_000;

/** Which blocks repeat across the site's articles. */
export function learnBlocks(memory: SiteMemory, lesson: Lesson): SiteMemory {
  const { trace, section } = lesson;
  const copies = copiesOf(memory, lesson);
  const blocks: Record<string, BlockMemory> = { ...memory.blocks };
  for (const key of goneFrom(lesson)) {
    const known = blocks[key];
    if (known) blocks[key] = leaving(known, lesson, memory);
  }
  const done = new Set<string>();
  trace.blocks.forEach((block, start) => {
    if (done.has(block.key)) return;
    done.add(block.key);
    const known = blocks[block.key] ?? newBlock(memory, block, section);
    const met = {
      ...known,
      // Its place now: only places that pages have today are described.
      path: block.path,
      flow: isFlowing(memory.paths[pathId(block.path)]),
      left: NO_ARTICLES,
      seen: memory.looks,
      // Nearly all blocks occur in one article and are never shown to anyone.
      sample: known.count > 0 ? block.sample : "",
      drops: known.drops + dropped(block, lesson),
      again: known.again + (lesson.previous && lesson.section === known.section ? 1 : 0),
    };
    const isCopied = block.flow && known.articles.some((article) => copies.has(article));
    const end = trace.blocks.length - 1 - start;
    const counted = isCopied || !isNewTo(known, lesson) ? met : count(met, lesson, [start, end]);
    blocks[block.key] = { ...counted, accepted: isBoilerplate(counted, memory) };
  });
  return { ...memory, blocks: bounded(blocks, MAX_BLOCKS, staysUntil) };
}

/** The blocks at the beginning and at the end of a body. */
export function endsOf({ blocks }: PageTrace): readonly string[] {
  const keys = blocks.map(({ key }) => key);
  return [...new Set([...keys.slice(0, END_BLOCKS), ...keys.slice(-END_BLOCKS)])];
}

/** What stood at an end of the article's body and is gone; pages that were read in another way differ by the reading. */
function goneFrom({ trace, previous }: Lesson): readonly string[] {
  if (!previous || previous.container !== trace.container || previous.keptAll !== trace.keptAll) return [];
  const present = new Set(trace.blocks.map(({ key }) => key));
  return (previous.ends ?? []).filter((key) => !present.has(key));
}

const NO_ARTICLES: readonly number[] = [];

const newBlock = (memory: SiteMemory, { path, size, textKey }: TraceBlock, section: string): BlockMemory => ({
  path,
  textKey,
  size,
  flow: true,
  sample: "",
  section,
  articles: [],
  count: 0,
  home: 0,
  from: (memory.sections[section]?.articles ?? 1) - 1,
  arrived: 0,
  again: 0,
  since: Math.max(0, (memory.sections[section]?.again ?? 0) - 1),
  spots: [],
  left: NO_ARTICLES,
  seen: 0,
  accepted: false,
  drops: 0,
});

const dropped = (block: TraceBlock, { trace }: Lesson): number =>
  block.named === "boilerplate" && !trace.keptAll ? 1 : 0;

/** Beyond the articles that are remembered by number only a first look certainly is at another one. */
const isNewTo = ({ articles }: BlockMemory, { article, previous }: Lesson): boolean =>
  !articles.includes(article) && (articles.length < MAX_ARTICLES || previous === null);

function leaving(block: BlockMemory, { article }: Lesson, memory: SiteMemory): BlockMemory {
  const without = { ...block, left: noted(block.left, article, MAX_ARTICLES) };
  return { ...without, accepted: isBoilerplate(without, memory) };
}

function count(block: BlockMemory, at: Lesson, spot: Spot): BlockMemory {
  return {
    ...block,
    articles: noted(block.articles, at.article, MAX_ARTICLES),
    count: block.count + 1,
    arrived: block.arrived + (at.previous ? 1 : 0),
    home: block.home + (at.section === block.section ? 1 : 0),
    spots: withSpot(block.spots, spot),
  };
}

function isBoilerplate(block: BlockMemory, memory: SiteMemory): boolean {
  const isAtAnEnd = isSteady(block.spots, block.accepted);
  // What was taken for boilerplate and then stood in the middle of one text after the other is none after all.
  if (block.accepted) return !block.flow || isAtAnEnd;
  const enough = block.size < SHORT ? REPEATS_SHORT : REPEATS;
  if (!block.flow) return block.count >= enough;
  const section = memory.sections[block.section];
  if (!isAtAnEnd || !section) return false;
  const ofMost = block.home >= (section.articles - block.from) * RATE_IN_FLOW;
  // A look that finds it gone is no look that ought to have met it.
  const atMost = block.again >= (section.again - block.since - block.left.length) * RATE_IN_FLOW;
  // Every article published since has it, so that it came to older ones with them.
  const toNewOnes = block.home - block.arrived >= Math.max(MOVED_IN_FLOW, section.articles - block.from);
  const came = (block.arrived >= MOVED_IN_FLOW || (block.arrived > 0 && toNewOnes)) && atMost;
  const went = Math.min(block.count, block.left.length) >= MOVED_IN_FLOW && ofMost && atMost;
  return (block.count >= REPEATS_IN_FLOW && ofMost) || came || went;
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
