import type { EngineContext } from "#engine/context";
import type { SiteTemplate } from "#extract/site/template";
import type { VersionKey } from "#model/join";
import type { NewReading, ReplacedReadings } from "#store/sites/site";
import { rereadArticle } from "./reextract-article.ts";

/** Versions of one article that are read again for a join; of longer histories the step stays as it is. */
const MAX_VERSIONS = 30;

/**
 * The two sides of a join may have been read by what was known of two hosts, or at two times. If the site's present template reads the
 * same in both, they say the same from now on, and the step from one to the other is none. Otherwise nothing is written.
 * @returns whether they say the same
 */
export async function readAlike(
  context: Pick<EngineContext, "store" | "workshop" | "clock" | "archive">,
  template: SiteTemplate,
  pair: readonly [VersionKey, VersionKey],
): Promise<boolean> {
  const sides: { readonly key: VersionKey; readonly hash: string; readonly replaced: ReplacedReadings | null }[] = [];
  for (const key of pair) {
    const { versions, replaced } = await readFrom(context, template, key);
    const hash = (replaced?.readings.find(isOf(key)) ?? versions.find(isOf(key)))?.textHash;
    if (hash === undefined) return false;
    sides.push({ key, hash, replaced });
  }
  const [one, other] = sides;
  if (one!.hash !== other!.hash) return false;
  for (const { key, replaced } of sides)
    if (replaced) await context.store.writer.replaceReadings(key.articleId, replaced);
  return true;
}

const isOf =
  ({ number }: VersionKey) =>
  (one: Pick<NewReading, "number">): boolean =>
    one.number === number;

/** A version and all later ones of its article, so that the changes between them stay true. */
async function readFrom(
  context: Pick<EngineContext, "store" | "workshop" | "clock" | "archive">,
  template: SiteTemplate,
  { articleId, number }: VersionKey,
) {
  const versions = await context.store.reader.keptVersions(articleId);
  const latest = versions.length - versions.findIndex(isOf({ articleId, number }));
  if (latest > Math.min(versions.length, MAX_VERSIONS)) return { versions, replaced: null };
  const { replaced } = await rereadArticle(context, articleId, { template, latest, memory: null });
  return { versions, replaced };
}
