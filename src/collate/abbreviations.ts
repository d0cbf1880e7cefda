import { OPENERS } from "./rules/find.ts";
import { WITHOUT_FULL_STOP } from "./terminals.ts";

const BEFORE = `(?:^|[\\s\\("'“‘„«\\-])`;

/** Titles, offices, places and little words that something must follow. The full stop after them never ends a sentence. */
const OPEN =
  "Prof|Gen|Sen|Rep|Gov|Col|Capt|Maj|Rev|Hon|Pres|Supt|Messrs|Mme|Mlle|MM|Sra|Srta|Dra|Ud|Uds|Dott|Sig|Avv|Ing|Dipl|Exmo|Exma|" +
  "Mio|Mrd|med|\\p{Lu}\\p{L}{1,3}Dr|Cad|Sok|Av|Jl|TP|Jr|vs|approx|ca|bzw|" +
  "evtl|ggf|vgl|dr|prof|dhr|mevr|drs|mr|hr|fr|gen|inż|hab|np|tzw|tzn|tzv|např|bijv|ul|nám|św|sv|st|im|т\\.е|г|ул|им|проф|акад|ген|св|вул|ім|डॉ|प्रो|ডা|ড|মো";
/** Before a number only: "No. 5", but "He said no. Then". Months as well: "Jan. 5", but "until Jan. Then". */
const COUNTED =
  "No|Nos|Nr|Nrs|Art|Abs|Fig|Vol|Sec|Ch|pp|pg|kl|nr|núm|num|nº|pág|págs|pag|art|str|strony|č|čl|стр|рис|ст|п|" +
  "Jan|Feb|Febr|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Okt|Oct|Nov|Dez|Dec|janv|févr|avr|juil|sept|oct|nov|déc|ene|feb|abr|ago|dic";

const VOWELS =
  "[aeiouyáéíóúýàèìòùäëïöüÿâêîôûãõåæøœąęėīūāēőűůěıаеёиоуыэюяіїєўAEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÕÖØÙÚÛÜÝĀĄĒĖĘĚĪŐŒŪŮŰŸЁЄІЇЎАЕИОУЫЭЮЯ]";

const ALWAYS = new RegExp(
  [
    // Lower-case letters with stops ("z.B.", "e.g.", "π.χ."), but no time of day; single letters; ordinals.
    `${BEFORE}(?:(?![ap]\\.m$)\\p{Ll}\\.\\s?\\p{Ll}|\\p{Ll}|\\p{Lo}|\\p{Nd}{1,2}|${OPEN})$`,
    // A capital and consonants alone: "Dr", "Mrs", "Sgt", "Hr", "Mgr", "Гр". Acronyms have more capitals, words have vowels.
    `${BEFORE}[\\p{Lu}--${VOWELS}][[[\\p{Script=Latin}\\p{Script=Cyrillic}]&&\\p{Ll}]--${VOWELS}]{1,3}$`,
    `[${WITHOUT_FULL_STOP}]\\p{M}*$`,
  ].join("|"),
  "v",
);
const BEFORE_NUMBER = new RegExp(`${BEFORE}(?:${COUNTED})$`, "v");
/** "J.", "U.S.", "z. B.", "Ph.D.": they may also end a sentence. */
const INITIALS = new RegExp(`${BEFORE}(?:\\p{L}|(?:\\p{L}{1,2}\\.\\s?){1,4}\\p{L})$`, "v");
const NUMBER = /^["'“„«(]?\p{N}/u;
const FIRST_WORD = /^["'“„«(]*([\p{L}'’]+)/u;

/** Text read before a full stop, in UTF-16 units. */
const LOOK_BACK = 16;
const LOOK_AHEAD = 24;

/** True for a full stop at `at` that ends no sentence; what follows its white space begins at `next`. */
export function abbreviates(text: string, start: number, at: number, next: number): boolean {
  const before = text.slice(Math.max(start, at - LOOK_BACK), at);
  if (ALWAYS.test(before)) return true;
  const after = text.slice(next, next + LOOK_AHEAD);
  if (BEFORE_NUMBER.test(before)) return NUMBER.test(after);
  if (!INITIALS.test(before)) return false;
  const word = FIRST_WORD.exec(after)?.[1];
  // A single letter is no word that would open a sentence but the next initial.
  return word === undefined || word.length === 1 || !OPENERS.has(word.toLowerCase());
}
