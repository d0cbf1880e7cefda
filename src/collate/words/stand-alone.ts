import type { Token } from "#language/token";
import { isAtom } from "./atoms.ts";
import { sharedTokens } from "./shared.ts";
import { isStyleOnly } from "./style.ts";
import type { TokenPair } from "./token-alignment.ts";

/** One address for another, or the same words in another style: an edit of its own, whatever was done beside it. */
export const standsAlone = (old: string, next: string): boolean =>
  (isAtom(old.trim()) && isAtom(next.trim())) || isStyleOnly(old, next);

interface Side {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/**
 * Takes edits apart that stand alone: "[@anna or @ben|@hanna or @benn]" are two, although the one word between them is worth no
 * stop. Equal tokens beside such an edit are paired again.
 */
export function partStandingAlone(old: Side, next: Side, pairs: readonly TokenPair[]): readonly TokenPair[] {
  const kept: TokenPair[] = [];
  let [i, j] = [0, 0];
  let isLonger = false;
  for (const pair of [...pairs, { old: old.tokens.length, new: next.tokens.length }]) {
    if (pair.old - i > 1 && pair.new - j > 1)
      for (const found of partedIn(old, next, { i, j, iEnd: pair.old, jEnd: pair.new })) {
        kept.push(found);
        isLonger = true;
      }
    if (pair.old < old.tokens.length) kept.push(pair);
    [i, j] = [pair.old + 1, pair.new + 1];
  }
  return isLonger ? kept : pairs;
}

interface Range {
  readonly i: number;
  readonly iEnd: number;
  readonly j: number;
  readonly jEnd: number;
}

/** The equal tokens within an edit that part it: those of runs that adjoin an edit standing alone. */
function partedIn(old: Side, next: Side, { i, iEnd, j, jEnd }: Range): readonly TokenPair[] {
  const shared = sharedTokens(old.tokens.slice(i, iEnd), next.tokens.slice(j, jEnd));
  if (!shared || shared.length === 0) return [];
  const found: TokenPair[] = [];
  let run: TokenPair[] = [];
  let isBeside = false;
  let at = { old: i, new: j };
  const close = (alone: boolean) => {
    if (isBeside || alone) found.push(...run);
    run = [];
    isBeside = alone;
  };
  for (const pair of [...shared.map((each) => ({ old: i + each.old, new: j + each.new })), { old: iEnd, new: jEnd }]) {
    const isGap = pair.old > at.old || pair.new > at.new;
    if (isGap) close(standsAlone(wordsOf(old, at.old, pair.old), wordsOf(next, at.new, pair.new)));
    run.push(pair);
    at = { old: pair.old + 1, new: pair.new + 1 };
  }
  run.pop();
  if (run.length > 0 && isBeside) found.push(...run);
  return found;
}

const wordsOf = ({ text, tokens }: Side, from: number, to: number): string =>
  to > from ? text.slice(tokens[from]!.start, tokens[to - 1]!.end) : "";
