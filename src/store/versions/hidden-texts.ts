import { canonical } from "#lib/canonical";
import type { SourceId } from "#model/id";
import { keyBytes } from "#store/bytes";
import type { HiddenText } from "#store/reader";
import type { Db } from "#store/schema";
import { hiddenAt, isHidden } from "#store/visible";
import { paragraphTexts } from "./read.ts";
import { decodeRefs, partText, textOfParts } from "./version-text.ts";

/** First and latest text of each: the latest may be a notice that the publisher put in place of the first. */
export async function hiddenTexts(db: Db, id: SourceId, limit: number): Promise<readonly HiddenText[]> {
  const articles = await db
    .selectFrom("article")
    .select("id")
    .where(isHidden())
    .where("source_id", "=", id)
    .orderBy(hiddenAt(), "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  const found: HiddenText[] = [];
  for (const { id: articleId } of articles) {
    const rows = await db
      .selectFrom("version")
      .innerJoin("article", "article.id", "version.article_id")
      .select("version.text")
      .where("version.article_id", "=", articleId)
      .where((is) => is.or([is("version.number", "=", 1), is("version.number", "=", is.ref("article.version_count"))]))
      .execute();
    for (const { text } of rows) found.push({ articleId, text: await readText(db, text) });
  }
  return found;
}

async function readText(db: Db, encoded: string) {
  const refs = decodeRefs(encoded);
  const texts = await paragraphTexts(
    db,
    refs.map(({ paragraph }) => paragraph),
  );
  return textOfParts(refs.map((ref) => partText(ref, texts.get(ref.paragraph)!)));
}

/** A headline is a paragraph, found by its canonical form. */
export async function headlineUses(db: Db, id: SourceId, headline: string): Promise<number> {
  const { uses } = await db
    .selectFrom("paragraph")
    .innerJoin("occurrence", "occurrence.paragraph_id", "paragraph.id")
    .innerJoin("version", "version.id", "occurrence.first_version_id")
    .where("paragraph.hash", "=", keyBytes(canonical(headline)))
    .whereRef("version.headline_id", "=", "paragraph.id")
    .where("version.source_id", "=", id)
    .select((of) => of.fn.count<number>("version.article_id").distinct().as("uses"))
    .executeTakeFirstOrThrow();
  return Number(uses);
}
