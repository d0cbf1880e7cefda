import type { LedgerDay } from "#model/ledger";
import { digestHex } from "#store/bytes";
import type { CaptureRow, Db } from "#store/schema";
import { dayRoot } from "./day-root.ts";
import { type LedgerDayRow, toLedgerDay } from "./days.ts";
import { captureLeaf, type PublishedVersion, versionLeaf } from "./leaves.ts";
import { publishedVersions, recordedCaptures } from "./published.ts";
import { type LeafKind, markOf, marksOf, treeOf } from "./tree.ts";

/** A kind of rows that a day's log lists. */
interface Kind<T> {
  readonly name: LeafKind;
  readonly rows: (db: Db, after: number, until: number) => AsyncIterable<T>;
  readonly leaf: (row: T) => Uint8Array;
  readonly nameOf: (row: T) => string;
}

const VERSIONS: Kind<PublishedVersion> = {
  name: "versions",
  rows: publishedVersions,
  leaf: versionLeaf,
  nameOf: ({ row }) => `version ${row.number} of article ${row.article_id}`,
};

const CAPTURES: Kind<CaptureRow> = {
  name: "captures",
  rows: recordedCaptures,
  leaf: captureLeaf,
  nameOf: (row) => `look ${row.id} at article ${row.article_id}, ${new Date(row.captured_at).toISOString()}`,
};

/**
 * Reads all closed days again, the oldest first, and tells each with what is wrong with it, in words: which row was
 * altered, put in or taken out, or that the day itself was.
 */
export async function* verifyDays(
  db: Db,
): AsyncGenerator<{ readonly day: LedgerDay; readonly problems: readonly string[] }> {
  const none = { number: 0, version_high: 0, capture_high: 0 };
  let before: (typeof none & Partial<LedgerDayRow>) | LedgerDayRow = none;
  for (;;) {
    const row = await nextDay(db, before.number);
    if (!row) return;
    const day = toLedgerDay(row, "root" in before && before.root ? digestHex(before.root) : null);
    yield {
      day,
      problems: [
        ...ownProblems(day, before.number),
        ...(await rowProblems(db, VERSIONS, row, before.version_high, row.version_high)),
        ...(await rowProblems(db, CAPTURES, row, before.capture_high, row.capture_high)),
      ],
    };
    before = row;
  }
}

const nextDay = (db: Db, after: number): Promise<LedgerDayRow | undefined> =>
  db.selectFrom("ledger_day").selectAll().where("number", ">", after).orderBy("number").limit(1).executeTakeFirst();

function ownProblems(day: LedgerDay, before: number): readonly string[] {
  const problems: string[] = [];
  if (day.number !== before + 1) problems.push(`day ${before + 1} was taken out of the ledger`);
  if (dayRoot(day) !== day.root) problems.push(`the closing entry of day ${day.number} was altered`);
  return problems;
}

async function rowProblems<T>(
  db: Db,
  kind: Kind<T>,
  day: LedgerDayRow,
  after: number,
  until: number,
): Promise<readonly string[]> {
  const tree = await treeOf(kind.name, kind.rows(db, after, until), kind.leaf);
  if (tree.root === digestHex(day[`${kind.name}_root`])) return markProblems(db, kind.name, day.number, tree.parts);
  const found = await differences(db, kind, day, after, until);
  const counts = `${day[kind.name]} ${kind.name} were logged, ${tree.count} are there`;
  return found.length > 0 ? found : [`the ${kind.name} of day ${day.number} are not what was logged (${counts})`];
}

/** The rows are what they were, but not what names them when they are not, and makes the proofs of versions. */
async function markProblems(
  db: Db,
  kind: LeafKind,
  day: number,
  parts: readonly Uint8Array[],
): Promise<readonly string[]> {
  const kept = await keptParts(db, day, kind);
  const same = kept.length === parts.length && kept.every((part, at) => digestHex(part) === digestHex(parts[at]!));
  return same ? [] : [`the marks kept of the ${kind} of day ${day} were altered`];
}

/** Differences listed for one day: one damaged disk makes thousands. */
const MAX_REPORTED = 20;

/** Goes through the marks of the day and its rows side by side. A stored mark says which row it was, but not what the row contained. */
async function differences<T>(
  db: Db,
  kind: Kind<T>,
  day: LedgerDayRow,
  after: number,
  until: number,
): Promise<readonly string[]> {
  const marks = await keptMarks(db, day.number, kind.name);
  const known = new Set(marks);
  const found: string[] = [];
  let at = 0;
  let last = `the beginning of day ${day.number}`;
  for await (const row of kind.rows(db, after, until)) {
    if (found.length === MAX_REPORTED) return [...found, "... and more of that day"];
    const mark = markOf(kind.name, kind.leaf(row));
    const name = kind.nameOf(row);
    if (mark === marks[at]) at++;
    else if (known.has(mark)) {
      const gap = marks.indexOf(mark, at) - at;
      if (gap > 0) found.push(`${gap} of the ${kind.name} after ${last} ${gap === 1 ? "was" : "were"} taken out`);
      at = Math.max(marks.indexOf(mark, at), at) + 1;
    } else {
      found.push(`${name} was altered or put in`);
      at++;
    }
    last = name;
  }
  const missing = marks.length - at;
  if (missing > 0)
    found.push(`${missing} of the ${kind.name} after ${last} ${missing === 1 ? "was" : "were"} taken out`);
  return found;
}

async function keptMarks(db: Db, day: number, kind: LeafKind): Promise<readonly string[]> {
  return marksOf(kind, await keptParts(db, day, kind)).map(digestHex);
}

async function keptParts(db: Db, day: number, kind: LeafKind): Promise<readonly Uint8Array[]> {
  const select = db.selectFrom("ledger_part").select("marks").where("day", "=", day).where("kind", "=", kind);
  return (await select.orderBy("part").execute()).map(({ marks }) => marks);
}
