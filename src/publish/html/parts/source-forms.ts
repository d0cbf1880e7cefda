import { html } from "hono/html";
import type { Feed, Patterns, Source } from "#model/source";
import type { Visit } from "#publish/http/visit";
import type { Html } from "#publish/markup";
import { sourcePath } from "#view/addresses";
import { csrfField } from "./operator.ts";

/** What the operator may do with a source, on the source's page. */
export function sourceForms(visit: Visit, source: Source, feeds: readonly Feed[]): Html {
  const isResting = source.pausedAt !== null || source.removedAt !== null;
  const form = (change: string, fields: Html) =>
    html`<form method="post" action="${sourcePath(source.id)}/change">${csrfField(visit)}<input type="hidden" name="change" value="${change}">${fields}</form>`;
  return html`<section class="panel" aria-labelledby="operator-heading"><h2 id="operator-heading">Operator</h2>
<div class="forms">
${form(
  "rename",
  html`<label for="source-name">Name</label>
<div class="field"><input id="source-name" name="name" required maxlength="200" value="${source.name}" autocomplete="off"><button>Rename</button></div>`,
)}
${form(
  "home",
  html`<label for="source-home">Home page</label>
<div class="field"><input id="source-home" name="home" type="url" required maxlength="2000" value="${source.homeUrl}" autocomplete="off"><button>Correct</button></div>`,
)}
${isResting ? form("resume", html`<button>Watch it again</button>`) : form("pause", html`<button>Pause</button>`)}
${form("patterns", patternFields(source.patterns))}
${feeds.map((feed) => form("remove-feed", html`<input type="hidden" name="feed" value="${feed.id}"><button>No longer read <bdi>${feed.url}</bdi></button>`))}
${source.removedAt === null ? form("remove", removal) : ""}
</div></section>`;
}

const FIELDS = [
  ["includeUrl", "Only addresses with"],
  ["excludeUrl", "No addresses with"],
  ["includeTitle", "Only titles with"],
  ["excludeTitle", "No titles with"],
] as const;

const patternFields = (patterns: Patterns): Html =>
  html`${FIELDS.map(
    ([name, label]) => html`<label for="source-${name}">${label} (one pattern per line)</label>
<textarea id="source-${name}" name="${name}" rows="2" maxlength="20000" autocapitalize="none" spellcheck="false">
${patterns[name].join("\n")}</textarea>
`,
  )}<button>Change patterns</button>`;

const removal = html`<fieldset><legend>Remove this source. What was seen of it:</legend>
<label><input type="radio" name="history" value="stays" required> stays to be read</label>
<label><input type="radio" name="history" value="goes"> goes: its articles are hidden</label>
<button>Remove</button></fieldset>`;
