/**
 * Neighbours of the languages with rules that share some of their grammar words: they only outvote, so that Portuguese is not
 * read as Spanish. The most frequent words of each.
 */
const RIVALS: Readonly<Record<string, string>> = {
  pt: "o os as do da dos das em no na nos nas um uma que de e a é não para por com se mais foi são ao à pelo pela como mas ou ele ela seu sua já também está",
  it: "il lo la i gli le di del della dei delle che e è un una in nel nella con per non si da dal dalla al alla sono ha come più anche ma questo questa suo sua",
  ca: "el la els les de del dels i a al en un una que per amb no és ha han més com però o va ser aquest aquesta són seva seu",
  nl: "de het een van en in op te dat die voor met is zijn niet aan er om ook als maar bij naar uit over door hij zij was werd nog heeft hebben",
  sv: "och i att det som en på är av för med den till inte om ett har de var från men han hon vi kan efter så när vid",
  da: "og i at det som en på er af for med den til ikke om et har de var fra men han hun vi kan efter så når ved",
};

const RIVAL_GRAMMARS: readonly ReadonlySet<string>[] = Object.values(RIVALS).map((list) => new Set(list.split(" ")));

/** Words read, and the share of them that has to be grammar of the language. */
const WORDS = 400;
const SHARE = 0.2;
/** Longest word that is expected, on average, in UTF-16 units: bounds what is read of a text without spaces. */
const WORD_LENGTH = 8;

/**
 * The language of `grammars` (its most frequent words, by language) whose words make up most of the text's beginning; null where they
 * are too few, or where another language has more or as many.
 */
export function guessLanguage(text: string, grammars: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const words = (
    text
      .slice(0, WORD_LENGTH * WORDS)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).slice(0, WORDS);
  const share = (grammar: ReadonlySet<string>): number => words.filter((word) => grammar.has(word)).length;
  let most = Math.max(0, SHARE * words.length, ...RIVAL_GRAMMARS.map(share));
  let best: string | null = null;
  for (const [language, grammar] of grammars) {
    const known = share(grammar);
    if (known < most) continue;
    best = known > most ? language : null;
    most = known;
  }
  return best;
}
