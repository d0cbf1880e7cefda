import { readBody } from "#extract/body/body";
import type { RunBlock } from "#extract/body/clean";
import { readLive } from "#extract/body/live";
import { select } from "#extract/body/select";
import { footOf, headOf } from "#extract/body/spans";
import { readByline } from "#extract/byline/byline";
import { readDates } from "#extract/dates/dates";
import { readHeadline } from "#extract/headline/headline";
import { readStandfirst } from "#extract/headline/standfirst";
import { MODELS, type Models } from "#extract/model/models";
import { canonicalUrl } from "#extract/page/canonical-url";
import { structured } from "#extract/page/json-ld";
import { readLanguage } from "#extract/page/language";
import { leadsOn } from "#extract/page/leads-on";
import { readMetas } from "#extract/page/metas";
import { unname } from "#extract/page/misnamed";
import type { Page } from "#extract/page/page";
import { linesOfPage, NO_LINES, type PageLines } from "#extract/page/page-lines";
import { parsePage } from "#extract/page/shadow";
import { walk } from "#extract/page/walk";
import { type Amount, amountsIn, movingIn } from "#extract/site/amounts";
import { applyTemplate } from "#extract/site/apply";
import { dropByRules, takenByRules } from "#extract/site/rules";
import { NO_TEMPLATE, readerName, type SiteTemplate } from "#extract/site/template";
import { NO_TRACE, type PageTrace } from "#extract/site/trace";
import { judge } from "#extract/state/state";
import { readTeasers } from "#extract/teasers/teasers";
import type { Block, Document, PageState, Span } from "#model/document";
import { FailureError, reasonOf } from "#model/failure";
import type { Reason } from "#model/reason";
import { readDetails } from "./details.ts";
import { MAX_HTML_LENGTH } from "./limits.ts";

/** Name and version of the extractor; a new one means that the same page may give another document. */
export const EXTRACTOR = "variorum/4";

/** What `extract` has to be told beside the page itself. */
export interface ExtractOptions {
  /** Where the page came from, after redirects: relative addresses are resolved against it. */
  readonly url: string;
  /** What was learned of the page's site; without it the page speaks for itself. */
  readonly site?: SiteTemplate;
  /** When the page was fetched, epoch ms: dates that lie later are not believed. Without it any date is. */
  readonly seenAt?: number | null;
}

/** A document, and what its page teaches about the site. */
export interface Extraction {
  readonly document: Document;
  readonly trace: PageTrace;
}

/**
 * Reads a news page: headline, standfirst, byline, claimed dates, language, canonical address, correction notes and the
 * body as ordered blocks. Pure and synchronous; never throws; a page made to exhaust it gives a document of state `error`
 * whose `stateReason` says which limit it met.
 *
 * @example
 * const said = "The harbour of Ems was shut on Friday after a storm had broken the outer wall, the port office said.";
 * const html = `<title>Harbour shut</title><article><h1>Harbour shut</h1><p>${said}</p><p>${said}</p></article>`;
 * const document = extract(html, { url: "https://example.com/2024/05/03/harbour" });
 * [document.headline, document.blocks[0]]
 * // ["Harbour shut", { kind: "paragraph", text: said }]
 */
export const extract = (html: string, options: ExtractOptions): Document => extractBy(MODELS, html, options);

/** As `extract`, with what the page teaches about its site (see `learn`). */
export function extractWithTrace(html: string, options: ExtractOptions): Extraction {
  const { document, trace } = readBy(MODELS, html, options);
  return { document, trace: trace() };
}

/** As `extractWithTrace`, with all that the page says beside: what readings of two pages are compared by when they differ. */
export function extractWithLines(html: string, options: ExtractOptions): Extraction & { readonly lines: PageLines } {
  const { document, trace, page } = readBy(MODELS, html, options);
  const traced = trace();
  return { document, trace: traced, lines: page ? linesOfPage(page, traced) : NO_LINES };
}

/** As `extract`, by models that are given: how a model does on pages it has not seen is measured so. */
export const extractBy = (models: Models, html: string, options: ExtractOptions): Document =>
  readBy(models, html, options).document;

interface Read {
  readonly document: Document;
  readonly trace: () => PageTrace;
  /** Null for a page that could not be read. */
  readonly page: Page | null;
}

