import type { FoundArticle } from "#model/found";
import { readDate } from "./date.ts";
import { guidOf } from "./guid.ts";
import { looksLikeHttpUrl, readLink } from "./link.ts";
import { plainTitle, titleKind } from "./plain.ts";

/** Which of an item's links is the article, best first. */
const RANKS = ["original", "alternate-html", "alternate", "link", "about", "permalink", "id", "other"] as const;
type LinkRank = (typeof RANKS)[number];

/** Gathers the fields of one RSS item or Atom entry. Of each field the first readable one counts. */
export class Item {
  readonly #links = new Map<LinkRank, string>();
  #title: string | null = null;
  #spareTitle: string | null = null;
  #guid: string | null = null;
  readonly #published: string[] = [];
  readonly #updated: string[] = [];

  constructor(base: string, attributes: Readonly<Record<string, string>>) {
    // RDF names the item's resource on its tag, CDF the article itself.
    this.#link("about", attributes["rdf:about"] ?? attributes["about"], base);
    this.#link("link", attributes["href"], base);
  }

  set(name: string, text: string, attributes: Readonly<Record<string, string>>, base: string): void {
    const field = name.slice(name.indexOf(":") + 1);
    if (field === "title") this.#setTitle(name, text, attributes);
    else if (field === "link") this.#setLink(text, attributes, base);
    else if (field === "origlink") this.#link("original", text, base);
    else if (field === "guid") this.#setGuid(text, attributes, base);
    else if (field === "id") this.#setId(text, base);
    else if (field === "updated" || field === "modified") this.#updated.push(text);
    else this.#published.push(text);
  }

  /** Null without a usable link. */
  article(now?: number): FoundArticle | null {
    const rank = RANKS.find((candidate) => this.#links.has(candidate));
    if (rank === undefined) return null;
    const url = this.#links.get(rank)!;
    const guid = guidOf(this.#guid, url);
    return {
      url,
      title: this.#title ?? this.#spareTitle,
      publishedAt: firstDate(this.#published, now),
      updatedAt: firstDate(this.#updated, now),
      ...(guid !== null && { guid }),
    };
  }

  #setTitle(name: string, text: string, attributes: Readonly<Record<string, string>>): void {
    const title = plainTitle(text, titleKind(name, attributes));
    if (name === "dc:title") this.#spareTitle ??= title;
    else this.#title ??= title;
  }

  #setLink(text: string, attributes: Readonly<Record<string, string>>, base: string): void {
    const href = attributes["href"];
    const rel = attributes["rel"]?.toLowerCase() ?? "alternate";
    const type = attributes["type"]?.toLowerCase() ?? "text/html";
    if (href === undefined) this.#link("link", text, base);
    else if (rel === "alternate") this.#link(type.includes("html") ? "alternate-html" : "alternate", href, base);
    else if (rel === "self" && type.includes("html")) this.#link("other", href, base);
  }

  /** A guid is the permanent link unless it says that it is not; ids that are no URL ("tag:...", a number) never are. */
  #setGuid(text: string, attributes: Readonly<Record<string, string>>, base: string): void {
    this.#guid ??= text;
    const permanent = (attributes["ispermalink"] ?? "true").toLowerCase() !== "false";
    if (looksLikeHttpUrl(text)) this.#link(permanent ? "permalink" : "id", text, base);
    else if (permanent && /^\s*\/\S+\s*$/.test(text)) this.#link("permalink", text, base);
  }

  #setId(text: string, base: string): void {
    this.#guid ??= text;
    this.#link("id", looksLikeHttpUrl(text) ? text : undefined, base);
  }

  #link(rank: LinkRank, raw: string | undefined, base: string): void {
    if (raw === undefined || this.#links.has(rank)) return;
    const url = readLink(raw, base);
    if (url !== null) this.#links.set(rank, url);
  }
}

function firstDate(raw: readonly string[], now: number | undefined): number | null {
  for (const text of raw) {
    const at = readDate(text, now);
    if (at !== null) return at;
  }
  return null;
}
