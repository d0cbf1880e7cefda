import { canonical } from "#lib/canonical";
import { sha256 } from "#lib/hash";
import type { Document } from "#model/document";
import type { VersionText } from "#model/version";

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
 * out too, because galleries rotate; an edit of a caption alone opens no version.
 */
export function fingerprint(text: VersionText): string {
  const lines = [
    `headline ${canonical(text.headline ?? "")}`,
    `standfirst ${canonical(text.standfirst ?? "")}`,
    ...text.corrections.map((note) => `correction ${canonical(note)}`),
    ...text.blocks.filter((block) => block.kind !== "caption").map((block) => `body ${canonical(block.text)}`),
  ];
  return sha256(lines.join("\n"));
}
