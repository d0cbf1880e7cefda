import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Exit } from "#cli/exit";
import { extract } from "#extract/extract";
import { decodeHtml } from "#fetch/charset";
import type { Document } from "#model/document";
import { readBytes } from "./html-file.ts";

/** A text to collate, as paragraphs: a file of one paragraph a line, an HTML page, or a document as `extract --json` prints it. */
export function readWitness(path: string, cwd: string): readonly string[] {
  const bytes = path === "-" ? readFileSync(0) : readBytes(resolve(cwd, path));
  if (bytes === null) throw new Exit("notFound", `There is no file ${path}.`);
  const text = new TextDecoder().decode(bytes);
  const start = text.trimStart();
  if (/^<(?:!doctype|!--|\?xml|[a-z])/i.test(start)) {
    return paragraphsOf(extract(decodeHtml(bytes, null).text, { url: pathToFileURL(resolve(cwd, path)).href }));
  }
  if (start.startsWith("{")) return fromJson(start, path);
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Headline and standfirst count as paragraphs, correction notes are at the end, as on a page. */
export const paragraphsOf = (
  document: Pick<Document, "headline" | "standfirst" | "corrections" | "blocks">,
): readonly string[] =>
  [document.headline, document.standfirst, ...document.blocks.map(({ text }) => text), ...document.corrections].filter(
    (text): text is string => typeof text === "string" && text !== "",
  );

function fromJson(text: string, path: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A text may begin with a brace.
    return text
      .split(/\r\n|\n|\r/)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }
  // `extract --json` and `show --version N --json` have blocks; an article's record does not.
  const blocks = (value as { blocks?: unknown } | null)?.blocks;
  if (
    !Array.isArray(blocks) ||
    !blocks.every((block) => typeof (block as { text?: unknown } | null)?.text === "string")
  )
    throw new Exit(
      "failed",
      `${path} is JSON without a text: it has no "blocks". Use what "extract --json" or "show --version N --json" prints.`,
    );
  const { headline = null, standfirst = null, corrections = [] } = value as Partial<Document>;
  return paragraphsOf({ headline, standfirst, corrections, blocks: blocks as Document["blocks"] });
}
