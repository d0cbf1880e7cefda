import type { Handler } from "./visit.ts";

/** Pages that are only views of other pages, or cost a search each, are not for crawlers. */
export const robotsText: Handler = () =>
  new Response(
    "User-agent: *\nDisallow: /search\nDisallow: /operator\nDisallow: /sign-in\nDisallow: /*/looks\nDisallow: /websub\n",
    {
      headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=86400" },
    },
  );
