import { html } from "hono/html";
import type { Html } from "./markup.ts";

/** Offsets come from the store; whatever is out of order or out of range is left unmarked rather than trusted. */
export function marked(text: string, marks: readonly (readonly [number, number])[]): Html {
  const parts: (string | Html)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at || end <= start || end > text.length) continue;
    parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return html`${parts}`;
}
