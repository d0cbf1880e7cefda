import type { ArchivedAnswer, ArchivePlace } from "#model/archive";
import type { Result } from "#model/failure";
import { answerIn, isPlace } from "./read-place.ts";

/** Neighbours are read in one go up to this size, or one record that is larger. */
const STRETCH_BYTES = 8 * 1024 * 1024;
/** What lies between two records, such as the request of the second, is read over up to this size. */
const MOST_BETWEEN = 64 * 1024;

/** Places in one file whose records are read in one go. */
interface Stretch<P extends ArchivePlace> extends ArchivePlace {
  readonly places: readonly P[];
}

/** The bytes that stand at a place, fewer where the file ends before. */
export type ReadBytes = (place: ArchivePlace) => Promise<Result<Buffer>>;

/**
 * The answers in many records, each with its place, in the order of the places. Given file by file and in the order in which
 * they stand, each file is read once from its beginning to its end; no more than a stretch of it is held.
 */
export async function* readPlaces<P extends ArchivePlace>(
  places: AsyncIterable<P>,
  bytesAt: ReadBytes,
): AsyncGenerator<readonly [P, Result<ArchivedAnswer>]> {
  for await (const stretch of stretchesOf(places)) {
    const bytes = await bytesAt(stretch);
    for (const place of stretch.places) {
      const from = place.offset - stretch.offset;
      yield [place, bytes.ok ? await answerIn(bytes.value.subarray(from, from + place.length), place) : bytes];
    }
  }
}

async function* stretchesOf<P extends ArchivePlace>(places: AsyncIterable<P>): AsyncGenerator<Stretch<P>> {
  let held: P[] = [];
  for await (const place of places) {
    if (held.length > 0 && !follows(stretchOf(held), place)) {
      yield stretchOf(held);
      held = [];
    }
    held.push(place);
  }
  if (held.length > 0) yield stretchOf(held);
}

/** Of places in order, at least one. */
function stretchOf<P extends ArchivePlace>(places: readonly P[]): Stretch<P> {
  const [{ file, offset }, last] = [places[0]!, places.at(-1)!];
  return { file, offset, length: last.offset + last.length - offset, places };
}

function follows(stretch: Stretch<ArchivePlace>, place: ArchivePlace): boolean {
  const between = place.offset - (stretch.offset + stretch.length);
  if (place.file !== stretch.file || between < 0 || between > MOST_BETWEEN) return false;
  // A wrong place is reported alone, and spoils no other.
  return isPlace(place) && isPlace(stretch) && stretch.length + between + place.length <= STRETCH_BYTES;
}
