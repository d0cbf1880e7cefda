import { firstString, type Json } from "./json-ld.ts";
import { firstMeta, type Metas } from "./metas.ts";
import type { Box, Page } from "./page.ts";
import { bare, collapse } from "./text.ts";
import { attribute } from "./tree.ts";

export interface Headline {
  readonly text: string | null;
  /** The heading it stands in; null when it comes from metadata alone. */
  readonly box: Box | null;
}

/** Longest headline taken from a heading; a longer h1 wraps something else. */
const MAX_LENGTH = 400;

/** The page's own heading that agrees best with what the metadata call the article; metadata only where there is none. */
export function readHeadline(article: Json | null, metas: Metas, page: Page): Headline {
  const claims = [
    firstString(article?.["headline"]),
    firstMeta(metas, "og:title", "twitter:title", "title", "dc.title"),
    firstString(article?.["name"]),
    page.facts.title,
  ].flatMap((claim) => (claim ? [plain(claim)] : []));
  const claimed = claims.map((claim) => new Set(bare(claim).split(" ")));
  let best: { box: Box; text: string; score: number } | null = null;
  for (const box of page.boxes) {
    const level = HEADING.exec(box.element.name)?.[1];
    const isTitle = level !== undefined || /headline|^name$/.test(attribute(box.element, "itemprop"));
    if (!isTitle || box.marks.hidden) continue;
    const text = collapse(
      page.runs
        .slice(box.from, box.to)
        .map((run) => run.text)
        .join(" "),
    );
    if (text === "" || text.length > MAX_LENGTH) continue;
    const likeness = Math.max(0, ...claimed.map((words) => agreement(words, text)));
    const score = likeness + (level === "1" ? 0.35 : level === "2" ? 0.1 : 0) - (box.marks.junk ? 0.3 : 0);
    if ((level === "1" || likeness > 0.6) && (!best || score > best.score + 0.001)) best = { box, text, score };
  }
  if (best && (best.score >= 0.4 || isOnlyHeading(page, best.box, best.text)))
    return { text: withoutKicker(best.text, claims), box: best.box };
  const claim = claims[0];
  return claim
    ? { text: withoutSite(claim, metas, page), box: null }
    : { text: best?.text ?? null, box: best?.box ?? null };
}

/** Metadata may word the headline anew for search engines; the page's one long h1 is still what readers see. */
function isOnlyHeading(page: Page, box: Box, text: string): boolean {
  if (box.element.name !== "h1" || box.marks.junk || bare(text).split(" ").length < 4) return false;
  return page.boxes.every(({ element, from, to }) => element.name !== "h1" || element === box.element || from === to);
}

const HEADING = /^h([1-4])$/;

const plain = (text: string): string =>
  collapse(text.replace(/<[^>]*>/g, " ").replace(/&(?:quot|#0?39|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity));
const ENTITIES: Readonly<Record<string, string>> = {
  "&quot;": '"',
  "&#39;": "'",
  "&#039;": "'",
  "&apos;": "'",
  "&amp;": "&",
};

/** Share of the words that two texts have in common (Dice). */
function agreement(words: ReadonlySet<string>, text: string): number {
  const own = new Set(bare(text).split(" "));
  let common = 0;
  for (const word of own) if (words.has(word)) common++;
  return (2 * common) / (own.size + words.size);
}

/** Some templates put the topic line into the h1 ("Culture: The headline"); the metadata's headline tells the two apart. */
function withoutKicker(text: string, claims: readonly string[]): string {
  for (const claim of claims) {
    if (claim.length >= 15 && text.length > claim.length && text.endsWith(claim)) return claim;
  }
  return text;
}

/** "Headline | The Paper" -> "Headline", when what follows the last separator names the site or is short beside the headline. */
function withoutSite(title: string, metas: Metas, page: Page): string {
  const site = bare(firstMeta(metas, "og:site_name", "application-name") ?? "");
  const cut = /^(.{15,}?)\s+[|–—·•:»-]+\s+([^|–—·•»]{2,40})$/u.exec(title);
  if (!cut) return title;
  const tail = bare(cut[2]!);
  const named = site !== "" && (tail.includes(site) || site.includes(tail));
  return named || page.facts.title === title ? cut[1]! : title;
}
