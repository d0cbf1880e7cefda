import { isSameButForAgency } from "#extract/byline/dateline";
import { isOfDesign, isSignature } from "#extract/page/of-design";
import { type PageLines, wordsOf } from "#extract/page/page-lines";
import { isPlace, sampleOf } from "#extract/site/path";
import { isOneFurniture } from "#extract/site/rebuilt";
import { canonical } from "#lib/canonical";
import type { BlockKind } from "#model/document";
import type { VersionText } from "#model/version";
import { struckOut } from "#version/compared";
import { unmasked } from "#version/mask";

/** A text, and the page that it was read from. */
export interface Said {
  readonly text: VersionText;
  readonly lines: PageLines;
}

/** Texts with more differing lines are two texts, or a page made to cost time. */
const MAX_DIFFERING = 100;
/** Fewer letters stand somewhere on any page: such a line has to stand there as a line. */
const FOUND_ANYWHERE = 20;

/**
 * True if two texts of an article, read by one reader, differ but their pages do not: all that only one text has is
 * on the other's page too, so no one added or removed it.
 *
 * On pages of one design a line has to stand as often on both, to the letter. Between two designs it is enough that its words
 * stand on the other page. When the design is new, boxes beside the text (posts, pull quotes, notes of the house) and
 * standfirsts came and went with it, and the parts of a title may have changed places; later they have no such excuse.
 *
 * Lines of both texts must have one order: a moved paragraph is an edit. So is striking words out.
 * @param isNew the page was rebuilt since the look before
 */
export function isReadingOnly(before: Said, after: Said, isNew: boolean): boolean {
  const compare = isOneDesign(before.lines, after.lines) ? SAME_DESIGN : isNew ? NEW_DESIGN : OTHER_DESIGN;
  const [had, has] = [linesOf(before.text, compare.form), linesOf(after.text, compare.form)];
  const [gone, came] = compare.apart(missing(had, has), missing(has, had), [had, has]);
  if (gone.length + came.length > MAX_DIFFERING) return false;
  return (
    struckOut(before.text.blocks) === struckOut(after.text.blocks) &&
    !isJoined(gone, came) &&
    !isJoined(came, gone) &&
    isInOrder(had.filter(compare.isOrdered), has.filter(compare.isOrdered), [before.lines, after.lines]) &&
    compare.isTitled(before, after) &&
    gone.every((line) => isPointer(line, before.lines) || compare.isOn(line, before, after, came)) &&
    came.every((line) => isPointer(line, after.lines) || compare.isOn(line, after, before, gone))
  );
}

/** A line of a text as it is printed, and in the form that it is compared in. */
interface Line {
  readonly text: string;
  readonly form: string;
  readonly field: "standfirst" | "note" | "body";
  readonly kind: BlockKind;
}

interface Comparison {
  readonly form: (text: string) => string;
  /** Whether a line's place among the others is the text's own. */
  readonly isOrdered: (line: Line) => boolean;
  /** The lines that only one text has, without those that are one line with another dateline. */
  readonly apart: (gone: readonly Line[], came: readonly Line[], all: Both) => Both;
  readonly isTitled: (before: Said, after: Said) => boolean;
  /**
   * Whether a line that only `own` has is no more than another reading of what both pages say.
   * @param rest the lines that only `other` has
   */
  readonly isOn: (line: Line, own: Said, other: Said, rest: readonly Line[]) => boolean;
}

type Both = readonly [had: readonly Line[], has: readonly Line[]];

/** Both texts stand at one place of their pages, and most of what is around them is the same too. */
const isOneDesign = (before: PageLines, after: PageLines): boolean =>
  isOneFurniture(before.design, after.design) && isOnePlace(before, after);

const isOnePlace = (before: PageLines, after: PageLines): boolean =>
  before.container === after.container ||
  (before.container !== null &&
    after.container !== null &&
    (isPlace(before.container, after.container) || isPlace(after.container, before.container)));

