import type { ArchivePlace } from "#model/archive";
import { digestBytes } from "#store/bytes";
import { PIPELINED } from "#store/pipelined";
import type { Trx } from "#store/schema";
import type { KeptBody } from "#store/writer";

/** Notes where kept bytes stand, or keeps them here where there is no archive. What is known of a digest stays as it is. */
export async function keepBody(trx: Trx, raw: KeptBody): Promise<void> {
  const digest = digestBytes(raw.digest);
  if ("zstd" in raw) {
    await trx
      .insertInto("raw_body")
      .values({ digest, zstd: raw.zstd, content_type: raw.contentType })
      .onConflict((conflict) => conflict.doNothing())
      .modifyEnd(PIPELINED)
      .execute();
    return;
  }
  const { offset, length } = raw.place;
  await trx
    .insertInto("archived_body")
    .values({
      digest,
      file_id: await fileId(trx, raw.place),
      start: offset,
      length,
      content_type: raw.contentType,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function fileId(trx: Trx, { file }: ArchivePlace): Promise<number> {
  const known = await trx.selectFrom("archive_file").select("id").where("name", "=", file).executeTakeFirst();
  if (known) return known.id;
  const { id } = await trx.insertInto("archive_file").values({ name: file }).returning("id").executeTakeFirstOrThrow();
  return id;
}
