import { Lru } from "#lib/lru";

/**
 * Rendered pieces that cannot change: made once, kept while there is room. A key names what the piece is and the fingerprints of
 * the texts that it is made from. Whoever asks has passed the gate in the same visit, so that a piece of a hidden article is
 * never asked for.
 */
export type Fragments = Lru<string, string>;

/** UTF-16 units kept: some 16 MB, the entries of all feeds of a busy week. */
const MAX_LENGTH = 8_000_000;
/** A longer piece would push out dozens of usual ones. */
export const MAX_FRAGMENT = 200_000;

export const createFragments = (maxLength = MAX_LENGTH): Fragments => new Lru(maxLength);

/** Gives the piece with this key, made by `make` unless it is kept; null is not kept. */
export async function fragment(
  fragments: Fragments,
  key: string,
  make: () => Promise<string | null>,
): Promise<string | null> {
  const kept = fragments.get(key);
  if (kept !== undefined) return kept;
  const made = await make();
  if (made !== null && made.length <= MAX_FRAGMENT) fragments.set(key, made, key.length + made.length);
  return made;
}
