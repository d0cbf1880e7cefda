import { LANGUAGES, once } from "./languages.ts";

const STYLES = ["long", "short", "narrow"] as const;
const UNITS = ["second", "minute", "hour", "day", "week", "month"] as const;
/** One of each plural form of these languages. */
const COUNTS = [1, 2, 3, 5, 11, 21, 100] as const;
/** What pages write and CLDR does not. */
const MORE =
  "# mins ago|# min ago|# hrs ago|# hr ago|# h ago|# m ago|# d ago|# secs ago|just now|moments ago|a moment ago|half an hour ago|gerade eben|soeben|à l'instant|hace un momento|adesso|agora mesmo|zojuist|przed chwilą|только что|щойно|az önce";
/** The number one in words, before a time: "an hour ago". Languages that leave it out have an empty one: "godzinę temu". */
const ONE: Readonly<Record<string, string>> = {
  en: "a an one",
  de: "einer einem",
  fr: "un une",
  es: "un una",
  ca: "un una",
  it: "un una un'",
  pt: "um uma",
  nl: "een één",
  sv: "en ett",
  da: "en et",
  nb: "en et ei ett",
  ro: "un o",
  hu: "egy",
  tr: "bir",
  el: "μία μια ένα έναν",
  pl: "",
  cs: "",
  sk: "",
  ru: "",
  uk: "",
  bg: "",
  sr: "",
  hr: "",
  sl: "",
  mk: "",
  fi: "",
  et: "",
  lv: "",
  lt: "",
};

/** A number as a reader writes it: digits of any script, with their separators. */
const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*/gu;

/** "3 minutes ago" and the like, in small letters, with `#` for the number. */
export const shapeOf = (text: string): string => text.toLowerCase().replace(NUMBER, "#");

/** True for the shape of a relative time, and of nothing else. */
export const isRelativeTime = (shape: string): boolean => allForms().has(shape);

/** Asking the runtime for all the forms there are takes some 60 ms, so that it is done once and when first needed. */
const allForms = once((): ReadonlySet<string> => {
  const shapes = new Set(MORE.split("|"));
  for (const language of LANGUAGES)
    for (const style of STYLES) for (const shape of formsIn(language, style)) shapes.add(shape);
  return shapes;
});

/** Forms with nothing but a sign before the number ("-3 h") say too little to be distinguished from other text. */
function formsIn(language: string, style: (typeof STYLES)[number]): readonly string[] {
  const exact = new Intl.RelativeTimeFormat(language, { style, numeric: "always" });
  const named = new Intl.RelativeTimeFormat(language, { style, numeric: "auto" });
  const forms = UNITS.flatMap((unit) => [
    ...COUNTS.map((count) => shapeOf(exact.format(-count, unit))),
    ...onesIn(language, exact.format(-1, unit).toLowerCase()),
  ]);
  const days = [named.format(-1, "day"), named.format(-2, "day"), named.format(0, "day"), named.format(0, "second")];
  return [...forms, ...days.map(shapeOf)].filter((form) => !/^[-+\u2212\u200e]/.test(form));
}

function onesIn(language: string, form: string): readonly string[] {
  const words = ONE[language];
  if (words === undefined) return [];
  const inWords = (word: string): string => form.replace(NUMBER, word).replace("' ", "'").replace(/\s+/g, " ").trim();
  return words.split(" ").map(inWords);
}
