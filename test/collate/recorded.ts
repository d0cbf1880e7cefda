import { apparatus } from "#collate/apparatus";
import { collateInFull, collateTexts, summarise } from "#collate/index";
import type { VersionText } from "#model/version";
import { marked } from "./marked.ts";

/** A text through its versions, as lists of paragraphs, and what is known of them, line by line. */
export interface Recorded {
  readonly versions: readonly (readonly string[])[];
  readonly lines: readonly string[];
}

/** `1|` begins a paragraph of version 1, `=|` a line of what is known; an empty line stands between two texts. */
export function readRecorded(file: string): readonly Recorded[] {
  return file
    .trimEnd()
    .split("\n\n")
    .map((block) => {
      const versions: string[][] = [];
      const lines: string[] = [];
      for (const [, sign, text] of block.matchAll(/^(\d|=)\|(.*)$/gm)) {
        if (sign === "=") lines.push(text!);
        else {
          versions[Number(sign) - 1] ??= [];
          versions[Number(sign) - 1]!.push(text!);
        }
      }
      return { versions, lines };
    });
}

export const writeRecorded = (blocks: readonly Recorded[]): string =>
  `${blocks
    .map(({ versions, lines }) =>
      [
        ...versions.flatMap((paragraphs, k) => paragraphs.map((text) => `${k + 1}|${text}`)),
        ...lines.map((line) => `=|${line}`),
      ].join("\n"),
    )
    .join("\n\n")}\n`;

/** Enough to tell texts apart that stand above in full. */
const short = (text: string): string => `${text.slice(0, 16)}…${text.length}`;

/** Groups, sentences, labels and summary of the first two versions, then the apparatus of all. */
export function linesOf(versions: Recorded["versions"]): readonly string[] {
  const [old, next] = [versions[0]!, versions[1]!];
  const texts = versions.map(
    (body): VersionText => ({
      headline: null,
      standfirst: null,
      corrections: [],
      blocks: body.map((text) => ({ kind: "paragraph", text })),
    }),
  );
  const full = collateInFull(old, next);
  const summary = summarise(texts[0]!, texts[1]!, collateTexts(texts[0]!, texts[1]!));
  const pairs = full.groups.map(({ sentences }) =>
    sentences.map((pair) => `${pair.moved ? "^" : ""}${pair.old}>${pair.new}`).join(" "),
  );
  return [
    ...marked(old, next).map((line) => (/^[~<>]/.test(line) ? line : short(line))),
    `sentences ${pairs.join(" / ")}`,
    ...summary.labels.map(({ kind, place, count }) =>
      `${kind} ${place.old}:${place.oldOffset ?? ""} ${place.new}:${place.newOffset ?? ""} ${count ?? ""}`.trimEnd(),
    ),
    `words -${summary.wordsRemoved} +${summary.wordsAdded} rank ${summary.rank}`,
    `sample ${summary.sample.old} -> ${summary.sample.new}`,
    ...apparatus(texts.map((text, k) => ({ number: k + 1, text }))).paragraphs.flatMap(({ index, sentences }) =>
      sentences.map(
        (s) =>
          `${index ?? "gone"} ${s.since}-${s.until ?? ""} ${s.restoredIn ?? ""}<${s.restoredFrom ?? ""} ${short(s.text)}${s.readings
            .map((r) => ` [${r.since}-${r.until} ${short(r.text)}]`)
            .join("")}`,
      ),
    ),
  ].map((line) => line.replaceAll("\n", " ⏎ "));
}
