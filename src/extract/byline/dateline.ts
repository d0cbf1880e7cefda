import { isDate } from "#language/date-words";
import { shapeOf } from "#language/relative-time";
import { isAgency } from "./agencies.ts";

/** A dateline has a place or two, a date and agencies. */
const MAX_DATELINE = 90;
/** What two first paragraphs must share after it to be one. */
const LEAST_COMMON = 40;
/** What stands between a dateline and its sentence, at the end of the one or at the beginning of the other. */
const ENDS = /[-–—:.,)）】\]］]\s*$/u;
const BEGINS = /^\s*[-–—:.,)）】\]］]/u;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * True if two first paragraphs differ in their datelines alone, and there in nothing but the agency and the date: "OSLO -" and
 * "OSLO, May 3 (Reuters) -". Another place is an edit; so is a word of the sentence.
 */
export function isSameButForAgency(one: string, other: string): boolean {
  const common = commonEnd(one, other);
  if (common < LEAST_COMMON) return false;
  const [a, b] = [one, other].map((text) => text.slice(0, text.length - common));
  if (Math.max(a!.length, b!.length) > MAX_DATELINE) return false;
  const [had, has] = [placesOf(a!), placesOf(b!)];
  if (had === null || has === null || ![...had, ...has].every(isPlace)) return false;
  if (!BEGINS.test(one.slice(a!.length)) && ![a!, b!].some((text) => ENDS.test(text))) return false;
  // Where one has no dateline at all, the other's place comes and goes with its agency.
  const isSame = had.join(" ") === has.join(" ") || a!.trim() === "" || b!.trim() === "";
  return isSame && [a!, b!].some(namesAgency);
}

/** How many signs two texts have in common at their ends, from the beginning of a word on. */
function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let count = 0;
  while (count < most && one.at(-1 - count) === other.at(-1 - count)) count++;
  const isInWord = () =>
    LETTER.test(one.at(-count) ?? "") && [one, other].some((text) => LETTER.test(text.at(-1 - count) ?? ""));
  while (count > 0 && isInWord()) count--;
  return count;
}

const BRACKETS = /[(（【[［]([^()（）【】[\]［］]{2,40})[)）】\]］]/gu;
const BETWEEN = /[\s,;/.:·|=＝–—-]+/u;

/** Written without a space after the place. */
const UNSPACED_AGENCY =
  /新华社|新華社|共同通信社?|共同|時事通信社?|時事|中新社|中央社|路透社?|法新社|美联社|ロイター|연합뉴스|뉴시스|로이터/u;

const namesAgency = (dateline: string): boolean =>
  UNSPACED_AGENCY.test(dateline) ||
  [...dateline.matchAll(BRACKETS)].some(([, inside]) => isCredit(inside!)) ||
  wordsOf(dateline).some(isAgencyWord);

/** What stands in brackets in a dateline is who reports: one or two names, mostly short ones in capitals. */
const isCredit = (inside: string): boolean => {
  const words = inside.split(BETWEEN).filter((word) => word !== "");
  return (
    words.length <= MAX_NAMES &&
    (isAgency(inside) || words.some(isAgencyWord) || words.every((word) => SHORT_NAME.test(word)))
  );
};
/** Names in the brackets of a dateline: two agencies with their desks. */
const MAX_NAMES = 4;
const SHORT_NAME = /^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u;
const isAgencyWord = (word: string): boolean => LETTER.test(word) && isAgency(word);

const wordsOf = (text: string): readonly string[] => text.split(BETWEEN).filter((word) => LETTER.test(word));

/** The words of a dateline without agencies and dates; null when it holds a bracket with something else. */
function placesOf(dateline: string): readonly string[] | null {
  let isOther = false;
  const bare = dateline.replace(BRACKETS, (whole, inside: string) => {
    if (isCredit(inside) || isDate(shapeOf(inside.toLowerCase()))) return " ";
    const place = inside.replace(UNSPACED_AGENCY, " ");
    if (place !== inside || wordsOf(inside).some(isAgencyWord)) return ` ${place} `;
    isOther = true;
    return whole;
  });
  if (isOther) return null;
  return wordsOf(bare).filter((word) => !isAgencyWord(word) && !isDate(shapeOf(`1 ${word.toLowerCase()}`)));
}

/** A name as places have: "OSLO", "Buenos Aires", or of a script without capitals. */
const isPlace = (word: string): boolean =>
  /^(?:\p{Lu}|\p{Lo})/u.test(word) || /^(?:de|del|la|le|der|am|of|upon|sur)$/u.test(word);
