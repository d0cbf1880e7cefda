import { Lru } from "#lib/lru";
import { urlKey } from "#lib/url";
import type { ArticleId } from "#model/id";
import type { VersionText } from "#model/version";
import type { Watched } from "#model/watch";
import type { Reader } from "#store/reader";
import type { LookRecord } from "#store/writer";
import { heldIn, provesAddress } from "#version/same-article";

/** Claims remembered: captures at an old and at a new address lie near each other in an archive. Each takes some 200 bytes. */
const REMEMBERED = 20_000;

/**
 * Canonical addresses that replayed captures declare. No one can ask there; but a later capture at such an address proves it, as a
 * look would, if it has the text of the article.
 */
export class Claims {
  readonly #articles = new Lru<string, ArticleId>(REMEMBERED);

  note({ articleId, state: { addressClaim } }: LookRecord): void {
    if (addressClaim?.kind === "canonical") this.#articles.set(urlKey(addressClaim.url), articleId);
  }

  /** The article that claims the address, if the text that was captured there is its own; else null. */
  async provenBy(reader: Pick<Reader, "watched" | "version">, url: string, text: VersionText): Promise<Watched | null> {
    const id = this.#articles.get(urlKey(url));
    const watched = id === undefined ? null : await reader.watched(id);
    const claim = watched?.watch.addressClaim;
    if (!watched || claim?.kind !== "canonical" || urlKey(claim.url) !== urlKey(url)) return null;
    const latest = await reader.version(watched.article.id, watched.article.versionCount);
    return latest && provesAddress(heldIn(latest.text, text)) ? watched : null;
  }
}
