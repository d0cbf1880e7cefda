import { walk } from "./markup.ts";

/** A headline longer than this is a paragraph in the wrong field. */
export const MAX_TITLE_CHARS = 500;

/** How a title was written: `html` may hold tags, `text` never does, `guess` is RSS, which does not say. */
export type TitleKind = "text" | "html" | "guess";

/** Of a title element: Atom says how it is written, RSS does not. */
export function titleKind(name: string, attributes: Readonly<Record<string, string>>): TitleKind {
  const type = attributes["type"]?.toLowerCase();
  if (type === undefined) return name === "atom:title" ? "text" : "guess";
  if (type === "text" || type === "text/plain" || type.includes("xhtml")) return "text";
  return attributes["mode"] === "xml" ? "text" : "html";
}

/** One line of plain text, or null when nothing is left. */
export function plainTitle(raw: string, kind: TitleKind): string | null {
  const source = raw.slice(0, 8 * MAX_TITLE_CHARS);
  const text = kind === "html" || (kind === "guess" && INLINE_TAG.test(source)) ? stripTags(source) : decode(source);
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= MAX_TITLE_CHARS) return line === "" ? null : line;
  return `${line.slice(0, MAX_TITLE_CHARS - 1).trimEnd()}…`;
}

/** Tags that stand in RSS titles. Others ("<canvas>", "List<T>") are more likely to be meant literally. */
const INLINE_TAG = /<\/?(?:a|abbr|b|br|cite|code|div|em|font|i|img|p|s|small|span|strong|sub|sup|u)(?:\s[^>]*)?\/?>/i;

/** Decodes character references a second time: most feeds that have any left after XML's own decoding meant them so. */
const decode = (text: string): string => (text.includes("&") ? stripTags(text.replaceAll("<", "&lt;")) : text);

function stripTags(html: string): string {
  let text = "";
  let hidden = 0;
  walk(html, "html", {
    open(name) {
      if (HIDDEN.has(name)) hidden += 1;
      else if (name === "br" || name === "p" || name === "div") text += " ";
    },
    text(data) {
      if (hidden === 0) text += data;
    },
    close(name) {
      if (HIDDEN.has(name)) hidden -= 1;
    },
  });
  return text;
}

const HIDDEN: ReadonlySet<string> = new Set(["script", "style", "template"]);
