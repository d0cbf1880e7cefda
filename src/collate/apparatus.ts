import { layOut } from "#collate/apparatus/lay-out";
import type { ApparatusSentence } from "#collate/apparatus/sentence";
import { singleField } from "#collate/apparatus/single-field";
import { type Layer, weave } from "#collate/apparatus/weave";
import { type ApparatusWitness, Witnesses } from "#collate/apparatus/witness";
import type { BlockKind } from "#model/document";
import type { VersionText } from "#model/version";
import { blockTexts } from "./texts.ts";

/** Where in the article a paragraph stands. */
export type ApparatusField = "headline" | "standfirst" | "correction" | "body";

/** A paragraph of the latest version with what its sentences went through, or one that was removed as a whole. */
export interface ApparatusParagraph {
  readonly field: ApparatusField;
  /** Kind of the block; null where the latest version has no such paragraph, and outside the body. */
  readonly kind: BlockKind | null;
  /** Index within the field of the latest version; null when the whole paragraph was removed. */
  readonly index: number | null;
  /** In reading order; a removed one stands where it last stood. */
  readonly sentences: readonly ApparatusSentence[];
}

/** All versions of an article in one: the latest as the base text, with what came and went. Plain data, fit for JSON. */
export interface Apparatus {
  /** Numbers of the versions it rests on, ascending. */
  readonly versions: readonly number[];
  /** Older versions left out because there were too many or too much text: `since` then says "or earlier". */
  readonly omitted: number;
  /** Headline, standfirst, correction notes and body, in this order. */
  readonly paragraphs: readonly ApparatusParagraph[];
  /** How each of `versions` reads, in the same order: what `readVersion` goes by. */
  readonly witnesses: readonly ApparatusWitness[];
}

/** Versions read: an alternating or live page may have thousands, and no reader tells more than these apart. */
const MAX_VERSIONS = 300;
/** Text read, in UTF-16 units over all versions: a quarter of a second of work for a much edited article, 3 where nothing stays. */
const MAX_TEXT = 6_000_000;

/**
 * The whole life of an article on one page. Pure, total and deterministic. Time grows with the length of the text that
 * changed, plus one look at each sentence of each version. Versions may come in any order; their numbers are theirs to
 * choose, as long as no two are alike.
 *
 * @example
 * const text = (...sentences) => ({
 *   headline: null, standfirst: null, corrections: [], blocks: [{ kind: "paragraph", text: sentences.join(" ") }],
 * });
 * const { paragraphs } = apparatus([
 *   { number: 1, text: text("Rain fell.", "Roads are shut.") },
 *   { number: 2, text: text("Rain fell.") },
 *   { number: 3, text: text("Rain fell.", "Roads are shut.") },
 * ]);
 * paragraphs[0].sentences[1]
 * // { text: "Roads are shut.", since: 1, until: null, restoredIn: 3, restoredFrom: 1, readings: [] }
 */
export function apparatus(versions: readonly { readonly number: number; readonly text: VersionText }[]): Apparatus {
  const read = affordable([...versions].sort((a, b) => a.number - b.number));
  const latest = read.at(-1);
  if (!latest) return { versions: [], omitted: 0, paragraphs: [], witnesses: [] };
  const witnesses = new Witnesses(read.map(({ number }) => number));
  const single = (field: "headline" | "standfirst"): ApparatusParagraph[] => {
    const { sentence, present } = singleField(read.map(({ number, text }) => ({ number, text: text[field] })));
    if (!sentence) return [];
    witnesses.addOne(field, present);
    return [{ field, kind: null, index: present.at(-1) ? 0 : null, sentences: [sentence] }];
  };
  const woven = (
    field: "correction" | "body",
    pick: (text: VersionText) => readonly string[],
  ): ApparatusParagraph[] => {
    const { order, testimonies } = weave(read.map(({ number, text }): Layer => ({ number, paragraphs: pick(text) })));
    witnesses.add(field, order, testimonies);
    return layOut(order).map((paragraph) => ({ ...paragraph, field, kind: null }));
  };
  const paragraphs = [
    ...single("headline"),
    ...single("standfirst"),
    ...woven("correction", (text) => text.corrections),
    ...woven("body", (text) => blockTexts(text.blocks)).map((paragraph) => ({
      ...paragraph,
      kind: paragraph.index === null ? null : latest.text.blocks[paragraph.index]!.kind,
    })),
  ];
  return {
    versions: read.map(({ number }) => number),
    omitted: versions.length - read.length,
    paragraphs,
    witnesses: witnesses.list,
  };
}

type Versions = readonly { readonly number: number; readonly text: VersionText }[];

/** The latest versions that stay within the limits; the latest itself always. */
function affordable(versions: Versions): Versions {
  let length = 0;
  let first = versions.length;
  while (first > 0 && versions.length - first < MAX_VERSIONS) {
    length += lengthOf(versions[first - 1]!.text);
    if (length > MAX_TEXT && first < versions.length) break;
    first -= 1;
  }
  return versions.slice(first);
}

/** A paragraph costs at least as much as so many units of text: a million empty ones are no small version. */
const LEAST_PARAGRAPH = 30;

const lengthOf = ({ headline, standfirst, corrections, blocks }: VersionText): number =>
  (headline?.length ?? 0) +
  (standfirst?.length ?? 0) +
  corrections.reduce((sum, text) => sum + Math.max(text.length, LEAST_PARAGRAPH), 0) +
  blocks.reduce((sum, block) => sum + Math.max(block.text.length, LEAST_PARAGRAPH), 0);
