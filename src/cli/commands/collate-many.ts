import type { Shell } from "#cli/shell";
import { reportText } from "#cli/terminal/json";
import { column, marked } from "#cli/terminal/side-by-side";
import type { Terminal } from "#cli/terminal/terminal";
import { wrapPieces } from "#cli/terminal/wrap";
import { type Apparatus, type ApparatusParagraph, apparatus } from "#collate/apparatus";
import { returnedWords } from "#collate/apparatus/returned-words";
import type { ApparatusSentence } from "#collate/apparatus/sentence";
import { alignPair } from "#collate/collate";
import type { Piece } from "#collate/collation";
import { sidesOf } from "#collate/pieces";
import { plural } from "#words/wording";

export interface NamedWitness {
  readonly name: string;
  readonly paragraphs: readonly string[];
}

/** Longer lines tire the eye. */
const MAX_COLUMN = 100;

/** Three texts or more, oldest first, as one: the last text with what was added, removed and restored. */
export async function collateMany(
  witnesses: readonly NamedWitness[],
  options: { readonly full: boolean; readonly json: boolean },
  { terminal }: Shell,
): Promise<void> {
  const all = apparatus(
    witnesses.map(({ paragraphs }, k) => ({
      number: k + 1,
      text: {
        headline: null,
        standfirst: null,
        corrections: [],
        blocks: paragraphs.map((text) => ({ kind: "paragraph" as const, text })),
      },
    })),
  );
  if (options.json) return terminal.out(reportText("collations", { texts: witnesses.map(({ name }) => name), ...all }));
  for (const [k, { name }] of witnesses.entries()) await terminal.out(terminal.style("dim", `[${k + 1}] ${name}`));
  await terminal.out("");
  let skipped = 0;
  const endSkip = async () => {
    if (skipped > 0) await terminal.out(terminal.style("dim", `… ${plural(skipped, "paragraph")} as in all texts …\n`));
    skipped = 0;
  };
  for (const paragraph of all.paragraphs) {
    if (!options.full && paragraph.sentences.every((sentence) => isOld(sentence, all))) {
      skipped += 1;
      continue;
    }
    await endSkip();
    for (const line of paragraphLines(paragraph, all, terminal)) await terminal.out(line);
    await terminal.out("");
  }
  await endSkip();
  await terminal.out(terminal.style("dim", summary(all)));
}

/** In all texts, in the same words. */
const isOld = (sentence: ApparatusSentence, { versions }: Apparatus): boolean =>
  sentence.since === versions[0] &&
  sentence.until === null &&
  sentence.restoredIn === null &&
  sentence.readings.length === 0;

function paragraphLines({ sentences }: ApparatusParagraph, all: Apparatus, terminal: Terminal): readonly string[] {
  const width = Math.min(MAX_COLUMN, terminal.columns);
  const print = (pieces: readonly Piece[], indent: string) =>
    wrapPieces(marked(pieces, terminal), width - indent.length).map((line) =>
      (indent + column(line, 0, terminal, false)).trimEnd(),
    );
  const text = sentences.flatMap((sentence) => inlinePieces(sentence, all));
  const notes = sentences.flatMap(notesOf);
  return [...print(text, ""), ...notes.flatMap((note) => print(note, "    "))];
}

/** The number after a sentence is the text that first had these words. */
function inlinePieces(sentence: ApparatusSentence, { versions }: Apparatus): Piece[] {
  const { text, since, until } = sentence;
  if (until !== null)
    return [
      { op: "deleted", text },
      { op: "equal", text: ` [last in ${until}] ` },
    ];
  if (since === versions[0]) return [{ op: "equal", text: `${text} ` }];
  return [...cameInto(sentence), { op: "equal", text: ` [${since}] ` }];
}

/** Earlier wordings, what the next one took out of each marked; then what came back. */
const notesOf = (sentence: ApparatusSentence): readonly (readonly Piece[])[] => {
  const { text, restoredIn, restoredFrom, readings } = sentence;
  const plain = (words: string): Piece => ({ op: "equal", text: words });
  return [
    ...readings.map((reading, at) => {
      const when = reading.since === reading.until ? `${reading.since}` : `${reading.since}-${reading.until}`;
      return [plain(`[${when}] `), ...lostFrom(reading.text, readings[at + 1]?.text ?? text)];
    }),
    ...(restoredIn === null ? [] : [[plain(`[${restoredIn}] restored, as in ${restoredFrom}: ${text}`)]]),
    ...returnedWords(sentence).map(({ words, last, back }) => [plain(`[${back}] restored, as in ${last}: ${words}`)]),
  ];
};

/** A wording with what the next one lacks marked; one that was replaced whole needs no marks. */
function lostFrom(own: string, next: string): readonly Piece[] {
  const pieces = sidesOf(alignPair(own, next), [own], [next]).old.flat();
  return pieces.some(({ op }) => op === "equal") ? pieces : [{ op: "equal", text: own }];
}

/** The present wording, what the one before lacks marked. */
function cameInto(sentence: ApparatusSentence): readonly Piece[] {
  const before = sentence.readings.at(-1);
  if (!before) return [{ op: "inserted", text: sentence.text }];
  const pieces = sidesOf(alignPair(before.text, sentence.text), [before.text], [sentence.text]).new.flat();
  return pieces.some(({ op }) => op === "equal") ? pieces : [{ op: "inserted", text: sentence.text }];
}

function summary(all: Apparatus): string {
  const sentences = all.paragraphs.flatMap((paragraph) => paragraph.sentences);
  const count = (test: (sentence: ApparatusSentence) => boolean): number => sentences.filter(test).length;
  const parts = [
    [count((each) => isOld(each, all)), "in all texts"],
    [count((each) => each.readings.length > 0), "worded differently before"],
    [count((each) => each.until !== null), "removed"],
    [count((each) => each.restoredIn !== null || returnedWords(each).length > 0), "restored"],
  ] as const;
  const omitted =
    all.omitted > 0 ? ` Left out: ${plural(all.omitted, "oldest text")}, because there was too much to compare.` : "";
  return `${plural(sentences.length, "sentence")}: ${parts.map(([n, what]) => `${n} ${what}`).join(", ")}.${omitted}`;
}
