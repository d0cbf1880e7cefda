import { MAX_JSON_OBJECTS, MAX_STATED } from "#extract/limits";
import type { Json } from "#extract/page/json-ld";
import { parsePage } from "#extract/page/shadow";
import { bare, collapse, endsSentence, weigh } from "#extract/page/text";
import { walk } from "#extract/page/walk";
import type { Block, BlockKind } from "#model/document";
import { scriptData } from "./script-data.ts";

/** A body of less is a teaser. */
const LEAST_BODY = 400;
/** Objects between the one that holds the headline and the body. */
const MAX_BELOW = 4;
/** A list of fewer objects is no body in pieces. */
const LEAST_PIECES = 3;
/** Letters of a text from which it may be a paragraph. */
const LEAST_PARAGRAPH = 40;
const MAX_PIECES = 1_000;

/**
 * The body of a page that shows none, as the data hold it that its scripts draw it from; empty when no data do. Only what stands
 * under the page's own headline is taken: the data hold other articles too.
 */
export function drawnBody(html: string, headline: string | null): readonly Block[] {
  const title = bare(headline ?? "");
  if (title === "") return [];
  let best: readonly Block[] = [];
  let most = LEAST_BODY;
  for (const holder of holdersOf(scriptData(html), title))
    for (const blocks of bodiesIn(holder)) {
      const size = blocks.reduce((sum, { text }) => sum + weigh(text), 0);
      if (size > most) [best, most] = [blocks, size];
    }
  return best;
}

/** Objects that state the headline. */
function holdersOf(data: readonly unknown[], title: string): readonly Json[] {
  const holders: Json[] = [];
  const queue: unknown[] = [...data];
  for (let i = 0; i < queue.length && i < MAX_JSON_OBJECTS; i++) {
    const value = queue[i];
    if (typeof value !== "object" || value === null) continue;
    const inner = Object.values(value).slice(0, MAX_PIECES);
    if (!Array.isArray(value) && inner.some((one) => isTitle(one, title))) holders.push(value as Json);
    for (const one of inner) if (typeof one === "object" && one !== null) queue.push(one);
  }
  return holders.slice(0, MAX_HOLDERS);
}

/** An article is stated in a few places: for the page, for sharing, in a list of what was read. */
const MAX_HOLDERS = 8;

const isTitle = (value: unknown, title: string): boolean => {
  const text = typeof value === "string" ? value : titleIn(value);
  return text.length < 2 * title.length + MAX_SIGNS && bare(text) === title;
};
/** Beyond twice its length: what a headline may have of signs that are no letters. Longer texts are not compared with it. */
const MAX_SIGNS = 60;
/** `{ "basic": "..." }`, `{ "rendered": "..." }`. */
const titleIn = (value: unknown): string =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (Object.values(value).find((one): one is string => typeof one === "string") ?? "")
    : "";

/** All that may be a body in an object, a few levels down. */
function* bodiesIn(holder: Json): Generator<readonly Block[]> {
  const queue: (readonly [value: unknown, depth: number])[] = [[holder, 0]];
  for (let i = 0; i < queue.length && i < MAX_JSON_OBJECTS; i++) {
    const [value, depth] = queue[i]!;
    if (typeof value === "string") yield ofText(value);
    else if (Array.isArray(value)) yield ofPieces(value);
    if (typeof value !== "object" || value === null || depth >= MAX_BELOW) continue;
    for (const one of Object.values(value).slice(0, MAX_PIECES)) queue.push([one, depth + 1]);
  }
}

/** A text with the marks or the lines of paragraphs. */
function ofText(text: string): readonly Block[] {
  if (text.length < LEAST_BODY / 3 || text.length > MAX_STATED) return [];
  if (/<(?:p|h2|h3|br|div)\b/i.test(text)) return ofHtml(text);
  const lines = text
    .split(/\n+/)
    .map(collapse)
    .filter((line) => line !== "");
  return lines.length >= LEAST_PIECES && lines.filter(endsSentence).length >= lines.length / 2
    ? lines.map((line) => ({ kind: "paragraph", text: line }))
    : [];
}

const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  li: "item",
  blockquote: "quote",
};

