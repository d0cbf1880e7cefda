import { speaksOfPage } from "#language/page-words";
import { countWords } from "#language/word-count";
import { weigh } from "./text.ts";

/** Labels of players and galleries, marks of embeds, names under posts: a few words, and no sentence. Texts have lists of names. */
const MOST_WORDS = 8;
const MAX_SIZE = 80;
const FIGURES = /\p{Nd}+(?:[:.,/]\p{Nd}+)*/gu;
const LISTS = /[,;،、，]/u;
/** Ends as a sentence does; a bracket alone ends none. */
const SENTENCE = /[.!?…。！？؟।॥։][\s\d"”'’»」』)\]]*$/u;
/** "— Name (@name) 3 May": who wrote a post of a network. */
const HANDLE = /(?:^|[\s(（])@[\p{L}\p{N}_.]{2,30}(?![\p{L}\p{N}.])/u;
const MAX_SIGNATURE = 140;
const DASHED = /^[-–—―]\s?\p{L}/u;

/**
 * Is a line what a design puts among the paragraphs of a text, by its looks: no sentence but a few words, a post's signature, or
 * a sentence about the page? Proof enough only where the page was rebuilt: in one design such a line may be the text's own.
 */
export function isOfDesign(text: string): boolean {
  const size = weigh(text);
  if (isSignature(text) || speaksOfPage(text)) return true;
  return (
    size <= MAX_SIZE &&
    !SENTENCE.test(text) &&
    !LISTS.test(text) &&
    countWords(text.replace(FIGURES, " ")) <= MOST_WORDS
  );
}

/** The line under a post or quotation that says whose it is. */
export const isSignature = (text: string): boolean =>
  weigh(text) <= MAX_SIGNATURE && !SENTENCE.test(text) && (HANDLE.test(text) || DASHED.test(text));
