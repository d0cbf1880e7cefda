import type { BlockKind, Span } from "#model/document";
import type { VersionText } from "#model/version";
import type { RowId } from "#store/schema";
import { decodeSpans, encodeSpans } from "./span-code.ts";

/** What a paragraph is in a version. */
export type Part = "headline" | "standfirst" | "correction" | BlockKind;

export interface PartText {
  readonly part: Part;
  readonly text: string;
  readonly spans?: readonly Span[];
}

export interface PartRef {
  readonly part: Part;
  readonly paragraph: RowId;
  readonly spans?: readonly Span[];
}

/** What a part has beside its text. */
export const spansOf = ({ spans }: { readonly spans?: readonly Span[] | undefined }) => (spans ? { spans } : {});

const LETTERS: Readonly<Record<Part, string>> = {
  headline: "h",
  standfirst: "s",
  correction: "c",
  paragraph: "p",
  heading: "t",
  item: "i",
  quote: "q",
  caption: "f",
  row: "r",
};
const PARTS = new Map(Object.entries(LETTERS).map(([part, letter]) => [letter, part as Part]));

export const partText = ({ part, spans }: PartRef, text: string): PartText => ({ part, text, ...spansOf({ spans }) });

/** The text as an ordered list: headline, standfirst, corrections, body. */
export function partsOf(text: VersionText): readonly PartText[] {
  const parts: PartText[] = [];
  if (text.headline !== null) parts.push({ part: "headline", text: text.headline });
  if (text.standfirst !== null) parts.push({ part: "standfirst", text: text.standfirst });
  for (const correction of text.corrections) parts.push({ part: "correction", text: correction });
  for (const block of text.blocks) parts.push({ part: block.kind, text: block.text, ...spansOf(block) });
  return parts;
}

export function textOfParts(parts: readonly PartText[]): VersionText {
  const only = (part: Part) => parts.filter((item) => item.part === part).map((item) => item.text);
  const blocks = parts.flatMap(({ part, text, spans }) =>
    part === "headline" || part === "standfirst" || part === "correction"
      ? []
      : [{ kind: part, text, ...spansOf({ spans }) }],
  );
  return {
    headline: only("headline")[0] ?? null,
    standfirst: only("standfirst")[0] ?? null,
    corrections: only("correction"),
    blocks,
  };
}

/**
 * `h12 s13 p14-40 q7`: a letter for the part and the number of the paragraph, neighbours of one kind and ascending numbers
 * as a range. A first version, whose paragraphs are all new, takes some twenty bytes; one edit adds about that. A paragraph
 * with spans stands alone and names them: `p9:s0-12.i13-20`.
 */
export function encodeRefs(refs: readonly PartRef[]): string {
  const runs: { part: Part; first: RowId; last: RowId; spans: string }[] = [];
  for (const { part, paragraph, spans } of refs) {
    const run = runs.at(-1);
    const isPlain = spans === undefined && run?.spans === "";
    if (isPlain && run.part === part && paragraph === run.last + 1) run.last = paragraph;
    else runs.push({ part, first: paragraph, last: paragraph, spans: spans ? `:${encodeSpans(spans)}` : "" });
  }
  return runs
    .map(({ part, first, last, spans }) => `${LETTERS[part]}${first}${last === first ? "" : `-${last}`}${spans}`)
    .join(" ");
}

export function decodeRefs(encoded: string): readonly PartRef[] {
  const refs = readRefs(encoded);
  if (refs === null) throw new Error(`Damaged list of paragraphs: "${encoded.slice(0, 80)}"`);
  return refs;
}

/** More paragraphs than any page has that is read. */
const MAX_REFS = 2_000_000;

/** Null when it is none: somebody wrote into the database. */
export function readRefs(encoded: string): readonly PartRef[] | null {
  const refs: PartRef[] = [];
  if (encoded === "") return refs;
  for (const run of encoded.split(" ")) {
    const [, letter, from, to = from, marks] = /^([a-z])(\d{1,15})(?:-(\d{1,15}))?(?::(.+))?$/.exec(run) ?? [];
    const part = letter === undefined ? undefined : PARTS.get(letter);
    const [first, last] = [Number(from), Number(to)];
    if (!part || last < first || refs.length + last - first >= MAX_REFS) return null;
    const spans = marks === undefined ? undefined : decodeSpans(marks);
    if (spans === null || (spans && first !== last)) return null;
    for (let paragraph = first; paragraph <= last; paragraph++) refs.push({ part, paragraph, ...spansOf({ spans }) });
  }
  return refs;
}
