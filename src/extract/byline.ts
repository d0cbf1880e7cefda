import { type Json, strings } from "./json-ld.ts";
import { MAX_FIELD_LENGTH } from "./limits.ts";
import { firstMeta, type Metas } from "./metas.ts";
import type { Page, Span } from "./page.ts";
import { bare, collapse } from "./text.ts";
import { attribute, isText, type Node } from "./tree.ts";

const MAX_NAMES = 12;
const MAX_NAME_LENGTH = 70;

/** People and agencies, one an item, from JSON-LD, else meta, else what the page marks as its byline. */
export function readByline(article: Json | null, metas: Metas, page: Page, head: Span): readonly string[] {
  const site = bare(firstMeta(metas, "og:site_name") ?? namesOf(article?.["publisher"])[0] ?? "");
  const sources = [
    () => namesOf(article?.["author"]),
    () => [
      firstMeta(metas, "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl") ?? "",
    ],
    () => [firstMeta(metas, "article:author") ?? ""],
    () => visibleByline(page, head),
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
  return list.slice(0, MAX_NAMES).flatMap((item) => {
    if (typeof item === "string") return [item];
    return typeof item === "object" && item !== null ? strings((item as Json)["name"]) : [];
  });
}

/** What stands around the headline: marked as an author, else a line that begins with "By". */
function visibleByline(page: Page, head: Span): readonly string[] {
  const marked = page.facts.authors
    .filter(({ run, box }) => run >= head.from && run < head.to && !isForeign(page, box))
    .map(({ element }) => collapse(textWithin(element)))
    .filter((text) => text.length <= MAX_NAME_LENGTH * 2 && splitNames(text).length > 0);
  // Wrappers come before what they wrap: the shortest that is not empty is the name alone.
  const name = marked.toSorted((a, b) => a.length - b.length)[0];
  if (name !== undefined) return [name];
  const line = page.runs
    .slice(head.from, head.to)
    .find(({ text, size }) => size <= MAX_NAME_LENGTH * 2 && LEAD_IN.test(text) && splitNames(text).length > 0);
  return line ? [line.text] : [];
}

const isForeign = (page: Page, index: number): boolean => {
  for (let box = page.boxes[index] ?? null; box; box = box.parent)
    if (/comment|related|teaser/i.test(attribute(box.element, "class"))) return true;
  return false;
};

/** Text of an element and of what is in it, as deep as a byline's markup goes. */
function textWithin(node: Node, depth = 0): string {
  if (isText(node)) return node.value;
  if (depth > 8 || node.name === "script" || node.name === "style") return "";
  return node.children
    .slice(0, 20)
    .map((child) => textWithin(child, depth + 1))
    .join(" ");
}

const LEAD_IN =
  /^(?:(?:written|reported|story|words|text|posted|published|article)\s+)?(?:by|von|autor(?:in)?|autoren|auteur|author|fotos? und text|par|por|di|da|door|av|af|przez|автор|авторы|text|texto|testo)\s*:?\s+(?=\p{Lu}|\S+\s)/iu;
const SEPARATOR = /\s*(?:,|;|\||\/|&|·|•|\s(?:and|und|et|y|e|en|och|og|i|и|with|mit|avec|con)\s)\s*/iu;
const NOT_A_NAME =
  /https?:|@|\bwww\.|\d{2,}|^(?:admin|editor|editors|staff|redaktion|redacción|redazione|rédaction|unknown|null|undefined|n\/a|author|guest|nachrichten|name)$/i;
const ROLE =
  /\b(?:correspondent|reporter|editor|writer|staff|columnist|journalist|political|senior|chief|contributor|special to|updated|published|redakteur\w*|korrespondent\w*|für)\b/i;

/** "By A. Writer, in Lyon": where from, not who. */
const PLACE = /^(?:à|in|en|at|from|aus|dans|em|na|w)\s/i;

function splitNames(text: string): readonly string[] {
  const plain = collapse(text.slice(0, MAX_FIELD_LENGTH).replace(/<[^>]*>/g, " ")).replace(LEAD_IN, "");
  if (/https?:\/\/|[@*]/.test(plain)) return [];
  return plain
    .split(SEPARATOR)
    .map((name) =>
      name
        .replace(LEAD_IN, "")
        .replace(/[\s,.;:|-]+$/, "")
        .trim(),
    )
    .filter(
      (name) =>
        name.length > 1 &&
        name.length <= MAX_NAME_LENGTH &&
        !NOT_A_NAME.test(name) &&
        !ROLE.test(name) &&
        !PLACE.test(name),
    );
}

const unique = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(name.toLowerCase())) seen.set(name.toLowerCase(), name);
  return [...seen.values()];
};
