import type { Selectable } from "kysely";
import { FailureError } from "#model/failure";
import type { VersionText } from "#model/version";
import { digestBytes, digestHex } from "#store/bytes";
import type { Dialect } from "#store/dialect";
import { leanJson } from "#store/lean-json";
import { internParagraphs } from "#store/paragraphs/write";
import { PIPELINED } from "#store/pipelined";
import { NO_FACTS, summaryColumns } from "#store/rows";
import type { ArticleRow, RowId, Trx, VersionRow } from "#store/schema";
import { storable } from "#store/storable";
import type { LookRecord, NewVersion } from "#store/writer";
import { chainHash } from "./chain.ts";
import { decodeRefs, encodeRefs, partsOf, spansOf } from "./version-text.ts";

export interface OpenedVersion {
  readonly id: RowId;
  readonly number: number;
  readonly firstSeenAt: number;
  readonly previousSeenAt: number | null;
}

/** Writes a version with its paragraphs, occurrences and change. The caller has checked `after`. */
export async function openVersion(
  trx: Trx,
  dialect: Dialect,
  article: ArticleRow,
  look: LookRecord,
  version: NewVersion,
): Promise<OpenedVersion> {
  const parts = partsOf(wellFormed(version.text));
  const ids = await internParagraphs(
    trx,
    dialect,
    parts.map((part) => part.text),
  );
  const refs = parts.map(({ part, text, spans }) => ({ part, paragraph: ids.get(text)!, ...spansOf({ spans }) }));
  const before = await latestVersion(trx, article);
  const opened = await insertVersion(trx, dialect, article, look, version, {
    before,
    text: encodeRefs(refs),
    headlineId: refs.find((ref) => ref.part === "headline")?.paragraph ?? null,
  });
  await moveOccurrences(trx, dialect, article, opened.id, before, new Set(refs.map((ref) => ref.paragraph)));
  await nameLooks(trx, article, opened, look);
  if (before) await insertChange(trx, article, look, version, before, opened);
  return opened;
}

async function latestVersion(trx: Trx, article: ArticleRow): Promise<VersionRow | null> {
  if (article.latest_version_id === null) return null;
  return trx.selectFrom("version").selectAll().where("id", "=", article.latest_version_id).executeTakeFirstOrThrow();
}

