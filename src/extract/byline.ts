import { type Json, strings } from "./json-ld.ts";
import { firstMeta, type Metas } from "./metas.ts";
import type { Page } from "./page.ts";
import { bare, collapse } from "./text.ts";
import { attribute } from "./tree.ts";

const MAX_NAMES = 12;
const MAX_NAME_LENGTH = 70;

/** People and agencies, one an item, from JSON-LD, else meta, else what the page marks as its byline. */
export function readByline(article: Json | null, metas: Metas, page: Page): readonly string[] {
  const site = bare(firstMeta(metas, "og:site_name") ?? namesOf(article?.["publisher"])[0] ?? "");
  const sources = [
    () => namesOf(article?.["author"]),
    () => [
      firstMeta(metas, "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl") ?? "",
    ],
    () => [firstMeta(metas, "article:author") ?? ""],
    () => [visibleByline(page)],
  ];
  let house: readonly string[] = [];
  for (const source of sources) {
    const names = unique(source().flatMap(splitNames)).slice(0, MAX_NAMES);
    if (names.some((name) => bare(name) !== site)) return names;
    // The outlet itself as author is what templates put where no person is known: look on.
    if (house.length === 0) house = names;
  }
  return house;
}

/** `author` is a name, a Person, an Organization, or a list of them. */
function namesOf(author: unknown): readonly string[] {
  const list = Array.isArray(author) ? author : [author];
  return list.flatMap((item) => {
    if (typeof item === "string") return [item];
    return typeof item === "object" && item !== null ? strings((item as Json)["name"]) : [];
  });
}

const BYLINE_BOX = /\b(?:byline|by-line|author|authors|autor|auteur|firma|c-?byline|writer)\b/i;

function visibleByline(page: Page): string {
  for (const box of page.boxes) {
    const { element } = box;
    const named =
      `${attribute(element, "class")} ${attribute(element, "itemprop")} ${attribute(element, "rel")}`.replace(
        /[_-]+/g,
        " ",
      );
    if (!BYLINE_BOX.test(named)) continue;
    const run = page.runs[box.from];
    if (run && box.to > box.from && run.text.length <= MAX_NAME_LENGTH * 2) return run.text;
  }
  return "";
}

const LEAD_IN =
  /^(?:(?:written|reported|story|words|text|posted|published|article)\s+)?(?:by|von|par|por|di|da|door|av|af|przez|автор|авторы|text|texto|testo)\s*:?\s+(?=\p{Lu}|\S+\s)/iu;
const SEPARATOR = /\s*(?:,|;|\||\/|&|·|•|\s(?:and|und|et|y|e|en|och|og|i|и|with|mit|avec|con)\s)\s*/iu;
const NOT_A_NAME =
  /https?:|@|\bwww\.|\d{2,}|^(?:admin|editor|editors|staff|redaktion|redacción|redazione|rédaction|unknown|null|undefined|n\/a|author|guest|nachrichten|name)$/i;
const ROLE =
  /\b(?:correspondent|reporter|editor|writer|staff|columnist|journalist|political|senior|chief|contributor|special to|updated|published|redakteur\w*|korrespondent\w*|für)\b/i;

function splitNames(text: string): readonly string[] {
  const plain = collapse(text.replace(/<[^>]*>/g, " ")).replace(LEAD_IN, "");
  if (/https?:\/\/|[@*]/.test(plain)) return [];
  return plain
    .split(SEPARATOR)
    .map((name) =>
      name
        .replace(LEAD_IN, "")
        .replace(/[\s,.;:|-]+$/, "")
        .trim(),
    )
    .filter((name) => name.length > 1 && name.length <= MAX_NAME_LENGTH && !NOT_A_NAME.test(name) && !ROLE.test(name));
}

const unique = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  return [...seen.values()];
};
