import { weigh } from "#extract/page/text";
import { bareNotice } from "./bare.ts";
import type { Evidence } from "./evidence.ts";
import type { Judgement } from "./judgement.ts";
import { isListing } from "./listing.ts";
import { NOTICES } from "./notices.ts";
import { calls } from "./og-type.ts";
import { scrambledOf } from "./scrambled.ts";
import { isLocked, wallOf } from "./wall.ts";

const ARTICLE: Judgement = { state: "article", reason: null };

/** A body of this size is no notice, whatever the page says elsewhere. */
const MAX_NOTICE_BODY = 600;
/** On a page that describes an article and its day, a notice has next to no text beside it. */
const MAX_DATED_NOTICE_BODY = 150;
/** A page whose own text is next to nothing beside a consent banner. */
const MAX_CONSENT_BODY = 200;
/** A page that is nothing but a notice has little text in all. */
const MAX_NOTICE_PAGE = 3_000;

/** Says what the page turned out to be. In doubt it is an article: a held-back edit is worse than a dull one. */
export function judge(evidence: Evidence): Judgement {
  const { page, selection, blocks, live } = evidence;
  const { article } = evidence.structured;
  const size = blocks.reduce((sum, block) => sum + weigh(block.text), 0);
  if (page.runs.length === 0 && blocks.length === 0) return { state: "empty", reason: { code: "no-text" } };
  const scrambled = scrambledOf({ ...evidence, locked: isLocked(article) });
  const wall = scrambled ?? wallOf({ page, selection, blocks, size, article });
  if (wall) return { state: "walled", reason: wall.reason, endsAt: wall.run };
  const notice = size < (isDated(evidence) ? MAX_DATED_NOTICE_BODY : MAX_NOTICE_BODY) ? noticeOf(evidence, size) : null;
  if (notice) return notice;
  const bare = bareNotice(evidence, size);
  if (bare) return bare;
  if (isListing(evidence, size)) return { state: "listing", reason: { code: "links-only" } };
  if (size === 0 && !isGallery(evidence)) return { state: "empty", reason: { code: "no-readable-text" } };
  return live === null ? ARTICLE : { state: "live", reason: live };
}

function noticeOf({ page, headline }: Evidence, body: number): Judgement | null {
  const titles = [page.facts.title, headline ?? ""];
  const visible = page.runs.reduce((sum, run) => sum + run.size, 0);
  const lines = visible <= MAX_NOTICE_PAGE ? page.runs.slice(0, 80).map((run) => run.text) : [];
  for (const { state, wording, code } of NOTICES) {
    if (state === "consent" && body > MAX_CONSENT_BODY) continue;
    for (const text of [...titles, ...lines]) {
      const found = wording.exec(text);
      if (found) return { state, reason: { code, quote: found[0].trim().slice(0, 80) } };
    }
  }
  return null;
}

/** JSON-LD or metadata describe an article with its day: no page of notices does. */
const isDated = ({ structured, publishedAt }: Evidence): boolean =>
  publishedAt !== null && structured.article?.["headline"] !== undefined;

/** Pictures or a video under a headline and standfirst, on a page that calls itself an article. */
function isGallery({ page, headline, standfirst, publishedAt }: Evidence): boolean {
  if (headline === null || standfirst === null || weigh(standfirst) < MIN_GALLERY_TEXT) return false;
  return publishedAt !== null || calls(page, "article");
}
const MIN_GALLERY_TEXT = 60;
