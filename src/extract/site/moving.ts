import { HOUR_MS } from "#lib/clock";
import { bounded, latest } from "./bounds.ts";
import type { Lesson } from "./lesson.ts";
import type { Figure, MovingMemory, SiteMemory } from "./memory.ts";
import type { PageTrace, TraceBlock } from "./trace.ts";

/**
 * A block is a moving part of a site when only its figures changed, at one place with the same words, in three articles
 * within an hour, at more than half of the looks: a count or a clock that no rule of words knows. A figure in one article is
 * news, however often it changes; so is one in a list or a table of the body (see `TraceBlock.wordsKey`).
 */
const ARTICLES = 3;
const WITHIN_MS = HOUR_MS;
const SHARE = 0.5;
/** What is known to move is known until it moved at fewer of the latest looks. */
const SHARE_TO_STAY = 0.2;
const LOOKS = 30;
/** Places remembered of a site; only such as moved once. */
const MAX_MOVING = 100;
/** Blocks with figures that are remembered of an article's last look. */
const MAX_FIGURES = 40;
/** Looks that a standing figure is counted for. */
const MAX_STOOD = 10;

/** The blocks of a page that have figures, by the keys of their words. One whose words stand twice is left out. */
export function figuresOf(
  { blocks }: PageTrace,
  before: Readonly<Record<string, Figure>> = {},
): Readonly<Record<string, Figure>> {
  const keys = new Map<string, string | null>();
  for (const { wordsKey, key } of blocks)
    if (wordsKey !== null && (keys.has(wordsKey) || keys.size < MAX_FIGURES))
      keys.set(wordsKey, keys.has(wordsKey) ? null : key);
  const figures: Record<string, Figure> = {};
  for (const [words, key] of keys) {
    if (key === null) continue;
    const was = before[words];
    figures[words] = [key, was?.[0] === key ? Math.min(MAX_STOOD, was[1] + 1) : 0];
  }
  return figures;
}

/** At which places nothing but figures moves. */
export function learnMoving(memory: SiteMemory, lesson: Lesson): SiteMemory {
  const { trace, previous, article, at } = lesson;
  const before = previous?.figures;
  // Pages that were read in another way differ by the reading.
  if (!previous || !before || previous.container !== trace.container) return memory;
  const moving: Record<string, MovingMemory> = { ...memory.moving };
  for (const [id, [key]] of Object.entries(figuresOf(trace))) {
    const was = before[id];
    if (was === undefined || was[0] === key) continue;
    const block = trace.blocks.find(({ wordsKey }) => wordsKey === id)!;
    const known = withMove(moving[id] ?? newMoving(block), article, at, was[1]);
    const drops = known.drops + (block.named === "moving" && !trace.keptAll ? 1 : 0);
    const next = { ...known, drops, path: block.path, seen: memory.looks };
    moving[id] = { ...next, accepted: isMoving(next, at, WITHIN_MS) };
  }
  return { ...memory, moving: bounded(moving, MAX_MOVING, ({ seen }) => seen) };
}

const newMoving = ({ path, sample }: TraceBlock): MovingMemory => ({
  path,
  sample,
  looks: [],
  seen: 0,
  accepted: false,
  drops: 0,
});

/** With one more look at which it had moved, after `stood` looks at which it had not. */
export function withMove(known: MovingMemory, article: number, at: number, stood: number): MovingMemory {
  const before = Array.from({ length: Math.min(MAX_STOOD, stood) }, () => [article, at, 0] as const);
  return { ...known, looks: latest([...known.looks, ...before, [article, at, 1] as const], LOOKS) };
}

/** Did it move on three articles within so long, at more than half of the looks? What is known stays known for longer. */
export function isMoving({ looks, accepted }: MovingMemory, at: number, withinMs: number): boolean {
  const moved = (some: MovingMemory["looks"]) => some.filter(([, , changed]) => changed === 1);
  if (accepted) return moved(looks).length >= looks.length * SHARE_TO_STAY;
  const recent = looks.filter(([, seenAt]) => seenAt >= at - withinMs);
  const articles = new Set(moved(recent).map(([article]) => article));
  return articles.size >= ARTICLES && moved(recent).length > recent.length * SHARE;
}
