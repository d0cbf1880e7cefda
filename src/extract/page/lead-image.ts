import { parseHttpUrl } from "#lib/url";
import type { LeadImage } from "#model/document";
import { firstString, objectsIn, type Structured } from "./json-ld.ts";
import { firstMeta, type Metas } from "./metas.ts";
import type { Page, Placed, Span } from "./page.ts";
import { collapse } from "./text.ts";
import { attribute } from "./tree.ts";

/** Captions are a sentence or three; what is longer is the article beside the picture. */
const MAX_CAPTION = 600;

/** What templates offer to those who share a page without a picture. */
const PLACEHOLDER = /logo|placeholder|default|fallback|favicon|sprite|blank|spacer|1x1|pixel|avatar|gravatar/i;

/**
 * The picture between headline and text with its caption; else the one that JSON-LD or the sharing metadata name. Where
 * both are there the metadata's address is taken: the page's own often changes with the width of the screen.
 */
export function readLeadImage(
  page: Page,
  { article, resolve }: Structured,
  metas: Metas,
  head: Span,
  url: string,
): LeadImage | null {
  const base = parseHttpUrl(url)?.href;
  const address = (text: string | null) => (text === null ? null : (parseHttpUrl(text, base)?.href ?? null));
  const shown = page.facts.images.find(
    (image) => image.run >= head.from && image.run < head.to && isPicture(page, image),
  );
  const declared = [
    imageOf(resolve(article?.["image"])),
    imageOf(resolve(article?.["thumbnailUrl"])),
    firstMeta(metas, "og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"),
  ].map(address);
  const own = address(shown ? sourceOf(shown) : null);
  const best = declared.find((found) => found !== null && !PLACEHOLDER.test(found)) ?? own;
  return best === null ? null : { url: best, caption: shown ? captionOf(page, shown) : null };
}

/** An address, an ImageObject, or a list of either. */
function imageOf(value: unknown): string | null {
  const direct = firstString(value);
  if (direct !== null) return direct;
  for (const object of objectsIn(value).slice(0, 20)) {
    const url = firstString(object["url"]) ?? firstString(object["contentUrl"]) ?? firstString(object["@id"]);
    if (url !== null) return url;
  }
  return null;
}

/** Where a picture comes from, also where a script is to put it in, or where the page offers it in several widths. */
function sourceOf({ element }: Placed): string | null {
  for (const name of SOURCES) {
    const source = attribute(element, name);
    if (source !== "" && !source.startsWith("data:")) return source;
  }
  return widest(attribute(element, "srcset")) ?? widest(attribute(element, "data-srcset"));
}

const SOURCES = ["src", "data-src", "data-original", "data-lazy-src"];
/** Characters read of a list of sizes; a dozen long addresses. */
const MAX_SRCSET = 5_000;

/** "a.jpg 400w, b.jpg 1200w" -> "b.jpg". */
function widest(srcset: string): string | null {
  const offers = srcset
    .slice(0, MAX_SRCSET)
    .split(/,\s+/)
    .map((offer) => /^\s*(\S+)(?:\s+([\d.]+)[wx])?/.exec(offer))
    .flatMap((offer) => (offer ? [{ source: offer[1]!, width: Number(offer[2] ?? 1) }] : []))
    .filter(({ source }) => !source.startsWith("data:"));
  return offers.toSorted((a, b) => b.width - a.width)[0]?.source ?? null;
}

/** Icons and portraits beside a byline are small, and say so. */
function isPicture(page: Page, image: Placed): boolean {
  const width = Number(attribute(image.element, "width") || Number.NaN);
  const source = sourceOf(image);
  if (source === null || width < 200 || PLACEHOLDER.test(source)) return false;
  for (let box = page.boxes[image.box] ?? null; box; box = box.parent) {
    if (box.marks.comment || box.marks.hidden || /^(?:nav|footer|aside)$/.test(box.element.name)) return false;
    if (/author|byline|avatar|logo/i.test(attribute(box.element, "class"))) return false;
  }
  return true;
}

/** The caption in the figure around a picture, or in a box close around it. */
function captionOf(page: Page, image: Placed): string | null {
  let box = page.boxes[image.box] ?? null;
  for (let climb = 0; box && climb < 4; climb++, box = box.parent) {
    const from = box.index;
    for (let i = from; i < box.end && i < from + 40; i++) {
      const inner = page.boxes[i]!;
      if ((inner.element.name !== "figcaption" && !inner.marks.caption) || inner.from === inner.to) continue;
      const text = page.runs
        .slice(inner.from, inner.to)
        .map((run) => run.text)
        .join(" ");
      if (text.length <= MAX_CAPTION) return collapse(text);
    }
    if (/^(?:figure|article|main|body)$/.test(box.element.name)) return null;
  }
  return null;
}
