import { MAX_FIELD_LENGTH, MAX_JSON_OBJECTS } from "./limits.ts";

export type Json = Readonly<Record<string, unknown>>;

/** The types of schema.org that stand for one piece of journalism or writing. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|CreativeWork|SocialMediaPosting)$/;

/** The object that describes the page's article: the one with most of the fields an article has. */
export function articleObject(scripts: readonly string[]): Json | null {
  let best: Json | null = null;
  let most = 0;
  for (const object of objects(scripts)) {
    if (!strings(object["@type"]).some((type) => ARTICLE_TYPE.test(type))) continue;
    const worth = FIELDS.filter((field) => object[field] !== undefined && object[field] !== null).length;
    if (worth > most) {
      most = worth;
      best = object;
    }
  }
  return best;
}

const FIELDS = [
  "headline",
  "datePublished",
  "dateModified",
  "author",
  "articleBody",
  "mainEntityOfPage",
  "publisher",
  "description",
];

/** Every object in the scripts, breadth first and bounded, whatever it is nested in. */
function* objects(scripts: readonly string[]): Generator<Json> {
  const queue: unknown[] = [];
  for (const script of scripts) {
    const parsed = parseLoosely(script);
    if (parsed !== undefined) queue.push(parsed);
  }
  for (let i = 0; i < queue.length && i < MAX_JSON_OBJECTS; i++) {
    const value = queue[i];
    if (Array.isArray(value)) {
      queue.push(...value.slice(0, MAX_JSON_OBJECTS));
    } else if (typeof value === "object" && value !== null) {
      const object = value as Json;
      yield object;
      for (const key of NESTS) if (typeof object[key] === "object") queue.push(object[key]);
    }
  }
}

/** Where publishers nest the article. Not author or publisher: their objects are not about the page. */
const NESTS = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "subjectOf"];

/** Strict JSON first; then without the comments, CDATA marks, raw line breaks and trailing commas found in the wild. */
function parseLoosely(text: string): unknown {
  const strict = parseJson(text);
  if (strict !== undefined) return strict;
  return parseJson(
    text
      .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
      .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, "")
      .replace(/;\s*$/, "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks such scripts.
      .replace(/[\u0000-\u001F]+/g, " ")
      .replace(/,\s*([}\]])/g, "$1"),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Broken JSON-LD is common and says nothing about the page.
  }
}

/** The strings in a value that may be one, a list, or absent. */
export function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

/** The first of them that is not blank, cut to what a field may need. */
export const firstString = (value: unknown): string | null =>
  strings(value)
    .find((text) => text.trim() !== "")
    ?.slice(0, MAX_FIELD_LENGTH) ?? null;
