import { UNSPACED_LETTERS } from "./scripts.ts";

/**
 * Characters that end sentences, as parts of a character class (flag v): all that Unicode has (Sentence_Terminal), but for the
 * Burmese comma, and the ellipsis.
 */
export const TERMINALS = "[\\p{Sentence_Terminal}…]--[\\u104A]";
/** Of them those after which no white space is needed: ideographic, Khmer, Burmese and Ethiopic ones. Nothing else is written so. */
export const TIGHT_TERMINALS = "。！？｡︒។៕။።፧፨";
/** Scripts in which a full stop only abbreviates, as sentences end with a sign of their own or with a space. */
export const WITHOUT_FULL_STOP = `${UNSPACED_LETTERS}\\p{Script=Ethiopic}`;
/** What may stand between the end of a sentence and its space: closing quotes and brackets. */
export const CLOSERS = "[\"'”’»›\\)\\]」』）]";
