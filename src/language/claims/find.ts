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

/** Claim lists for a language, as `languageOf` names it; null for one without lists. */
export const claimsOf = (language: string): ClaimWords | null => CLAIMS.get(language)?.() ?? null;
