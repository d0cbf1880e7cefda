import type { Label } from "#model/change";
import { attributionLabels } from "./attribution.ts";
import { hedgeLabels } from "./hedges.ts";
import { loadedLabels } from "./loaded.ts";
import { negationLabels } from "./negations.ts";
import { quotedIn, quoteLabels } from "./quotes.ts";
import type { Context, ReadPlace } from "./read-place.ts";
import { statementsIn } from "./statements.ts";

/** How a claim is put: who says so, in whose words, how surely, denied or not, in which colours. Within statements that stay. */
export function claimLabels(reading: ReadPlace, { rules, claims: find }: Context): Label[] {
  if (reading.spots.length === 0) return [];
  const claims = find();
  const isSmall = (word: string): boolean => rules.grammar.has(word) || (claims?.small.has(word) ?? false);
  const statements = statementsIn(reading, isSmall);
  if (statements.length === 0) return [];
  const quoted = quotedIn(reading);
  return statements.flatMap((statement) => {
    const quotes = quoteLabels(reading, statement, quoted);
    if (!claims) return quotes;
    const denials = negationLabels(reading, statement, claims);
    return [
      ...quotes,
      ...attributionLabels(reading, statement, claims, rules.pronouns),
      ...denials,
      // "Will pay" and "did not pay": the denial says it all.
      ...(denials.length > 0 ? [] : hedgeLabels(reading, statement, claims)),
      ...loadedLabels(reading, statement, claims),
    ];
  });
}
