import { LANGUAGES, once } from "./languages.ts";

const STYLES = ["long", "short", "narrow"] as const;
const UNITS = ["second", "minute", "hour", "day", "week", "month"] as const;
/** One of each plural form of these languages. */
const COUNTS = [1, 2, 3, 5, 11, 21, 100] as const;
/** What pages write and CLDR does not: "3 mins ago", "2 hrs ago", "an hour ago". */
const MORE = ["# mins ago", "# min ago", "# hrs ago", "# hr ago", "# h ago", "# m ago", "# d ago", "# secs ago"];

/** A number as a reader writes it: digits of any script, with their separators. */
const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;

/** "3 minutes ago" and the like, in small letters, with `#` for the number. */
export const shapeOf = (text: string): string => text.toLowerCase().replace(NUMBER, "#");

/** True for the shape of a relative time, and of nothing else. */
export const isRelativeTime = (shape: string): boolean => allForms().has(shape);

/** Asking the runtime for all the forms there are takes some 60 ms, so that it is done once and when first needed. */
const allForms = once((): ReadonlySet<string> => {
  const shapes = new Set(MORE);
  for (const language of LANGUAGES)
    for (const style of STYLES) for (const shape of formsIn(language, style)) shapes.add(shape);
  return shapes;
});

/** Forms without a number in them, or with nothing but a sign before it ("-3 h"), say too little to be told from text. */
function formsIn(language: string, style: (typeof STYLES)[number]): readonly string[] {
  const format = new Intl.RelativeTimeFormat(language, { style, numeric: "always" });
  return UNITS.flatMap((unit) => COUNTS.map((count) => shapeOf(format.format(-count, unit)))).filter(
    (shape) => shape.includes("#") && !/^[-+\u2212\u200e]/.test(shape),
  );
}
