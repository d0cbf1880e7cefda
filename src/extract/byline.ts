import { type Json, objectsIn, type Structured, strings } from "./json-ld.ts";
import { MAX_FIELD_LENGTH } from "./limits.ts";
import { firstMeta, type Metas } from "./metas.ts";
import { looksLikeName, type Names, NO_NAMES, namesIn } from "./names.ts";
import type { Page, Span } from "./page.ts";
import { bare, collapse } from "./text.ts";
import { attribute } from "./tree.ts";
import { merged, signedNames, visibleByline } from "./visible-byline.ts";

export interface Byline {
  /** People, one an item. */
  readonly byline: readonly string[];
  /** Agencies, the newsroom, or the outlet itself where it names nobody else. */
  readonly credits: readonly string[];
}

const MAX_AUTHORS = 12;

export interface BylineInput {
  readonly structured: Structured;
  readonly metas: Metas;
  readonly page: Page;
  /** Where bylines stand, and where some stand instead: under the body. */
  readonly head: Span;
  readonly foot: Span;
  readonly url: string;
}

/** Who wrote it, from JSON-LD, else meta, else what the page shows around the headline, else under the body. */
export function readByline(input: BylineInput): Byline {
  const { structured, metas, page, head, foot } = input;
  const houses = houseNames(input);
  const isHouse = (name: string) => houses.has(joined(name)) && !isPersonal(name, structured);
  const sources = [statedNames(structured, page), ...metaNames(page, metas), visibleByline(page, head)].map(
    (names) => ({
      people: names.people.filter((name) => !isHouse(name)),
      credits: [...names.credits, ...names.people.filter(isHouse)],
    }),
  );
  const named = sources.find(({ people }) => people.some(isFull)) ?? sources.find(({ people }) => people.length > 0);
  const found = named?.people ?? under(page, foot).filter((name) => !isHouse(name));
  const byline = fuller(found, sources);
  const others = sources
    .reduce(merged, NO_NAMES)
    .credits.filter((name) => !byline.some((own) => bare(own) === bare(name)));
  const foreign = others.filter((name) => !houses.has(joined(name)));
  return { byline, credits: byline.length > 0 || foreign.length > 0 ? foreign : others.slice(0, 1) };
}

/** Who is named below the body, where that is marked or signed. */
function under(page: Page, foot: Span): readonly string[] {
  const { people } = visibleByline(page, foot);
  return people.length > 0 ? people : signedNames(page, foot).people;
}

/** A blog is called after who writes it; a paper that says it is one is not. */
const isPersonal = (name: string, structured: Structured): boolean =>
  /^\p{Script=Latin}+ /u.test(name) &&
  looksLikeName(name) &&
  !ARTICLED.test(name) &&
  !structured.has(/NewsMediaOrganization$/);

/** "The Local": no person's name, for all its capitals. */
const ARTICLED = /^(?:the|die|der|das|le|la|les|el|il|de|het)\s/i;
const joined = (name: string): string => bare(name).replaceAll(" ", "");

/** Two words at least; one is a given name or the name of an account. */
const isFull = (name: string): boolean => /\s/.test(name) || /[^\p{Script=Latin}\p{N}.]/u.test(name);

/** A source that names all of them and more is the complete one; a full name stands for the given name alone. */
function fuller(found: readonly string[], sources: readonly Names[]): readonly string[] {
  const own = found.map(bare);
  for (const { people } of sources) {
    if (
      people.length > found.length &&
      people.length <= MAX_AUTHORS &&
      own.every((name) => people.some((other) => bare(other) === name))
    )
      return people;
  }
  const full = sources.flatMap(({ people }) => people).filter(isFull);
  return found.map((name) => (isFull(name) ? name : (full.find((other) => isSame(other, name)) ?? name)));
}

/** "stefanus" or "maxmuster" for "Stefanus Muster" and "Max Muster". */
const isSame = (full: string, short: string): boolean =>
  bare(full).startsWith(`${bare(short)} `) || bare(full).replaceAll(" ", "") === bare(short).replaceAll(" ", "");

/** `author` is a name, a Person, an Organization, a reference to one of these, or a list of them. */
function statedNames({ article, resolve }: Structured, page: Page): Names {
  const stated = article?.["author"] ?? article?.["creator"];
  const list = Array.isArray(stated) ? stated : [stated];
  return list.slice(0, MAX_AUTHORS).reduce<Names>((sum, item) => {
    const author = resolve(item);
    if (typeof author === "string") return merged(sum, namesIn(author, false, page.facts.language));
    return objectsIn(author).reduce((all, object) => merged(all, namesOfObject(object, page)), sum);
  }, NO_NAMES);
}

function namesOfObject(object: Json, page: Page): Names {
  const given = strings(object["givenName"])[0] ?? "";
  const family = strings(object["familyName"])[0] ?? "";
  const name = strings(object["name"]).slice(0, MAX_AUTHORS);
  const text = name.length > 0 ? name : [`${given} ${family}`];
  const names = text
    .map((one) => namesIn(one.slice(0, MAX_FIELD_LENGTH), false, page.facts.language))
    .reduce(merged, NO_NAMES);
  const isGroup = strings(object["@type"]).some((type) => /Organization|Corporation/.test(type.slice(0, 100)));
  return isGroup ? { people: [], credits: [...names.people, ...names.credits] } : names;
}

const AUTHOR_META =
  /^(?:author|authors|parsely-author|sailthru\.author|dc\.creator|dcterms\.creator|dc\.contributor|byl|byline|citation_author|article:author|article:author_name|og:article:author|cxenseparse:author|bt:author|rbauthors|vr:author|news_authors)$/;

/** The authors the metadata name, each kind of element a source of its own: some pages repeat one for each author. */
function metaNames(page: Page, metas: Metas): readonly Names[] {
  const kinds = new Map<string, Names>();
  const add = (kind: string, content: string) => {
    const names = namesIn(content.slice(0, MAX_FIELD_LENGTH), false, page.facts.language);
    kinds.set(kind, merged(kinds.get(kind) ?? NO_NAMES, names));
  };
  let count = 0;
  for (const element of page.facts.metas) {
    const kind = (
      attribute(element, "name") ||
      attribute(element, "property") ||
      attribute(element, "itemprop")
    ).toLowerCase();
    if (!AUTHOR_META.test(kind) || ++count > MAX_AUTHORS * 2) continue;
    const content = attribute(element, "content");
    if (!/^\s*https?:/i.test(content)) add(kind, content);
  }
  const label = firstMeta(metas, "twitter:label1") ?? "";
  if (/written|verfasst|écrit|escrito|scritto|geschreven/i.test(label))
    add("twitter", firstMeta(metas, "twitter:data1") ?? "");
  return [...kinds.values()];
}

/** What the outlet calls itself: templates put it where no person is known. */
function houseNames({ structured, metas, page, url }: BylineInput): ReadonlySet<string> {
  const publisher = structured.resolve(structured.article?.["publisher"]);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
  const names = [
    ...objectsIn(publisher).flatMap((object) => strings(object["name"])),
    firstMeta(metas, "og:site_name") ?? "",
    firstMeta(metas, "application-name") ?? "",
    host,
    host.split(".").slice(0, -1).join(" "),
    host.split(".").at(-2) ?? "",
    ...page.facts.title
      .split(/\s+[|–—·•»-]\s+/u)
      .slice(1)
      .slice(-1),
  ];
  return new Set(names.map((name) => joined(collapse(name.slice(0, 200)))).filter((name) => name !== ""));
}
