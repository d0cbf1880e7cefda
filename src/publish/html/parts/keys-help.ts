import { html } from "hono/html";
import type { Html } from "#publish/markup";

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [["j", "k"], "next and previous edit"],
  [["n", "p"], "next and previous pair of versions"],
  [["v"], "side by side, inline, changes only"],
  [["/"], "search"],
  [["?"], "these keys"],
];

export const keyList: Html = html`<dl class="keys">${KEYS.map(([keys, does]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd></div>\n`)}</dl>`;

/** Opened by `?`; closed until then, and for ever where scripts do not run. */
export const keysHelp: Html = html`<dialog id="keys" aria-labelledby="keys-heading"><h2 id="keys-heading">Keys</h2>${keyList}<form method="dialog"><button>Close</button></form></dialog>`;
