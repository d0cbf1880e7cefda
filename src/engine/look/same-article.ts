import { normaliseUrl, sameSite, urlKey } from "#lib/url";
import type { Article } from "#model/article";
import type { Block } from "#model/document";
import type { Hop } from "#model/fetcher";
import type { ArticleId } from "#model/id";
import type { Join, JoinCause } from "#model/join";
import type { Reader } from "#store/reader";
import { isFront, isPermanent } from "./claims.ts";
import type { SeenLook, TextObservation } from "./observation.ts";
import type { Past } from "./past.ts";
import { SAME_TEXT_SHARE, sharedParagraphs } from "./same-text.ts";

/** What a look found an article to have in common with another one. */
export type SameArticle =
  /** This one has no version yet: it becomes a part of the other, which is looked at under `address` if that is given. */
  | Duplicate
  /** The other has no version yet, and becomes a part of this one. */
  | Absorbing
  /** Both have versions: their histories are joined. */
  | Joining;

/** What two articles are taken for one on. */
interface Grounds {
  readonly why: JoinCause;
  /** Share of the paragraphs of the one that the other has; null where one of them has no text yet. */
  readonly share: number | null;
}

export interface Duplicate extends Grounds {
  readonly kind: "duplicate";
  readonly of: Article;
  readonly address?: string;
}

export interface Absorbing extends Grounds {
  readonly kind: "absorbs";
  readonly other: Article;
}

export interface Joining {
  readonly kind: "joined";
  readonly with: Article;
  readonly why: JoinCause;
  readonly share: number;
  /** Which of the two is looked at from now on. */
  readonly living: ArticleId;
}

export type SameReader = Pick<Reader, "article" | "strands" | "joins" | "clues" | "version">;

interface Question {
  readonly reader: SameReader;
  readonly article: Article;
  /** What the page says now. */
  readonly blocks: readonly Block[];
  /** Where the page was in the end. */
  readonly url: string;
  readonly past: { readonly kind: Past["kind"] };
}

/** Whether a look found its article to be another one that is known. What a look at a claimed address proves is decided apart. */
export async function findSame(
  reader: SameReader & Pick<Reader, "articleByUrl">,
  { article, proving }: Pick<SeenLook, "article" | "proving">,
  observation: TextObservation,
  past: Past,
): Promise<Followed> {
  const question = questionOf(reader, article, observation, past);
  const followed = await followClues(question);
  if (followed.same || proving) return followed;
  for (const url of addressesOf(observation)) {
    const holder = urlKey(url) === urlKey(article.url) ? null : await reader.articleByUrl(url);
    if (!holder || holder.id === article.id) continue;
    const same = await sameAtAddress(question, observation, holder, url);
    if (same) return { ...followed, same };
  }
  return followed;
}

/** The same of a look that saw the very page it saw before. */
export async function findSameUnread(reader: SameReader, article: Article): Promise<Followed> {
  const isAsked = (await reader.clues(article.id)).length > 0;
  const question = isAsked ? await questionOfSame(reader, article) : null;
  return question ? followClues(question) : { same: null, different: [] };
}

/** Where the page was in the end, and what it declares, if that is of its site. */
function addressesOf({ response, page }: TextObservation): readonly string[] {
  const final = normaliseUrl(response.url);
  const declared = page.document.canonicalUrl === null ? null : normaliseUrl(page.document.canonicalUrl);
  const own = final !== null && declared !== null && sameSite(declared, final) ? [declared, final] : [final];
  return own.filter((url) => url !== null && !isFront(url)) as readonly string[];
}

const questionOf = (
  reader: SameReader,
  article: Article,
  { response, page }: TextObservation,
  past: Past,
): Question => ({ reader, article, blocks: page.document.blocks, url: response.url, past });

/** Of a look that saw the very page it saw before; null without a version. */
async function questionOfSame(reader: SameReader, article: Article): Promise<Question | null> {
  const latest = await reader.version(article.id, article.versionCount);
  return latest && { reader, article, blocks: latest.text.blocks, url: article.url, past: { kind: "later" } };
}

/** The article that an address on the way of this look belongs to, if it is the same one; null if it is not, or nothing proves it. */
async function sameAtAddress(
  question: Question,
  observation: TextObservation,
  holder: Article,
  url: string,
): Promise<SameArticle | null> {
  const why = proofOf(question.article, observation, holder, url);
  if (why === null || question.past.kind === "first" || !(await mayBeOne(question, holder))) return null;
  if (holder.versionCount === 0) {
    const share = await shareWith(question, question.article);
    return share >= SAME_TEXT_SHARE ? { kind: "absorbs", other: holder, why, share } : null;
  }
  const share = Math.min(await shareWith(question, holder), await shareWith(question, question.article));
  if (share < SAME_TEXT_SHARE) return null;
  return { kind: "joined", with: holder, why, share, living: holder.id };
}

