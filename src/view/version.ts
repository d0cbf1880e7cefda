import type { ArticleId } from "#model/id";
import type { VersionProof } from "#model/ledger";
import type { Version } from "#model/version";
import type { ArchivedBody, EarlierReading } from "#store/public-reader";
import { type Answer, found, type Unanswered } from "./answer.ts";
import { type ArticleHead, articleHead, headOf } from "./article-head.ts";
import type { ViewContext } from "./context.ts";

/** One version, to be read. */
export interface VersionView extends ArticleHead {
  readonly version: Version;
  /** Oldest first. */
  readonly earlierReadings: readonly EarlierReading[];
  /** The record of the archive that holds the page it was read from; null if there is none. */
  readonly archived: ArchivedBody | null;
  /** When there will be a proof; null if there is one already. Epoch ms. */
  readonly provenFrom: number | null;
}

export async function versionView(
  context: ViewContext,
  id: ArticleId | null,
  number: number | null,
): Promise<Answer<VersionView>> {
  const head = await articleHead(context, id);
  if (head.kind !== "found") return head;
  const { reader } = context;
  const { asked } = head.value;
  const stored = number === null ? null : await reader.version(asked, number);
  const counted = stored && headOf(head.value, stored);
  if (!stored || !counted) return noSuchVersion(head.value);
  const version = { ...stored, ...counted };
  const [earlier, archived, isSealed] = await Promise.all([
    reader.earlierReadings(asked),
    reader.archivedBody(asked, version.number),
    reader.isSealed(asked, version.number),
  ]);
  const earlierReadings = earlier.filter((each) => each.number === version.number);
  const provenFrom = isSealed ? null : nextMidnight(context.now);
  return found({ ...head.value, version, earlierReadings, archived, provenFrom });
}

/** That a version was in the ledger when its day was closed. */
export async function proofView(
  context: ViewContext,
  id: ArticleId | null,
  number: number | null,
): Promise<Answer<VersionProof>> {
  const head = await articleHead(context, id);
  if (head.kind !== "found") return head;
  const { asked } = head.value;
  if (number === null || !headOf(head.value, { articleId: asked, number })) return noSuchVersion(head.value);
  const proof = await context.reader.versionProof(asked, number);
  return proof ? found(proof) : { kind: "missing", missing: { what: "proof", closesAt: nextMidnight(context.now) } };
}

const DAY = 86_400_000;

/** The ledger closes a day at midnight UTC. */
const nextMidnight = (now: number): number => (Math.floor(now / DAY) + 1) * DAY;

const noSuchVersion = ({ article }: ArticleHead): Unanswered => ({
  kind: "missing",
  missing: { what: "version", articleId: article.id, versionCount: article.versionCount },
});
