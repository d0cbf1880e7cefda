import { MAX_FIELD_LENGTH, MAX_JSON_LENGTH, MAX_JSON_SCRIPTS, MAX_NAMES_LENGTH } from "#extract/limits";
import { isAmount } from "./filled-in.ts";
import type { Facts } from "./page.ts";
import { collapse } from "./text.ts";
import { attribute, type Element, isText } from "./tree.ts";

/** Facts while they are being gathered. */
export type Collected = {
  -readonly [Key in keyof Facts]: Facts[Key] extends readonly (infer Item)[] ? Item[] : Facts[Key];
};

export const noFacts = (): Collected => ({
  language: "",
  title: "",
  metas: [],
  links: [],
  jsonLd: [],
  times: [],
  authors: [],
  anchors: [],
  images: [],
  amounts: [],
  stamps: [],
});

/** Notes what an element says of the page; true when it is nothing but a fact, so that its text is not the page's. */
export function noteFact(element: Element, facts: Collected): boolean {
  switch (element.name) {
    case "html":
      facts.language = attribute(element, "lang") || attribute(element, "xml:lang");
      return false;
    case "title":
      if (facts.title === "") facts.title = collapse(ownText(element).slice(0, MAX_FIELD_LENGTH));
      return true;
    case "meta":
      facts.metas.push(element);
      return true;
    case "link":
      facts.links.push(element);
      return true;
    case "script":
      noteScript(element, facts);
      return true;
    case "time":
      facts.times.push(element);
      return false;
    default:
      return false;
  }
}

function noteScript(element: Element, facts: Collected): void {
  if (facts.jsonLd.length >= MAX_JSON_SCRIPTS) return;
  const text = ownText(element);
  if (text.length > 1 && text.length <= MAX_JSON_LENGTH) facts.jsonLd.push(text);
}

/** Stated authors looked at: such a tag is repeated per person, and their number has no limit. */
const MAX_AUTHORS = 40;
/** Links, pictures and times looked at: front pages have about 1,500 links. */
const MAX_ANCHORS = 10_000;
const MAX_IMAGES = 500;
const MAX_STAMPS = 5_000;
/** Amounts that stand in elements of their own: a page of prices has a few dozen within sentences. */
const MAX_AMOUNTS = 200;
const AUTHOR =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|autor|autoren|auteur|redakteur|firma|writer)(?:$|[\s_-]|name|link)/i;
const AUTHOR_ATTRIBUTES = new Set(["rel", "itemprop", "class", "id", "data-testid"]);

/** An element that tells something by where it stands: a link, a picture, a time, or who the author is. */
export function noteInline(element: Element, box: number, run: number, facts: Collected): void {
  const placed = { element, box, run };
  if (element.name === "a" && facts.anchors.length < MAX_ANCHORS) facts.anchors.push(placed);
  else if ((element.name === "img" || element.name === "amp-img") && facts.images.length < MAX_IMAGES)
    facts.images.push(placed);
  else if (element.name === "time" && facts.stamps.length < MAX_STAMPS) facts.stamps.push(placed);
  else if (facts.amounts.length < MAX_AMOUNTS && isAmount(element)) facts.amounts.push(placed);
  if (facts.authors.length >= MAX_AUTHORS) return;
  for (const { name, value } of element.attrs) {
    if (!AUTHOR_ATTRIBUTES.has(name) || value.length > MAX_NAMES_LENGTH || !AUTHOR.test(value)) continue;
    facts.authors.push(placed);
    return;
  }
}

/** Text of an element's own text nodes: enough for title and script, which hold nothing else. */
const ownText = (element: Element): string =>
  element.children.map((child) => (isText(child) ? child.value : "")).join("");