function readBy(models: Models, html: string, { url, site = NO_TEMPLATE, seenAt = null }: ExtractOptions): Read {
  if (html.length > MAX_HTML_LENGTH) return failed(url, { code: "page-too-long", maxChars: MAX_HTML_LENGTH });
  try {
    const tree = parsePage(html);
    dropByRules(tree, site.rules);
    const page = walk(tree);
    unname(page);
    const done = read(page, html, url, models, site, seenAt);
    const on = leadsOn(html, url);
    if (on === null) return done;
    const { document } = done;
    return { ...done, document: { ...document, state: "empty", stateReason: { code: "leads-on", ...on }, blocks: [] } };
  } catch (error) {
    if (error instanceof FailureError) return failed(url, reasonOf(error.failure));
    return failed(url, { code: "page-unreadable", detail: error instanceof Error ? error.message : String(error) });
  }
}

function read(page: Page, html: string, url: string, models: Models, site: SiteTemplate, seenAt: number | null): Read {
  const metas = readMetas(page.facts);
  const stated = structured(page.facts.jsonLd);
  const { article } = stated;
  const headline = readHeadline(article, metas, page);
  const selection = select(page, headline, readTeasers(page, headline, article, url), site);
  const head = headOf(page, headline, selection);
  const foot = footOf(page, head, selection);
  const { byline, credits } = readByline({ structured: stated, metas, page, head, foot, url });
  const standfirst = readStandfirst(page, headline, selection, article, metas, byline);
  const body = readBody({ page, headline, selection, standfirst, byline, article, models, html });
  const amounts = amountsIn(page);
  const { blocks, trace } = applyTemplate(
    page,
    takenByRules(page, site.rules) ?? body.blocks,
    selection?.box ?? null,
    site,
    amounts,
  );
  const dates = readDates({ page, structured: stated, metas, head, below: headline.box?.to ?? head.from, url, seenAt });
  const given = { page, structured: stated, metas, headline: headline.text, blocks, url };
  const live = readLive(given);
  const evidence = {
    ...given,
    selection,
    standfirst: standfirst.text,
    publishedAt: dates.publishedAt,
    live: live.evidence,
  };
  const { state, reason, endsAt = Number.POSITIVE_INFINITY } = judge(evidence);
  const kept = blocks.filter(({ run }) => run < endsAt);
  const document: Document = {
    url,
    canonicalUrl: canonicalUrl(page.facts, metas, url),
    state,
    stateReason: reason,
    headline: headline.text,
    standfirst: standfirst.text,
    byline,
    ...dates,
    language: readLanguage(page.facts, article, metas),
    credits,
    ...readDetails({ ...given, head, blocks: HAS_BODY.has(state) ? kept : [] }),
    corrections: body.corrections,
    blocks: kept.map((block) => ({ kind: block.kind, text: block.text, ...spansOf(page, block, amounts, site) })),
    entries: state === "live" ? live.entries : [],
    extractor: readerName(EXTRACTOR, site.generation),
  };
  return { document, trace, page };
}

/** What the page's markup says of stretches of a block. A block that only the metadata state has no markup. */
function spansOf(
  { runs }: Page,
  { run, text, spans }: RunBlock,
  amounts: readonly Amount[],
  site: SiteTemplate,
): Pick<Block, "spans"> {
  if (spans) return { spans };
  const found = runs[run];
  if (found?.text !== text) return {};
  const own = found.spans ?? [];
  const moving = site.amounts?.size ? movingIn(amounts, site.amounts, run) : [];
  const isFree = (span: Span) => !own.some(({ from, to }) => from < span.to && to > span.from);
  const all = [...own, ...moving.filter(isFree)].sort((a, b) => a.from - b.from);
  return all.length > 0 ? { spans: all } : {};
}

/** Links of a notice are none of an article's. */
const HAS_BODY: ReadonlySet<PageState> = new Set(["article", "live", "walled"]);

const failed = (url: string, stateReason: Reason): Read => ({
  trace: () => NO_TRACE,
  page: null,
  document: {
    url,
    canonicalUrl: null,
    state: "error",
    stateReason,
    headline: null,
    standfirst: null,
    byline: [],
    publishedAt: null,
    modifiedAt: null,
    language: null,
    credits: [],
    section: null,
    leadImage: null,
    corrections: [],
    blocks: [],
    links: [],
    entries: [],
    continuesAt: null,
    extractor: EXTRACTOR,
  },
});
