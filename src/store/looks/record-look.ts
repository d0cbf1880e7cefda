import { sql } from "kysely";
import { hostKey } from "#lib/url";
import { FailureError } from "#model/failure";
import type { HostId } from "#model/id";
import { keepBody } from "#store/archive/write";
import { saveAddressDecided } from "#store/articles/addresses-write";
import { addUrl, holderOf, noSuchArticle } from "#store/articles/write";
import { digestBytes } from "#store/bytes";
import type { Dialect } from "#store/dialect";
import { ensureHost, refreshReady } from "#store/hosts/write";
import { reopenClues } from "#store/joins/write";
import { keyOf } from "#store/keys";
import { PIPELINED } from "#store/pipelined";
import { reasonColumnOrEmpty } from "#store/reasons/column";
import { saveProved } from "#store/schedule/write";
import type { ArticleRow, Trx } from "#store/schema";
import { saveLearned } from "#store/sites/write";
import { FAULT_SO_FAR, noteSight } from "#store/sources/site-fault";
import { storable } from "#store/storable";
import { type OpenedVersion, openVersion } from "#store/versions/open-version";
import { replaceReadings } from "#store/versions/readings";
import { saveDecided } from "#store/versions/write-variants";
import { startingHidden } from "#store/visible";
import type { ArticleState, LookRecord, Recorded } from "#store/writer";
import { insertCapture } from "./capture.ts";

export async function recordLook(trx: Trx, dialect: Dialect, look: LookRecord): Promise<Recorded> {
  const article = await dialect.locked(articleAndCapture(trx, look)).executeTakeFirst();
  if (!article) throw noSuchArticle(look.articleId);
  if (article.repeats) return { kind: "repeated" };
  // It was joined with another meanwhile, which is looked at in its place.
  if (article.status === "joined") return { kind: "stale" };
  const after = look.version?.after ?? look.decided?.after ?? article.version_count;
  if (after !== article.version_count) return { kind: "stale" };
  if (look.reread && !(await replaceReadings(trx, dialect, article.id, look.reread))) return { kind: "stale" };

  const opened = look.version ? await openVersion(trx, dialect, article, look, look.version) : null;
  if (opened || look.reread) await reopenClues(trx, article.id);
  if (look.sawVersion !== undefined) await markSeen(trx, article, look, look.sawVersion);
  if (look.alternating) await markAlternating(trx, article, look.sawVersion);
  if (look.decided) await saveDecided(trx, dialect, article, look.decided, opened?.number ?? article.version_count);
  if (look.raisedDate) await insertRaisedDate(trx, article, seenVersion(article, look), look.raisedDate);
  if (look.changedByline) await insertChangedByline(trx, article, seenVersion(article, look), look.changedByline);
  if (look.raw) await keepBody(trx, look.raw);
  const versionNumber = opened?.number ?? look.sawVersion ?? null;
  if (look.learned) await saveLearned(trx, dialect, article, look.learned);
  if (look.addressDecided) await saveAddressDecided(trx, article, look.addressDecided, look.capturedAt);
  if (look.proved) await saveProved(trx, article.source_id, look.proved);
  await insertCapture(trx, article, look, versionNumber);
  const hostId = await updateArticle(trx, dialect, article, look, opened);
  const failedSince = await noteSight(trx, article, look);
  await refreshReady(trx, dialect, hostId, article.host_id);
  return { kind: "recorded", versionNumber, ...(failedSince !== null && { siteFailedSince: failedSince }) };
}

/**
 * The article, and whether this very capture is stored already. One that another process commits while we wait for the lock is not
 * seen: then its key refuses ours, and the transaction is done again.
 */
const articleAndCapture = (trx: Trx, { articleId, capturedAt }: LookRecord) =>
  trx
    .selectFrom("article")
    .selectAll()
    .select([
      sql<number>`exists (select 1 from capture where article_id = ${articleId} and captured_at = ${capturedAt})`.as(
        "repeats",
      ),
      ...FAULT_SO_FAR,
    ])
    .where("id", "=", articleId);

async function markSeen(trx: Trx, article: ArticleRow, look: LookRecord, number: number): Promise<void> {
  const seen = trx.updateTable("version").where("article_id", "=", article.id);
  await seen
    .set({ last_seen_at: look.capturedAt })
    .where("number", "=", number)
    .where("last_seen_at", "<", look.capturedAt)
    .modifyEnd(PIPELINED)
    .execute();
  if (look.lateDate)
    await seen.set({ date_raised: 1 }).where("number", "=", number).where("date_raised", "=", 0).execute();
}

async function markAlternating(trx: Trx, article: ArticleRow, number: number | undefined): Promise<void> {
  await trx
    .updateTable("version")
    .set({ alternating: 1 })
    .where("article_id", "=", article.id)
    .where("number", "in", [number ?? article.version_count, article.version_count])
    .where("alternating", "=", 0)
    .modifyEnd(PIPELINED)
    .execute();
}

