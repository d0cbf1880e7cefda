import { fold } from "./fold.ts";

const ENDINGS = /(?:['’]s|ings?|ed|es|s|en|er|e|t)$/;
/** Articles and pronouns of the Romance languages, written to the word. */
const ELIDED = /^(?:qu|dell|nell|all|[cdjlmnst])['’](?=\p{L}{2})/u;
const LONGEST = 5;
const SHORTEST = 3;

/**
 * What the forms of one word have in common, roughly and in any language that puts its endings last: "releases" and "releasing",
 * "genehmigt" and "genehmigte". Two words of one stem may still be two words.
 */
export function stemOf(word: string): string {
  const folded = fold(word.replace(ELIDED, ""));
  const bare = folded.replace(ENDINGS, "");
  return (bare.length < SHORTEST ? folded : bare).slice(0, LONGEST);
}
