import { stateOf } from "#engine/look/site-memory";
import { matchRate } from "#extract/site/container";
import type { Alarm } from "#extract/site/memory";
import type { SiteRules } from "#extract/site/template";
import type { Reader } from "#store/reader";

/** What was learned about a site, as people are shown it. */
export interface SiteReport {
  readonly site: string;
  readonly generation: number;
  readonly looks: number;
  readonly rules: SiteRules;
  readonly sections: readonly {
    readonly section: string;
    readonly articles: number;
    readonly bodyPath: string | null;
    /** Share of the latest articles that matched; null before any was read with the template. */
    readonly matchRate: number | null;
  }[];
  readonly boilerplate: readonly {
    readonly path: string;
    readonly sample: string;
    readonly articles: number;
    readonly drops: number;
  }[];
  readonly volatile: readonly {
    readonly path: string;
    readonly samples: readonly string[];
    /** Share of looks at which it alone had changed. */
    readonly changeRate: number;
    readonly articles: number;
    readonly drops: number;
  }[];
  readonly alarms: readonly Alarm[];
}

export async function readSiteReport(reader: Reader, key: string): Promise<SiteReport | null> {
  const stored = await reader.site(key);
  if (!stored) return null;
  const { memory, rules, generation } = stateOf(stored);
  const blocks = Object.values(memory.blocks).filter(({ accepted }) => accepted);
  const paths = Object.values(memory.paths).filter(({ accepted }) => accepted);
  const moving = Object.values(memory.moving ?? {}).filter(({ accepted }) => accepted);
  return {
    site: key,
    generation,
    looks: memory.looks,
    rules,
    sections: Object.entries(memory.sections)
      .map(([section, one]) => ({
        section,
        articles: one.articles,
        bodyPath: one.bodyPath,
        matchRate: one.bodyPath === null ? null : matchRate(one),
      }))
      .sort((a, b) => b.articles - a.articles),
    boilerplate: blocks
      .map(({ path, sample, count, drops }) => ({ path, sample, articles: count, drops }))
      .sort((a, b) => b.drops - a.drops),
    volatile: [
      ...paths.map(({ path, samples, looks, changes, recent, drops }) => ({
        path,
        samples,
        changeRate: looks === 0 ? 0 : changes / looks,
        articles: recent.length,
        drops,
      })),
      ...moving.map(({ path, sample, looks, drops }) => ({
        path,
        samples: [sample],
        changeRate: looks.filter(([, , changed]) => changed === 1).length / looks.length,
        articles: new Set(looks.map(([article]) => article)).size,
        drops,
      })),
    ],
    alarms: memory.alarms,
  };
}
