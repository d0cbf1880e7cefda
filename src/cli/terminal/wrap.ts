import type { Piece } from "#collate/collation";
import { charWidth, displayWidth } from "./width.ts";

/** Where a line may end: after spaces, and between characters of scripts that write without them. */
const TOKENS =
  /\s+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/** Breaks marked text into lines of at most `columns`, the marks kept. Words longer than a line are cut. */
export function wrapPieces(pieces: readonly Piece[], columns: number): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  const endLine = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  const put = (piece: Piece) => {
    const last = line.at(-1);
    if (last?.op === piece.op) line[line.length - 1] = { op: piece.op, text: last.text + piece.text };
    else line.push(piece);
    used += displayWidth(piece.text);
  };
  for (const { op, text } of pieces)
    for (const [token] of text.matchAll(TOKENS)) {
      if (/^\s/.test(token)) {
        if (token.includes("\n")) endLine();
        else if (used > 0 && used < columns) put({ op, text: " " });
        continue;
      }
      if (used > 0 && used + displayWidth(token) > columns) endLine();
      for (const part of cut(token, columns)) {
        if (used > 0 && used + displayWidth(part) > columns) endLine();
        put({ op, text: part });
      }
    }
  if (line.length > 0 || lines.length === 0) endLine();
  return lines;
}

function cut(token: string, columns: number): readonly string[] {
  if (displayWidth(token) <= columns) return [token];
  const parts = [""];
  let width = 0;
  for (const char of token) {
    if (width + charWidth(char) > columns) {
      parts.push("");
      width = 0;
    }
    parts[parts.length - 1] += char;
    width += charWidth(char);
  }
  return parts;
}
