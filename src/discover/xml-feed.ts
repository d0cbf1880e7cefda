import type { FeedKind } from "#model/source";
import { type FeedContent, type FeedInput, MAX_ARTICLES, MAX_ENTRIES } from "./content.ts";
import { MAX_HUBS } from "./hub.ts";
import { rootElement } from "./identify.ts";
import { Item } from "./item.ts";
import { readLink } from "./link.ts";
import { Newest } from "./newest.ts";
import { plainTitle, titleKind } from "./plain.ts";
import { walkXml, type XmlHandler } from "./xml.ts";

/** Characters kept of one field; enough for any title or link, little for a body pasted into the wrong element. */
const MAX_FIELD_CHARS = 8192;

/**
 * Reads RSS 0.9x-2.0, RDF, Atom 0.3 and 1.0 and CDF, well-formed or not, in one pass without a tree: whatever items
 * the text holds are found, up to the place where it is cut off.
 */
export function readXmlFeed(text: string, input: Pick<FeedInput, "url" | "now">): FeedContent {
  const reader = new Reader(input.url, input.now);
  walkXml(text, input.url, reader, () => reader.entries > MAX_ENTRIES);
  reader.finishItem();
  return {
    kind: feedKind(text),
    title: reader.title,
    homeUrl: reader.homeUrl,
    articles: reader.articles.list(),
    more: [],
    links: { hubs: reader.hubs, self: reader.self, base: input.url },
  };
}

function feedKind(text: string): FeedKind {
  const root = rootElement(text);
  return root === "feed" ? "atom" : root === "rdf" ? "rdf" : "rss";
}

/** A field that is being read. */
interface Field {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly base: string;
  readonly depth: number;
  text: string;
}

/** Holds where in the document the walk is; what the fields of an item mean is `Item`'s. */
class Reader implements XmlHandler {
  readonly articles = new Newest(MAX_ARTICLES);
  title: string | null = null;
  homeUrl: string | null = null;
  readonly hubs: string[] = [];
  self: string | null = null;
  entries = 0;
  readonly #now: number | undefined;
  readonly #feedUrl: string;
  #depth = 0;
  #item: Item | null = null;
  #itemDepth = 0;
  #field: Field | null = null;
  /** Depth of the element whose content is of no interest, 0 when none. */
  #skipped = 0;

  constructor(feedUrl: string, now: number | undefined) {
    this.#feedUrl = feedUrl;
    this.#now = now;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, base: string): void {
    this.#depth += 1;
    // Items never nest: a new one ends the one before, even if its end tag or that of a field is missing.
    if (ITEMS.has(name)) this.#openItem(attributes, base);
    else if (this.#field) this.#openInField(name, attributes, base);
    else if (this.#skipped === 0) this.#openField(name, attributes, base);
  }

  #openInField(name: string, attributes: Readonly<Record<string, string>>, base: string): void {
    // Mark-up inside a title is part of it. A field of the feed's own vocabulary is not: an end tag is missing.
    if (!FIELDS.has(name) || this.#field!.name === name) return;
    this.#finishField();
    this.#openField(name, attributes, base);
  }

  #openField(name: string, attributes: Readonly<Record<string, string>>, base: string): void {
    if (FIELDS.has(name)) this.#field = { name, attributes, base, depth: this.#depth, text: "" };
    else if (!TRANSPARENT.has(name)) this.#skipped = this.#depth;
  }

  #openItem(attributes: Readonly<Record<string, string>>, base: string): void {
    this.finishItem();
    this.entries += 1;
    this.#item = new Item(base, attributes);
    this.#itemDepth = this.#depth;
    this.#skipped = 0;
  }

  text(data: string): void {
    const field = this.#field;
    if (field && field.text.length < MAX_FIELD_CHARS) field.text += data.slice(0, MAX_FIELD_CHARS);
  }

  close(name: string): void {
    if (this.#field && this.#depth <= this.#field.depth) this.#finishField();
    if (this.#skipped >= this.#depth) this.#skipped = 0;
    if (this.#item && ITEMS.has(name) && this.#depth <= this.#itemDepth) this.finishItem();
    this.#depth -= 1;
  }

  #finishField(): void {
    const field = this.#field!;
    this.#field = null;
    if (this.#item) this.#item.set(field.name, field.text, field.attributes, field.base);
    else this.#setOwn(field);
  }

  /** Title and home page of the feed itself. */
  #setOwn({ name, text, attributes, base }: Field): void {
    if (name === "title" || name === "atom:title") {
      this.title ??= plainTitle(text, titleKind(name, attributes));
    } else if (name === "link" || name === "atom:link") {
      const rel = (attributes["rel"] ?? "alternate").toLowerCase();
      const href = attributes["href"];
      if (href !== undefined && rel.split(/\s+/).includes("hub")) this.#addHub(href, base);
      if (href !== undefined && rel.split(/\s+/).includes("self")) this.self ??= absolute(href, base);
      const link = readLink(href ?? text, base);
      if (rel === "alternate" && link !== this.#feedUrl) this.homeUrl ??= link;
    }
  }

  #addHub(href: string, base: string): void {
    if (this.hubs.length < MAX_HUBS) this.hubs.push(absolute(href, base));
  }

  finishItem(): void {
    if (this.#field) this.#finishField();
    const article = this.#item?.article(this.#now);
    if (article) this.articles.add(article);
    this.#item = null;
  }
}

/** By the xml:base in force; what is no address stays as it is, to be refused by whoever wants to follow it. */
const absolute = (href: string, base: string): string => URL.parse(href.trim(), base)?.href ?? href;

const ITEMS: ReadonlySet<string> = new Set(["item", "entry", "atom:entry"]);

/** Elements whose children are looked at. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  "rss",
  "rdf:rdf",
  "rdf",
  "channel",
  "feed",
  "atom:feed",
  // Never closed in feeds with pasted HTML; must not hide what follows.
  "br",
  "hr",
  "img",
]);

const FIELDS: ReadonlySet<string> = new Set([
  "title",
  "atom:title",
  "dc:title",
  "link",
  "atom:link",
  "guid",
  "id",
  "atom:id",
  "feedburner:origlink",
  "pheedo:origlink",
  "pubdate",
  "published",
  "updated",
  "issued",
  "created",
  "modified",
  "atom:published",
  "atom:updated",
  "atom:issued",
  "atom:created",
  "atom:modified",
  "dc:date",
  "dcterms:issued",
  "dcterms:created",
  "dcterms:modified",
]);
