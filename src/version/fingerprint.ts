import { canonical } from "#lib/canonical";
import { sha256 } from "#lib/hash";
import type { Block, Document } from "#model/document";
import type { TextMark } from "#model/memory";
import type { VersionText } from "#model/version";
import { comparedText } from "./compared.ts";
import { unmasked } from "./mask.ts";

/** Marks made by another formula are made again from the stored texts. Raise it whenever equal texts may get other marks. */
export const FORMULA = 3;

/** Lines that a mark tells apart: a live blog of a whole day; the hashes of streams cover what comes after. */
const MAX_LINES = 1000;

/** What of a document a version keeps and compares; dates, byline and language make no version of their own. */
export function textOf(document: Document): VersionText {
  const { headline, standfirst, corrections, blocks, continuesAt } = document;
  return { headline, standfirst, corrections, blocks, ...(continuesAt !== null && { continuesAt }) };
}

/**
 * First 8 bytes of SHA-256 (hex) over what an editor may touch without making a version: captions and byline, in any order. Says whether a
 * raised date came with an edit of those.
 */
export function besideText(document: Pick<Document, "byline" | "blocks">): string {
  const captions = document.blocks.filter((block) => block.kind === "caption").map((block) => canonical(block.text));
  return sha256([...captions.sort(), "", ...document.byline.map(canonical).sort()].join("\n")).slice(0, 16);
}

/**
 * SHA-256 (hex) over the canonical text of headline, standfirst, body and correction notes, each line tagged with the
 * field it stands in. Block kinds are left out: a paragraph that becomes a list item reads the same. So does a standfirst
 * that becomes the first paragraph: the two are one. Captions are left out, because galleries rotate, and so are blocks
 * that are nothing but a clock or a counter (`mask.ts`). Amounts that move are left out, and what is struck out is not what
 * it was before (`compared.ts`).
 */
export const fingerprint = (text: VersionText): string => sha256(linesOf(streamsOf(text)).join("\n"));

/** The mark that a text is compared by. */
export function markOf(text: VersionText): TextMark {
  const streams = streamsOf(text);
  const { headline, standfirst, corrections, body } = streams;
  const lines = linesOf(streams);
  return {
    whole: sha256(lines.join("\n")).slice(0, 16),
    headline: short(headline),
    standfirst: short(bodyLine(standfirst)),
    corrections: short(corrections.join("\n")),
    body: short(body.join("\n")),
    lines: lines.slice(0, MAX_LINES).map(short).join(""),
    size: body.reduce((sum, line) => sum + line.length, 0),
  };
}

/**
 * True when one of two texts has a standfirst, the other has none, and nothing else differs: what a new design of a page
 * shows or hides of the same article.
 */
export const differsByAStandfirst = (one: TextMark, other: TextMark): boolean =>
  one.headline === other.headline &&
  one.corrections === other.corrections &&
  one.body === other.body &&
  (one.standfirst === NO_STANDFIRST) !== (other.standfirst === NO_STANDFIRST);

const short = (text: string): string => sha256(text).slice(0, 8);

interface Streams {
  readonly headline: string;
  readonly standfirst: string;
  readonly corrections: readonly string[];
  readonly body: readonly string[];
}

function streamsOf({ headline, standfirst, corrections, blocks }: VersionText): Streams {
  return {
    headline: folded(headline ?? ""),
    standfirst: unmasked(folded(standfirst ?? "")) ?? "",
    corrections: corrections.map(folded),
    body: blocks.flatMap(bodyLines),
  };
}

/** What a block is compared by: one line, or none where it makes no version. In a table a count is what the table is about. */
export function bodyLines(block: Block): readonly string[] {
  if (block.kind === "caption") return [];
  const text = folded(comparedText(block));
  const line = block.kind === "row" ? text : unmasked(text);
  return line === null ? [] : [line];
}

const linesOf = ({ headline, standfirst, corrections, body }: Streams): readonly string[] => [
  `headline ${headline}`,
  ...corrections.map((note) => `correction ${note}`),
  ...[standfirst, ...body].filter((line) => line !== "").map(bodyLine),
];

const bodyLine = (line: string): string => `body ${line}`;

const NO_STANDFIRST = short(bodyLine(""));

/**
 * Canonical, and beyond that blind to what content systems change by themselves: how long a dash is and whether it has
 * spaces, spaces before punctuation, the sign between two measures.
 */
function folded(text: string): string {
  const plain = canonical(text);
  // Few paragraphs have any of it, and replacing costs more than looking.
  if (!/--| -|- | [,.;:!?%]|\u00d7/.test(plain)) return plain;
  return plain
    .replace(/ ?-+ ?/g, "-")
    .replace(/ (?=[,.;:!?%])/g, "")
    .replace(/(?<=\d ?)\u00d7(?= ?\d)/g, "x");
}
