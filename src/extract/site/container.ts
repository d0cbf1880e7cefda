import { bounded, latest } from "./bounds.ts";
import type { Lesson } from "./lesson.ts";
import type { SectionMemory, SiteMemory } from "./memory.ts";

/** A path is accepted when it holds the body of this many of the latest articles of its section. */
const WINDOW = 10;
const WINS = 8;
/** Looks that a template is judged by, and the share of them that has to match. */
const JUDGED = 20;
const MIN_RATE = 0.9;
const MAX_SECTIONS = 24;
const MAX_ALARMS = 10;

/** Which box holds the bodies of a section, and whether it still does. */
export function learnContainer(
  memory: SiteMemory,
  { section: name, article, trace, previous, at }: Lesson,
): SiteMemory {
  const before = memory.sections[name] ?? NEW_SECTION;
  const others = before.recent.filter(([id]) => id !== article);
  const isNew = previous === null && others.length === before.recent.length;
  const met: SectionMemory = {
    ...before,
    recent: latest([...others, [article, trace.container ?? "", trace.matched] as const], JUDGED),
    articles: before.articles + (isNew ? 1 : 0),
    again: before.again + (previous ? 1 : 0),
    seen: memory.looks,
  };
  const after = met.bodyPath === null ? accepted(met) : judged(met);
  const sections = bounded({ ...memory.sections, [name]: after }, MAX_SECTIONS, ({ seen }) => seen);
  if (met.bodyPath === null || after.bodyPath !== null) return { ...memory, sections };
  const alarm = { at, section: name, bodyPath: met.bodyPath, matchRate: matchRate(met) ?? 0 };
  return { ...memory, sections, alarms: latest([...memory.alarms, alarm], MAX_ALARMS) };
}

const NEW_SECTION: SectionMemory = { bodyPath: null, recent: [], articles: 0, again: 0, seen: 0 };

function accepted(section: SectionMemory): SectionMemory {
  const window = latest(section.recent, WINDOW);
  for (const [, path] of window) {
    if (path === "" || window.filter(([, other]) => other === path).length < WINS) continue;
    // How pages matched an earlier template says nothing about this one.
    return { ...section, bodyPath: path, recent: section.recent.map(([id, held]) => [id, held, null] as const) };
  }
  return section;
}

/** Set aside as soon as too many of the latest articles do not match, and learned again from those and what follows. */
function judged(section: SectionMemory): SectionMemory {
  const misses = section.recent.filter(([, , matched]) => matched === false);
  if ((JUDGED - misses.length) / JUDGED >= MIN_RATE) return section;
  return { ...section, bodyPath: null, recent: misses.map(([id, path]) => [id, path, null] as const) };
}

/** Share of the latest articles that matched the section's template; null before any was read with it. */
export function matchRate({ recent }: SectionMemory): number | null {
  const read = recent.filter(([, , matched]) => matched !== null);
  return read.length === 0 ? null : read.filter(([, , matched]) => matched).length / read.length;
}
