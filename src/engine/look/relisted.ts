import type { Article } from "#model/article";
import type { HiddenBecause } from "#model/hidden";
import type { VersionText } from "#model/version";
import type { HiddenText, Reader } from "#store/reader";
import { COMMON_HEADLINE, SAME_REPORT, SAME_TEXT, sameHeadline, shareOf, wordsOf } from "#version/relisted";

/** The articles of the source that were hidden last; more would make the first look at an article slow. */
const MAX_COMPARED = 50;

/**
 * Whether the first text of an article is one that the operator hid, under another address: then it starts hidden, and the operator
 * is asked. Null for nearly every article, and at the cost of one question where the source has nothing hidden.
 */
export async function relisted(
  reader: Pick<Reader, "hiddenTexts" | "headlineUses">,
  article: Article,
  text: VersionText,
): Promise<HiddenBecause | null> {
  if (article.hidden) return null;
  const hidden = await reader.hiddenTexts(article.sourceId, MAX_COMPARED);
  if (hidden.length === 0) return null;
  const likest = mostLike(text, hidden);
  if (!likest) return null;
  const { because, headline } = likest;
  if (because.share >= SAME_TEXT || headline === null) return because;
  return (await reader.headlineUses(article.sourceId, headline)) < COMMON_HEADLINE ? because : null;
}

/** The hidden text of which the new one has most, among those of which it has enough; `headline` where that had to help. */
function mostLike(text: VersionText, hidden: readonly HiddenText[]) {
  const words = wordsOf(text);
  let likest: { readonly because: HiddenBecause; readonly headline: string | null } | null = null;
  for (const { articleId, text: old } of hidden) {
    const share = shareOf(wordsOf(old), words);
    const same = sameHeadline(old, text);
    if (share < SAME_TEXT && !(same && share >= SAME_REPORT)) continue;
    if (likest && likest.because.share >= share) continue;
    const because = { code: "like-hidden", article: articleId, share: rounded(share), sameHeadline: same } as const;
    likest = { because, headline: share < SAME_TEXT ? old.headline : null };
  }
  return likest;
}

/** Down, so that what is stored never claims more than was found. */
const rounded = (share: number): number => Math.floor(share * 100) / 100;
