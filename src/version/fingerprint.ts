import { canonical } from "#lib/canonical";
import { sha256 } from "#lib/hash";
import type { Document } from "#model/document";
import type { TextMark } from "#model/memory";
import type { VersionText } from "#model/version";
import { unmasked } from "./mask.ts";

/** Marks made by another formula are made anew from the stored texts; raise it whenever equal texts may get other marks. */
export const FORMULA = 1;

/** Lines that a mark tells apart: a live blog of a whole day; the hashes of streams cover what comes after. */
const MAX_LINES = 1000;

/** What of a document a version keeps and compares; dates, byline and language make no version of their own. */
export function textOf(document: Document): VersionText {
  const { headline, standfirst, corrections, blocks } = document;
  return { headline, standfirst, corrections, blocks };
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
 * field it stands in. Block kinds are left out: a paragraph that becomes a list item reads the same. Captions are left
 * out too, because galleries rotate, and so are blocks that are nothing but a clock or a counter (`mask.ts`).
 */
export const fingerprint = (text: VersionText): string => sha256(linesOf(text).join("\n"));

/** The mark that a text is compared by. */
export function markOf(text: VersionText): TextMark {
  const lines = linesOf(text);
  const stream = (tag: string): readonly string[] => lines.filter((line) => line.startsWith(tag));
  const short = (some: readonly string[]): string => sha256(some.join("\n")).slice(0, 8);
  const body = stream("body ");
  return {
    whole: sha256(lines.join("\n")).slice(0, 16),
    headline: short(stream("headline ")),
    standfirst: short(stream("standfirst ")),
    corrections: short(stream("correction ")),
    body: short(body),
    lines: lines
      .slice(0, MAX_LINES)
      .map((line) => short([line]))
      .join(""),
    size: body.reduce((sum, line) => sum + line.length - "body ".length, 0),
  };
}

function linesOf(text: VersionText): readonly string[] {
  const body = text.blocks.flatMap(({ kind, text }) => (kind === "caption" ? [] : (unmasked(canonical(text)) ?? [])));
  return [
    `headline ${canonical(text.headline ?? "")}`,
    `standfirst ${unmasked(canonical(text.standfirst ?? "")) ?? ""}`,
    ...text.corrections.map((note) => `correction ${canonical(note)}`),
    ...body.map((line) => `body ${line}`),
  ];
}