function ofHtml(html: string): readonly Block[] {
  const { runs, boxes } = walk(parsePage(html));
  return runs.flatMap(({ text, box }) => {
    const { element, marks, parent } = boxes[box]!;
    if (marks.caption || marks.junk || element.name === "figcaption") return [];
    return [{ kind: KINDS[element.name] ?? KINDS[parent?.element.name ?? ""] ?? "paragraph", text }];
  });
}

/** Pieces of a body: texts, or objects that each hold one. */
function ofPieces(pieces: readonly unknown[]): readonly Block[] {
  if (pieces.length < LEAST_PIECES || pieces.length > MAX_PIECES || pieces.some(isOther)) return [];
  const blocks = pieces.flatMap(ofPiece);
  const long = blocks.filter(
    ({ kind, text }) => kind !== "heading" && weigh(text) >= LEAST_PARAGRAPH && endsSentence(text),
  );
  return long.length >= LEAST_PIECES ? blocks : [];
}

/** One of several articles: it has an address and a title. */
const isOther = (piece: unknown): boolean => {
  if (typeof piece !== "object" || piece === null || Array.isArray(piece)) return false;
  const keys = Object.keys(piece).map((key) => key.toLowerCase());
  return (
    keys.some((key) => /^(?:url|href|link|slug|path|permalink)$/.test(key)) &&
    keys.some((key) => /^(?:title|headline|name)$/.test(key))
  );
};

const TYPES = ["type", "kind", "__typename", "_type", "model", "component", "name", "blockName", "tag"];
const TEXTS = [
  "content",
  "text",
  "html",
  "value",
  "body",
  "data",
  "attributes",
  "paragraph",
  "model",
  "children",
  "props",
];
const NO_TEXT =
  /image|picture|photo|video|audio|embed|gallery|related|promo|advert|\bad\b|newsletter|widget|social|interstitial|caption|credit|link[-_]?list|divider|script|iframe/i;

function ofPiece(piece: unknown): readonly Block[] {
  if (typeof piece === "string") return plain(piece, "");
  if (typeof piece !== "object" || piece === null || Array.isArray(piece)) return [];
  const type = TYPES.map((key) => (piece as Json)[key]).find((one): one is string => typeof one === "string") ?? "";
  if (NO_TEXT.test(type)) return [];
  return textIn(piece as Json, type, 0);
}

/** Depth of a text that is wrapped in objects. */
const MAX_WRAPPED = 5;

function textIn(piece: Json, type: string, depth: number): readonly Block[] {
  for (const key of TEXTS) {
    const value = piece[key];
    if (typeof value === "string") return plain(value, type);
    if (Array.isArray(value) && depth < MAX_WRAPPED) {
      const parts = value.slice(0, MAX_PIECES).flatMap((one) => spoken(one, depth));
      if (parts.length > 0)
        return isList(type) ? parts.flatMap((part) => plain(part, "item")) : plain(parts.join(""), type);
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value) && depth < MAX_WRAPPED) {
      const inner = textIn(value as Json, type, depth + 1);
      if (inner.length > 0) return inner;
    }
  }
  const items = piece["items"];
  return Array.isArray(items)
    ? items
        .slice(0, MAX_PIECES)
        .flatMap((one) => spoken(one, depth))
        .flatMap((text) => plain(text, "item"))
    : [];
}

const isList = (type: string): boolean => /list/i.test(type);

function spoken(one: unknown, depth: number): readonly string[] {
  if (typeof one === "string") return [one];
  if (typeof one !== "object" || one === null || depth >= MAX_WRAPPED) return [];
  return [
    textIn(one as Json, "", depth + 1)
      .map(({ text }) => text)
      .join(" "),
  ].filter((text) => text !== "");
}

function plain(value: string, type: string): readonly Block[] {
  if (value.length > MAX_STATED) return [];
  const kind: BlockKind = /head|title|^h\d/i.test(type)
    ? "heading"
    : /quote/i.test(type)
      ? "quote"
      : /item/i.test(type)
        ? "item"
        : "paragraph";
  const blocks = /[<&]/.test(value) ? ofHtml(value) : [{ kind: "paragraph" as const, text: collapse(value) }];
  return blocks.filter(({ text }) => text !== "").map((block) => (kind === "paragraph" ? block : { ...block, kind }));
}
