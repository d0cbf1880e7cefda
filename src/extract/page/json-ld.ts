import { MAX_FIELD_LENGTH, MAX_JSON_OBJECTS } from "#extract/limits";
import { mayBeArticleType } from "#model/article-types";
import { readLoosely } from "./loose-json.ts";

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
  let loose = 0;
  for (const script of scripts) {
    const strict = parseJson(script);
    if (strict !== undefined) queue.push(strict);
    else if (++loose <= MAX_LOOSE) queue.push(...readLoosely(script));
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

/** Scripts of a page that are read although they are broken. */
const MAX_LOOSE = 10;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Broken JSON-LD is common: it is then read loosely.
  }
}

/** The strings in a value that may be one, a list, or absent. */
export function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

/** Depth of a text that is wrapped in objects. */
const MAX_WRAPPED = 3;

/** The same where a text may also be an object that holds it: `{ "@value": "Ada Byron" }`, `{ "name": "Ada Byron" }`. */
export function texts(value: unknown, depth = 0): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > MAX_WRAPPED) return [];
  const inner = Array.isArray(value) ? value : ["@value", "name", "text"].map((key) => (value as Json)[key]);
  return inner.flatMap((item) => texts(item, depth + 1));
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
