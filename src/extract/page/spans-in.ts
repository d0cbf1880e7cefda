import type { Span, SpanKind } from "#model/document";
import { collapse } from "./text.ts";

/** From `at` on the gathered text is of this kind. */
export interface Mark {
  readonly at: number;
  readonly kind: SpanKind | null;
}

/**
 * Where the marked stretches of gathered text stand in it once its white space is collapsed; without the space at their
 * ends. Null where there are none, or where something else was taken out of the text.
 * @param marks in order, the first at or after 0
 */
export function spansIn(raw: string, text: string, marks: readonly Mark[]): readonly Span[] | null {
  const spans: Span[] = [];
  let length = 0;
  let isSpaced = false;
  const starts = [{ at: 0, kind: null }, ...marks, { at: raw.length, kind: null }];
  for (let i = 0; i + 1 < starts.length; i++) {
    const { at, kind } = starts[i]!;
    const part = raw.slice(at, starts[i + 1]!.at);
    const words = collapse(part);
    if (words === "") {
      isSpaced ||= /\s/.test(part);
      continue;
    }
    const from = length + (length > 0 && (isSpaced || /^\s/.test(part)) ? 1 : 0);
    length = from + words.length;
    isSpaced = /\s$/.test(part);
    if (kind !== null) addTo(spans, { from, to: length, kind });
  }
  return length === text.length && spans.length > 0 ? spans : null;
}

/** A stretch goes on behind a space: an editor may strike word by word. Amounts stay apart. */
function addTo(spans: Span[], span: Span): void {
  const last = spans.at(-1);
  if (last && last.kind === span.kind && span.kind !== "moving" && span.from - last.to <= 1)
    spans[spans.length - 1] = { ...last, to: span.to };
  else spans.push(span);
}
