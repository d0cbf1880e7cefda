import { type Apparatus, apparatus } from "#collate/apparatus";
import { Lru } from "#lib/lru";
import type { ArticleId } from "#model/id";
import type { Version, VersionHead } from "#model/version";
import type { Reader } from "#store/reader";

/** All versions of an article in one text. Remembered: the same numbers of the same article always give the same. */
export interface Evolver {
  /** `versions` are all heads, oldest first. */
  evolution(id: ArticleId, versions: readonly VersionHead[]): Promise<Apparatus>;
}

/** Articles remembered: those that many read at once. */
const REMEMBERED = 30;
/** As many versions as an apparatus tells apart; older ones are not even read. */
const MAX_READ = 300;

export function createEvolver(reader: Reader): Evolver {
  const known = new Lru<string, Apparatus>(REMEMBERED);
  return {
    async evolution(id, versions) {
      const read = versions.slice(-MAX_READ);
      const key = `${id} ${read[0]?.number} ${read.at(-1)?.number}`;
      const remembered = known.get(key);
      if (remembered) return remembered;
      const texts: Version[] = [];
      for (const { number } of read) {
        const version = await reader.version(id, number);
        if (version) texts.push(version);
      }
      const made = apparatus(texts);
      const whole = { ...made, omitted: made.omitted + versions.length - read.length };
      known.set(key, whole);
      return whole;
    },
  };
}
