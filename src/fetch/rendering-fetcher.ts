import { findChromium } from "#fetch/render/chromium";
import { Renderer, type RendererSettings } from "#fetch/render/renderer";
import type { Clock } from "#lib/clock";
import type { Fetcher, FetchRequest, FetchResponse, FetchResult } from "#model/fetcher";

/**
 * A fetcher that runs the scripts of a page where a request asks for it (`render`), and is `plain` otherwise. The page itself
 * is fetched first, politely and guarded; only what is an HTML page with status 200 goes through the browser, which is
 * started with the first of them.
 */
export function renderingFetcher(plain: Fetcher, settings: RendererSettings, clock: Clock): Fetcher {
  const renderer = new Renderer(plain, settings);
  return {
    async fetch(request) {
      if (request.render !== "browser") return plain.fetch(request);
      const browser = findChromium(settings.browserPath);
      // Known before anybody is asked for what could not be read.
      if (!browser.ok) return { ...browser, sentAt: clock.now(), tookMs: 0, hops: [] };
      return fetchRendered(plain, renderer, request);
    },
    async close() {
      await renderer.close();
      await plain.close();
    },
  };
}

async function fetchRendered(plain: Fetcher, renderer: Renderer, request: FetchRequest): Promise<FetchResult> {
  // "Not modified" is said of the page before its scripts, and tells nothing of what they fetch.
  const { validators: _unsaid, ...whole } = request;
  const fetched = await plain.fetch(whole);
  if (!fetched.ok || !isPage(fetched.value)) return fetched;
  const page = fetched.value;
  const startedAt = performance.now();
  const rendered = await renderer.render(page, request.signal);
  const { sentAt, hops } = page;
  const tookMs = page.tookMs + Math.round(performance.now() - startedAt);
  if (!rendered.ok) return { ok: false, failure: rendered.failure, sentAt, tookMs, hops };
  const { body, requests } = rendered.value;
  return {
    ok: true,
    value: {
      ...withoutExchanges(page),
      body,
      tookMs,
      requests: hops.length + 1 + requests,
      headers: { ...page.headers, "content-type": "text/html; charset=utf-8" },
      validators: { etag: null, lastModified: null },
    },
  };
}

const isPage = ({ status, headers }: FetchResponse): boolean =>
  status === 200 && /^(?:text\/html|application\/xhtml\+xml)/i.test(headers["content-type"] ?? "text/html");

/** What went over the wire is not the page that was read, so that it must not be kept as such. */
function withoutExchanges(page: FetchResponse): FetchResponse {
  const { exchanges: _wire, ...rest } = page;
  return rest;
}
