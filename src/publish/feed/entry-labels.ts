import { html } from "hono/html";
import { rankReasons } from "#collate/rank";
import type { ChangeSummary } from "#model/change";
import { isolated } from "#publish/isolated";
import type { Html } from "#publish/markup";
import { kindsOf, LABEL_NAMES, rankWord, SILENT } from "#words/labels";
import { labelParts } from "#words/quoted";
import { capital, list, plural } from "#words/wording";

/** Reasons of one kind told in an entry; the page has them all. */
const MAX_REASONS = 3;

/** What a change touched and why, and how much it matters, in plain elements: feed readers drop classes and styles. */
export function entryLabels({ labels, rank, silent }: ChangeSummary): Html | "" {
  if (labels.length === 0) return "";
  const kinds = kindsOf(labels).map((kind) => {
    const reasons = labels.filter((label) => label.kind === kind).map(({ reason }) => reason);
    const more = reasons.length - MAX_REASONS;
    return html`<li><b>${capital(LABEL_NAMES[kind])}</b>: ${reasons.slice(0, MAX_REASONS).map((each, i) => html`${i > 0 ? "; " : ""}${isolated(labelParts(each))}`)}${more > 0 ? `, ${plural(more, "more reason")}` : ""}</li>\n`;
  });
  return html`<ul>
${kinds}</ul>
<p>${capital(rankWord(rank, labels))} (${rank.toFixed(2)}): ${list(rankReasons(labels))}.${silent ? ` ${SILENT}` : ""}</p>
`;
}
