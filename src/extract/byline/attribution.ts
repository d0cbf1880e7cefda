import { dateReader } from "#extract/dates/visible-date";
import type { Box, Page, Run } from "#extract/page/page";
import { bare, endsSentence } from "#extract/page/text";
import { isAuthorNote } from "./author-note.ts";
import { ROLE } from "./names.ts";

/** A line this long sums something up, whoever it names. */
const MAX_SIZE = 200;
/** Words beside names and figures: "Posted by … at … pm", "National political reporter". */
const MAX_OTHER_WORDS = 6;
const BY = /(?<!\p{L})(?:by|von|par|por|di|door|av|af|przez|oleh|автор)(?!\p{L})/iu;

/**
 * Tells a line below the headline that says who wrote when, or what somebody is, from one about the article. Its markup
 * says so, or it is no sentence and holds next to nothing but names of the byline, a day, or the role of who was named
 * before it.
 */
export function attributionReader(
  page: Page,
  byline: readonly string[],
): (run: Run, before: Run | undefined) => boolean {
  const names = byline.map(bare).filter((name) => name.includes(" "));
  const dayIn = dateReader(page.facts.language);
  const isNamed = (text: string) => names.some((name) => text.includes(name));
  return ({ text, size }, before) => {
    if (isAuthorNote(text, byline)) return true;
    if (size > MAX_SIZE || (endsSentence(text) && !text.endsWith(":"))) return false;
    const line = bare(text);
    const isSigned = isNamed(line);
    const rest = names.reduce((left, name) => left.replaceAll(name, " "), line).match(/[^\s\d]+/g) ?? [];
    if (rest.length > MAX_OTHER_WORDS) return isSigned && BY.test(text.slice(0, MAX_LEAD));
    if (isSigned || dayIn(text) !== null) return true;
    return ROLE.test(text) && before !== undefined && before.size <= MAX_SIZE && isNamed(bare(before.text));
  };
}

/** Signs before the "by" of a line: a bar, "Posted", "Text". */
const MAX_LEAD = 12;

/** Boxes that call themselves the author's and hold neither the headline nor the text. */
export function authorBoxes(page: Page, holdsMore: (box: Box) => boolean): ReadonlySet<Box> {
  const elements = new Set(page.facts.authors.map(({ element }) => element));
  return new Set(page.boxes.filter((box) => elements.has(box.element) && !holdsMore(box)));
}
