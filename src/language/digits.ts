/** Separators between groups of three digits: "1,234", "1.234" and "1 234" are one number written in three ways. */
const GROUPING = /(?<=\d)[.,'’\s](?=\d{3}(?!\d))/g;
const DECIMAL = /^\d+(?:[.,]\d+)?$/;
const DIGIT = /\p{Nd}/u;

/** Digits of all scripts as 0-9, full-width signs as plain ones, Arabic separators as ours. */
export const plainDigits = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/٫/g, ".")
    .replace(/٬/g, ",")
    .replace(/٪/g, "%");

/** Unicode keeps the ten digits of a script together and in order: the value is the number of digits before it. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0)!;
  if (code < 128) return code - 48;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}

/** Value of plain digits with their separators; null for what is not a single number ("2-1", "9/11"). */
export function digitsValue(text: string): number | null {
  const bare = text.replace(GROUPING, "");
  return DECIMAL.test(bare) ? Number(bare.replace(",", ".")) : null;
}

/** First digits of the decimal systems that news write dates in: Arabic, Persian, Devanagari, Bengali, Tamil, Thai, Khmer, Myanmar, full width. */
const ZEROES = [0x660, 0x6f0, 0x966, 0x9e6, 0xbe6, 0xe50, 0x17e0, 0x1040, 0xff10];

/** All decimal digits as ASCII. */
export const asciiDigits = (text: string): string =>
  text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const zero = ZEROES.find((first) => code >= first && code <= first + 9);
    return zero === undefined ? digit : String(code - zero);
  });
