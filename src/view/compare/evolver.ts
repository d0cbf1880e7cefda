import { setImmediate } from "node:timers/promises";
import type { Apparatus } from "#collate/apparatus";
import { Lru } from "#lib/lru";
import { ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { Version, VersionHead } from "#model/version";
import type { PublicReader } from "#store/public-reader";
import type { ComparePool } from "./pool.ts";

/** All versions of an article in one text. Remembered: the same numbers of the same article always give the same. */
export interface Evolver {
  /** `versions` are all heads, oldest first. Null when the article may not be shown; fails as a comparePool does. */
  evolution(id: ArticleId, versions: readonly VersionHead[]): Promise<Result<Apparatus> | null>;
}

/** Articles remembered: those that many read at once. */
const REMEMBERED = 30;
/** A longer one is made anew each time: 30 of this size take some 25 MB, 30 usual ones 1. */
const MAX_REMEMBERED_LENGTH = 400_000;
/** As many versions as an apparatus tells apart; older ones are not even read. */
const MAX_READ = 300;

export function createEvolver(reader: Pick<PublicReader, "version" | "isShown">, comparePool: ComparePool): Evolver {
  const known = new Lru<string, Apparatus>(REMEMBERED);
  const evolved = async (id: ArticleId, versions: readonly VersionHead[]): Promise<Result<Apparatus> | null> => {
    const read = versions.slice(-MAX_READ);
    const key = `${id} ${read[0]?.number} ${read.at(-1)?.number}`;
    const remembered = known.get(key);
    if (remembered) return ok(remembered);
    const texts: Version[] = [];
    for (const { number } of read) {
      const version = await reader.version(id, number);
      if (version) texts.push(version);
      // The store answers at once, so that nobody else had a turn while hundreds of versions are read.
      await setImmediate();
    }
    if (texts.length === 0) return null;
    const made = await comparePool.whole(texts.map(({ number, text }) => ({ number, text })));
    if (!made.ok) return made;
    const whole = { ...made.value, omitted: made.value.omitted + versions.length - read.length };
    if (lengthOf(whole) <= MAX_REMEMBERED_LENGTH) known.set(key, whole);
    return ok(whole);
  };
  return {
    // What is remembered, or took long to make, may have been hidden since: the gate has the last word.
    async evolution(id, versions) {
      const made = await evolved(id, versions);
      return (await reader.isShown(id)) ? made : null;
    },
  };
}

const lengthOf = ({ paragraphs }: Apparatus): number =>
  paragraphs.reduce((sum, { sentences }) => sum + sentences.reduce((n, each) => n + wordingsOf(each), 0), 0);

const wordingsOf = ({ text, readings }: Apparatus["paragraphs"][number]["sentences"][number]): number =>
  readings.reduce((sum, reading) => sum + reading.text.length, text.length);
