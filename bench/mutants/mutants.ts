import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Random } from "../collate/random.ts";
import { EQUIVALENT, type Equivalent } from "./equivalent.ts";
import { type Turn, turned, turnsOf } from "./turns.ts";

/** A file of src/ with one operator turned. */
export interface Mutant extends Turn {
  /** From the root of the checkout. */
  readonly path: string;
  readonly source: string;
  readonly text: string;
  /** Its entry in the list of those that change no result. */
  readonly equivalent: Equivalent | null;
}

/** As many mutants of a folder as are wanted, or all: the same seed draws the same ones from the same code. */
export function drawMutants(root: string, folder: string, count: number, seed: number): readonly Mutant[] {
  const random = new Random(seed);
  const waiting = placesOf(root, folder);
  const drawn: Mutant[] = [];
  while (drawn.length < count && waiting.length > 0) {
    const [{ path, source, turn }] = waiting.splice(random.between(0, waiting.length - 1), 1) as [Place];
    const text = turned(source, turn);
    if (text !== null) drawn.push({ ...turn, path, source, text, equivalent: equivalentOf(path, source, turn) });
  }
  return drawn;
}

/** Entries of the folder's files that fit no operator any more: the code has changed, and the reason may have gone with it. */
export function staleEntries(root: string, folder: string): readonly Equivalent[] {
  const places = placesOf(root, folder);
  return EQUIVALENT.filter(
    (entry) =>
      entry.file.startsWith(`${folder}/`) &&
      !places.some(({ path, source, turn }) => equivalentOf(path, source, turn) === entry),
  );
}

interface Place {
  readonly path: string;
  readonly source: string;
  readonly turn: Turn;
}

function placesOf(root: string, folder: string): Place[] {
  return globSync(`src/${folder}/**/*.ts`, { cwd: root })
    .sort()
    .flatMap((path) => {
      const source = readFileSync(join(root, path), "utf8");
      return turnsOf(source).map((turn) => ({ path, source, turn }));
    });
}

function equivalentOf(path: string, source: string, { at, from, to }: Turn): Equivalent | null {
  const fits = (entry: Equivalent): boolean => {
    if (entry.file !== relative("src", path) || entry.from !== from || entry.to !== to) return false;
    const start = at - entry.code.indexOf(from);
    return entry.code.includes(from) && source.startsWith(entry.code, start);
  };
  return EQUIVALENT.find(fits) ?? null;
}
