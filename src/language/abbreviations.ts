import { OPENERS } from "#language/rules/find";
import { ABBREVIATED_MONTHS } from "./months.ts";
import { WITHOUT_FULL_STOP } from "./terminals.ts";

/** Titles, offices, places and little words that something must follow. The full stop after them never ends a sentence. */
const OPEN: ReadonlySet<string> = new Set(
  (
    "Prof Gen Sen Rep Gov Col Capt Maj Rev Hon Pres Supt Messrs Mme Mlle MM Sra Srta Dra Ud Uds Dott Sig Avv Ing " +
    "Dipl Exmo Exma Mio Mrd med Cad Sok Av Jl TP Jr vs approx ca bzw evtl ggf vgl dr prof dhr mevr drs mr hr fr " +
    "gen inż hab np tzw tzn tzv např bijv ul nám św sv st im г ул им проф акад ген св вул ім डॉ प्रो ডা ড মো"
  ).split(" "),
);
/** Before a number only: "No. 5", but "He said no. Then". Months as well: "Jan. 5", but "until Jan. Then". */
const COUNTED: ReadonlySet<string> = new Set([
  ..."No Nos Nr Nrs Art Abs Fig Vol Sec Ch pp pg kl nr núm num nº pág págs pag art str strony č čl стр рис ст п".split(
    " ",
  ),
  ...ABBREVIATED_MONTHS,
]);

const VOWELS =
  "[aeiouyáéíóúýàèìòùäëïöüÿâêîôûãõåæøœąęėīūāēőűůěıаеёиоуыэюяіїєўAEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝĀĄĒĖĘĚĪŐŒŪŮŰŸЁЄІЇЎАЕИОУЫЭЮЯ]";
/** "Dr", "Mrs", "Sgt", "Hr", "Mgr": one capital and consonants alone. Acronyms have more capitals, words have vowels. */
const CONSONANTS = new RegExp(
  `^[\\p{Lu}--${VOWELS}][[[\\p{Script=Latin}\\p{Script=Cyrillic}]&&\\p{Ll}]--${VOWELS}]{1,3}$`,
  "v",
);
/** Single small letters, two with their stops ("e.g.", "π.χ.") but no time of day, and ordinals. */
const SMALL = /^(?:\p{Ll}|\p{Lo}|\p{Nd}{1,2}|(?![ap]\.m$)\p{Ll}\.\p{Ll})$/u;
/** "J.", "U.S.", "z. B.", "Ph.D.": they may also end a sentence. */
const INITIALS = /^(?:\p{L}{1,2}\.){0,4}\p{L}$/u;
const NUMBER = /^["'“„«(]?\p{N}/u;
const FIRST_WORD = /^["'“„«(]*([\p{L}'’]+)/u;
const STOPS_ONLY_ABBREVIATE = new RegExp(`[${WITHOUT_FULL_STOP}]\\p{M}*$`, "v");
const FIRST_OF_THEM = 0x0e00;

/** What a word begins after. */
const BOUNDARIES = " \t\u00A0\u202F(\"'“‘„«-";
/** Longer words are no abbreviations ("U.S.S.R" is one). */
const LONGEST = 10;
const LOOK_AHEAD = 24;

/** True for a full stop at `at` that ends no sentence; what follows its white space begins at `next`. */
export function abbreviates(text: string, start: number, at: number, next: number): boolean {
  if (text.charCodeAt(at - 1) >= FIRST_OF_THEM && STOPS_ONLY_ABBREVIATE.test(text.slice(Math.max(start, at - 4), at)))
    return true;
  let from = at;
  while (from > start && !BOUNDARIES.includes(text[from - 1]!)) {
    from -= 1;
    if (at - from > LONGEST) return false;
  }
  const word = text.slice(from, at);
  // Academic titles of Czechs and Slovaks: "MUDr", "PhDr".
  if (OPEN.has(word) || CONSONANTS.test(word) || SMALL.test(word) || word.endsWith("Dr")) return true;
  if (COUNTED.has(word)) return NUMBER.test(text.slice(next, next + LOOK_AHEAD));
  if (!INITIALS.test(word)) return false;
  const following = FIRST_WORD.exec(text.slice(next, next + LOOK_AHEAD))?.[1];
  // A single letter is no word that would open a sentence but the next initial.
  return following === undefined || following.length === 1 || !OPENERS.has(following.toLowerCase());
}
