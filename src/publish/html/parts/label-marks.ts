import { html } from "hono/html";
import type { Label } from "#model/change";
import type { LabelMark } from "#model/label-mark";
import type { Visit } from "#publish/http/visit";
import { isolated } from "#publish/isolated";
import type { Html } from "#publish/markup";
import { LABEL_NAMES } from "#words/labels";
import { labelParts } from "#words/quoted";
import { csrfField } from "./operator.ts";

type Said = Pick<Label, "kind" | "reason">;

/** On the page of a change, for the operator: each label with a button that calls it wrong, or takes that back. */
export function labelForms(visit: Visit, path: string, labels: readonly Label[], marks: readonly LabelMark[]): Html {
  const isMarked = (label: Said) => marks.some(({ kind, reason }) => kind === label.kind && reason === label.reason);
  const said = new Map<string, Said>([...labels, ...marks].map((each) => [`${each.kind} ${each.reason}`, each]));
  const rows = [...said.values()].map((label) => {
    const wrong = isMarked(label);
    return html`<li><form method="post" action="${path}/labels">${csrfField(visit)}
<input type="hidden" name="kind" value="${label.kind}"><input type="hidden" name="reason" value="${label.reason}"><input type="hidden" name="wrong" value="${wrong ? "0" : "1"}">
<span><b>${LABEL_NAMES[label.kind]}</b>: ${isolated(labelParts(label.reason))}${wrong ? html` <span class="tag">marked wrong</span>` : ""}</span>
<button>${wrong ? "Undo" : "Wrong"}</button></form></li>
`;
  });
  return html`<details class="panel" id="labels"${marks.length > 0 ? " open" : ""}><summary>Labels that are wrong</summary>
<p class="hint">A mark changes nothing that readers see. It is kept here, for those who train the models; <code>variorum labels</code> lists all marks.</p>
<ul class="label-marks">${rows}</ul></details>`;
}
