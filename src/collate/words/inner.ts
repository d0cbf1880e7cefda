import type { InnerEdit, WordEdit } from "#collate/collation";
import type { Token } from "#language/token";
import { tokenize } from "#language/tokens";
import { joinAtoms } from "./atoms.ts";
import { sharedTokens } from "./shared.ts";
import { isStyleOnly } from "./style.ts";
import { weightOf } from "./token-alignment.ts";

/** Share of the weight of both sides that must be the same for a phrase to have words in it that stayed. */
const STAYED = 0.25;
/** Longer stretches are no phrases. */
const MAX_LENGTH = 600;

/**
 * The finer grain of an edit: what really differs within a reworded phrase. Empty where everything does. Offsets count in the
 * texts of the edit's group, as its own do.
 *
 * For example: innerEdits({ oldStart: 0, oldEnd: 9, newStart: 0, newEnd: 9, cosmetic: false }, "40 metres", "14 metres") gives
 * [{ oldStart: 0, oldEnd: 2, newStart: 0, newEnd: 2 }]
 */
export function innerEdits(edit: WordEdit, oldText: string, newText: string): readonly InnerEdit[] {
  if (edit.cosmetic || edit.oldEnd - edit.oldStart > MAX_LENGTH || edit.newEnd - edit.newStart > MAX_LENGTH) return [];
  const sides = {
    old: sideOf(oldText.slice(edit.oldStart, edit.oldEnd)),
    new: sideOf(newText.slice(edit.newStart, edit.newEnd)),
  };
  const { old, new: next } = sides;
  const changed = exchanged(old.tokens, next.tokens);
  const shared = sharedTokens(apart(old.tokens, changed, "old"), apart(next.tokens, changed, "new"));
  if (!shared?.some((pair) => old.tokens[pair.old]!.kind !== "mark")) return [];
  const weight = (tokens: typeof old.tokens) => tokens.reduce((sum, token) => sum + weightOf(token), 0);
  const kept = shared.reduce((sum, pair) => sum + weightOf(old.tokens[pair.old]!), 0);
  if (2 * kept < STAYED * (weight(old.tokens) + weight(next.tokens))) return [];
  const found: InnerEdit[] = [];
  let [i, j] = [0, 0];
  for (const pair of [...shared, { old: old.tokens.length, new: next.tokens.length }]) {
    if (pair.old > i || pair.new > j) {
      const [oldStart, oldEnd] = stretch(old, i, pair.old, edit.oldStart);
      const [newStart, newEnd] = stretch(next, j, pair.new, edit.newStart);
      found.push({ oldStart, oldEnd, newStart, newEnd });
    }
    [i, j] = [pair.old + 1, pair.new + 1];
  }
  return found;
}

/** True for an edit that changes how a word is written and not which word it is; of the same words the markup is edited. */
export function isStyle(edit: WordEdit, oldText: string, newText: string): boolean {
  const [old, next] = [oldText.slice(edit.oldStart, edit.oldEnd), newText.slice(edit.newStart, edit.newEnd)];
  return !edit.cosmetic && old !== next && isStyleOnly(old, next);
}

/** Words below this weight are mostly grammar, and say the same wherever they are. */
const CONTENT = 0.6;

/**
 * The two words that only changed places, as in "61 to 39" and "39 to 61": by the order of words one of them stayed, by what they
 * say neither did.
 */
function exchanged(old: readonly Token[], next: readonly Token[]): readonly string[] {
  const contents = (tokens: readonly Token[], others: readonly Token[]) => {
    const keys = new Set(others.map(({ key }) => key));
    return tokens.filter((token) => weightOf(token) >= CONTENT && keys.has(token.key)).map(({ key }) => key);
  };
  const [a, b] = [contents(old, next), contents(next, old)];
  const places = a.length === b.length ? a.flatMap((key, at) => (key === b[at] ? [] : [at])) : [];
  const [first, second] = places;
  if (places.length !== 2 || first === undefined || second === undefined) return [];
  return a[first] === b[second] && a[second] === b[first] ? [a[first]!, a[second]!] : [];
}

/** Tokens with such words of either side told apart. */
const apart = (tokens: readonly Token[], keys: readonly string[], side: "old" | "new"): readonly Token[] =>
  keys.length === 0
    ? tokens
    : tokens.map((token) => (keys.includes(token.key) ? { ...token, key: `${side} ${token.key}` } : token));

const sideOf = (text: string) => ({ text, tokens: joinAtoms(text, tokenize(text)) });

/** From the first of some tokens to the last; where there are none, the place between their neighbours. */
function stretch({ tokens, text }: ReturnType<typeof sideOf>, from: number, to: number, offset: number) {
  if (to > from) return [offset + tokens[from]!.start, offset + tokens[to - 1]!.end] as const;
  const at = offset + (tokens[from]?.start ?? text.length);
  return [at, at] as const;
}
