import type { EngineContext } from "#engine/context";
import { strangerLines } from "#extract/site/strangers";
import type { Article } from "#model/article";
import type { Version } from "#model/version";
import type { LookLearned } from "#store/sites/site";
import { textOf } from "#version/fingerprint";
import { heldIn, isUnlike } from "#version/same-article";
import type { TextObservation } from "./observation.ts";
import type { Past } from "./past.ts";
import type { Verdict } from "./verdict.ts";

/** So many other articles with the same text in place of their own: it is the site's, and no article's. */
const OTHERS = 2;
/** A longer text may be the article rewritten from its beginning to its end. */
const MAX_SIZE = 1_500;

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
 * headline, or states its day.
 */
export async function strangenessOf(
  { store: { reader }, sites }: Pick<EngineContext, "store" | "sites">,
  article: Article,
  { page, site }: TextObservation,
  past: Past,
): Promise<Strangeness> {
  const text = textOf(page.document);
  const lines = strangerLines(text);
  const others = sites.othersWith(site, article, lines);
  if (past.kind === "first") return others >= OTHERS ? wall(others, sites.noteStranger(site, article, lines)) : OWN;
  const { latest } = past.memory;
  if (page.mark.whole === latest.text.whole || sharesLines(page.mark.lines, latest.text.lines)) return OWN;
  const version = await reader.version(article.id, past.latest);
  if (!version) return OWN;
  const held = heldIn(version.text, text);
  if (held.paragraphs === 0 || held.held > 0) return OWN;
  const learned = sites.noteStranger(site, article, lines);
  if (others >= OTHERS) return wall(others, learned);
  const isHeld = isUnlike(held) && page.mark.size <= MAX_SIZE && !isDatedLike(page.document.publishedAt, version);
  return { kind: "doubtful", learned, isHeld };
}

const OWN: Strangeness = { kind: "own" };

const wall = (others: number, learned: LookLearned): Strangeness => ({
  kind: "wall",
  verdict: { outcome: "walled", met: "unchanged", reason: { code: "same-at-others", articles: others + 1 } },
  learned,
});

const isDatedLike = (publishedAt: string | null, version: Version): boolean =>
  publishedAt !== null && publishedAt.slice(0, 10) === version.publishedAt?.slice(0, 10);

/** Of eight digits each, the headline's first. */
function sharesLines(one: string, other: string): boolean {
  const [, ...lines] = one.match(/.{8}/g) ?? [];
  const [, ...others] = other.match(/.{8}/g) ?? [];
  const known = new Set(others);
  return lines.some((line) => known.has(line));
}
