import { type NameSpan, nameSpans } from "#language/names";
import { TITLES } from "#language/rules/find";
import type { Token } from "#language/token";
import type { TokenPair } from "./token-alignment.ts";

interface Side {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/**
 * Lets no edit begin or end inside a name of several words: "[Carla|Clara] Venn" becomes "[Carla Venn|Clara Venn]". A title that
 * came or went before it is no part of the name.
 */
export function keepNamesWhole(old: Side, next: Side, pairs: readonly TokenPair[]): readonly TokenPair[] {
  if (pairs.length === 0 || (pairs.length === old.tokens.length && pairs.length === next.tokens.length)) return pairs;
  const names = { old: longNames(old), new: longNames(next) };
  if (names.old.length + names.new.length === 0) return pairs;
  let kept = pairs;
  // Letting go of a name on one side may cut one on the other; names are few, and each is let go of once.
  for (let before = -1; before !== kept.length; ) {
    before = kept.length;
    kept = withoutCut(kept, names.old, "old", "new");
    kept = withoutCut(kept, names.new, "new", "old");
  }
  return kept;
}

/** Names of several words, without the titles before them. */
function longNames({ text, tokens }: Side): NameSpan[] {
  return nameSpans(text, tokens)
    .map(({ first, end }) => {
      let start = first;
      while (start < end && (TITLES.has(tokens[start]!.key.toLowerCase()) || tokens[start]!.kind === "mark"))
        start += 1;
      return { first: start, end };
    })
    .filter(({ first, end }) => end - first > 1);
}

function withoutCut(
  pairs: readonly TokenPair[],
  names: readonly NameSpan[],
  side: "old" | "new",
  other: "old" | "new",
): readonly TokenPair[] {
  const dropped = new Set<TokenPair>();
  let following = 0;
  for (const { first, end } of names) {
    while (following < pairs.length && pairs[following]![side] < first) following += 1;
    const inside: TokenPair[] = [];
    for (let k = following; k < pairs.length && pairs[k]![side] < end; k += 1) inside.push(pairs[k]!);
    if (inside.length === 0) continue;
    const whole = inside.length === end - first && inside.at(-1)![other] - inside[0]![other] === end - first - 1;
    if (!whole) for (const pair of inside) dropped.add(pair);
  }
  return dropped.size === 0 ? pairs : pairs.filter((pair) => !dropped.has(pair));
}
