import { html } from "hono/html";
import type { LabelKind } from "#model/change";
import { keyList } from "#publish/html/parts/keys-help";
import { contactLink } from "#publish/html/parts/links";
import { deleted, inserted } from "#publish/html/parts/pieces";
import { represent } from "#publish/http/answer";
import type { Handler, Visit } from "#publish/http/visit";
import { DEFINITIONS, definitionId } from "#words/definitions";
import { LABEL_NAMES, LOOKED_IN, WOULD_COUNT } from "#words/labels";
import type { PageParts } from "./layout.ts";

/** `/about`: how to read the pages, and where programs find the same data. */
export const aboutPage: Handler = (visit) => represent(visit, { page: () => aboutHtml(visit) });

/** What the labels mean, each with an address that chips lead to, and what is called silent. */
const labelGuide = html`<p id="silent">A <em>silent edit</em> changed what the text claims, and no note of it was found on the page.
${LOOKED_IN} A note would have been:</p>
<ul class="plain">${WOULD_COUNT.map((each) => html`<li>${each};</li>\n`)}</ul>
<dl class="addresses" aria-label="What the labels mean">
${(Object.keys(DEFINITIONS) as LabelKind[]).map((kind) => html`<dt id="${definitionId(kind)}">${LABEL_NAMES[kind]}</dt><dd>${DEFINITIONS[kind]}</dd>\n`)}</dl>`;

function aboutHtml(visit: Visit): PageParts {
  return {
    title: "How to read these pages",
    section: "about",
    main: html`<header class="opening"><h1>How to read these pages</h1></header>
<div class="prose">
<p class="lead">A <em>variorum edition</em> prints a text with all its variants. ${visit.web.settings.siteName} does so with the news:
it looks at each article again and again, keeps every version that it sees, and shows what changed.</p>
<h2>The marks</h2>
<p>Removed words are struck through: ${deleted("like these")}. Added words are underlined:
${inserted("like these")}. Changes of quotation marks, dashes and spaces are not marked. Unchanged paragraphs
next to each other are folded; one click opens them. A paragraph that moved is shown at both places, with a
line between them; if its words were edited too, the old words are repeated beside the new ones. A brace connects paragraphs
that were split or merged.</p>
<h2 id="rank">How changes are ranked</h2>
<p>Each change has labels. They say which numbers, names, dates and quotations were replaced, whether a statement was
hedged, negated or attributed to someone else, and which paragraphs were added or removed. Every label quotes the words.
The rank estimates the chance that a reader of the old text calls the change worth knowing, learned from edits that people judged. A
place near the beginning of the text weighs more than one near the end. The result, from 0 to 1, is printed beside the change and sorts the list of the
<a href="/?order=rank">most important changes</a>. It is a rule of thumb for readers, not a measure of wrongdoing.</p>
${labelGuide}
<h2>The times</h2>
<p>All times are UTC. ${visit.web.settings.siteName} itself observed <em>first seen</em> and <em>last seen</em>; the publisher
states <em>published</em> and <em>modified</em>. An edit was made at some time between two looks, and the page shows both:
“old text last seen 13:58, new text first seen 14:02”. An article that changed recently is looked at more often. One that
has not changed for a long time is no longer checked, and its page says so.</p>
<h2>What counts as a version</h2>
<p>A new version opens when the headline, standfirst, body or correction notes have changed and a later look sees the new
text again. The version then counts from the time when it was first seen. Until then the text is <em>held</em>, and the article’s
page says so. If only the headline is new, it must stay for more than half an hour, because publishers try out headlines on
readers for that long. If most of the body is missing, the text must stay for hours, because pay walls and faults look
like that. A new date or byline alone opens no version.</p>
<p>A text that did not stay is kept beside the versions: a headline that <em>alternates</em> with another, or a text that was gone
at the next look. It does not count as an edit. Error pages, consent walls and pay walls never become versions; the log of looks
records them, and how they were recognised.</p>
<p>A <em>live page</em>, which grows while an event goes on, is one entry in every list, however many versions it has.</p>
<h2>Proof</h2>
<p>Each day’s records are sealed with one number. Whoever keeps this number can show later that nothing recorded until then was altered:
see the <a href="/ledger">ledger</a>.</p>
<h2>Feeds</h2>
<p>Add <code>/feed.atom</code>, <code>/feed.rss</code> or <code>/feed.json</code> to the address of the front page, a source, an
article or the search (<code>/search/feed.atom?q=…</code>). Each change is one entry with the marked-up difference in it.</p>
<h2>For programs</h2>
<p>Nearly every page has a JSON form: ask its address for <code>application/json</code>, or add <code>.json</code> to it.
An address without a JSON form answers 406. Each answer names its format in <code>schema</code>; a list names the address of
its next part in <code>next</code>. Times are in ISO 8601.</p>
<dl class="addresses">
<dt><code>/changes.json</code></dt><dd>the latest changes; <code>?source=</code> of one source, by number or name; <code>?order=rank</code> those that matter most, within <code>&amp;days=1</code>, 3 or 7</dd>
<dt><code>/search.json?q=…</code></dt><dd>articles with these words in any version, with an excerpt and whether the words are still in the text</dd>
<dt><code>/sources.json</code></dt><dd>all sources, those with problems first; <code>?q=</code> finds some by name</dd>
<dt><code>/sources/1.json</code></dt><dd>one source: feeds, figures, what is wrong, latest changes, newest articles, when it was looked at and what prevented looks</dd>
<dt><code>/articles/1.json</code></dt><dd>article, source, its versions with first and last seen, its changes with counts, raised dates, changed names, texts that did not become versions</dd>
<dt><code>/articles/1/versions/2.json</code></dt><dd>headline, standfirst, byline, corrections and blocks (kind, text) of one version; section, credits, lead image, links and live entries</dd>
<dt><code>/articles/1/variants/0123456789abcdef.json</code></dt><dd>a text that did not become a version: why, how often it was seen, and how it differs from the version that it replaced for a time</dd>
<dt><code>/articles/1/looks.json</code></dt><dd>every look: what it saw, what was decided about it and why</dd>
<dt><code>/articles/1/changes/1..2.json</code></dt><dd>aligned groups of paragraphs (old and new indices, kind, moved) and their word edits, as UTF-16 offsets; counts, labels, rank</dd>
<dt><code>/articles/1/evolution.json</code></dt><dd>all versions in one text: for each sentence the version that added it and its other wordings, and what was removed</dd>
<dt><code>/health.json</code></dt><dd>all sources at once: last success, what is wrong, figures of the last day</dd>
<dt><code>/ledger.json</code></dt><dd>per closed day: how many versions and looks, the hashes over them, and the root made from those and the day before</dd>
</dl>
<h2>Keys</h2>
${keyList}
${visit.web.settings.contact ? html`<h2>Contact</h2><p>${contactLink(visit.web.settings.contact)}</p>` : ""}
</div>`,
  };
}
