import { html } from "hono/html";
import type { ArticleId } from "#model/id";
import type { VersionHead } from "#model/version";
import type { Html } from "#publish/markup";
import { type View, versionName } from "#view/addresses";
import { absolute } from "#words/wording";

/** By places. */
interface Chosen {
  readonly from: number;
  readonly to: number;
  readonly view: View;
}

/** Any version against any other: a plain form that works without scripts. */
export function pairForm(id: ArticleId, versions: readonly VersionHead[], chosen?: Chosen): Html | "" {
  if (versions.length < 2) return "";
  const first = versions[0]!.place;
  const last = versions.at(-1)!.place;
  return html`<form class="pair" method="get" action="/articles/${id}/changes">
<label for="from">Compare version</label> ${choice(id, "from", versions, chosen?.from ?? first)}
<label for="to">with</label> ${choice(id, "to", versions, chosen?.to ?? last)}
${chosen && chosen.view !== "side" ? html`<input type="hidden" name="view" value="${chosen.view}">` : ""}
<button>Compare</button></form>`;
}

/** A longer list is no easier to choose from than the numbers themselves, and each entry takes 50 bytes, twice. */
const MAX_LISTED = 40;

function choice(id: ArticleId, name: string, versions: readonly VersionHead[], chosen: number): Html {
  const isAlone = versions.every(({ articleId }) => articleId === id);
  if (versions.length > MAX_LISTED && isAlone)
    return html`<input id="${name}" name="${name}" type="number" required min="${versions[0]!.place}" max="${versions.at(-1)!.place}" value="${chosen}">`;
  return html`<select id="${name}" name="${name}">${versions.map((v) => html`<option value="${versionName(v, id)}"${v.place === chosen ? html` selected` : ""}>${v.place} · ${absolute(v.firstSeenAt)}</option>\n`)}</select>`;
}
