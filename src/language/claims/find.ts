import { guessByGrammar } from "#language/rules/find";
import { type ClaimWords, compileClaims } from "./claim-words.ts";
import { DUTCH } from "./dutch.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { ITALIAN } from "./italian.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { SPANISH } from "./spanish.ts";

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Compiled when first asked for: ten milliseconds each, and most programs read one or two languages. */
const CLAIMS: ReadonlyMap<string, () => ClaimWords> = new Map([
  ["en", once(() => compileClaims(ENGLISH))],
  ["de", once(() => compileClaims(GERMAN))],
  ["fr", once(() => compileClaims(FRENCH))],
  ["es", once(() => compileClaims(SPANISH))],
  ["it", once(() => compileClaims(ITALIAN))],
  ["pt", once(() => compileClaims(PORTUGUESE))],
  ["nl", once(() => compileClaims(DUTCH))],
]);

/** Claim lists for a BCP 47 tag (only its primary subtag counts). Without one the text tells; null for a language without lists. */
export function claimsFor(language: string | null | undefined, text: () => string): ClaimWords | null {
  const known = language ? language.toLowerCase().split(/[-_]/)[0]! : guessByGrammar(text());
  return CLAIMS.get(known ?? "")?.() ?? null;
}
