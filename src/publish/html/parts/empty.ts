import { html } from "hono/html";
import type { Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import type { LatestView } from "#view/latest";
import { plural } from "#words/wording";
import { addForm } from "./operator.ts";

/** What a new operator sees first: how to begin. */
export const emptyStore = (visit: Visit): Html => html`<div class="empty">
<p class="lead">Nothing is being watched yet.</p>
<p>Name a news site, and its feeds and articles are found by themselves:</p>
<pre><code>variorum add https://news.example</code></pre>
<p>A feed, a sitemap, a single article or an OPML file will do as well. Each article is then read again and again, soon
after it appeared and less and less often while it stays the same; when its text has changed, the change appears here.</p>
<p>To see what that looks like without waiting for the news, run <code>variorum demo</code>.</p>
${visit.session ? addForm(visit) : html`<p class="hint">The sign-in link that <code>variorum sign-in</code> prints lets you add sources from this page.</p>`}
</div>`;

export const nothingYet = (counts: NonNullable<LatestView["quiet"]>): Html => html`<div class="empty">
<p class="lead">No change has been seen here yet.</p>
<p>${plural(counts.articles, "article")} of ${plural(counts.sources, "source")} ${counts.articles === 1 ? "is" : "are"} being watched.
About one news article in four is edited after it was published, most of them within a day: look again in an hour or two.
The <a href="/health">health page</a> says when each source was last read.</p>
</div>`;
