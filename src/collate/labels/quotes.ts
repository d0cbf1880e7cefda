import { fold } from "#language/fold";
import { quotationsIn } from "#language/quotations";
import { stemOf } from "#language/stem";
import type { Term } from "#language/term";
import type { Label } from "#model/change";
import { spotOf } from "./found.ts";
import { placeAt, type ReadPlace } from "./read-place.ts";
import { added, became, quoted, removed } from "./reason.ts";
import { alike, type Statement, type StatementSide } from "./statements.ts";

/** The quotations of both sides of a place, found once for all its statements. */
export interface Quoted {
  readonly old: readonly Term[];
  readonly new: readonly Term[];
}

export const quotedIn = (reading: ReadPlace): Quoted => ({
  old: quotationsIn(reading.old.text),
  new: quotationsIn(reading.new.text),
});

/** Words changed inside quotation marks, words that got or lost them, and quotations that came or went while the statement stayed. */
export function quoteLabels(reading: ReadPlace, statement: Statement, all: Quoted): Label[] {
  const [gone, come] = unmatched(
    within(all.old, statement.old, statement, "old"),
    within(all.new, statement.new, statement, "new"),
  );
  if (gone.length === 0 && come.length === 0) return [];
  const labels: Label[] = [];
  const tell = (reason: string, before?: Term, after?: Term) =>
    labels.push({
      kind: "quote",
      reason,
      place: placeAt(reading, spotOf(statement.spots, before, after), before, after),
    });
  const left = new Set(come);
  const stays = alike(statement) >= LEAST_ALIKE;
  for (const before of gone.slice(0, MAX_QUOTES)) {
    const after = [...left].find((other) => isReworded(before.key, other.key));
    if (after) {
      left.delete(after);
      const inside = statement.spots.filter(
        ({ edit }) => holds(before, edit.oldStart, edit.oldEnd) && holds(after, edit.newStart, edit.newEnd),
      );
      if (inside.length === 0) tell(`in a quotation, ${became(before.key, after.key)}`, before, after);
      for (const spot of inside) {
        const { edit } = spot;
        const reason = changed(
          reading.old.text.slice(edit.oldStart, edit.oldEnd),
          reading.new.text.slice(edit.newStart, edit.newEnd),
        );
        if (reason !== null)
          labels.push({ kind: "quote", reason: `in a quotation, ${reason}`, place: placeAt(reading, spot) });
      }
    } else if (says(statement.new, before.key)) tell(`${quoted(before.key)} is no longer in quotation marks`, before);
    else if (stays) tell(`${quoted(before.key)} is no longer quoted`, before);
  }
  for (const after of [...left].slice(0, MAX_QUOTES))
    if (says(statement.old, after.key)) tell(`${quoted(after.key)} was put in quotation marks`, undefined, after);
    else if (stays) tell(`${quoted(after.key)} is newly quoted`, undefined, after);
  return labels;
}

const holds = (quote: Term, start: number, end: number): boolean => quote.start <= start && end <= quote.end;

/** Null where no letter differs. */
function changed(old: string, next: string): string | null {
  if (sameOf(old) === sameOf(next)) return null;
  if (old.trim() === "") return added(next);
  return next.trim() === "" ? removed(old) : became(old, next);
}

/** A statement whose wordings share less says another thing, in which other words are quoted. */
const LEAST_ALIKE = 0.4;
/** Quotations compared in one statement: more are another text. */
const MAX_QUOTES = 20;
/** Share of a quotation's words from which another one is the same, reworded. */
const REWORDED = 0.3;

/** Quotations that reach into the statement and that an edit reaches into, or the marks of which. */
function within(
  quotes: readonly Term[],
  { read, first, end }: StatementSide,
  { spots }: Statement,
  side: "old" | "new",
): Term[] {
  const [from, to] = [read.tokens[first]!.start, read.tokens[end - 1]!.end];
  return quotes.filter(
    (quote) =>
      quote.start < to &&
      quote.end > from &&
      spots.some(({ edit }) =>
        side === "old"
          ? edit.oldStart <= quote.end + 1 && edit.oldEnd >= quote.start - 1
          : edit.newStart <= quote.end + 1 && edit.newEnd >= quote.start - 1,
      ),
  );
}

/** Those that have no equal on the other side but for marks, capitals and doubled words. */
function unmatched(old: readonly Term[], next: readonly Term[]): [Term[], Term[]] {
  const left = new Map<string, number>();
  for (const { key } of next) left.set(sameOf(key), (left.get(sameOf(key)) ?? 0) + 1);
  const matched = new Map<string, number>();
  const gone = old.filter(({ key }) => {
    const letters = sameOf(key);
    const count = (left.get(letters) ?? 0) - (matched.get(letters) ?? 0);
    if (count > 0) matched.set(letters, (matched.get(letters) ?? 0) + 1);
    return count <= 0;
  });
  const come = next.filter(({ key }) => {
    const count = matched.get(sameOf(key)) ?? 0;
    if (count > 0) matched.set(sameOf(key), count - 1);
    return count === 0;
  });
  return [gone, come];
}

const lettersOf = (words: string): string =>
  fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\b(\S+)(?: \1\b)+/gu, "$1");

/** "Fairy-tale" and "fairytale" are spelled otherwise, not said otherwise. */
const sameOf = (words: string): string => lettersOf(words).replaceAll(" ", "");

function isReworded(old: string, next: string): boolean {
  const [a, b] = [old, next].map((words) => new Set(lettersOf(words).split(" ").map(stemOf))) as [
    Set<string>,
    Set<string>,
  ];
  let shared = 0;
  for (const stem of a) if (b.has(stem)) shared += 1;
  return shared >= REWORDED * Math.min(a.size, b.size) && shared > 0;
}

/** The statement has the words, without marks or in others. */
const says = ({ read, first, end }: StatementSide, words: string): boolean =>
  ` ${lettersOf(read.text.slice(read.tokens[first]!.start, read.tokens[end - 1]!.end))} `.includes(
    ` ${lettersOf(words)} `,
  );
