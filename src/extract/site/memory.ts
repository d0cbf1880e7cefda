import type { Spot } from "./spots.ts";

/**
 * What is remembered of a site: plain JSON, bounded, and all that learning needs. Counts, not pages: a page is looked at
 * once and forgotten.
 */
export interface SiteMemory {
  /** Which way it was made; memories of another formula are not read. */
  readonly formula: number;
  /** Looks that were learned from: the clock that everything here is dated by. */
  readonly looks: number;
  readonly sections: Readonly<Record<string, SectionMemory>>;
  /** By block key. */
  readonly blocks: Readonly<Record<string, BlockMemory>>;
  /** By path id. */
  readonly paths: Readonly<Record<string, PathMemory>>;
  /** By words key; absent in memories of before. */
  readonly moving?: Readonly<Record<string, MovingMemory>>;
  /** Amounts within sentences by their place (see `amountsIn`); absent in memories of before. */
  readonly amounts?: Readonly<Record<string, MovingMemory>>;
  /** Latest last. */
  readonly alarms: readonly Alarm[];
  /** Texts that were seen in place of articles, latest last; absent where there were none. */
  readonly strangers?: readonly Stranger[];
}

/** A text that had nothing of the article whose address it was seen at. */
export interface Stranger {
  /** Hashes of its lines, see `strangerLines`. */
  readonly lines: readonly string[];
  /** The first articles that it was seen at. */
  readonly articles: readonly number[];
}

export interface SectionMemory {
  /** Path that holds this section's bodies, once it has won often enough. */
  readonly bodyPath: string | null;
  /** The latest articles, each once, latest last: the path that held the body, and whether `bodyPath` matched it. */
  readonly recent: readonly (readonly [article: number, path: string, matched: boolean | null])[];
  /** Articles met in all, and looks that met one of them again. */
  readonly articles: number;
  readonly again: number;
  readonly seen: number;
}

export interface BlockMemory {
  readonly path: string;
  /** See `textKey`; null for a block that is not long. */
  readonly textKey: string | null;
  readonly size: number;
  /** Stands where the text itself stands. */
  readonly flow: boolean;
  /** The articles that had it, the first few. */
  readonly articles: readonly number[];
  /** How many articles had it, and how many of them in the section where it was first met. */
  readonly count: number;
  readonly home: number;
  readonly section: string;
  /** Articles of that section met before it. */
  readonly from: number;
  /** Articles that it came to after their first look, looks that met it again, and such looks in the section before it. */
  readonly arrived: number;
  readonly again: number;
  readonly since: number;
  /** Where it stood in the latest articles that had it. */
  readonly spots: readonly Spot[];
  /** Articles that it left since it was last met, the first few. */
  readonly left: readonly number[];
  readonly seen: number;
  readonly accepted: boolean;
  /** Times that it was dropped. */
  readonly drops: number;
  readonly sample: string;
}

export interface PathMemory {
  readonly path: string;
  /** Looks at known articles that had the path, and at how many of them its blocks alone had changed. */
  readonly looks: number;
  readonly changes: number;
  /** The latest articles that had it, latest last, and whether any of their looks met its blocks changed alone. */
  readonly recent: readonly (readonly [article: number, changed: 0 | 1])[];
  /** Looks that saw it, and those of them at which the text itself was there. */
  readonly met: number;
  readonly flows: number;
  /** Looks at which a block of a body was there: other places are watched, but nothing has to be dropped there. */
  readonly inBody: number;
  readonly seen: number;
  readonly accepted: boolean;
  readonly drops: number;
  /** What was there lately. */
  readonly samples: readonly string[];
}

/** A figure of an article: the key of its block, and how many looks in a row saw it unchanged after the first. */
export type Figure = readonly [key: string, stood: number];

/** What a look saw at a place of amounts: hashes of the amounts and of the words around them. */
export interface AmountSeen {
  readonly amounts: string;
  readonly around: string;
  readonly path: string;
  readonly sample: string;
  /** Looks in a row that saw these amounts after the first. */
  readonly stood?: number;
}

/** A block whose figures moved once while its words stood. */
export interface MovingMemory {
  readonly path: string;
  /** The latest looks up to those at which its figures had changed, latest last, and whether they had. */
  readonly looks: readonly (readonly [article: number, at: number, changed: 0 | 1])[];
  readonly seen: number;
  readonly accepted: boolean;
  readonly drops: number;
  readonly sample: string;
}

/** A template that was set aside because pages of the section stopped matching it. */
export interface Alarm {
  readonly at: number;
  readonly section: string;
  readonly bodyPath: string;
  /** Share of the latest articles that matched. */
  readonly matchRate: number;
}

export const FORMULA = 3;

export const EMPTY_MEMORY: SiteMemory = {
  formula: FORMULA,
  looks: 0,
  sections: {},
  blocks: {},
  paths: {},
  alarms: [],
};

/** What is kept of an article's last look: a hash of the blocks at each path, by path id, and which way it was read. */
export interface ArticleTrace {
  readonly container: string | null;
  readonly keptAll: boolean;
  readonly paths: Readonly<Record<string, string>>;
  /** Keys of the blocks at the body's beginning and end: what a house puts on all pages goes from there too. */
  readonly ends?: readonly string[];
  /** By the keys of their words; absent in traces of before. */
  readonly figures?: Readonly<Record<string, Figure>>;
  /** By place; absent in traces of before. */
  readonly amounts?: Readonly<Record<string, AmountSeen>>;
}

/** A memory as stored; null when it is damaged or of another formula, and learning starts again. */
export function readMemory(json: string): SiteMemory | null {
  try {
    const memory = JSON.parse(json) as SiteMemory;
    return memory.formula === FORMULA ? memory : null;
  } catch {
    return null;
  }
}