function linesOf({ standfirst, corrections, blocks }: VersionText, formOf: (text: string) => string): readonly Line[] {
  const texts = [
    { field: "standfirst", kind: "paragraph", text: standfirst ?? "" } as const,
    ...corrections.map((text) => ({ field: "note", kind: "paragraph", text }) as const),
    ...blocks
      .filter(({ kind }) => kind !== "caption")
      .map(({ text, kind }) => ({ field: "body", kind, text }) as const),
  ];
  return texts.flatMap(({ field, kind, text }) => {
    const form = kind !== "row" && unmasked(canonical(text)) === null ? "" : formOf(text);
    return form === "" ? [] : [{ field, kind, text, form }];
  });
}

function missing(lines: readonly Line[], from: readonly Line[]): readonly Line[] {
  const forms = new Set(from.map(({ form }) => form));
  return lines.filter(({ form }) => !forms.has(form));
}

/** Two paragraphs became one: whatever a design changes, the breaks between paragraphs are the text's own. */
const isJoined = (parts: readonly Line[], whole: readonly Line[]): boolean =>
  whole.some(({ form }) => parts.some((part, i) => form === `${part.form} ${parts[i + 1]?.form}`));

/** An item of a list of links points at other texts; which ones, and in what order, is none of this one's. */
const isPointer = ({ text }: Line, { pointers }: PageLines): boolean => pointers.has(canonical(text));

/** Lists of links and offers rotate; and if a line occurs twice, no one can know which of them is meant. */
function isInOrder(had: readonly Line[], has: readonly Line[], pages: readonly PageLines[]): boolean {
  const single = (lines: readonly Line[]) => {
    const counts = new Map<string, number>();
    for (const line of lines) counts.set(line.form, (counts.get(line.form) ?? 0) + 1);
    return lines.filter(
      (line) =>
        line.field !== "note" &&
        counts.get(line.form) === 1 &&
        !pages.some(({ linked }) => linked.has(canonical(line.text))),
    );
  };
  const [was, is] = [single(had), single(has)];
  const both = new Set(was.map(({ form }) => form)).intersection(new Set(is.map(({ form }) => form)));
  const ordered = (lines: readonly Line[]) => lines.flatMap(({ form }) => (both.has(form) ? [form] : [])).join("\n");
  return ordered(was) === ordered(is);
}

const titleOf = ({ text }: Said): string => text.headline ?? "";

const SAME_DESIGN: Comparison = {
  form: canonical,
  isOrdered: () => true,
  apart: (gone, came) => [gone, came],
  isTitled: (before, after) => {
    const [was, is] = [canonical(titleOf(before)), canonical(titleOf(after))];
    return was === is || [was, is].every((title) => standsAsOften(title, before.lines, after.lines));
  },
  isOn: ({ form }, own, other) => standsAsOften(form, own.lines, other.lines),
};

/** A line that stands on neither page was put together by the reader, and proves nothing. */
const standsAsOften = (line: string, one: PageLines, other: PageLines): boolean =>
  (one.counts.get(line) ?? 0) > 0 && one.counts.get(line) === other.counts.get(line);

const OTHER_DESIGN: Comparison = {
  form: wordsOf,
  isOrdered: ({ field }) => field !== "standfirst",
  apart: withoutDatelines,
  isTitled: (before, after) => wordsOf(titleOf(before)) === wordsOf(titleOf(after)),
  isOn: ({ form }, _, other) => standsSomewhere(form, other.lines),
};

const NEW_DESIGN: Comparison = {
  form: wordsOf,
  isOrdered: ({ field }) => field !== "standfirst",
  apart: withoutDatelines,
  isTitled: (before, after) =>
    isStated(after, before) ||
    (titleParts(before).every((part) => isInTitles(part, after)) &&
      titleParts(after).every((part) => isInTitles(part, before))),
  isOn: ({ text, form, field, kind }, own, other, rest) =>
    (field === "standfirst" && other.text.standfirst === null) ||
    standsSomewhere(form, other.lines) ||
    ((standsBeside(text, own, other) ||
      (DESIGNED.has(kind) && (isOfDesign(text) || isPost(text, own)) && !own.lines.linked.has(canonical(text)))) &&
      !rest.some((one) => isReworded(text, one.text))),
};