function seenVersion(article: ArticleRow, { sawVersion }: LookRecord): number {
  if (sawVersion !== undefined) return sawVersion;
  const message = `An event of article ${article.id} came without the version whose text the page showed.`;
  throw new FailureError({ advice: "stop", code: "no-version", message });
}

async function insertChangedByline(
  trx: Trx,
  article: ArticleRow,
  number: number,
  changed: NonNullable<LookRecord["changedByline"]>,
): Promise<void> {
  await trx
    .insertInto("changed_byline")
    .values({
      article_id: article.id,
      source_id: article.source_id,
      version_number: number,
      old_names: storable(JSON.stringify(changed.oldNames)),
      new_names: storable(JSON.stringify(changed.newNames)),
      old_modified_at: changed.oldModifiedAt,
      new_modified_at: changed.newModifiedAt,
      last_seen_old_at: changed.lastSeenOldAt,
      seen_at: changed.seenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insertRaisedDate(
  trx: Trx,
  article: ArticleRow,
  number: number,
  raised: NonNullable<LookRecord["raisedDate"]>,
): Promise<void> {
  await trx
    .insertInto("raised_date")
    .values({
      article_id: article.id,
      source_id: article.source_id,
      version_number: number,
      old_modified_at: raised.oldModifiedAt,
      new_modified_at: raised.newModifiedAt,
      last_seen_old_at: raised.lastSeenOldAt,
      seen_at: raised.seenAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes how the article stands now; returns its host, which a new address may have changed. */
async function updateArticle(
  trx: Trx,
  dialect: Dialect,
  article: ArticleRow,
  look: LookRecord,
  opened: OpenedVersion | null,
): Promise<HostId> {
  const { state } = look;
  const own = keyOf(article.url);
  const others = [...(state.alsoKnownAs ?? []), ...(state.url ? [state.url] : [])].filter((url) => keyOf(url) !== own);
  for (const url of new Set(others)) await addUrl(trx, dialect, article, url);
  const moved = await movedTo(trx, article, state.url);
  const hostId = moved === null ? article.host_id : await ensureHost(trx, hostKey(moved));
  await trx
    .updateTable("article")
    .set({
      ...planColumns(article, state),
      period_ms: state.periodMs,
      failures: state.failures,
      etag: state.etag,
      last_modified: state.lastModified,
      body_digest: state.bodyDigest === null ? null : digestBytes(state.bodyDigest),
      ...(state.claimedDate !== undefined && {
        claimed_date: state.claimedDate === null ? null : JSON.stringify(state.claimedDate),
      }),
      ...(state.shownByline !== undefined && {
        shown_byline: state.shownByline === null ? null : storable(JSON.stringify(state.shownByline)),
      }),
      ...(state.addressClaim !== undefined && {
        address_claim: state.addressClaim === null ? null : JSON.stringify(state.addressClaim),
      }),
      last_looked_at: Math.max(look.capturedAt, article.last_looked_at ?? 0),
      ...(state.edits !== undefined && { edits: state.edits }),
      ...(state.plan !== undefined && { look_plan: state.plan === null ? null : JSON.stringify(state.plan) }),
      ...(look.proved && { signal_kind: null, signal_at: null }),
      not_modified: look.status === 304 ? article.not_modified + 1 : 0,
      ...(moved !== null && { url: moved, host_id: hostId }),
      ...(opened && look.version && versionFacts(article, look, opened)),
      ...(opened && look.startsHidden && startingHidden(look.startsHidden, look.capturedAt)),
    })
    .where("id", "=", article.id)
    .modifyEnd(PIPELINED)
    .execute();
  return hostId;
}

/** What was named as news while it was looked at from before is news: it stays as it was made. */
function planColumns(article: ArticleRow, { status, statusReason, nextLookAt, isSeed = false }: ArticleState) {
  if (isSeed && article.seed_at === null) return {};
  return {
    status,
    status_reason: reasonColumnOrEmpty(statusReason),
    next_look_at: isSeed ? null : nextLookAt,
    seed_at: isSeed ? nextLookAt : null,
  };
}

/** The new canonical address, when it is one and leads to no other article: two articles never share an address. */
async function movedTo(trx: Trx, article: ArticleRow, url: string | undefined): Promise<string | null> {
  if (url === undefined || url === article.url) return null;
  if (keyOf(url) !== keyOf(article.url) && (await holderOf(trx, url)) !== article.id) return null;
  return url;
}

/** What an article shows of its latest version. */
function versionFacts(article: ArticleRow, look: LookRecord, opened: OpenedVersion) {
  const version = look.version!;
  const publishedAt = version.publishedAt === null ? Number.NaN : Date.parse(version.publishedAt);
  return {
    version_count: opened.number,
    latest_version_id: opened.id,
    ...(version.text.headline !== null && { headline: storable(version.text.headline) }),
    language: version.language ?? article.language,
    published_at: Number.isNaN(publishedAt) ? article.published_at : publishedAt,
    last_changed_at: opened.number > 1 ? opened.firstSeenAt : article.last_changed_at,
  };
}
