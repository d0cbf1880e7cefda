/** Texts of printable ASCII have nothing of what is searched here: most English paragraphs, and most white space. */
const NOT_PLAIN = /[^\t\n\r -~]/;

/** Whatever may be removed below: most texts of other scripts, and those with accents, have none of it. */
const MAY_BE_UNSEEN =
  /[^\P{Cc}\t\n\r]|\u034F|[\u180B-\u180F]|[\uFE00-\uFE0F]|[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}]/u;

/** Control characters but for those that end lines of markup. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
/** White space among them: tabs, page breaks, parts of records, the line end of old systems. */
const SPACES = "\u000B\u000C\u001C\u001D\u001E\u001F\u0085";
/**
 * What no one sees, in any script: soft hyphens, zero-width spaces, joiners of words and of formulas, the marks of annotations and
 * musical beams, fillers of Hangul, the joiner of marks. Some houses hide in them who asked for the page.
 */
const UNSEEN = /[\u00AD\u200B\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{1D173}-\u{1D17A}]|\u034F/gu;
/** Tags are letters that are not shown. The flags of England, Scotland and Wales are written with them. */
const TAGS = /(\u{1F3F4}[\u{E0020}-\u{E007E}]{1,10}\u{E007F})|[\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}]/gu;
/** They choose the form of an ideograph, a Mongolian letter or a picture. Behind a letter of these scripts they choose nothing. */
const SELECTORS =
  /(?<![\u1800-\u18AF])[\u180B-\u180F]|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\s.,;:()'"-])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]+/gu;
/** They part and join letters in Arabic and the scripts of India, and pictures. Behind these letters, signs and spaces they do nothing. */
const JOINERS = /(?<=^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{P}\s])[\u200C\u200D]+/gu;
/** Marks of direction. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * A text without the characters that no reader of it sees. Removed while reading, so that the stored text has none of them;
 * what a text is compared by stays as it is (`canonical.ts`).
 */
export function withoutUnseen(text: string): string {
  if (!NOT_PLAIN.test(text) || !MAY_BE_UNSEEN.test(text)) return text;
  const plain = text
    .replace(CONTROLS, (sign) => (SPACES.includes(sign) ? " " : ""))
    .replace(UNSEEN, "")
    .replace(TAGS, "$1")
    .replace(SELECTORS, "")
    .replace(JOINERS, "");
  return RIGHT_TO_LEFT.test(plain) ? plain : plain.replace(DIRECTION, "");
}
