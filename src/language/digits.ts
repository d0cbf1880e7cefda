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

/** Value of plain digits with their separators; null for what is none ("2-1", "9/11"). */
export function digitsValue(text: string): number | null {
  const bare = text.replace(GROUPING, "");
  return DECIMAL.test(bare) ? Number(bare.replace(",", ".")) : null;
}
