/** What was learned of how a site builds its pages; the composition root provides it. */
export interface SiteTemplates {
  /** By any address of the site; null where nothing was learned. */
  of(url: string): Promise<SiteSummary | null>;
}

export interface SiteSummary {
  readonly looks: number;
  /** Selectors that the operator set: what is the text, and what is no part of it. */
  readonly rules: { readonly take: readonly string[]; readonly drop: readonly string[] };
  readonly sections: readonly {
    readonly section: string;
    readonly articles: number;
    /** Null while no box has won. */
    readonly bodyPath: string | null;
    /** Share of the latest articles that matched; null before any was read with the template. */
    readonly matchRate: number | null;
  }[];
  /** Blocks left out because they repeat from article to article. */
  readonly boilerplate: readonly { readonly sample: string; readonly articles: number; readonly drops: number }[];
  /** Places left out because they change while the rest stands still. */
  readonly volatile: readonly { readonly samples: readonly string[]; readonly changeRate: number }[];
  /** Templates that stopped matching and were set aside, oldest first. */
  readonly alarms: readonly { readonly at: number; readonly section: string; readonly matchRate: number }[];
}
