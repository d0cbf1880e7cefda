import type { SiteMove } from "#model/address-claim";
import type { SourceId } from "#model/id";
import type { ArticleListItem, Page } from "#store/public-reader";
import { type Answer, found, missing } from "./answer.ts";
import { type ListedChange, listedChanges } from "./change-list.ts";
import type { ViewContext } from "./context.ts";
import { type SourceStanding, withTroubles } from "./health.ts";
import type { SiteSummary } from "./site-templates.ts";
import { type Watching, watchingOf } from "./watching.ts";

/** The page has the log of two weeks too, and is to stay light: the log is half of its 60 kB. */
const CHANGES_PER_PAGE = 10;
const ARTICLES_SHOWN = 10;

/** One source: its latest changes, its newest articles, where these are found and how it is watched. */
export interface SourceView extends SourceStanding {
  readonly changes: Page<ListedChange>;
  readonly newest: readonly ArticleListItem[];
  readonly watching: Watching;
  readonly siteMoves: readonly SiteMove[];
  /** How its pages are read; null where nothing was learned. */
  readonly site: SiteSummary | null;
}

/** @param id null when what was asked for is not a number */
export async function sourceView(
  context: ViewContext,
  id: SourceId | null,
  before?: number,
): Promise<Answer<SourceView>> {
  const { reader, templates, now } = context;
  const [standing] = id === null ? [] : await reader.health(now, [id]);
  if (!standing) return missing("source");
  const { source } = standing;
  const [changes, articles, watching, siteMoves, site] = await Promise.all([
    reader.changes({ sourceId: source.id, before, limit: CHANGES_PER_PAGE }),
    reader.articles({ sourceId: source.id, limit: ARTICLES_SHOWN, onlyNews: true }),
    watchingOf(context, source),
    reader.siteMoves(source.id),
    templates.of(source.homeUrl),
  ]);
  return found({
    ...withTroubles(standing),
    changes: { items: listedChanges(context, changes.items), next: changes.next },
    newest: articles.items,
    watching,
    siteMoves,
    site,
  });
}