/**
 * Why two addresses should be one article: the one redirects to the other, each time for good, or by a page of the site that leads on
 * by itself; or the page at this one declares the other, which goes by that very address itself.
 */
function proofOf(
  article: Article,
  { response, page }: TextObservation,
  holder: Article,
  url: string,
): JoinCause | null {
  const { hops } = response;
  const isForGood = (hop: Hop) => isPermanent(hop) || (hop.status === 200 && sameSite(hop.url, response.url));
  const isMoved = hops.length > 0 && hops.every(isForGood);
  if (isMoved && urlKey(url) === urlKey(response.url)) return "redirect";
  const isOwnPage = urlKey(response.url) === urlKey(article.url);
  const declares = page.document.canonicalUrl !== null && urlKey(url) !== urlKey(response.url);
  return isOwnPage && declares && urlKey(holder.url) === urlKey(url) ? "canonical" : null;
}

/** What a clue led to; and the clues that led to nothing, which need not be followed again. */
export interface Followed {
  readonly same: SameArticle | null;
  readonly different: readonly ArticleId[];
}

/** Follows the clues to other articles: the same guid, another spelling of the address, a parameter that need not choose one. */
async function followClues(question: Question): Promise<Followed> {
  const { reader, article } = question;
  const different: ArticleId[] = [];
  for (const { other: id, kind } of await reader.clues(article.id)) {
    const other = await livingOf(reader, id);
    if (!other || other.id === article.id || other.versionCount === 0 || !(await mayBeOne(question, other))) continue;
    const share = await shareWith(question, other);
    const isSame = kind === "parameter" ? share === 1 && (await isWhole(question, other)) : share >= SAME_TEXT_SHARE;
    if (isSame) return { same: sameByClue(question, other, kind, share), different };
    different.push(id);
  }
  return { same: null, different };
}

/** A list that names an article by its guid names its present address; other spellings lead to one page anyway. */
function sameByClue({ article, url, past }: Question, other: Article, why: JoinCause, share: number): SameArticle {
  const isNewest = why === "guid" && article.id > other.id;
  if (past.kind === "first")
    return {
      kind: "duplicate",
      of: other,
      why,
      share,
      ...(isNewest && { address: urlKey(url) === urlKey(article.url) ? article.url : url }),
    };
  const ids = [article.id, other.id];
  return {
    kind: "joined",
    with: other,
    why,
    share,
    living: (why === "guid" ? Math.max : Math.min)(...ids) as ArticleId,
  };
}

/** Of articles that were joined the one that is looked at. */
async function livingOf(reader: SameReader, id: ArticleId): Promise<Article | null> {
  const article = await reader.article(id);
  if (article?.status !== "joined") return article;
  const strands = await Promise.all((await reader.strands(id)).map((strand) => reader.article(strand)));
  return strands.find((strand) => strand?.status !== "joined") ?? null;
}

/** Not what is hidden, nor of another source, nor what the operator has separated. */
async function mayBeOne({ reader, article }: Question, other: Article): Promise<boolean> {
  if (article.hidden || other.hidden || article.sourceId !== other.sourceId) return false;
  const [own, others] = await Promise.all([reader.strands(article.id), reader.strands(other.id)]);
  if (own[0] === others[0]) return false;
  return !(await areSeparated(reader, article, other, [own, others]));
}

/** Whether the operator took a join of the two back. */
export async function areSeparated(
  reader: Pick<Reader, "joins" | "strands">,
  article: Article,
  other: Article,
  strands?: readonly [readonly ArticleId[], readonly ArticleId[]],
): Promise<boolean> {
  const joins = await reader.joins(article.id);
  if (joins.every(({ undoneAt }) => undoneAt === null)) return false;
  const [own, others] = strands ?? (await Promise.all([reader.strands(article.id), reader.strands(other.id)]));
  return joins.some((join) => separates(join, own, others));
}

const separates = ({ undoneAt, younger, elder }: Join, own: readonly ArticleId[], others: readonly ArticleId[]) =>
  undoneAt !== null &&
  ((own.includes(younger) && others.includes(elder)) || (own.includes(elder) && others.includes(younger)));

/** Share of the paragraphs of an article's latest version that the page has; 1 if it has no version that could differ. */
async function shareWith({ reader, blocks }: Question, article: Article): Promise<number> {
  const latest = await reader.version(article.id, article.versionCount);
  return latest === null ? 1 : sharedParagraphs(latest.text.blocks, blocks);
}

/** The page has nothing but what the other's latest version has. */
async function isWhole({ reader, blocks }: Question, other: Article): Promise<boolean> {
  const latest = await reader.version(other.id, other.versionCount);
  return latest !== null && sharedParagraphs(blocks, latest.text.blocks) === 1;
}
