/**
 * Web archives that serve captures of other sites at `.../20260505093000/https://...` (RFC 7089), by host. What stands here is believed
 * in any crawl; the public lists of such archives for programs have these.
 */
const KNOWN: readonly string[] = [
  "archive.fo",
  "archive.is",
  "archive.li",
  "archive.md",
  "archive.ph",
  "archive.today",
  "archive.vn",
  "arquivo.pt",
  "haw.nsk.hr",
  "perma.cc",
  "swap.stanford.edu",
  "wayback.archive-it.org",
  "wayback.vefsafn.is",
  "web.archive.bibalex.org",
  "web.archive.org",
  "web.archive.org.au",
  "webarchive.loc.gov",
  "webarchive.nationalarchives.gov.uk",
  "webarchive.nla.gov.au",
  "webarchive.nrscotland.gov.uk",
  "webarchive.org.uk",
  "webarchive.parliament.uk",
];

/** A crawl is one of a web archive if this share of its pages are captures that one host serves. */
const CRAWLED_SHARE = 0.5;
/** Hosts counted: one that has half of the pages is among the first of them, unless a crawl was made to hide it. */
const MAX_HOSTS = 1_000;

/** Whose word is taken that a page is a capture of another site's. */
export class WebArchives {
  readonly #known: ReadonlySet<string>;
  readonly #claims = new Map<string, number>();
  #pages = 0;

  /** @param named hosts that the operator named */
  constructor(named: readonly string[] = []) {
    this.#known = new Set([...KNOWN, ...named.map(bare)]);
  }

  has(host: string): boolean {
    return this.#known.has(bare(host));
  }

  /** @param claiming the host, if the page is said to be a capture by one that is not known */
  note(claiming: string | null): void {
    this.#pages++;
    if (claiming === null) return;
    const host = bare(claiming);
    const count = this.#claims.get(host);
    if (count !== undefined || this.#claims.size < MAX_HOSTS) this.#claims.set(host, (count ?? 0) + 1);
  }

  /** Unknown hosts of which what was noted is a crawl: whoever imports it knows what was crawled. */
  crawled(): readonly string[] {
    return [...this.#claims].filter(([, count]) => count >= this.#pages * CRAWLED_SHARE).map(([host]) => host);
  }
}

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, "")
    .replace(/:(?:80|443)$/, "");
