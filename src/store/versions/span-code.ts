import type { Span, SpanKind } from "#model/document";

const LETTERS: Readonly<Record<SpanKind, string>> = { struck: "s", inserted: "i", moving: "m" };
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as SpanKind]));
const SPAN = /^([sim])(\d{1,9})-(\d{1,9})$/;

/** `s0-12.i13-20`: a letter for the kind, and from where to where. */
export const encodeSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to, kind }) => `${LETTERS[kind]}${from}-${to}`).join(".");

/** Null when it is none. */
export function decodeSpans(encoded: string): readonly Span[] | null {
  const spans: Span[] = [];
  for (const part of encoded.split(".")) {
    const [, letter, from, to] = SPAN.exec(part) ?? [];
    const kind = letter === undefined ? undefined : KINDS.get(letter);
    const span = kind && { from: Number(from), to: Number(to), kind };
    if (!span || span.to <= span.from || span.from < (spans.at(-1)?.to ?? 0)) return null;
    spans.push(span);
  }
  return spans;
}
