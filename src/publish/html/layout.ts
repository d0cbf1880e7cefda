import { html } from "hono/html";
import { keysHelp } from "#publish/html/parts/keys-help";
import { contactLink, type FeedLink } from "#publish/html/parts/links";
import { doneNotice } from "#publish/html/parts/notice";
import { csrfField } from "#publish/html/parts/operator";
import type { Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import type { FeedFormat } from "#view/addresses";

export type Section = "latest" | "sources" | "search" | "health" | "about";

export interface PageParts {
  /** Of the page alone; the site's name is added. Null on the front page. */
  readonly title: string | null;
  readonly main: Html;
  readonly section?: Section;
  readonly feeds?: readonly FeedLink[];
  readonly jsonHref?: string;
  /** The main column takes the whole width: two texts side by side. */
  readonly wide?: boolean;
  /** Kept out of search engines: error pages and everything that is only a view of another page. */
  readonly noIndex?: boolean;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Draws lines between the two places of moved paragraphs. */
  readonly moves?: boolean;
}

const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  json: "application/feed+json",
};

const SECTIONS: readonly (readonly [Section, string, string])[] = [
  ["latest", "/", "Latest"],
  ["sources", "/sources", "Sources"],
  ["search", "/search", "Search"],
  ["health", "/health", "Health"],
  ["about", "/about", "About"],
];

/** The frame of every page. */
export function layout(visit: Visit, parts: PageParts): Html {
  const { settings, assets } = visit.web;
  const title = parts.title === null ? settings.siteName : `${parts.title} · ${settings.siteName}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${parts.noIndex ? html`<meta name="robots" content="noindex">` : ""}
<link rel="stylesheet" href="${assets.style.href}">
<link rel="icon" href="${assets.icon.href}" type="image/svg+xml">
${(parts.feeds ?? []).map((feed) => html`<link rel="alternate" type="${FEED_TYPES[feed.format]}" title="${feed.title}" href="${feed.href}">\n`)}
${parts.jsonHref ? html`<link rel="alternate" type="application/json" href="${parts.jsonHref}">` : ""}
${parts.previous ? html`<link rel="prev" href="${parts.previous}">` : ""}
${parts.next ? html`<link rel="next" href="${parts.next}">` : ""}
<script src="${assets.keys.href}" defer></script>
${parts.moves ? html`<script src="${assets.moves.href}" defer></script>` : ""}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
${masthead(visit, parts.section)}
${visit.session ? notice(visit) : ""}
<main id="main" class="${parts.wide ? "wide" : "column"}" tabindex="-1">
${parts.main}
</main>
${footer(visit)}
${keysHelp}
</body>
</html>
`;
}

function masthead(visit: Visit, section: Section | undefined): Html {
  const current = (name: Section) => (name === section ? html` aria-current="page"` : "");
  return html`<header class="masthead">
<a class="wordmark" href="/">${visit.web.settings.siteName}</a>
<nav aria-label="Sections"><ul class="sections">
${SECTIONS.map(([name, href, label]) => html`<li><a href="${href}"${current(name)}>${label}</a></li>\n`)}
${visit.session ? html`<li><a href="/operator">Operator</a></li>` : ""}
</ul></nav>
</header>`;
}

async function notice(visit: Visit): Promise<Html | ""> {
  const left = visit.session && (await visit.web.sessions.takeNotice(visit.session));
  return left ? doneNotice(left) : "";
}

function footer(visit: Visit): Html {
  const { settings } = visit.web;
  return html`<footer class="colophon">
<p>${settings.siteName} looks at news articles again and again, keeps every version it sees and shows what changed.
All times are UTC. <a href="/about">How to read these pages</a>.
${settings.contact ? html` Questions and objections: ${contactLink(settings.contact)}.` : ""}</p>
${visit.session ? html`<form method="post" action="/sign-out">${csrfField(visit)}<button class="plain">Sign out</button></form>` : ""}
</footer>`;
}
