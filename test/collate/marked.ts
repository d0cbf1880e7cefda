import type { Group } from "#collate/collation";
import { collate, inlineOf } from "#collate/index";

/**
 * A collation in one line a group, readable in a table: "=" equal, "~" edited, "+" added, "-" removed, "<" split, ">" merged; "^"
 * when moved; then the text with [removed|added] where it was edited, and " / " between paragraphs.
 */
export function marked(old: readonly string[], next: readonly string[]): string[] {
  return collate(old, next).groups.map(
    (group) => `${SIGN[group.kind]}${group.moved ? "^" : ""} ${text(group, old, next)}`,
  );
}

const SIGN = { equal: "=", edited: "~", added: "+", removed: "-", split: "<", merged: ">" };

function text(group: Group, old: readonly string[], next: readonly string[]): string {
  const whole = group.old.length === 0 || group.new.length === 0;
  return inlineOf(group, old, next)
    .map((pieces) =>
      pieces
        .map((piece, k) => {
          if (piece.op === "equal" || whole) return piece.text;
          if (piece.op === "deleted") return pieces[k + 1]?.op === "inserted" ? `[${piece.text}|` : `[${piece.text}|]`;
          return pieces[k - 1]?.op === "deleted" ? `${piece.text}]` : `[|${piece.text}]`;
        })
        .join(""),
    )
    .join(" / ");
}
