import { SECOND_MS } from "#lib/clock";

/** Real time for one page, from its first byte in the browser to its text: readers leave a page that shows nothing for so long. */
export const RENDER_LIMIT_MS = 20 * SECOND_MS;
/** Scripts that go on asking (counters, adverts) are waited for this long after the page itself is there. */
export const SETTLE_LIMIT_MS = 6 * SECOND_MS;
/** A page that has asked for nothing for this long is taken for complete. */
export const QUIET_MS = 500;
/** Closing a page is waited for this long; then the browser is killed, and the next page gets a new one. */
export const CLOSE_LIMIT_MS = 2 * SECOND_MS;
/** A browser starts within two seconds; a busy machine takes ten times as long. */
export const START_LIMIT_MS = 30 * SECOND_MS;

/** Scripts and data of one page that are fetched. Client-rendered front pages ask for 20 to 40 without their adverts. */
export const MAX_SUB_REQUESTS = 60;
/** Of one of them, decompressed. The largest bundles of scripts have 3 MB. */
export const MAX_SUB_BYTES = 5 * 1024 * 1024;
/** Of all of them. */
export const MAX_PAGE_BYTES = 20 * 1024 * 1024;
/** Pages open at the same time; each takes up to half a gigabyte. */
export const MAX_OPEN_PAGES = 2;
/** Heap of a page's scripts. */
export const SCRIPT_HEAP_LIMIT_MB = 256;
