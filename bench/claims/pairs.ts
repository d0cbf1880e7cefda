import { readFileSync } from "node:fs";
import { join } from "node:path";
import { collateInFull, type WitnessField } from "#collate/full";
import type { Label } from "#model/change";

/** An edit with what readers said of it, each apart from the other. */
export interface ReadPair {
  readonly id: string;
  readonly field: WitnessField;
  readonly language: string;
  readonly old: string;
  readonly new: string;
  /** Labels that all readers gave, and those that any gave. */
  readonly must: readonly string[];
  readonly may: readonly string[];
  /** By reader: would a reader learn something different; 0 (no one needs to know) to 3 (a critic would report it). */
  readonly substance: readonly boolean[];
  readonly importance: readonly number[];
}

/** A pair with what the program says of it. */
export interface Judged extends ReadPair {
  readonly labels: readonly Label[];
  readonly rank: number;
  readonly silent: boolean;
}

/** @throws when the folder has no such file, or a line of it is not JSON */
export function readPairs(data: string, file: string): readonly ReadPair[] {
  return readFileSync(join(data, "claims", file), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const pair = JSON.parse(line) as ReadPair & { readonly language?: string };
      return { ...pair, language: pair.language ?? "en" };
    });
}

export function judge(pair: ReadPair): Judged {
  const { labels, rank, silent } = collateInFull(pair.old.split("\n"), pair.new.split("\n"), pair.language, pair.field);
  return { ...pair, labels, rank, silent };
}

export const kindsOf = ({ labels }: Judged): ReadonlySet<string> => new Set(labels.map(({ kind }) => kind));

/** Of all readers together. */
export const importanceOf = ({ importance }: ReadPair): number => importance.reduce((sum, each) => sum + each, 0);

/** All readers say that a reader would (would not) learn something different. */
export const isOfSubstance = ({ substance }: ReadPair): boolean => substance.every((each) => each);
export const isWithoutSubstance = ({ substance }: ReadPair): boolean => substance.every((each) => !each);
/** On average worth knowing. */
export const isImportant = (pair: ReadPair): boolean => importanceOf(pair) >= 2 * pair.importance.length;
