import type { ArticleId } from "#model/id";
import type { Memory } from "#model/memory";
import { noSuchArticle } from "#store/articles/write";
import { digestBytes } from "#store/bytes";
import type { Dialect } from "#store/dialect";
import { strandsOf } from "#store/joins/read";
import { internParagraphs } from "#store/paragraphs/write";
import { reasonColumn } from "#store/reasons/column";
import { summaryColumns } from "#store/rows";
import type { ArticleRow, RowId, Trx, VersionRow } from "#store/schema";
import type { NewReading, ReplacedReadings } from "#store/sites/site";
import { storable } from "#store/storable";
import { wellFormed } from "./open-version.ts";
import { decodeRefs, encodeRefs, partsOf, spansOf } from "./version-text.ts";

export async function replaceReadings(
  trx: Trx,
  dialect: Dialect,
  id: ArticleId,
  replaced: ReplacedReadings,
): Promise<boolean> {
  const article = await dialect.locked(trx.selectFrom("article").selectAll().where("id", "=", id)).executeTakeFirst();
  if (!article) throw noSuchArticle(id);
  if (article.version_count !== replaced.versionCount) return false;
  if (replaced.readings.length > 0) {
    const had = paragraphsOf(await versionTexts(trx, id));
    for (const reading of replaced.readings) await replaceOne(trx, dialect, article, reading, replaced.now);
    await rebuildOccurrences(trx, dialect, article, had);
    await remember(trx, id, replaced.memory);
    await dropCollations(trx, id);
  }
  for (const { to, summary, collation, readingOnly } of replaced.summaries) {
    await trx
      .updateTable("change")
      .set({ ...summaryColumns(summary, collation), reading_only: Number(readingOnly) })
      .where("article_id", "=", id)
      .where("to_number", "=", to)
      .execute();
  }
  return true;
}

/** Of the texts as they read before; the changes that are summed up again get new ones. */
async function dropCollations(trx: Trx, id: ArticleId): Promise<void> {
  await trx
    .updateTable("change")
    .set({ collated: null })
    .where("article_id", "in", await strandsOf(trx, id))
    .where((where) => where.or([where("article_id", "=", id), where("from_article_id", "=", id)]))
    .where("collated", "is not", null)
    .execute();
}

async function remember(trx: Trx, id: ArticleId, memory: Memory | undefined): Promise<void> {
  if (memory === undefined) await trx.deleteFrom("deciding").where("article_id", "=", id).execute();
  else
    await trx
      .updateTable("deciding")
      .set({ memory: JSON.stringify(memory) })
      .where("article_id", "=", id)
      .execute();
}

async function replaceOne(
  trx: Trx,
  dialect: Dialect,
  article: ArticleRow,
  reading: NewReading,
  now: number,
): Promise<void> {
  const version = await trx
    .selectFrom("version")
    .selectAll()
    .where("article_id", "=", article.id)
    .where("number", "=", reading.number)
    .executeTakeFirstOrThrow();
  const parts = partsOf(wellFormed(reading.text));
  const ids = await internParagraphs(
    trx,
    dialect,
    parts.map((part) => part.text),
  );
  const refs = parts.map(({ part, text, spans }) => ({ part, paragraph: ids.get(text)!, ...spansOf({ spans }) }));
  const text = encodeRefs(refs);
  const headlineId = refs.find((ref) => ref.part === "headline")?.paragraph ?? null;
  // The ledger's leaf names the reader that published: that one is kept although it read the same.
  const isFirst = version.reading_hash === null && version.extractor !== reading.extractor;
  if (text !== version.text || isFirst) await keepEarlier(trx, version, now);
  await trx
    .updateTable("version")
    .set({
      text,
      headline_id: headlineId,
      extractor: reading.extractor,
      reading_hash: digestBytes(reading.textHash),
      taken_back: reading.takenBack ? reasonColumn(reading.takenBack) : null,
    })
    .where("id", "=", version.id)
    .execute();
  if (version.id === article.latest_version_id) {
    const headline = reading.text.headline === null ? article.headline : storable(reading.text.headline);
    await trx.updateTable("article").set({ headline }).where("id", "=", article.id).execute();
  }
}

async function keepEarlier(trx: Trx, version: VersionRow, now: number): Promise<void> {
  await trx
    .insertInto("reading")
    .values({
      article_id: version.article_id,
      source_id: version.source_id,
      number: version.number,
      extractor: version.extractor,
      text_hash: version.reading_hash ?? version.text_hash,
      headline_id: version.headline_id,
      text: version.text,
      read_until: now,
    })
    .execute();
}

const versionTexts = (trx: Trx, id: ArticleId) =>
  trx.selectFrom("version").select(["id", "text"]).where("article_id", "=", id).orderBy("number").execute();

const paragraphsOf = (versions: readonly { readonly text: string }[]): ReadonlySet<RowId> =>
  new Set(versions.flatMap(({ text }) => decodeRefs(text).map((ref) => ref.paragraph)));

/** Writes again which ranges of versions have each paragraph, from the versions as they read now. */
async function rebuildOccurrences(
  trx: Trx,
  dialect: Dialect,
  article: ArticleRow,
  had: ReadonlySet<RowId>,
): Promise<void> {
  const rows = stretches(await versionTexts(trx, article.id)).map((stretch) => ({
    paragraph_id: stretch.paragraph,
    article_id: article.id,
    source_id: article.source_id,
    first_version_id: stretch.first,
    last_version_id: stretch.last,
  }));
  // By paragraph: occurrences have no index by article.
  for (const paragraph of had) {
    await trx
      .deleteFrom("occurrence")
      .where("paragraph_id", "=", paragraph)
      .where("article_id", "=", article.id)
      .execute();
  }
  await dialect.insertOccurrences(trx, rows);
  // A paragraph that no version has any more is still part of an earlier reading; only the search must not find it.
  for (const paragraph of had.difference(new Set(rows.map((row) => row.paragraph_id)))) {
    await trx
      .insertInto("reading_paragraph")
      .values({ paragraph_id: paragraph, article_id: article.id, ...dialect.ofSource(article.source_id) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

interface Stretch {
  readonly paragraph: RowId;
  readonly first: RowId;
  readonly last: RowId | null;
}

function stretches(versions: readonly { readonly id: RowId; readonly text: string }[]): readonly Stretch[] {
  const done: Stretch[] = [];
  let open = new Map<RowId, RowId>();
  let before: RowId | null = null;
  for (const { id, text } of versions) {
    const next = new Map<RowId, RowId>();
    for (const { paragraph } of decodeRefs(text)) next.set(paragraph, open.get(paragraph) ?? id);
    for (const [paragraph, first] of open) if (!next.has(paragraph)) done.push({ paragraph, first, last: before });
    open = next;
    before = id;
  }
  return [...done, ...[...open].map(([paragraph, first]) => ({ paragraph, first, last: null }))];
}
