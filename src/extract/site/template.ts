/** What an operator says about a site: selectors (see `site-selector.ts`), applied before anything else. */
export interface SiteRules {
  /** The body is what stands in elements that match any of these; empty when the page is left to speak for itself. */
  readonly take: readonly string[];
  /** Elements that match any of these are no part of the page. */
  readonly drop: readonly string[];
}

export const NO_RULES: SiteRules = { take: [], drop: [] };

/**
 * What extraction knows about the site of a page: plain data that `templateFor` reads out of a site's memory. The same
 * page under the same template always gives the same document.
 */
export interface SiteTemplate {
  /** Rises whenever any template of the site changes; 0 before anything was learned. Part of the extractor's name. */
  readonly generation: number;
  /** Path of the box that holds the bodies of this section (see `site-path.ts`); null until one has won often enough. */
  readonly bodyPath: string | null;
  /**
   * Keys (see `blockKey`) of blocks that repeat across the site's articles; of long ones among the text also the keys of their
   * texts (see `textKey`), which name blocks that stand among the text.
   */
  readonly boilerplate: ReadonlySet<string>;
  /** Ids (see `pathId`) of paths whose blocks change while the text around them stands still. */
  readonly volatile: ReadonlySet<string>;
  /** Keys (see `wordsKey`) of blocks in which nothing but figures moves. */
  readonly moving: ReadonlySet<string>;
  /** Places (see `amountsIn`) at which amounts within sentences move; absent where none is known. */
  readonly amounts?: ReadonlySet<string>;
  readonly rules: SiteRules;
  /** What the last look at this very article did, so that no choice flips between two looks; null at the first. */
  readonly prior: Prior | null;
}

export interface Prior {
  /** Path of the box that was chosen for the body. */
  readonly container: string | null;
  /** Blocks that the template names were kept, because too little would have been left of the body. */
  readonly keptAll: boolean;
}

export const NO_TEMPLATE: SiteTemplate = {
  generation: 0,
  bodyPath: null,
  boilerplate: new Set(),
  volatile: new Set(),
  moving: new Set(),
  rules: NO_RULES,
  prior: null,
};

/** Names what reads a page, as versions keep it: `variorum/1`, or `variorum/1+7` with the site's seventh template. */
export const readerName = (extractor: string, generation: number): string =>
  generation === 0 ? extractor : `${extractor}+${generation}`;

/** The extractor's own name in a reader's. */
export const extractorOf = (reader: string): string => reader.split("+", 1)[0]!;
