import { html } from "hono/html";
import { proofJson } from "#json/proof";
import { versionJson } from "#json/version";
import type { Block } from "#model/document";
import type { ArticleId } from "#model/id";
import type { Version, VersionHead } from "#model/version";
import { blockText } from "#publish/html/parts/block";
import { imprint } from "#publish/html/parts/imprint";
import { claimed, stamp } from "#publish/html/parts/instant";
import { spanned } from "#publish/html/parts/pieces";
import { reasonSentence } from "#publish/html/parts/reason";
import { continues, entryList, entryMarks, linkList, statedTerms } from "#publish/html/parts/version-facts";
import { bounds } from "#publish/html/parts/version-table";
import { answered, represent } from "#publish/http/answer";
import { idParam, wholeNumber } from "#publish/http/params";
import { absolute, json } from "#publish/http/respond";
import type { Handler } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { articlePath, headPath, pairPath, proofPath, sourcePath } from "#view/addresses";
import { proofView, type VersionView, versionView } from "#view/version";
import { safeLanguage } from "#words/safe";
import { readsAs } from "#words/taken-back";
import { plural } from "#words/wording";
import type { PageParts } from "./layout.ts";

/** A live blog of a whole day stays under this; whatever is longer is cut off with a word about it. */
const MAX_BLOCKS = 3000;

/** `/articles/:id/versions/:n`: one version, to be read. */
export const versionPage: Handler = async (visit) => {
  const { id, number } = visit.params;
  const view = await versionView(visit.view, idParam<ArticleId>(id), wholeNumber(number ?? ""));
  return answered(visit, view, (version) =>
    represent(visit, {
      record: () => versionJson(version, absolute(visit)),
      page: () => versionHtml(version, imprintOf(version, absolute(visit))),
      state: version,
      instants: [],
    }),
  );
};

/** `/articles/:id/versions/:n/proof.json`: that the version was in the ledger when its day was closed. */
export const versionProof: Handler = async (visit) => {
  const { id, number } = visit.params;
  const proof = await proofView(visit.view, idParam<ArticleId>(id), wholeNumber(number ?? ""));
  return answered(visit, proof, (value) => json(visit, proofJson(value, absolute(visit))));
};

const imprintOf = ({ article, version }: VersionView, whole: (path: string) => string): Html =>
  imprint({
    original: article.url,
    permalink: whole(headPath(version)),
    versions: [version],
  });

function versionHtml(
  { article, source, versions, version, earlierReadings, provenFrom }: VersionView,
  printed: Html,
): PageParts {
  const lang = safeLanguage(version.language ?? article.language);
  const at = versions.findIndex((each) => each.place === version.place);
  const neighbour = (head: VersionHead | undefined) => (head ? headPath(head) : undefined);
  return {
    title: `Version ${version.place}: ${version.headline ?? article.url}`,
    jsonHref: `${headPath(version)}.json`,
    previous: neighbour(versions[at - 1]),
    next: neighbour(versions[at + 1]),
    main: html`<header class="opening">
<p class="kicker"><a href="${sourcePath(source.id)}" dir="auto">${source.name}</a> · <a href="${articlePath(article.id)}">Version ${version.place} of ${article.versionCount}</a></p>
<h1 dir="auto"${lang ? html` lang="${lang}"` : ""}>${version.headline ?? article.url}</h1>
${version.text.standfirst ? html`<p class="standfirst" dir="auto"${lang ? html` lang="${lang}"` : ""}>${version.text.standfirst}</p>` : ""}
${version.byline.length > 0 ? html`<p class="byline" dir="auto">${version.byline.join(", ")}</p>` : ""}
</header>
${printed}
${witness(version, versions, provenFrom)}
${earlierReadings.map(readAgain)}
${steps(versions, at)}
${version.text.corrections.map((note) => html`<p class="correction" dir="auto"${lang ? html` lang="${lang}"` : ""}>${note}</p>`)}
${version.facts ? entryList(version.facts, version.text) : ""}
<div class="text"${lang ? html` lang="${lang}"` : ""}>
${body(version)}</div>
${continues(version)}
${version.facts ? linkList(version.facts) : ""}`,
  };
}

