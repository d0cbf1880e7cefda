import { isDate, isDateWord } from "./date-words.ts";
import { once } from "./languages.ts";
import { isRelativeTime, shapeOf } from "./relative-time.ts";
import { STAMP_WORDS, UNSPACED_STAMP_PIECES } from "./stamp-words.ts";

/** Letters of a longer line say more than when, how long and how many. */
const MAX_LENGTH = 120;
const HAS_DIGIT = /\p{Nd}/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const WORD = /[\p{L}\p{M}\u200c]+/gu;
/** Figures with what parts them, of the clock or of a count: "15:10", "1,204", "3h", "+01:00". */
const FIGURE = /[+−-]?\p{Nd}+(?:[.,:’'/\u00a0\u202f -]?\p{Nd}+)*(?:\s?(?:[kKmM]\b|h(?=\p{Nd}|\b)))?/gu;

/**
 * Is a line nothing but a stamp or a count: "Updated 15:10 GMT+1", "1,204 people are reading this", "15:10"? It says something
 * about the article and moves while the text stands. A line with any other word in it is text.
 */
export function isStamp(text: string): boolean {
  if (text.length > MAX_LENGTH || !HAS_DIGIT.test(text)) return false;
  const plain = text.normalize("NFKC").toLowerCase();
  if (UNSPACED.test(plain)) return isOfPieces(plain);
  const words = plain.replace(FIGURE, " ").match(WORD) ?? [];
  const telling = words.filter((word) => !isDateWord(word));
  const mayBeSaid = words.length > 0 && telling.every((word) => anyWord().has(word));
  if (mayBeSaid && readers().some((said) => isSaid(words, telling, said))) return true;
  return isMoment(plain);
}

interface Said {
  readonly keys: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
}

const readers = once((): readonly Said[] =>
  Object.values(STAMP_WORDS).map(({ keys, beside }) => ({
    keys: new Set(keys.split(" ")),
    beside: new Set(beside.split(" ")),
  })),
);

/** All words of all languages: the first word of most lines is none of them. */
const anyWord = once(() => new Set(readers().flatMap(({ keys, beside }) => [...keys, ...beside])));

/** @param telling the words that are no part of a date */
const isSaid = (words: readonly string[], telling: readonly string[], { keys, beside }: Said): boolean =>
  telling.every((word) => keys.has(word) || beside.has(word)) && words.some((word) => keys.has(word));

const CLOCK = /^\p{Nd}{1,2}[:.h]\p{Nd}{2}(?:[:.]\p{Nd}{2})?$/u;

/** A time, a date with its time or a relative time alone. A number alone may be anything, and a date may head a part of the text. */
function isMoment(plain: string): boolean {
  const bare = plain.replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, "");
  if (CLOCK.test(bare)) return true;
  const shape = shapeOf(bare.replace(/\b(?:gmt|utc)\s?[+−-]\s?\p{Nd}+(?::\p{Nd}+)?/gu, "gmt"));
  return isRelativeTime(shape) || (/\p{Nd}[:.h]\p{Nd}{2}/u.test(bare) && isDate(shape));
}

/** The longest first, so that a short one does not cut a long one in two. */
const pieces = once(
  () =>
    new RegExp(
      UNSPACED_STAMP_PIECES.toSorted((a, b) => b.length - a.length)
        .map((piece) => piece.replace(".", "\\."))
        .join("|"),
      "gu",
    ),
);

/** Signs that make a line one about reading, making or counting, and no date alone. */
const SPEAKS =
  /更新|公開|配信|掲載|記事|読|阅读|閱讀|浏览|瀏覽|发布|發布|发表|發表|评论|評論|コメント|수정|입력|업데이트|등록|게시|읽|조회|댓글|อัปเดต|อัพเดต|เผยแพร่|อ่าน|ความคิดเห็น/u;

const isOfPieces = (plain: string): boolean =>
  (SPEAKS.test(plain) || /\p{Nd}[:：時时]\s?\p{Nd}{2}/u.test(plain)) &&
  !/[\p{L}]/u.test(plain.replace(FIGURE, "").replace(pieces(), ""));