/** What a design adds looks like; headings, items and rows are the text's own. */
const DESIGNED: ReadonlySet<BlockKind> = new Set(["paragraph", "quote"]);

/** A quotation with a signature under it: posts of networks are shown or left to a script, as the design has it. */
function isPost(text: string, { text: { blocks } }: Said): boolean {
  const at = blocks.findIndex((block) => block.kind === "quote" && block.text === text);
  return at >= 0 && blocks.slice(at + 1, at + 1 + POST_LINES).some((block) => isSignature(block.text));
}
/** Paragraphs of a post, before its signature. */
const POST_LINES = 3;

/** Lines of a text in which a dateline may stand: the first, below a line of the design or a standfirst. */
const FIRST_LINES = 3;

/** Without the first paragraphs that differ in nothing but the agency of their datelines. */
function withoutDatelines(gone: readonly Line[], came: readonly Line[], [had, has]: Both): Both {
  const first = (lines: readonly Line[], all: readonly Line[]) =>
    all.slice(0, FIRST_LINES).filter((line) => lines.includes(line));
  const pairs = first(gone, had).flatMap((one) =>
    first(came, has).flatMap((other) =>
      isSameButForAgency(canonical(one.text), canonical(other.text)) ? [[one, other]] : [],
    ),
  );
  const same = new Set(pairs.flat());
  return [gone.filter((line) => !same.has(line)), came.filter((line) => !same.has(line))];
}

function standsSomewhere(words: string, { all, counts, titles }: PageLines): boolean {
  const found = ` ${words} `;
  if (words.length >= FOUND_ANYWHERE) return all.includes(found) || titles.includes(found);
  return [...counts.keys()].some((line) => wordsOf(line) === words);
}

/** In a box beside the text of which the other text has nothing at all: where it keeps a part, the rest was cut or written. */
function standsBeside(line: string, { text, lines }: Said, other: Said): boolean {
  const place = lines.places.get(sampleOf(line));
  if (place === undefined || place.flow) return false;
  const kept = new Set(linesOf(other.text, wordsOf).map(({ form }) => form));
  return !linesOf(text, wordsOf).some(
    (one) => kept.has(one.form) && lines.places.get(sampleOf(one.text))?.box === place.box,
  );
}

/** Lines that share more of their words than this are two wordings of one. */
const REWORDED = 0.5;

function isReworded(one: string, other: string): boolean {
  const [was, is] = [one, other].map(
    (text) =>
      new Set(
        canonical(text)
          .toLowerCase()
          .match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu),
      ),
  );
  return was!.intersection(is!).size > Math.min(was!.size, is!.size) * REWORDED;
}

/** What stands between the parts of a title, and its brackets. */
const BETWEEN = /\s[|\u00b7\u2022-]+\s|[:：()[\]（）［］]/u;
/** Of an article on several pages: "1/2", "2 of 3". */
const PAGE_NUMBER = /^\s*(?:\p{L}+\s)?\d{1,2}\s?(?:\/|of|von|de|sur|di)\s?\d{1,2}(?:\s?\p{L}+)?\s*$/u;

const titleParts = (said: Said): readonly string[] =>
  canonical(titleOf(said))
    .split(BETWEEN)
    .filter((part) => !PAGE_NUMBER.test(part))
    .map(wordsOf)
    .filter((part) => part !== "");

/** The whole headline of a page is what the page before stated as its title, in its head or elsewhere. */
const isStated = (after: Said, { lines }: Said): boolean => {
  const title = wordsOf(titleOf(after));
  return title !== "" && lines.titles.split("\n").includes(` ${title} `);
};

const isInTitles = (part: string, said: Said): boolean =>
  [` ${wordsOf(titleOf(said))} `, said.lines.titles].some((titles) => titles.includes(` ${part} `));
