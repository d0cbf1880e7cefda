import { setImmediate } from "node:timers/promises";
import type { Apparatus } from "#collate/apparatus";
import type { Clock } from "#lib/clock";
import { sha256 } from "#lib/hash";
import { Lru } from "#lib/lru";
import { ok, type Result } from "#model/failure";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import type { PublicReader } from "#store/public-reader";
import type { WholeJob } from "./collated.ts";
import { createMakings } from "./makings.ts";
import { type ComparePool, lengthOf as textLength } from "./pool.ts";

/** All versions of an article in one text; remembered for as long as all are read as they were then. */
export interface Evolver {
  /**
   * `versions` are all heads, oldest first; the apparatus names them by their places. Null when the article may not be shown; fails as a `ComparePool` does.
   * @param signal ends when the one who asks has gone
   */
  evolution(id: ArticleId, versions: readonly VersionHead[], signal?: AbortSignal): Promise<Result<Apparatus> | null>;
}

/** Articles remembered: those that many read at once. */
const REMEMBERED = 12;
/** A longer one is made again each time: 12 of this size take some 10 MB, 12 usual ones 0.4. */
const MAX_REMEMBERED_LENGTH = 400_000;
/** As many versions as an apparatus tells apart; older ones are not even read. */
const MAX_READ = 300;
/** Characters read, as many as an apparatus works on: some 12 MB of memory for each making. */
const MAX_TEXT = 6_000_000;
/** Two live pages of a day at a time; more would hold the memory of a small machine. */
const ROOM = { atOnce: 2, waiting: 20 };

type EvolvedReader = Pick<PublicReader, "version" | "readingHashes" | "isShown">;

export function createEvolver(reader: EvolvedReader, comparePool: ComparePool, clock: Clock): Evolver {
  const known = new Lru<string, Apparatus>(REMEMBERED);
  const makings = createMakings<Apparatus | null>(clock, ROOM);
  return {
    async evolution(id, versions, signal) {
      const heads = versions.slice(-MAX_READ);
      const hashes = await reader.readingHashes(heads);
      if (!hashes) return null;
      const key = `${id} ${sha256(`${heads[0]!.place} ${hashes.join(" ")}`)}`;
      const remembered = known.get(key);
      if (remembered) return ok(remembered);
      const made = await makings.make(key, signal, async (stop) => {
        const texts = await latestTexts(reader, heads, stop);
        if (texts.length === 0) return ok(null);
        const whole = await comparePool.whole(texts, stop);
        if (!whole.ok) return whole;
        const value = { ...whole.value, omitted: whole.value.omitted + versions.length - texts.length };
        if (lengthOf(value) <= MAX_REMEMBERED_LENGTH) known.set(key, value);
        return ok(value);
      });
      if (!made.ok) return made;
      // What took long to make may have been hidden since: the gate has the last word.
      return made.value && (await reader.isShown(id)) ? ok(made.value) : null;
    },
  };
}

/** The texts of the newest versions, oldest first: as many as are worked on, and none for a reader who has gone. */
async function latestTexts(reader: EvolvedReader, heads: readonly VersionHead[], stop: AbortSignal): Promise<WholeJob> {
  const texts: WholeJob[number][] = [];
  let length = 0;
  for (const { articleId, number, place } of heads.toReversed()) {
    if (stop.aborted) return [];
    const version = await reader.version(articleId, number);
    if (!version) continue;
    length += textLength(version.text);
    if (length > MAX_TEXT && texts.length > 0) break;
    texts.push({ number: place, text: version.text });
    // The store answers at once, so that no one else had a turn while hundreds of versions are read.
    await setImmediate();
  }
  return texts.reverse();
}

const lengthOf = ({ paragraphs }: Apparatus): number =>
  paragraphs.reduce((sum, { sentences }) => sum + sentences.reduce((n, each) => n + wordingsOf(each), 0), 0);

const wordingsOf = ({ text, readings }: Apparatus["paragraphs"][number]["sentences"][number]): number =>
  readings.reduce((sum, reading) => sum + reading.text.length, text.length);
