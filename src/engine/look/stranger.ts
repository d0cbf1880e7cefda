import type { EngineContext } from "#engine/context";
import { strangerLines } from "#extract/site/strangers";
import { DAY_MS } from "#lib/clock";
import type { Article } from "#model/article";
import type { Document } from "#model/document";
import type { Away } from "#model/memory";
import type { Version, VersionText } from "#model/version";
import type { LookLearned } from "#store/sites/site";
import { textOf } from "#version/fingerprint";
import { heldIn, isUnlike } from "#version/same-article";
import { isPermanent } from "./claims.ts";
import { isLed } from "./elsewhere.ts";
import type { TextObservation } from "./observation.ts";
import type { Past } from "./past.ts";
import type { Verdict } from "./verdict.ts";

/** So many other articles with the same text in place of their own: it is the site's, and no article's ... */
const OTHERS = 2;
/** ... and one is enough when it was held at so many looks: before a text counts, it has to be the article's alone. */
const HELD_LOOKS = 2;
/** A longer text may be the article rewritten from its beginning to its end. */
const MAX_SIZE = 4_000;
/** So long a first text is doubted that has nothing of what was announced: walls, and faults before them, last days. */
const DOUBTED_MS = 4 * DAY_MS;

/** What there is to say of a text that has nothing of the article. */
export type Strangeness =
  /** It has something of it, or nothing shows that it is not the article's. */
  | { readonly kind: "own" }
  /** It may be the article's: it has to stay before it counts. */
  | { readonly kind: "doubtful"; readonly learned: LookLearned; readonly isHeld: boolean }
  | { readonly kind: "wall"; readonly verdict: Verdict; readonly learned: LookLearned };

/**
 * Whether a text is another one in the article's place: a wall that no known wording tells. It has no paragraph of the latest version.
 * Where other articles of the site show the same, it is the site's; otherwise it is held for longer, unless the page has the article's
 * headline, or states its day. A first text has to be what was announced, or a page that describes an article.
 */
export async function strangenessOf(
  { store: { reader }, sites, clock, replayed }: Pick<EngineContext, "store" | "sites" | "clock" | "replayed">,
  article: Article,
  observation: TextObservation,
  past: Past,
): Promise<Strangeness> {
  const { page, site } = observation;
  const text = textOf(page.document);
  const lines = strangerLines(text);
  const others = sites.othersWith(site, article, lines);
  if (past.kind === "first") {
    if (others >= OTHERS) return wall(others, sites.noteStranger(site, article, lines));
    if (replayed || !mayBeAnother(article, observation, text, clock.now())) return OWN;
    return notAnnounced(page.document.headline, sites.noteStranger(site, article, lines));
  }
  const { latest, away } = past.memory;
  if (page.mark.whole === latest.text.whole || sharesLines(page.mark.lines, latest.text.lines)) return OWN;
  const version = await reader.version(article.id, past.latest);
  if (!version) return OWN;
  const held = heldIn(version.text, text);
  if (held.paragraphs === 0 || held.held > 0) return OWN;
  const learned = sites.noteStranger(site, article, lines);
  if (others >= OTHERS || (others > 0 && hasStayed(away))) return wall(others, learned);
  const isHeld =
    isUnlike(held) &&
    page.mark.size <= MAX_SIZE &&
    !isDatedLike(statedDay(page.document, observation.response.url), version);
  return { kind: "doubtful", learned, isHeld };
}

const OWN: Strangeness = { kind: "own" };

const hasStayed = (away: Away | null): boolean => away?.rule === "stranger" && away.textLooks >= HELD_LOOKS;

/**
 * Whether the first text of an article may be another one in its place: a few lines that describe no article, under another headline
 * than was announced. Where none was announced, a redirect for the moment has to have led there, or the lines to stand at another place
 * than the site's texts. For four days such lines are no first text; most walls are down by then.
 */
function mayBeAnother(
  article: Article,
  { page, response, site }: TextObservation,
  text: VersionText,
  now: number,
): boolean {
  const { canonicalUrl, byline } = page.document;
  if (page.mark.size > MAX_SIZE || now - article.firstSeenAt > DOUBTED_MS) return false;
  if (statedDay(page.document, response.url) !== null || canonicalUrl !== null || byline.length > 0) return false;
  if (article.headline !== null) {
    const announced = { headline: article.headline, standfirst: null, corrections: [], blocks: [] };
    return isUnlike(heldIn(announced, text));
  }
  const { bodyPath } = site.template;
  const isLedForNow = isLed(article.url, response.url) && !response.hops.every(isPermanent);
  return isLedForNow || (bodyPath !== null && bodyPath !== page.trace.container);
}

const notAnnounced = (headline: string | null, learned: LookLearned): Strangeness => ({
  kind: "wall",
  verdict: {
    outcome: "walled",
    met: "unchanged",
    reason: { code: "not-as-announced", ...(headline && { quote: headline }) },
  },
  learned,
});

const wall = (others: number, learned: LookLearned): Strangeness => ({
  kind: "wall",
  verdict: { outcome: "walled", met: "unchanged", reason: { code: "same-at-others", articles: others + 1 } },
  learned,
});

const isDatedLike = (day: string | null, version: Version): boolean =>
  day !== null && day === version.publishedAt?.slice(0, 10);

/** The day of publication that the page states; null for one that only its address has, which is there whatever the page is. */
function statedDay({ publishedAt }: Document, url: string): string | null {
  if (publishedAt === null) return null;
  const day = publishedAt.slice(0, 10);
  const digits = new URL(url).pathname.replace(/\D+/g, "");
  return publishedAt === day && digits.includes(day.replaceAll("-", "")) ? null : day;
}

/** Of eight digits each, the headline's first. */
function sharesLines(one: string, other: string): boolean {
  const [, ...lines] = one.match(/.{8}/g) ?? [];
  const [, ...others] = other.match(/.{8}/g) ?? [];
  const known = new Set(others);
  return lines.some((line) => known.has(line));
}
