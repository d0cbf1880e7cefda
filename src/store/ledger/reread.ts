import { digestHex } from "#store/bytes";
import type { Db, RowId } from "#store/schema";
import type { RecordedText } from "#store/store";
import { paragraphTexts } from "#store/versions/read";
import { partText, readRefs, textOfParts } from "#store/versions/version-text";

/** Rows per query: a version has some thirty paragraphs. */
const BATCH = 200;

/**
 * The versions that were read again, as they read now, and all that they read like before: the days of the ledger vouch only for
 * what they said at first.
 */
export async function* rereadVersions(db: Db): AsyncGenerator<RecordedText> {
  yield* recorded(db, (last) =>
    db
      .selectFrom("version")
      .select(["id", "article_id", "number", "text"])
      .select(({ fn }) => fn.coalesce("reading_hash", "text_hash").as("hash"))
      .where("id", ">", last)
      .where((is) =>
        is.or([
          is("reading_hash", "is not", null),
          is.exists(
            is
              .selectFrom("reading")
              .select("reading.id")
              .whereRef("reading.article_id", "=", "version.article_id")
              .whereRef("reading.number", "=", "version.number"),
          ),
        ]),
      )
      .orderBy("id")
      .limit(BATCH)
      .execute(),
  );
  yield* recorded(db, (last) =>
    db
      .selectFrom("reading")
      .select(["id", "article_id", "number", "text", "text_hash as hash"])
      .where("id", ">", last)
      .orderBy("id")
      .limit(BATCH)
      .execute(),
  );
}

interface Row {
  readonly id: number;
  readonly article_id: RecordedText["articleId"];
  readonly number: number;
  readonly text: string;
  readonly hash: Uint8Array;
}

async function* recorded(db: Db, next: (last: RowId) => Promise<readonly Row[]>): AsyncGenerator<RecordedText> {
  for (let last = 0; ; ) {
    const rows = await next(last);
    if (rows.length === 0) return;
    const refs = rows.map((row) => readRefs(row.text) ?? []);
    const texts = await paragraphTexts(
      db,
      refs.flat().map(({ paragraph }) => paragraph),
    );
    for (const [at, row] of rows.entries()) {
      const parts = refs[at]!.map((ref) => partText(ref, texts.get(ref.paragraph) ?? ""));
      const { article_id: articleId, number } = row;
      yield { articleId, number, textHash: digestHex(row.hash), text: textOfParts(parts) };
    }
    last = rows.at(-1)!.id;
  }
}
