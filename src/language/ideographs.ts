import { digitsValue, plainDigits } from "./digits.ts";

/** A number that Chinese or Japanese writes with signs, alone or after digits: "十二億", "2024年3月", "12億". */
export interface Ideographic {
  readonly start: number;
  readonly end: number;
  /** Null for a day or time. */
  readonly value: number | null;
  /** What it says of a day or time, in digits; null for a number. */
  readonly date: string | null;
}

const ONES: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壱: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8, 兆: 1e12 };

const SIGNS = "〇零一壱二两兩三四五六七八九十百千万萬億亿兆";
const HAS_SIGN = new RegExp(`[${SIGNS}]`);
/** What is counted: a single sign before anything else may be part of a word ("一部", "统一", "三菱"). */
const COUNTED =
  "人|名|円|元|圆|圓|歳|岁|件|回|倍|割|个|個|台|本|枚|軒|戸|棟|校|社|点|位|度|次|辆|輛|座|所|家|只|头|頭|米|公里|か月|ヶ月|カ月|个月|時間|小时|年間|年间|日間|分間|週間|周|キロ|メートル|トン|吨|ドル|美元|欧元|ユーロ|パーセント|%|％";
const DAYS = "年(?!間|间)|月|日(?!間|间)|時(?!間)|时|分(?!間)|号";
/** A longer run of digits is no number; the bound keeps the time linear. */
const DIGITS = "\\p{Nd}[\\p{Nd},.]{0,19}";
const WHOLE = new RegExp(
  `((?:${DIGITS})?(?:[${SIGNS}]|(?<=[${SIGNS}])${DIGITS})+)(?:(${DAYS})|(?=(${COUNTED})?))`,
  "gu",
);

/** Numbers and days with at least one numeral sign in them, in order. */
export function ideographsIn(text: string): readonly Ideographic[] {
  if (!HAS_SIGN.test(text)) return [];
  const found: Ideographic[] = [];
  for (const match of text.matchAll(WHOLE)) {
    const [raw, digits, day, counted] = match;
    const value = signsValue(digits!);
    // One sign by itself, or twice ten thousand in a word, is a number only where something is counted.
    if (value === null || (day === undefined && counted === undefined && [...digits!].length < 2)) continue;
    const before = found.at(-1);
    const start = match.index;
    const end = start + raw.length;
    if (day === undefined) found.push({ start, end, value, date: null });
    else if (before?.date && before.end === start)
      found.splice(-1, 1, { ...before, end, date: `${before.date} ${value}${day}` });
    else found.push({ start, end, value: null, date: `${value}${day}` });
  }
  return found;
}

/** "二〇二四" is read digit by digit, "二千二十四" by its places, "12億5千万" by both. */
function signsValue(written: string): number | null {
  const signs = [...written];
  if (signs.every((sign) => sign in ONES)) return Number(signs.map((sign) => ONES[sign]).join(""));
  let total = 0;
  let group = 0;
  let open: number | null = null;
  for (const part of written.match(/[\p{Nd},.]+|[^\p{Nd},.]/gu) ?? []) {
    if (part in TENS) {
      group += (open ?? 1) * TENS[part]!;
      open = null;
    } else if (part in MYRIADS) {
      total += (group + (open ?? (group === 0 ? 1 : 0))) * MYRIADS[part]!;
      group = 0;
      open = null;
    } else {
      const value: number | null = part in ONES ? ONES[part]! : digitsValue(plainDigits(part));
      if (value === null) return null;
      open = value;
    }
  }
  return total + group + (open ?? 0);
}
