import { stateOf } from "#engine/look/site-memory";
import { openWorkshop } from "#engine/threads/workshop";
import { sectionOf } from "#extract/site/section";
import { templateFor } from "#extract/site/view";
import type { Clock } from "#lib/clock";
import { hostKey } from "#lib/url";
import type { Archive } from "#model/archive";
import type { Article } from "#model/article";
import type { ArticleId, SourceId } from "#model/id";
import type { Store } from "#store/store";
import { NOTHING, type Reread, reextractArticle } from "./reextract-article.ts";

export interface ReextractOptions {
  /** One article, those of one source, or all when both are absent. */
  readonly articleId?: ArticleId | undefined;
  readonly sourceId?: SourceId | undefined;
  /** Counts, and writes nothing. */
  readonly dryRun?: boolean | undefined;
  readonly threads: number;
  /** Stops it between two articles; what was done stays done. */
  readonly signal?: AbortSignal | undefined;
  readonly onArticle?: (report: ReextractReport, article: Article) => void;
}

/** What a run came to so far; the counts are sums over articles (see `Reread`). */
export interface ReextractReport extends Reread {
  readonly articles: number;
  /** Articles that a look recorded a version of at that very moment; the next run takes them. */
  readonly movedOn: number;
}

/** Articles read from the store at a time. */
const BATCH = 100;

/**
 * Runs the present extractor, with what is known of each site, over all kept bytes. Articles are done one by one, each in
 * one transaction, so that a run can be stopped, or killed, and goes on where it was.
 */
export async function reextract(
  deps: { readonly store: Store; readonly archive?: Archive; readonly clock: Clock },
  options: ReextractOptions,
): Promise<ReextractReport> {
  const workshop = openWorkshop(options.threads);
  try {
    const run = new Run({ ...deps, workshop }, options);
    try {
      for await (const article of articlesOf(deps.store, options)) {
        if (options.signal?.aborted) break;
        await run.take(article);
      }
    } finally {
      // Also after a fault: no article may still use the threads, or the store, when they are closed.
      await run.settled();
    }
    run.end();
    return run.report;
  } finally {
    await workshop.close();
  }
}

async function* articlesOf({ reader }: Store, options: ReextractOptions): AsyncGenerator<Article> {
  if (options.articleId !== undefined) {
    const article = await reader.article(options.articleId);
    if (article) yield article;
    return;
  }
  let last = 0;
  for (;;) {
    const ids = await reader.articleIdsAfter(last, BATCH);
    if (ids.length === 0) return;
    last = ids.at(-1)!;
    for (const id of ids) {
      const article = await reader.article(id);
      if (article && (options.sourceId === undefined || article.sourceId === options.sourceId)) yield article;
    }
  }
}

type EngineContext = Parameters<typeof reextractArticle>[0];

/** As many articles at a time as there are threads to read pages. */
class Run {
  report: ReextractReport = {
    articles: 0,
    movedOn: 0,
    ...NOTHING,
  };
  readonly #context: EngineContext;
  readonly #options: ReextractOptions;
  readonly #active = new Set<Promise<void>>();
  #fault: unknown = null;

  constructor(context: EngineContext, options: ReextractOptions) {
    this.#context = context;
    this.#options = options;
  }

  async take(article: Article): Promise<void> {
    while (this.#active.size >= Math.max(1, this.#options.threads)) await Promise.race(this.#active);
    this.end();
    const work: Promise<void> = this.#one(article)
      .catch((error) => {
        this.#fault ??= error;
      })
      .finally(() => this.#active.delete(work));
    this.#active.add(work);
  }

  /** Resolves when no article is being read. */
  async settled(): Promise<void> {
    await Promise.all(this.#active);
  }

  /** Throws the first fault, if there was one. */
  end(): void {
    if (this.#fault) throw this.#fault;
  }

  async #one(article: Article): Promise<void> {
    const { reader } = this.#context.store;
    const site = stateOf(await reader.site(hostKey(article.url)));
    const template = templateFor(site, sectionOf(article.url), null);
    const memory = await reader.memory(article.id);
    const dryRun = this.#options.dryRun ?? false;
    const done = await reextractArticle(this.#context, article.id, { template, memory, dryRun });
    this.report = added(this.report, done);
    this.#options.onArticle?.(this.report, article);
  }
}

function added(sum: ReextractReport, one: Reread | null): ReextractReport {
  const articles = sum.articles + 1;
  if (one === null) return { ...sum, articles, movedOn: sum.movedOn + 1 };
  return {
    articles,
    movedOn: sum.movedOn,
    versions: sum.versions + one.versions,
    read: sum.read + one.read,
    differ: sum.differ + one.differ,
    missing: sum.missing + one.missing,
    unreadable: sum.unreadable + one.unreadable,
    lost: sum.lost + one.lost,
    vanished: sum.vanished + one.vanished,
    takenBack: sum.takenBack + one.takenBack,
  };
}
