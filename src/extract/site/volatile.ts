import { bounded, latest } from "./bounds.ts";
import type { Lesson } from "./lesson.ts";
import type { PathMemory, SiteMemory } from "./memory.ts";
import { pathId } from "./path.ts";
import type { PageTrace } from "./trace.ts";

/**
 * A path is volatile when its blocks changed alone on more than half of the latest articles that had it, and stays so
 * until that is less than a fifth. Articles are counted, not looks: a box of facts is edited on a few articles, however
 * often; a box that moves by itself moves on all.
 */
const SHARE = 0.5;
const SHARE_TO_STAY = 0.2;
const ARTICLES = 10;
/** Fewer do when it moved on every one of them. */
const ARTICLES_ALL_MOVED = 5;
const RECENT = 16;
/** Share of looks at which a box may pass for the text itself and still be a box. */
const FLOWS_BY_CHANCE = 0.2;
const MAX_PATHS = 400;
const MAX_SAMPLES = 3;
/** Counts are halved when they reach this, so that what a site did last month does not outvote this week. */
const MAX_COUNT = 400;

/** What stands at each path, by path id. */
export const digestsOf = ({ paths }: PageTrace): Readonly<Record<string, string>> =>
  Object.fromEntries(paths.map(({ path, digest }) => [pathId(path), digest]));

/** At which paths blocks change while the text around them stands still. */
export function learnPaths(memory: SiteMemory, lesson: Lesson): SiteMemory {
  const { trace, article, previous } = lesson;
  const paths: Record<string, PathMemory> = { ...memory.paths };
  for (const { path, flow, inBody, sample, dropped } of trace.paths) {
    const id = pathId(path);
    const known = paths[id] ?? newPath(path);
    paths[id] = {
      ...known,
      met: known.met + 1,
      flows: known.flows + (flow ? 1 : 0),
      inBody: known.inBody + (inBody ? 1 : 0),
      recent: latest(
        [
          ...known.recent.filter(([id]) => id !== article),
          known.recent.find(([id]) => id === article) ?? ([article, 0] as const),
        ],
        RECENT,
      ),
      samples: flow || known.samples.includes(sample) ? known.samples : latest([...known.samples, sample], MAX_SAMPLES),
      drops: known.drops + (dropped ? 1 : 0),
      seen: memory.looks,
    };
  }
  // Pages that were read in another way differ by the reading.
  if (previous && previous.container === trace.container && previous.keptAll === trace.keptAll)
    compare(paths, lesson, previous.paths);
  const touched = new Set([...Object.keys(digestsOf(trace)), ...Object.keys(previous?.paths ?? {})]);
  for (const id of touched) {
    const path = paths[id];
    if (path) paths[id] = halved({ ...path, accepted: isVolatile(path) });
  }
  return { ...memory, paths: bounded(paths, MAX_PATHS, ({ seen }) => seen) };
}

/** Is it one of the places where the text itself stands? A box may outweigh the text of a few short articles. */
export const isFlowing = (path: PathMemory | undefined): boolean =>
  path === undefined || path.flows > path.met * FLOWS_BY_CHANCE;

const newPath = (path: string): PathMemory => ({
  path,
  looks: 0,
  changes: 0,
  recent: [],
  met: 0,
  flows: 0,
  inBody: 0,
  seen: 0,
  accepted: false,
  drops: 0,
  samples: [],
});

/** An edit of the text itself makes the look no evidence: whoever edits a paragraph may touch a box as well. */
function compare(paths: Record<string, PathMemory>, lesson: Lesson, before: Readonly<Record<string, string>>): void {
  const now = digestsOf(lesson.trace);
  const known = Object.keys({ ...before, ...now }).filter((id) => paths[id] !== undefined);
  const differs = (id: string) => before[id] !== now[id];
  if (known.some((id) => isFlowing(paths[id]) && differs(id))) return;
  for (const id of known) {
    const path = paths[id]!;
    if (isFlowing(path)) continue;
    const changed = differs(id);
    paths[id] = {
      ...path,
      looks: path.looks + 1,
      changes: path.changes + (changed ? 1 : 0),
      recent: changed
        ? path.recent.map(([id, before]) => [id, id === lesson.article ? 1 : before] as const)
        : path.recent,
    };
  }
}

function isVolatile(path: PathMemory): boolean {
  if (path.inBody === 0 || isFlowing(path)) return false;
  const changed = path.recent.filter(([, moved]) => moved === 1).length;
  if (path.recent.length < ARTICLES) return changed >= ARTICLES_ALL_MOVED && changed === path.recent.length;
  return changed > path.recent.length * (path.accepted ? SHARE_TO_STAY : SHARE);
}

function halved(path: PathMemory): PathMemory {
  if (path.met < MAX_COUNT) return path;
  const half = (count: number) => Math.floor(count / 2);
  const { looks, changes, met, flows, inBody } = path;
  return {
    ...path,
    looks: half(looks),
    changes: half(changes),
    met: half(met),
    flows: half(flows),
    // Never back to none: the place was in a body once.
    inBody: Math.ceil(inBody / 2),
  };
}
