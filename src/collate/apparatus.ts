import type { BlockKind } from "#model/document";
import type { VersionText } from "#model/version";
import { layOut } from "./apparatus/lay-out.ts";
import type { ApparatusSentence, Reading } from "./apparatus/sentence.ts";
import { type Layer, weave } from "./apparatus/weave.ts";
import { comparable } from "./comparable.ts";
import { blockTexts } from "./texts.ts";

export interface ApparatusParagraph {
  readonly field: "headline" | "standfirst" | "correction" | "body";
  /** Kind of the block; null where the latest version has no such paragraph, and outside the body. */
  readonly kind: BlockKind | null;
  /** Index within the field of the latest version; null when the whole paragraph was removed. */
  readonly index: number | null;
  /** In reading order; a removed one stands where it last stood. */
  readonly sentences: readonly ApparatusSentence[];
}

/** All versions of an article in one: the latest as the base text, with what came and went. */
export interface Apparatus {
  /** Numbers of the versions it rests on, ascending. */
  readonly versions: readonly number[];
  /** Older versions left out because there were too many or too much text: `since` then says "or earlier". */
  readonly omitted: number;
  readonly paragraphs: readonly ApparatusParagraph[];
}

/** Versions read: an alternating or live page may have thousands, and no reader tells more than these apart. */
const MAX_VERSIONS = 300;
/** Text read, in UTF-16 units over all versions: about a second of work. */
const MAX_TEXT = 6_000_000;

/**
 * The whole life of an article on one page. Time grows with the length of the text that changed, plus one look at each
 * sentence of each version.
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
  if (!latest) return { versions: [], omitted: 0, paragraphs: [] };
  const layers = (pick: (text: VersionText) => readonly string[]): Layer[] =>
    read.map(({ number, text }) => ({ number, paragraphs: pick(text) }));
  return {
    versions: read.map(({ number }) => number),
    omitted: versions.length - read.length,
    paragraphs: [
      ...singleField(
        "headline",
        read.map(({ number, text }) => ({ number, text: text.headline })),
      ),
      ...singleField(
        "standfirst",
        read.map(({ number, text }) => ({ number, text: text.standfirst })),
      ),
      ...layOut(weave(layers((text) => text.corrections))).map((p) => ({
        ...p,
        field: "correction" as const,
        kind: null,
      })),
      ...layOut(weave(layers((text) => blockTexts(text.blocks)))).map((p) => ({
        ...p,
        field: "body" as const,
        kind: p.index === null ? null : latest.text.blocks[p.index]!.kind,
      })),
    ],
  };
}

type Versions = readonly { readonly number: number; readonly text: VersionText }[];

/** The latest versions that stay within the limits; the latest itself always. */
function affordable(versions: Versions): Versions {
  let length = 0;
  let first = versions.length;
  while (first > 0 && versions.length - first < MAX_VERSIONS) {
    length += versions[first - 1]!.text.blocks.reduce((sum, block) => sum + block.text.length, 0);
    if (length > MAX_TEXT && first < versions.length) break;
    first -= 1;
  }
  return versions.slice(first);
}

/** A headline is one sentence however it is worded; all but the last wording are readings. */
function singleField(
  field: "headline" | "standfirst",
  states: readonly { readonly number: number; readonly text: string | null }[],
): ApparatusParagraph[] {
  const runs: Reading[] = [];
  let open = false;
  for (const { number, text } of states) {
    const last = runs.at(-1);
    if (text !== null && last && open && comparable(last.text) === comparable(text))
      runs[runs.length - 1] = { ...last, text, until: number };
    else if (text !== null) runs.push({ text, since: number, until: number });
    open = text !== null;
  }
  const last = runs.at(-1);
  if (!last) return [];
  const same = runs.filter((run) => comparable(run.text) === comparable(last.text));
  const before = same.at(-2);
  const sentence: ApparatusSentence = {
    text: last.text,
    since: same[0]!.since,
    until: open ? null : last.until,
    restoredIn: before ? last.since : null,
    restoredFrom: before ? before.until : null,
    readings: runs.filter((run) => !same.includes(run)),
  };
  return [{ field, kind: null, index: open ? 0 : null, sentences: [sentence] }];
}
