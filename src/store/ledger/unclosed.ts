import { digestHex } from "#store/bytes";
import type { Db } from "#store/schema";
import type { RecordedText } from "#store/store";
import { textOfParts } from "#store/versions/version-text";
import { lastDay } from "./days.ts";
import { publishedVersions } from "./published.ts";

/** The versions since the last closing: nothing but their own hashes vouches for them yet. */
export async function* unclosedVersions(db: Db): AsyncGenerator<RecordedText> {
  const closed = await lastDay(db);
  for await (const { row, parts } of publishedVersions(db, closed?.version_high ?? 0, Number.MAX_SAFE_INTEGER)) {
    const { article_id: articleId, number } = row;
    yield { articleId, number, textHash: digestHex(row.text_hash), text: textOfParts(parts) };
  }
}
