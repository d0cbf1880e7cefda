import type { Site, SiteFeed, Teaser } from "#newsroom/site";

/** What a feed document is made of. */
export interface FeedPage {
  readonly site: Site;
  readonly base: string;
  readonly feed: SiteFeed;
  /** Newest first. */
  readonly teasers: readonly Teaser[];
  readonly updatedAt: number;
  /** The hub to be named; null for none. */
  readonly hub: string | null;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const xml = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c]!);
