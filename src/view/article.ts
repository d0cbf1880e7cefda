import type { Capture } from "#model/capture";
import type { Change } from "#model/change";
import type { RaisedDate } from "#model/claimed-date";
import type { ArticleId } from "#model/id";
import type { ChangedByline } from "#model/shown-byline";
import type { Variant } from "#model/variant";
import type { Page } from "#store/public-reader";
import { type Answer, found } from "./answer.ts";
import { type ArticleHead, articleHead, placeIn } from "./article-head.ts";
import { type Beside, besideOf, isAlternating, type Unread, unreadOf } from "./beside.ts";
import type { ViewContext } from "./context.ts";
import { type PlacedLook, placedLooks } from "./looks.ts";
import { type Back, backOf, type Returned, returnedOf } from "./returned.ts";
import { type Running, runningOf } from "./running.ts";

/** The log of looks is long; its latest entries tell how things are. */
const LOOKS_SHOWN = 20;
/** Looks in which the latest that saw a text is searched for. */
const LOOKS_READ = 60;
/** Changes with their summaries; older ones are still one click away, side by side. */
const MAX_CHANGES = 200;
/** Versions that a timeline draws; of a page that was changed more often the latest. Each takes 400 bytes. */
export const MAX_DRAWN = 40;

/** Everything known about one article. */
export interface ArticleView extends ArticleHead {
  /** All addresses under which it was found. */
  readonly knownAs: readonly string[];
  /** By the place of the version that each opened. */
  readonly changes: ReadonlyMap<number, Change>;
  /** Oldest first. */
  readonly raised: readonly RaisedDate[];
  /** Names changed over the same text, oldest first. */
  readonly bylines: readonly ChangedByline[];
  readonly variants: readonly Variant[];
  readonly beside: Beside;
  /** Null while the text can be read. */
  readonly unread: Unread | null;
  /** Null unless the text of an earlier version is on the page again. */
  readonly returned: Returned | null;
  /** Null unless it was gone not long ago. */
  readonly back: Back | null;
  /** Of a live page. */
  readonly running: Running | null;
  /** The latest. */
  readonly looks: Page<PlacedLook>;
}

export async function articleView(context: ViewContext, id: ArticleId | null): Promise<Answer<ArticleView>> {
  const head = await articleHead(context, id);
  if (head.kind !== "found") return head;
  const { article, versions } = head.value;
  const { reader } = context;
  const [knownAs, changes, raised, bylines, variants, looks, gone] = await Promise.all([
    reader.articleUrls(article.id),
    changesByVersion(context, head.value),
    raisedDatesOf(context, head.value),
    changedBylinesOf(context, head.value),
    reader.variants(head.value.living),
    reader.captures(article.id, { limit: LOOKS_READ }),
    reader.goneStretch(article.id),
  ]);
  const isHeld = looks.items.find(({ decision }) => decision !== "none")?.reason.code === "held-version";
  return found({
    ...head.value,
    knownAs,
    changes,
    raised,
    bylines,
    variants,
    beside: await besideArticle(context, head.value, variants),
    unread: unreadOf(looks.items),
    returned: isHeld ? returnedOf(head.value, await reader.memory(head.value.living)) : null,
    back: backOf(gone, versions),
    running: runningOf(versions, article.versionCount),
    looks: placedLooks(head.value, shownOf(looks)),
  });
}

/** The next page of the log begins where the shown looks end. */
function shownOf({ items, next }: Page<Capture>): Page<Capture> {
  const shown = items.slice(0, LOOKS_SHOWN);
  return { items: shown, next: items.length > shown.length ? shown.at(-1)!.capturedAt : next };
}

/** Each with the place of its version. */
export async function raisedDatesOf({ reader }: ViewContext, head: ArticleHead): Promise<readonly RaisedDate[]> {
  const raised = await reader.raisedDates(head.article.id);
  return raised.map((each) => ({
    ...each,
    versionNumber: placeIn(head, { articleId: each.articleId, number: each.versionNumber }),
  }));
}

/** Each with the place of its version. */
export async function changedBylinesOf({ reader }: ViewContext, head: ArticleHead): Promise<readonly ChangedByline[]> {
  const changed = await reader.changedBylines(head.article.id);
  return changed.map((each) => ({
    ...each,
    versionNumber: placeIn(head, { articleId: each.articleId, number: each.versionNumber }),
  }));
}

/** The latest changes of an article by the place of the version that each opened. */
export async function changesByVersion(
  { reader }: ViewContext,
  head: ArticleHead,
  most = MAX_CHANGES,
): Promise<ReadonlyMap<number, Change>> {
  const changes = await reader.changesOf(head.article.id, most);
  return new Map(changes.map((change) => [placeIn(head, { articleId: change.articleId, number: change.to }), change]));
}

async function besideArticle(
  { reader }: ViewContext,
  { living, versions: all }: ArticleHead,
  variants: readonly Variant[],
): Promise<Beside> {
  const versions = all.filter(({ articleId }) => articleId === living);
  const base = variants.find(isAlternating);
  const [memory, version] = await Promise.all([
    versions.some((each) => each.alternating) ? reader.memory(living) : null,
    base ? reader.version(living, base.versionNumber) : null,
  ]);
  return besideOf(versions, variants, memory, version);
}
