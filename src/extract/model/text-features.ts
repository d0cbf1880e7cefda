import type { Run } from "#extract/page/page";
import { endsSentence } from "#extract/page/text";
import type { Sheet } from "./sheet.ts";

/** Characters of a run that are looked at: longer ones differ in nothing but length. */
const MAX_LOOKED_AT = 1_200;

const kinds = (chars: string): ReadonlySet<number> => new Set(Array.from(chars, (char) => char.codePointAt(0)!));
const COMMAS = kinds(",،、，;；");
const STOPS = kinds(".!?。؟！？।።");
const QUOTES = kinds('"“”„«»「」『』');
const MARKS = kinds("@©|/+#→►▶»›•·★");

/** What a run's text looks like, in any script: no words are read. */
export function putText(sheet: Sheet, run: Run): void {
  const { text, size } = run;
  const length = Math.min(text.length, MAX_LOOKED_AT);
  let [letters, uppers, digits, words, capitals, commas, stops, quotes, marks, colons] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let isInside = false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const isUpper = (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f);
    const isLetter = isUpper || (code >= 97 && code <= 122) || (code >= 0xdf && !isSign(code));
    if (isLetter) {
      letters++;
      if (isUpper) uppers++;
      if (!isInside) {
        words++;
        if (isUpper) capitals++;
      }
    } else if (code >= 48 && code <= 57) digits++;
    else if (code === 58) colons++;
    else if (COMMAS.has(code)) commas++;
    else if (STOPS.has(code)) stops++;
    else if (QUOTES.has(code)) quotes++;
    if (MARKS.has(code)) marks++;
    isInside = isLetter;
  }
  const first = text.charCodeAt(0);
  sheet.put("size", Math.log1p(size));
  sheet.put("link", run.linkSize / size);
  sheet.put("bold", run.boldSize / size);
  sheet.put("ends", endsSentence(text) ? 1 : 0);
  sheet.put("letters", letters / length);
  sheet.put("uppers", uppers / (letters || 1));
  sheet.put("digits", digits / length);
  sheet.put("words", words);
  sheet.put("wordLength", letters / (words || 1));
  sheet.put("capitals", capitals / (words || 1));
  sheet.put("commas", commas / size);
  sheet.put("stops", stops);
  sheet.put("quotes", quotes);
  sheet.put("marks", marks);
  sheet.put("colons", colons);
  sheet.put("opensLow", first >= 97 && first <= 122 ? 1 : 0);
  sheet.put(
    "opensSign",
    (first < 48 && !QUOTES.has(first) && first !== 39) || (isSign(first) && !QUOTES.has(first)) ? 1 : 0,
  );
}

/** General punctuation, arrows, shapes, and the signs among the letters of Chinese and Japanese. */
const isSign = (code: number): boolean =>
  (code >= 0x2000 && code <= 0x2bff) ||
  (code >= 0x3000 && code <= 0x303f) ||
  (code >= 0xff00 && code <= 0xff0f) ||
  code === 0xd7 ||
  code === 0xf7;
