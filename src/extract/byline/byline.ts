import { MAX_FIELD_LENGTH } from "#extract/limits";
import { objectsIn, type Structured, texts } from "#extract/page/json-ld";
import { firstMeta, type Metas } from "#extract/page/metas";
import type { Page, Span } from "#extract/page/page";
import { bare, collapse } from "#extract/page/text";
import { attribute } from "#extract/page/tree";
import { isAgency } from "./agencies.ts";
import { agencyLines } from "./agency-lines.ts";
import { looksLikeName, merged, type Names, NO_NAMES, namesIn } from "./names.ts";
import { statedGroups, statedItems, statedNames } from "./stated-names.ts";
import { lineNames, loneNames, signedNames, visibleByline } from "./visible-byline.ts";

export interface Byline {
  /** People, one an item. */
  readonly byline: readonly string[];
  /** Agencies, the newsroom, or the outlet itself where it names no one else. */
  readonly credits: readonly string[];
}

/** People read from one kind of statement: more are a list of staff and not who wrote it. */
const MAX_AUTHORS = 12;
/** Longest name of the outlet itself, which is told from its people. */
const MAX_OUTLET = 200;

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
  const { structured, metas, page, head, foot, url } = input;
  const houses = houseNames(input);
  const groups = new Set(statedGroups(structured).map(joined));
  const isHouse = (name: string) =>
    groups.has(joined(name)) || (houses.has(joined(name)) && !isPersonal(name, structured));
  const sources = [
    statedNames(structured, page.facts.language, url),
    lineNames(page, head),
    ...metaNames(page, metas),
    visibleByline(page, head),
  ].map((names) => ({
    people: names.people.filter((name) => !isHouse(name)),
    credits: [...names.credits, ...names.people.filter(isHouse)],
  }));
  const named = sources.find(({ people }) => people.some(isFull)) ?? sources.find(({ people }) => people.length > 0);
  const found = named?.people ?? under(page, head, foot).filter((name) => !isHouse(name));
  const { people: byline, credits } = withoutSigns(fuller(found, sources), statedItems(structured));
  const stated = sources.reduce(merged, { people: [], credits }).credits;
  // An agency that the lines of the page name is often stated already, under its full name.
  const agencies = stated.some(isAgency) ? [] : agencyLines(page, head);
  const others = [...stated, ...agencies].filter((name) => !byline.some((own) => bare(own) === bare(name)));
  const foreign = others.filter((name) => !houses.has(joined(name)));
  return { byline, credits: byline.length > 0 || foreign.length > 0 ? foreign : others.slice(0, 1) };
}

/** Letters in capitals beside a full name: an agency's sign, be it on no list, or a degree ("Ada Byron, MD"). */
const SIGN = /^\p{Lu}{2,6}$/u;

/** Agencies stand as authors of their own in JSON-LD; a degree follows a name in one text, and is not a person. */
function withoutSigns(names: readonly string[], items: readonly string[]): Names {
  const isPerson = (name: string) => !SIGN.test(name) || !names.some((other) => other.includes(" "));
  return { people: names.filter(isPerson), credits: names.filter((name) => !isPerson(name) && items.includes(name)) };
}

/** Who is named below the body, where that is marked or signed; else where a page hides it. */
function under(page: Page, head: Span, foot: Span): readonly string[] {
  const { people } = visibleByline(page, foot);
  if (people.length > 0) return people;
  const signed = signedNames(page, foot).people;
  return signed.length > 0 ? signed : loneNames(page, head, foot);
}

/** A blog is called after who writes it; a paper that says it is one is not. */
const isPersonal = (name: string, structured: Structured): boolean =>
  /^\p{Script=Latin}+ /u.test(name) &&
  looksLikeName(name) &&
  !ARTICLED.test(name) &&
  !INITIALISM.test(name) &&
  !structured.has(/NewsMediaOrganization$/);

/** "The Local": no person's name, for all its capitals. */
const ARTICLED = /^(?:the|die|der|das|le|la|les|el|il|de|het)\s/i;
/** "IT Finance", "OÖ Blatt": a word of capitals beside one of small letters is none of a person's names. */
const INITIALISM = /(?=.*\p{Ll})(?:^|\s)\p{Lu}{2,}(?=\s|$)/u;
const joined = (name: string): string => bare(name).replaceAll(" ", "");

/** Two words at least; one is a given name or the name of an account. */
const isFull = (name: string): boolean => /\s/.test(name) || /[^\p{Script=Latin}\p{M}\p{N}._-]/u.test(name);

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
  return found.map((name) => full.find((other) => (isFull(name) ? isGlued(name, other) : isSame(other, name))) ?? name);
}

/** "Ada ByronTwitter" for "Ada Byron": in a line of the page the next button may follow without a space. */
const isGlued = (name: string, other: string): boolean =>
  name.length > other.length &&
  other.includes(" ") &&
  name.startsWith(other) &&
  /^\p{Lu}/u.test(name.slice(other.length));

/** "stefanus", "maxmuster" or "gabor_munier" for "Stefanus Muster", "Max Muster" and "Gàbor Muniér". */
const isSame = (full: string, short: string): boolean =>
  folded(full).startsWith(`${folded(short)} `) || joined(folded(full)) === joined(folded(short));
const folded = (name: string): string => bare(name.normalize("NFD").replace(/\p{M}/gu, ""));

/** Whatever the vendor's prefix: "parsely-author", "article:author_name", "dc.creator". */
const AUTHOR_META =
  /^(?:[\w:.-]{0,40}[:._-])?(?:(?:article_?)?authors?(?:[_-]?names?)?|byl|byline)$|^(?:dc|dcterms)\.(?:creator|contributor)$|^rbauthors$/;

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
    ...objectsIn(publisher).flatMap((object) => texts(object["name"])),
    firstMeta(metas, "og:site_name") ?? "",
    firstMeta(metas, "application-name") ?? "",
    firstMeta(metas, "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher") ?? "",
    host,
    host.split(".").slice(0, -1).join(" "),
    host.split(".").at(-2) ?? "",
    ...page.facts.title
      .split(/\s+[|–—·•»-]\s+/u)
      .slice(1)
      .slice(-1),
  ];
  return new Set(names.map((name) => joined(collapse(name.slice(0, MAX_OUTLET)))).filter((name) => name !== ""));
}
