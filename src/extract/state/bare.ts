import { BARE_NOTICES } from "./bare-words.ts";
import type { Evidence } from "./evidence.ts";
import type { Judgement } from "./judgement.ts";
import { calls } from "./og-type.ts";

/** All that a bare page shows has no more letters than this: a challenge with its explanations has 900, a consent page 1,200. */
const MAX_SHOWN = 1_600;
/** And no more of them in its own paragraphs. */
const MAX_BODY = 1_200;
const MAX_LINKS = 30;
/** Lines that are read for words. */
const MAX_RUNS = 60;

/**
 * A page that has nothing of an article about it: it describes none, names no day, links to little and says little. True articles of
 * that kind are rare, so that ordinary words in two of the groups are enough to say what it is.
 */
export function bareNotice(evidence: Evidence, body: number): Judgement | null {
  const { page, headline } = evidence;
  if (!isBare(evidence, body)) return null;
  const text = [page.facts.title, headline ?? "", ...page.runs.slice(0, MAX_RUNS).map((run) => run.text)].join("\n");
  for (const { state, code, least, groups } of BARE_NOTICES) {
    const found = groups.flatMap((group) => group.exec(text)?.[0] ?? []);
    if (found.length >= least) return { state, reason: { code, quote: found.join(", ").slice(0, 80) } };
  }
  return null;
}

function isBare({ page, structured, publishedAt }: Evidence, body: number): boolean {
  const { article } = structured;
  if (article?.["headline"] !== undefined || article?.["articleBody"] !== undefined || publishedAt !== null)
    return false;
  if (calls(page, "article") || page.facts.times.length > 0 || page.facts.anchors.length > MAX_LINKS) return false;
  return body <= MAX_BODY && page.runs.reduce((sum, run) => sum + run.size, 0) <= MAX_SHOWN;
}
