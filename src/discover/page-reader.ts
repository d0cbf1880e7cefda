import { MAX_HUBS } from "./hub.ts";
import type { MarkupHandler } from "./markup.ts";

export interface PageLink {
  readonly rel: string;
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

export interface Anchor {
  readonly href: string;
  /** Text of the link, white space as it stands. */
  readonly text: string;
  /** Inside a heading, or holding one. */
  readonly inHeading: boolean;
  /** Inside navigation, header, footer or a form. */
  readonly inFurniture: boolean;
}

/** Front pages have up to 1,500 links; beyond this a page is a link farm. */
const MAX_ANCHORS = 10_000;
const MAX_LINKS = 200;
const MAX_TEXT_CHARS = 600;
/** JSON-LD kept of a page, all blocks together. */
const MAX_JSON_CHARS = 500_000;
const MAX_JSON_BLOCKS = 20;
/** An anchor whose end tag is missing ends here. */
const ENDS_ANCHOR: ReadonlySet<string> = new Set(["a", "ul", "table", "section", "article", "body", "main"]);

const HEADINGS: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const FURNITURE: ReadonlySet<string> = new Set(["nav", "footer", "form", "menu"]);
/** Of a class or id that are looked at: a dozen names. */
const MAX_NAMES_CHARS = 300;
/** At the end of a class or id: wrappers of whole pages are called "nav-closed" or "menu-open". */
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:nav|navi|navigation|navbar|menu|footer|breadcrumbs?|social|share|sharing|cookie|login)(?:$|\s)/i;

interface OpenAnchor {
  readonly href: string;
  readonly depth: number;
  /** Its title attribute, for links that hold only a picture. */
  readonly spare: string;
  text: string;
  /** Text of the first heading in it: a link around a whole teaser is named by that. */
  heading: string;
  headingState: "none" | "open" | "closed";
  inHeading: boolean;
}

/** Gathers the raw material of a page; `readPage` makes sense of it. */
export class PageReader implements MarkupHandler {
  title = "";
  baseHref = "";
  canonical = "";
  readonly links: PageLink[] = [];
  readonly hubs: string[] = [];
  self: string | null = null;
  readonly anchors: Anchor[] = [];
  readonly jsonLd: string[] = [];
  readonly #meta = new Map<string, string>();
  #depth = 0;
  #headings = 0;
  /** Depth of the outermost furniture element, 0 outside. */
  #furniture = 0;
  #anchor: OpenAnchor | null = null;
  #sink: "title" | "json" | null = null;
  #json = "";
  #jsonChars = 0;

  /** First non-empty content of the named meta elements. */
  meta(...names: readonly string[]): string {
    for (const name of names) {
      const content = this.#meta.get(name);
      if (content) return content;
    }
    return "";
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#anchor && ENDS_ANCHOR.has(name)) this.#finishAnchor();
    if (HEADINGS.has(name)) {
      this.#headings += 1;
      if (this.#anchor) {
        this.#anchor.inHeading = true;
        if (this.#anchor.headingState === "none") this.#anchor.headingState = "open";
      }
    }
    if (this.#furniture === 0 && isFurnitureElement(name, attributes)) this.#furniture = this.#depth;
    if (name === "a") this.#openAnchor(attributes);
    else this.#openOther(name, attributes);
  }

  #openAnchor(attributes: Readonly<Record<string, string>>): void {
    const href = attributes["href"] ?? "";
    if (href === "" || href.startsWith("#") || this.anchors.length >= MAX_ANCHORS) return;
    const spare = attributes["title"] ?? attributes["aria-label"] ?? "";
    const inHeading = this.#headings > 0;
    this.#anchor = { href, text: "", heading: "", headingState: "none", inHeading, depth: this.#depth, spare };
  }

  #openOther(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "title") this.#sink = this.title === "" ? "title" : null;
    else if (name === "base") this.baseHref ||= attributes["href"] ?? "";
    else if (name === "meta") this.#setMeta(attributes);
    else if (name === "link") this.#setLink(attributes);
    else if (name === "script" && /ld\+json/i.test(attributes["type"] ?? "")) this.#sink = "json";
    else this.#addText(" ");
  }

  #setMeta(attributes: Readonly<Record<string, string>>): void {
    const name = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").toLowerCase();
    const content = attributes["content"] ?? "";
    if (name !== "" && content !== "" && !this.#meta.has(name) && this.#meta.size < MAX_LINKS) {
      this.#meta.set(name, content.slice(0, MAX_TEXT_CHARS));
    }
  }

  #setLink(attributes: Readonly<Record<string, string>>): void {
    const { href = "", type = "", title = "" } = attributes;
    const rel = (attributes["rel"] ?? "").toLowerCase();
    if (href === "" || this.links.length >= MAX_LINKS) return;
    const rels = rel.split(/\s+/);
    if (rels.includes("hub") && this.hubs.length < MAX_HUBS) this.hubs.push(href);
    if (rels.includes("self")) this.self ??= href;
    if (/\bcanonical\b/.test(rel)) this.canonical ||= href;
    else if (/\b(?:alternate|feed)\b/.test(rel)) this.links.push({ rel, type: type.toLowerCase(), href, title });
  }

  text(data: string): void {
    if (this.#sink === "json") this.#json += data;
    else if (this.#sink === "title") this.title += data.slice(0, MAX_TEXT_CHARS);
    else this.#addText(data.slice(0, MAX_TEXT_CHARS));
  }

  #addText(data: string): void {
    const anchor = this.#anchor;
    if (!anchor) return;
    if (anchor.text.length < MAX_TEXT_CHARS) anchor.text += data;
    if (anchor.headingState === "open" && anchor.heading.length < MAX_TEXT_CHARS) anchor.heading += data;
  }

  close(name: string): void {
    if (HEADINGS.has(name)) {
      this.#headings -= 1;
      if (this.#anchor?.headingState === "open") this.#anchor.headingState = "closed";
    }
    if (name === "title" || name === "script") this.#closeSink();
    if (this.#anchor && this.#depth <= this.#anchor.depth) this.#finishAnchor();
    else this.#addText(" ");
    if (this.#depth === this.#furniture) this.#furniture = 0;
    this.#depth -= 1;
  }

  #closeSink(): void {
    if (this.#sink === "json" && this.jsonLd.length < MAX_JSON_BLOCKS) {
      this.#jsonChars += this.#json.length;
      if (this.#jsonChars <= MAX_JSON_CHARS) this.jsonLd.push(this.#json);
    }
    this.#json = "";
    this.#sink = null;
  }

  #finishAnchor(): void {
    const anchor = this.#anchor!;
    this.#anchor = null;
    this.anchors.push({
      href: anchor.href,
      text: [anchor.heading, anchor.text, anchor.spare].find((text) => text.trim() !== "") ?? "",
      inHeading: anchor.inHeading,
      inFurniture: this.#furniture > 0,
    });
  }

  finish(): void {
    if (this.#anchor) this.#finishAnchor();
  }
}

function isFurnitureElement(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (FURNITURE.has(name)) return true;
  if (name === "body" || name === "html" || name === "main") return false;
  if (/^(?:navigation|contentinfo|search|menu)$/.test(attributes["role"] ?? "")) return true;
  const id = attributes["id"];
  const classes = attributes["class"];
  return (
    (id !== undefined && FURNITURE_NAME.test(id.slice(0, MAX_NAMES_CHARS))) ||
    (classes !== undefined && FURNITURE_NAME.test(classes.slice(0, MAX_NAMES_CHARS)))
  );
}
