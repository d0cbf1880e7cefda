import { Parser } from "htmlparser2";

/** What a walk reports. Every `open` is answered by one `close`, also for elements that were never closed. */
export interface MarkupHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(data: string): void;
  close(name: string): void;
}

/** - `deep`: nested beyond `MAX_DEPTH`; what was reported until then stands, the rest was not read. */
export type WalkEnd = "end" | "deep" | "stopped";

/**
 * Open elements at one time. The parser keeps them in an array that it searches and shifts, so the cost of a tag grows
 * with depth: at 1,000 a hostile megabyte stays under half a second. The deepest of 1,600 real feeds and pages has 61.
 */
export const MAX_DEPTH = 1000;

/** Characters between two looks at the limits: small, so that a walk ends soon after it passes one. */
const PIECE_CHARS = 16_384;

/**
 * Streams markup, however broken, without building a tree. Entities of a DTD are not expanded, nothing is loaded.
 * `isDone` is asked between pieces and ends the walk early.
 */
export function walk(text: string, mode: "xml" | "html", handler: MarkupHandler, isDone = () => false): WalkEnd {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        handler.open(name, attributes);
      },
      ontext: (data) => handler.text(data),
      onclosetag(name) {
        depth -= 1;
        handler.close(name);
      },
    },
    { xmlMode: mode === "xml", decodeEntities: true },
  );
  for (let at = 0; at < text.length; at += PIECE_CHARS) {
    parser.write(text.slice(at, at + PIECE_CHARS));
    if (depth > MAX_DEPTH) return "deep";
    if (isDone()) return "stopped";
  }
  parser.end();
  return "end";
}
