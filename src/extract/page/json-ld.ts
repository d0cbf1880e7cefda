import { MAX_FIELD_LENGTH, MAX_JSON_OBJECTS } from "#extract/limits";
import { mayBeArticleType } from "#model/article-types";

export type Json = Readonly<Record<string, unknown>>;

/** What extraction uses of a page's JSON-LD; null for what it does not say. */
export interface Structured {
  /** The object that describes the page's article: the one with most of the fields an article has. */
  readonly article: Json | null;
  /** The first other object with a date of publication: what calls itself a page, recipe or video. */
  readonly other: Json | null;
  /** The longest BreadcrumbList. */
  readonly breadcrumb: Json | null;
  /** Object of an `@id` that others refer to. */
  readonly resolve: (value: unknown) => unknown;
  /** Whether there is an object of one of these types. */
  readonly has: (type: RegExp) => boolean;
}

export function structured(scripts: readonly string[]): Structured {
  const byId = new Map<string, Json>();
  const types = new Set<string>();
  let article: Json | null = null;
  let most = 0;
  let other: Json | null = null;
  let breadcrumb: Json | null = null;
  let longest = 0;
  for (const object of objects(scripts)) {
    const id = object["@id"];
    // References hold nothing but the id; the object itself says more.
    if (typeof id === "string" && Object.keys(object).length > 1 && !byId.has(id)) byId.set(id, object);
    const own = strings(object["@type"]);
    for (const type of own) types.add(type.slice(0, MAX_TYPE_LENGTH));
    const items = object["itemListElement"];
    if (own.includes("BreadcrumbList") && Array.isArray(items) && items.length > longest) {
      longest = items.length;
      breadcrumb = object;
    }
    if (!own.some(mayBeArticleType)) {
      if (other === null && object["datePublished"] !== undefined && !own.includes("Comment")) other = object;
      continue;
    }
    const worth = FIELDS.filter((field) => object[field] !== undefined && object[field] !== null).length;
    if (worth > most) {
      most = worth;
      article = object;
    }
  }
  const resolve = (value: unknown) => {
    const id = typeof value === "object" && value !== null ? (value as Json)["@id"] : undefined;
    return typeof id === "string" && (value as Json)["name"] === undefined ? (byId.get(id) ?? value) : value;
  };
  const has = (type: RegExp) => [...types].some((own) => type.test(own));
  return { article, other, breadcrumb, resolve, has };
}

export const articleObject = (scripts: readonly string[]): Json | null => structured(scripts).article;

/** Types are a word or an address that ends in one. */
const MAX_TYPE_LENGTH = 100;

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

/** The objects in a value that may be one, a list, or absent. */
export const objectsIn = (value: unknown): readonly Json[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (item): item is Json => typeof item === "object" && item !== null && !Array.isArray(item),
  );

/** The first of them that is not blank, cut to what a field may need. */
export const firstString = (value: unknown): string | null =>
  strings(value)
    .find((text) => text.trim() !== "")
    ?.slice(0, MAX_FIELD_LENGTH) ?? null;
