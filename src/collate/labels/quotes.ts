import { quotationsIn } from "#language/quotations";
import type { Term } from "#language/term";
import type { Label } from "#model/change";
import { type Context, MAX_LOOKED_UP, placeAt, type ReadPlace, type Spot } from "./read-place.ts";
import { became, quoted } from "./reason.ts";

/** Words changed inside a quotation, and quotations that the article no longer has. */
export function quoteLabels(reading: ReadPlace, { inNew }: Context): Label[] {
  const oldQuotes = touched(quotationsIn(reading.old.text), reading.spots, "old");
  const newQuotes = touched(quotationsIn(reading.new.text), reading.spots, "new");
  return reading.spots.flatMap((spot, k) => {
    const { edit, wholeSentences } = spot;
    const tell = (reason: string, gone?: Term): Label => ({
      kind: "quote",
      reason,
      place: placeAt(reading, spot, gone),
    });
    const old = reading.old.text.slice(edit.oldStart, edit.oldEnd);
    const next = reading.new.text.slice(edit.newStart, edit.newEnd);
    if (within(oldQuotes[k]!, edit.oldStart, edit.oldEnd) && within(newQuotes[k]!, edit.newStart, edit.newEnd)) {
      const cameOrWent = wholeSentences && (old.trim() === "" || next.trim() === "");
      return lettersOf(old) === lettersOf(next) || cameOrWent ? [] : [tell(inQuotation(old, next))];
    }
    return oldQuotes[k]!.filter(({ start, end }) => start >= edit.oldStart && end <= edit.oldEnd)
      .slice(0, MAX_LOOKED_UP)
      .filter(({ key }) => !inNew(key))
      .map((quote) => tell(`${quoted(quote.key)} is no longer quoted`, quote));
  });
}

/** For each edit the quotations that reach into it; one may hold several edits. */
function touched(quotes: readonly Term[], spots: readonly Spot[], side: "old" | "new"): readonly Term[][] {
  let following = 0;
  return spots.map(({ edit }) => {
    const [start, end] = side === "old" ? [edit.oldStart, edit.oldEnd] : [edit.newStart, edit.newEnd];
    while (following < quotes.length && quotes[following]!.end < start) following += 1;
    const own: Term[] = [];
    for (let k = following; k < quotes.length && quotes[k]!.start <= end; k += 1) own.push(quotes[k]!);
    return own;
  });
}

/** A comma more in a quotation is not another quotation. */
const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]+/gu, "");

function inQuotation(old: string, next: string): string {
  if (old.trim() === "") return `in a quotation, ${quoted(next)} was added`;
  if (next.trim() === "") return `in a quotation, ${quoted(old)} was removed`;
  return `in a quotation, ${became(old, next)}`;
}

const within = (quotes: readonly Term[], start: number, end: number): boolean =>
  quotes.some((quote) => quote.start <= start && end <= quote.end);