function body({ text: { blocks }, facts }: Version): Html {
  const marks = entryMarks(facts);
  return html`${blocks.slice(0, MAX_BLOCKS).map((block, i) => html`${marks.get(i) ?? ""}${blockText(block.kind, marked(block), 1)}\n`)}
${blocks.length > MAX_BLOCKS ? html`<p class="hint">${plural(blocks.length - MAX_BLOCKS, "more paragraph")} not shown on this page; the JSON has them all.</p>` : ""}`;
}

/** With what its publisher struck out or marked as inserted, and the amounts that move. */
function marked({ text, spans }: Block): string | Html {
  if (!spans) return text;
  const pieces = spans.map(({ from, to, kind }, i) => {
    const before = text.slice(spans[i - 1]?.to ?? 0, from);
    return html`${before}${spanned(text.slice(from, to), kind)}`;
  });
  return html`${pieces}${text.slice(spans.at(-1)?.to ?? 0)}`;
}

/** A version keeps its number and fingerprint when a better extractor reads its kept page again. */
const readAgain = ({ extractor, textHash, readUntil }: VersionView["earlierReadings"][number]): Html =>
  html`<p class="apparatus">Read again from the kept page ${stamp(readUntil)}. Before that, ${extractor} had read it, with the fingerprint <code>${textHash.slice(0, 16)}</code>; that reading is kept too.</p>`;

/** When this text was seen, and what proves it. */
const witness = (
  version: Version,
  versions: readonly VersionHead[],
  provenFrom: number | null,
): Html => html`<dl class="facts">
<div><dt>First seen</dt><dd>${stamp(version.firstSeenAt)}${version.confirmedAt > version.firstSeenAt ? html`<br><span class="quiet">seen again ${stamp(version.confirmedAt)}, which made it a version</span>` : ""}</dd></div>
<div><dt>Last seen</dt><dd>${stamp(version.lastSeenAt)}</dd></div>
${version.publishedAt ? html`<div><dt>Published (per publisher)</dt><dd>${claimed(version.publishedAt)}</dd></div>` : ""}
${version.modifiedAt ? html`<div><dt>Modified (per publisher)</dt><dd>${claimed(version.modifiedAt)}</dd></div>` : ""}
${statedTerms(version.facts)}
${version.live ? html`<div><dt>Live page</dt><dd>A report that grows while an event goes on.</dd></div>` : ""}
${version.takenBack ? html`<div><dt>Taken back</dt><dd>${reasonSentence(version.takenBack)} It was no text of the article, so the version ${readsAs(versions, version)}.</dd></div>` : ""}
${version.alternating ? html`<div><dt>Alternating</dt><dd>The page switches back and forth between this text and another.</dd></div>` : ""}
<div><dt>Fingerprint</dt><dd><code title="SHA-256 of the canonical text; chained: ${version.chainHash}">${version.textHash.slice(0, 16)}</code> ${provenFrom === null ? html`<a href="${proofPath(version.articleId, version.number)}">Proof</a>` : html`<span class="quiet">Proof from ${stamp(provenFrom)}</span>`}</dd></div>
</dl>
${bounds(version)}`;

function steps(versions: readonly VersionHead[], at: number): Html {
  const [before, here, after] = [versions[at - 1], versions[at], versions[at + 1]];
  return html`<nav class="steps" aria-label="Versions">
${before ? html`<a rel="prev" href="${headPath(before)}">Version ${before.place}</a>` : html`<span></span>`}
${before && here ? html`<a href="${pairPath(before, here)}">What changed since version ${before.place}</a>` : html`<span></span>`}
${after ? html`<a rel="next" href="${headPath(after)}">Version ${after.place}</a>` : html`<span></span>`}
</nav>`;
}
