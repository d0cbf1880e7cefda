import { html } from "hono/html";
import { keyList } from "#publish/html/parts/keys-help";
import { contactLink } from "#publish/html/parts/links";
import { deleted, inserted } from "#publish/html/parts/pieces";
import { represent } from "#publish/http/answer";
import type { Handler, Visit } from "#publish/http/visit";
import type { PageParts } from "./layout.ts";

/** `/about`: how to read the pages, and where programs find the same. */
export const aboutPage: Handler = (visit) => represent(visit, { page: () => aboutHtml(visit) });

function aboutHtml(visit: Visit): PageParts {
  return {
    title: "How to read these pages",
    section: "about",
    main: html`<header class="opening"><h1>How to read these pages</h1></header>
<div class="prose">
<p class="lead">A <em>variorum edition</em> prints a text with all its variants. ${visit.web.settings.siteName} does so with the news:
it looks at each article again and again, keeps every version it meets, and shows what changed.</p>
<h2>The marks</h2>
<p>Words that were taken out are struck through: ${deleted("like these")}. Words that were put in are underlined:
${inserted("like these")}. Differences of quotation marks, dashes and spaces are not marked. Paragraphs that stand unchanged
next to each other are folded; one click opens them. A paragraph that moved stands at both places with a
line between them; where its words were edited as well, the old ones are repeated beside the new. What was split or merged is
held together by a brace.</p>
<h2 id="rank">What matters first</h2>
<p>Each change carries labels: which numbers, names, dates and quotations became others, whether a statement came to be
hedged, negated or attributed to someone else, which paragraphs came and went. Every label names the words concerned.
Each kind has a stated weight; a place near the beginning weighs more than one near the end, and a second label of
a kind half of the first. What they come to, from 0 to 1, is printed beside a change and orders
<a href="/?order=rank">what matters first</a>. It is a rule of thumb for readers, not a measure of wrongdoing.</p>
<p>A <em>silent edit</em> changed what the text claims without a correction note being added.</p>
<h2>The times</h2>
<p>All times are UTC. <em>First seen</em> and <em>last seen</em> are observed here; <em>published</em> and
<em>modified</em> are what the page claims. An edit was made some time between two looks, and the page tells both:
“old text last seen 13:58, new text first seen 14:02”. How often an article is looked at depends on how lately
it changed; one that has been quiet for long is no longer checked, and its page says so.</p>
<h2>What counts as a version</h2>
<p>A new version opens when headline, standfirst, body or correction notes read differently and a later look meets the
same text again; it then counts from its first sight. Until then the text is <em>held</em>, and the article’s page says so. A new
headline alone has to outlast the half hour for which headlines are tried out on readers; a text that lost most of its body has to
stay for hours, because pay walls and faults look like that. A new date or byline alone opens none.</p>
<p>What did not stay is kept beside the versions: a headline that <em>alternates</em> with another, or a text that was gone at the
next look. None of it counts as an edit. Error pages, consent walls and pay walls never become versions; the log of looks
records them with what gave them away.</p>
<p>A <em>live page</em>, which grows while something goes on, is one entry in every list, however many versions it has.</p>
<h2>Proof</h2>
<p>Every day is sealed under one number. Whoever keeps it can show later that nothing recorded until then was altered:
see the <a href="/ledger">ledger</a>.</p>
<h2>Feeds</h2>
<p>Add <code>/feed.atom</code>, <code>/feed.rss</code> or <code>/feed.json</code> to the address of the front page, a source, an
article or the search (<code>/search/feed.atom?q=…</code>). Each change is one entry with the marked-up difference in it.</p>
<h2>For programs</h2>
<p>Nearly every page has a JSON form: ask its address for <code>application/json</code>, or add <code>.json</code> to it.
An address without one answers 406. Each answer names its shape in <code>schema</code>; a list names the address of what
follows in <code>next</code>. Instants are ISO 8601.</p>
<dl class="addresses">
<dt><code>/changes.json</code></dt><dd>the latest changes; <code>?source=</code> of one source, by number or name; <code>?order=rank</code> those that matter most, within <code>&amp;days=1</code>, 3 or 7</dd>
<dt><code>/search.json?q=…</code></dt><dd>articles in any version of which the words are, with an excerpt and whether they are still in the text</dd>
<dt><code>/sources.json</code></dt><dd>all sources, those that are not well first; <code>?q=</code> finds some by name</dd>
<dt><code>/sources/1.json</code></dt><dd>one source: feeds, figures, what is wrong, latest changes, newest articles, when it was looked at and what kept us away</dd>
<dt><code>/articles/1.json</code></dt><dd>article, source, its versions with first and last seen, its changes with counts, raised dates, texts that are no versions</dd>
<dt><code>/articles/1/versions/2.json</code></dt><dd>headline, standfirst, byline, corrections and blocks (kind, text) of one version; section, credits, lead image, links and live entries</dd>
<dt><code>/articles/1/variants/0123456789abcdef.json</code></dt><dd>a text that is no version, why, how often it was met, and its difference from the version in whose place it stood</dd>
<dt><code>/articles/1/looks.json</code></dt><dd>every look: what was met, what was decided about it and why</dd>
<dt><code>/articles/1/changes/1..2.json</code></dt><dd>aligned groups of paragraphs (old and new indices, kind, moved) and their word edits, as UTF-16 offsets; counts, labels, rank</dd>
<dt><code>/articles/1/evolution.json</code></dt><dd>all versions in one text: per sentence the version that brought it, other wordings, what was removed</dd>
<dt><code>/health.json</code></dt><dd>all sources at once: last success, what is wrong, figures of the last day</dd>
<dt><code>/ledger.json</code></dt><dd>per closed day: how many versions and looks, the hashes over them, and the root made from those and the day before</dd>
</dl>
<h2>Keys</h2>
${keyList}
${visit.web.settings.contact ? html`<h2>Contact</h2><p>${contactLink(visit.web.settings.contact)}</p>` : ""}
</div>`,
  };
}