async function insertVersion(
  trx: Trx,
  dialect: Dialect,
  article: ArticleRow,
  look: LookRecord,
  version: NewVersion,
  made: { readonly before: VersionRow | null; readonly text: string; readonly headlineId: RowId | null },
): Promise<OpenedVersion> {
  const number = version.after + 1;
  const firstSeenAt = version.firstSeenAt ?? look.capturedAt;
  const previous = made.before && digestHex(made.before.chain_hash);
  const previousSeenAt = made.before === null ? null : await lastSeenBefore(trx, made.before, firstSeenAt);
  const { id } = await trx
    .insertInto("version")
    .values({
      article_id: article.id,
      source_id: article.source_id,
      number,
      headline_id: made.headlineId,
      text: made.text,
      byline: JSON.stringify(version.byline),
      published_at: version.publishedAt,
      modified_at: version.modifiedAt,
      date_raised: version.dateRaised == null ? null : Number(version.dateRaised),
      language: version.language,
      extractor: version.extractor,
      first_seen_at: firstSeenAt,
      confirmed_at: firstSeenAt === look.capturedAt ? null : look.capturedAt,
      live: Number(version.live ?? false),
      facts: version.facts ? leanJson(version.facts, NO_FACTS) : null,
      last_seen_at: look.capturedAt,
      previous_seen_at: previousSeenAt,
      text_hash: digestBytes(version.textHash),
      chain_hash: digestBytes(chainHash({ textHash: version.textHash, number, firstSeenAt, previous })),
      paragraph_high: dialect.highestParagraph,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id, number, firstSeenAt, previousSeenAt };
}

/**
 * The latest look before `at` that met this very version. A look in between that met another known text bounds nothing:
 * that one may have been restored for an hour, and the edit have begun with it.
 */
async function lastSeenBefore(trx: Trx, before: Selectable<VersionRow>, at: number): Promise<number | null> {
  const look = await trx
    .selectFrom("capture")
    .select("captured_at")
    .where("article_id", "=", before.article_id)
    .where("captured_at", "<", at)
    .where("version_number", "=", before.number)
    .orderBy("captured_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return look?.captured_at ?? null;
}

/** Ends the stretches of paragraphs that are gone, begins those of new ones; the rest stays untouched. */
async function moveOccurrences(
  trx: Trx,
  dialect: Dialect,
  article: ArticleRow,
  versionId: RowId,
  before: VersionRow | null,
  present: ReadonlySet<RowId>,
): Promise<void> {
  const had = new Set(before === null ? [] : decodeRefs(before.text).map((ref) => ref.paragraph));
  for (const paragraph of had.difference(present)) {
    await trx
      .updateTable("occurrence")
      .set({ last_version_id: before!.id })
      .where("paragraph_id", "=", paragraph)
      .where("article_id", "=", article.id)
      .where("last_version_id", "is", null)
      .modifyEnd(PIPELINED)
      .execute();
  }
  const rows = [...present.difference(had)].map((paragraph) => ({
    paragraph_id: paragraph,
    article_id: article.id,
    source_id: article.source_id,
    first_version_id: versionId,
    last_version_id: null,
  }));
  await dialect.insertOccurrences(trx, rows);
}

async function insertChange(
  trx: Trx,
  article: ArticleRow,
  look: LookRecord,
  version: NewVersion,
  before: Selectable<VersionRow>,
  opened: OpenedVersion,
): Promise<void> {
  if (!version.summary) {
    const message = `Version ${opened.number} of article ${article.id} came without a summary of what changed.`;
    throw new FailureError({ advice: "stop", code: "no-summary", message });
  }
  await trx
    .insertInto("change")
    .values({
      article_id: article.id,
      source_id: article.source_id,
      from_number: before.number,
      to_number: opened.number,
      seen_at: look.capturedAt,
      last_seen_old_at: opened.previousSeenAt ?? before.last_seen_at,
      ...summaryColumns(version.summary, version.collation),
      running_from: version.live && before.live === 1 ? await runningFrom(trx, before) : null,
    })
    .modifyEnd(PIPELINED)
    .execute();
}

/** Where the running entry begins that a live page's next version belongs to: with the first of its live versions in a row. */
async function runningFrom(trx: Trx, before: Selectable<VersionRow>): Promise<number> {
  const change = await trx
    .selectFrom("change")
    .select("running_from")
    .where("article_id", "=", before.article_id)
    .where("to_number", "=", before.number)
    .executeTakeFirst();
  return change?.running_from ?? before.number;
}

/** Looks that met the text while it had yet to prove itself: now it has a number. */
async function nameLooks(trx: Trx, article: ArticleRow, opened: OpenedVersion, look: LookRecord): Promise<void> {
  if (opened.firstSeenAt === look.capturedAt) return;
  await trx
    .updateTable("capture")
    .set({ version_number: opened.number })
    .where("article_id", "=", article.id)
    .where("captured_at", ">=", opened.firstSeenAt)
    .where("captured_at", "<", look.capturedAt)
    .where("decision", "in", ["held", "alternating"])
    .where("version_number", "is", null)
    .modifyEnd(PIPELINED)
    .execute();
}

export function wellFormed(text: VersionText): VersionText {
  return {
    headline: text.headline === null ? null : storable(text.headline),
    standfirst: text.standfirst === null ? null : storable(text.standfirst),
    corrections: text.corrections.map(storable),
    // Replacing signs one by one moves nothing: spans stay where they are.
    blocks: text.blocks.map((block) => ({ ...block, text: storable(block.text) })),
  };
}
