import { Parser } from "htmlparser2";

/** What a walk reports. Names of attributes come in lower case, in XML too: people write them as they like. Every `open` is answered by one `close`, also for elements that were never closed. */
export interface MarkupHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(data: string): void;
  close(name: string): void;
}

/** - `deep`: nested beyond `MAX_DEPTH`; what was reported until then stands, the rest was not read. */
export type WalkEnd = "end" | "deep" | "stopped";

/**
 * Open elements at one time. The parser keeps them in an array that it searches and shifts, so the cost of a tag grows
 * with depth: at 400, sixteen hostile megabytes take 1.7 s, at 1,000 they took 3.3. The deepest of 1,361 real feeds
 * and 500 pages has 42; pages that never close their <font> come to a hundred or two.
 */
export const MAX_DEPTH = 400;

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
    { xmlMode: mode === "xml", lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < text.length; at += PIECE_CHARS) {
    parser.write(text.slice(at, at + PIECE_CHARS));
    if (depth > MAX_DEPTH) return "deep";
    if (isDone()) return "stopped";
  }
  parser.end();
  return "end";
}
