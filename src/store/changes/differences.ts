import { sql } from "kysely";
import type { ArticleId } from "#model/id";
import type { VersionText } from "#model/version";
import { digestHex } from "#store/bytes";
import type { ChangedPair, Difference } from "#store/reader";
import { toChange } from "#store/rows";
import type { ChangeRow, Db } from "#store/schema";
import { paragraphTexts } from "#store/versions/read";
import { type PartRef, partText, readRefs, textOfParts } from "#store/versions/version-text";
import { isShown } from "#store/visible";
import { readCollationColumn } from "./collation-column.ts";

/** In the order of `pairs`; null where no collation is kept, or the article is hidden. Only the paragraphs concerned are read. */
export async function readDifferences(db: Db, pairs: readonly ChangedPair[]): Promise<readonly (Difference | null)[]> {
  if (pairs.length === 0) return [];
  const rows = await rowsOf(db, pairs);
  const concerned = rows.flatMap((row) => concernedBy(row) ?? []);
  const texts = await paragraphTexts(
    db,
    concerned.flatMap(({ ids }) => ids),
  );
  const found = new Map(
    concerned.map(({ row, kept, old, next }) => [
      keyOf(row.article_id, row.to_number, row.from_article_id ?? row.article_id, row.from_number),
      {
        change: toChange(row),
        readings: [digestHex(row.old_reading), digestHex(row.new_reading)] as const,
        collation: kept,
        old: partly(old, kept.old, texts),
        new: partly(next, kept.new, texts),
      },
    ]),
  );
  return pairs.map(({ from, to }) => found.get(keyOf(to.articleId, to.number, from.articleId, from.number)) ?? null);
}

const keyOf = (to: ArticleId, number: number, from: ArticleId, before: number): string =>
  `${from} ${before} ${to} ${number}`;

interface Row extends ChangeRow {
  readonly old_text: string;
  readonly new_text: string;
  readonly old_reading: Uint8Array;
  readonly new_reading: Uint8Array;
}

const rowsOf = (db: Db, pairs: readonly ChangedPair[]): Promise<readonly Row[]> =>
  db
    .selectFrom("change")
    .innerJoin("article", "article.id", "change.article_id")
    .innerJoin("article as earlier", (join) =>
      join.on(sql<boolean>`earlier.id = coalesce(change.from_article_id, change.article_id)`),
    )
    .innerJoin("version as before", (join) =>
      join
        .on(sql<boolean>`before.article_id = coalesce(change.from_article_id, change.article_id)`)
        .onRef("before.number", "=", "change.from_number"),
    )
    .innerJoin("version as opened", (join) =>
      join.onRef("opened.article_id", "=", "change.article_id").onRef("opened.number", "=", "change.to_number"),
    )
    .selectAll("change")
    .select([
      "before.text as old_text",
      "opened.text as new_text",
      sql<Uint8Array>`coalesce(before.reading_hash, before.text_hash)`.as("old_reading"),
      sql<Uint8Array>`coalesce(opened.reading_hash, opened.text_hash)`.as("new_reading"),
    ])
    .where((where) =>
      where.or(
        [...Map.groupBy(pairs, ({ to }) => to.articleId)].map(([id, own]) =>
          where.and([
            where("change.article_id", "=", id),
            where(
              "change.to_number",
              "in",
              own.map(({ to }) => to.number),
            ),
          ]),
        ),
      ),
    )
    .where("change.collated", "is not", null)
    .where(isShown())
    .where(isShown("earlier"))
    .execute();

function concernedBy(row: Row) {
  const kept = readCollationColumn(row.collated!);
  const [old, next] = [readRefs(row.old_text), readRefs(row.new_text)];
  if (!kept || !old || !next || old.length !== kept.sizes[0] || next.length !== kept.sizes[1]) return null;
  const named = [...kept.old.map((place) => old[place]), ...kept.new.map((place) => next[place])];
  if (named.some((ref) => ref === undefined)) return null;
  return { row, kept, old, next, ids: named.map((ref) => ref!.paragraph) };
}

/** The text with its paragraphs at these places; all others are empty. */
function partly(
  refs: readonly PartRef[],
  places: readonly number[],
  texts: ReadonlyMap<PartRef["paragraph"], string>,
): VersionText {
  const named = new Set(places);
  return textOfParts(
    refs.map((ref, place) =>
      named.has(place) ? partText(ref, texts.get(ref.paragraph)!) : { part: ref.part, text: "" },
    ),
  );
}
