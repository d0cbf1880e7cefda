import { canonical } from "#lib/canonical";

/** Arabic vowel signs and the stretching tatweel: printed or left out at will, never a change of wording. */
const ARABIC_MARKS = /[\u0640\u064B-\u0652\u0670]/g;
const HAS_ARABIC_MARKS = /[\u0640\u064B-\u0652\u0670]/;

/** Longer texts are no paragraphs; they are compared to the letter. Folding ten megabytes takes seconds. */
const MAX_LENGTH = 1_000_000;

/** The form under which texts are compared: canonical, Arabic without vowel signs. Equal here means cosmetic at most. */
export function comparable(text: string): string {
  if (text.length > MAX_LENGTH) return text;
  const form = canonical(text);
  return HAS_ARABIC_MARKS.test(form) ? form.replace(ARABIC_MARKS, "") : form;
}

/** Letters and digits in a text: they decide whether it is long enough not to be there by chance. */
export function alphanumerics(text: string): number {
  let count = 0;
  for (const run of text.matchAll(/[\p{L}\p{N}]+/gu)) count += run[0].length;
  return count;
}
