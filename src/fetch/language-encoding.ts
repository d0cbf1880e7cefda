import { decodeAs, decodeExactly } from "./encoding.ts";

/** The language is named among the first of these. */
const HEAD_BYTES = 4096;

/** By language, the standard's table of locales' default encodings; those that decode without an error are taken. */
const BY_LANGUAGE: ReadonlyMap<string, readonly string[]> = new Map([
  ["ar", ["windows-1256"]],
  ["az", ["windows-1254"]],
  ["be", ["windows-1251"]],
  ["bg", ["windows-1251"]],
  ["cs", ["windows-1250"]],
  ["el", ["iso-8859-7"]],
  ["et", ["windows-1257"]],
  ["fa", ["windows-1256"]],
  ["he", ["windows-1255"]],
  ["hr", ["windows-1250"]],
  ["hu", ["iso-8859-2"]],
  ["ja", ["iso-2022-jp", "euc-jp", "shift_jis"]],
  ["kk", ["windows-1251"]],
  ["ko", ["euc-kr"]],
  ["ku", ["windows-1254"]],
  ["ky", ["windows-1251"]],
  ["lt", ["windows-1257"]],
  ["lv", ["windows-1257"]],
  ["mk", ["windows-1251"]],
  ["pl", ["iso-8859-2"]],
  ["ru", ["windows-1251"]],
  ["sah", ["windows-1251"]],
  ["sk", ["windows-1250"]],
  ["sl", ["iso-8859-2"]],
  ["sr", ["windows-1251"]],
  ["tg", ["windows-1251"]],
  ["th", ["windows-874"]],
  ["tr", ["windows-1254"]],
  ["tt", ["windows-1251"]],
  ["uk", ["windows-1251"]],
  ["vi", ["windows-1258"]],
  ["zh", ["gb18030", "big5"]],
  ["zh-tw", ["big5", "gb18030"]],
  ["zh-hk", ["big5", "gb18030"]],
]);

/** `<html lang="ru-RU">`, a feed's `xml:lang` or `<language>ru</language>`. */
const LANGUAGE =
  /(?:<html\b[^>]{0,500}?\blang\s*=\s*["']?|\bxml:lang\s*=\s*["']|<(?:dc:)?language>\s*)([a-z]{2,3}(?:-[a-z]{2,4})?)/i;

/** The usual encoding of the language that the document names, if its bytes are correct in it, else null. */
export function languageEncoding(bytes: Uint8Array): string | null {
  const head = decodeAs(bytes.subarray(0, HEAD_BYTES), "windows-1252");
  const language = LANGUAGE.exec(head)?.[1]?.toLowerCase();
  if (language === undefined) return null;
  const encodings = BY_LANGUAGE.get(language) ?? BY_LANGUAGE.get(language.split("-")[0] ?? "") ?? [];
  return encodings.find((encoding) => decodeExactly(bytes, encoding) !== null) ?? null;
}
