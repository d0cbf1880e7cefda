import type { Change } from "#model/change";
import type { RaisedDate } from "#model/claimed-date";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import { type Answer, found } from "./answer.ts";
import { changesByVersion, MAX_DRAWN, raisedDatesOf } from "./article.ts";
import { type ArticleHead, articleHead, headOf } from "./article-head.ts";
import type { Comparison } from "./compare/collator.ts";
import { type Edit, editsOf } from "./compare/edits.ts";
import type { ViewContext } from "./context.ts";
import { type Unwatched, unwatchedBetween } from "./unwatched.ts";

/** Two versions of an article, compared. */
export interface ChangeView extends ArticleHead {
  readonly old: VersionHead;
  readonly next: VersionHead;
  /** Nothing else was between them: `next` is the version after `old`. */
  readonly isStep: boolean;
  /** The old text was last seen then; of versions with others between them the older one's. */
  readonly lastSeenOldAt: number;
  readonly comparison: Comparison;
  /** In reading order. */
  readonly edits: readonly Edit[];
  /** Between `lastSeenOldAt` and the first sight of `next`. */
  readonly unwatched: Unwatched;
}

/** What the page of a change shows around it; programs ask for each of it by itself. */
export interface ChangeSurroundings {
  /** By the place of the version that each opened; those that are drawn. */
  readonly changes: ReadonlyMap<number, Change>;
  readonly raised: readonly RaisedDate[];
  /** Why there are two versions that read alike; null where they do not, or where nothing is known of it. */
  readonly readAgain: ReadAgain | null;
}

/** One of two versions was read by another extractor before. */
export interface ReadAgain {
  readonly extractor: string;
  readonly readUntil: number;
}

/** The older of two versions: by its number alone, or, where it is of an article that was joined, with that one's. */
export interface OlderVersion {
  readonly articleId: ArticleId | null;
  readonly number: number;
}

/** @param to number of the newer version, which is one of the article itself */
export async function changeView(
  context: ViewContext,
  id: ArticleId | null,
  from: OlderVersion,
  to: number,
): Promise<Answer<ChangeView>> {
  const head = await articleHead(context, id);
  if (head.kind !== "found") return head;
  const { article, asked } = head.value;
  const old = headOf(head.value, { articleId: from.articleId ?? asked, number: from.number });
  const next = headOf(head.value, { articleId: asked, number: to });
  const made = old && next ? await context.collator.compare(old, next, context.signal) : null;
  if (!old || !next || !made)
    return {
      kind: "missing",
      missing: { what: "version", articleId: article.id, versionCount: article.versionCount },
    };
  if (!made.ok) return { kind: "busy", failure: made.failure, articleId: article.id, instead: [old, next] };
  const isStep = isNext(head.value, old, next);
  const lastSeenOldAt = (isStep ? next.previousSeenAt : null) ?? old.lastSeenAt;
  return found({
    ...head.value,
    old,
    next,
    isStep,
    lastSeenOldAt,
    comparison: made.value,
    edits: editsOf(made.value.parts),
    unwatched: await unwatchedBetween(context, article, lastSeenOldAt, next.firstSeenAt),
  });
}

/** Of one article as it counts them; of joined ones in their history. */
const isNext = ({ versions }: ArticleHead, old: VersionHead, next: VersionHead): boolean =>
  old.articleId === next.articleId
    ? next.number === old.number + 1
    : versions.indexOf(next) === versions.indexOf(old) + 1 && versions.includes(old);

export async function changeSurroundings(context: ViewContext, view: ChangeView): Promise<ChangeSurroundings> {
  const [changes, raised, readAgain] = await Promise.all([
    changesByVersion(context, view, MAX_DRAWN),
    raisedDatesOf(context, view),
    view.edits.length === 0 ? readAgainBetween(context, view) : null,
  ]);
  return { changes, raised, readAgain };
}

async function readAgainBetween({ reader }: ViewContext, { old, next }: ChangeView): Promise<ReadAgain | null> {
  const earlier = await reader.earlierReadings(next.articleId);
  return (
    earlier.find(({ number }) => number > old.number && number <= next.number) ??
    earlier.find(({ number }) => number === old.number) ??
    null
  );
}
