import { addressWithoutDoubtful } from "#lib/url";
import type { FoundArticle } from "#model/found";
import type { ArticleId, SourceId } from "#model/id";
import type { ClueKind } from "#model/join";
import { digestHex, keyBytes } from "#store/bytes";
import { urlKeyHash } from "#store/keys";
import type { Trx } from "#store/schema";

/** An article as a list of its source just named it. */
export interface NamedArticle {
  readonly id: ArticleId;
  readonly found: FoundArticle;
}

interface Name {
  readonly kind: ClueKind;
  readonly article: ArticleId;
  readonly hash: Uint8Array;
  /** The key of the plain address, under which an article may be known itself. */
  readonly address: Uint8Array | null;
  /** False for a name that is only asked for. */
  readonly isKept: boolean;
}

/**
 * Remembers by which names a list knows its articles, and leaves a clue where a name was another article's: the same guid, or an
 * address that differs only in a parameter that need not choose an article. Clues join nothing; the next look follows them.
 */
export async function noteNames(
  trx: Trx,
  sourceId: SourceId,
  named: readonly NamedArticle[],
  now: number,
): Promise<void> {
  const names = named.flatMap(namesOf);
  if (names.length === 0) return;
  const holders = await holdersOf(trx, sourceId, names);
  const fresh = new Map<string, Name>();
  for (const name of names) {
    const hex = digestHex(name.hash);
    const holder =
      holders.get(hex) ?? (name.address && holders.get(digestHex(name.address))) ?? fresh.get(hex)?.article;
    if (holder !== undefined && holder !== null && holder !== name.article)
      await leaveClue(trx, sourceId, name, holder, now);
    if (name.isKept && !holders.has(hex) && !fresh.has(hex)) fresh.set(hex, name);
  }
  if (fresh.size === 0) return;
  await trx
    .insertInto("known_name")
    .values(
      [...fresh.values()].map(({ hash, article }) => ({ source_id: sourceId, name_hash: hash, article_id: article })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function namesOf({ id, found }: NamedArticle): readonly Name[] {
  const names: Name[] = [];
  if (found.guid !== undefined)
    names.push({ kind: "guid", article: id, hash: keyBytes(`guid\n${found.guid}`), address: null, isKept: true });
  const plain = addressWithoutDoubtful(found.url);
  const address = urlKeyHash(plain ?? found.url);
  // The plain address is its own name; others are kept under it, so that it finds them, and they find it.
  const hash = keyBytes(`address\n${digestHex(address)}`);
  names.push({
    kind: "parameter",
    article: id,
    hash,
    address: plain === null ? null : address,
    isKept: plain !== null,
  });
  return names;
}

/** Articles by the hash of a name, or by the key of an address, in hex. */
async function holdersOf(
  trx: Trx,
  sourceId: SourceId,
  names: readonly Name[],
): Promise<ReadonlyMap<string, ArticleId>> {
  const known = await trx
    .selectFrom("known_name")
    .select(["name_hash as key", "article_id"])
    .where("source_id", "=", sourceId)
    .where(
      "name_hash",
      "in",
      names.map(({ hash }) => hash),
    )
    .execute();
  const plain = names.flatMap(({ address }) => (address ? [address] : []));
  const addressed =
    plain.length === 0
      ? []
      : await trx
          .selectFrom("article_url")
          .select(["key_hash as key", "article_id"])
          .where("key_hash", "in", plain)
          .execute();
  return new Map([...known, ...addressed].map((row) => [digestHex(row.key), row.article_id]));
}

async function leaveClue(trx: Trx, sourceId: SourceId, name: Name, holder: ArticleId, now: number): Promise<void> {
  const [other, article] = holder < name.article ? [holder, name.article] : [name.article, holder];
  await insertClue(trx, { article, other, sourceId, kind: name.kind, now });
}

export async function insertClue(
  trx: Trx,
  clue: {
    readonly article: ArticleId;
    readonly other: ArticleId;
    readonly sourceId: SourceId;
    readonly kind: ClueKind;
    readonly now: number;
  },
): Promise<void> {
  await trx
    .insertInto("clue")
    .values({
      article_id: clue.article,
      other_id: clue.other,
      source_id: clue.sourceId,
      kind: clue.kind,
      found_at: clue.now,
      asked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What points to an article that became part of another points to that one. */
export async function moveNames(trx: Trx, from: ArticleId, to: ArticleId): Promise<void> {
  await trx.updateTable("known_name").set({ article_id: to }).where("article_id", "=", from).execute();
  await trx
    .deleteFrom("clue")
    .where((is) => is.or([is("article_id", "=", from), is("other_id", "=", from)]))
    .execute();
}
