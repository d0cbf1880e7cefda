import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Exit } from "#cli/exit";
import type { MarkedParagraph } from "#collate/spans/marked";
import { extract } from "#extract/extract";
import { decodeHtml } from "#fetch/charset";
import { type Document, SPAN_KINDS, type Span } from "#model/document";
import { readBytes } from "./html-file.ts";

/** A text to collate, as paragraphs: a file of one paragraph a line, an HTML page, or a document as `extract --json` prints it. */
export function readWitness(path: string, cwd: string): readonly MarkedParagraph[] {
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
    .map((line) => ({ text: line.trim() }))
    .filter(({ text }) => text !== "");
}

/** Headline and standfirst count as paragraphs, correction notes are at the end, as on a page. */
export const paragraphsOf = (
  document: Pick<Document, "headline" | "standfirst" | "corrections" | "blocks">,
): readonly MarkedParagraph[] =>
  [
    unmarked(document.headline),
    unmarked(document.standfirst),
    ...document.blocks,
    ...document.corrections.map(unmarked),
  ]
    .filter(({ text }) => text !== "")
    .map(({ text, spans }) => (isSpans(spans, text) ? { text, spans } : { text }));

/** A file may say anything. */
const isSpans = (spans: unknown, text: string): spans is readonly Span[] =>
  Array.isArray(spans) &&
  spans.every(
    (span: Partial<Span> | null, i) =>
      Number.isInteger(span?.from) &&
      Number.isInteger(span?.to) &&
      span!.from! >= ((spans[i - 1] as Span | undefined)?.to ?? 0) &&
      span!.to! > span!.from! &&
      span!.to! <= text.length &&
      SPAN_KINDS.some((kind) => kind === span!.kind),
  );

/** What is no text says nothing. */
const unmarked = (text: unknown): MarkedParagraph => ({ text: typeof text === "string" ? text : "" });

function fromJson(text: string, path: string): readonly MarkedParagraph[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A text may begin with a brace.
    return text
      .split(/\r\n|\n|\r/)
      .map((line) => ({ text: line.trim() }))
      .filter(({ text }) => text !== "");
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
