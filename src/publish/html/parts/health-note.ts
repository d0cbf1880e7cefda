import { html } from "hono/html";
import { isWell, type Trouble } from "#model/trouble";
import type { Html } from "#publish/markup";
import { healthWords } from "#words/health";

/** What is wrong with a source; empty when nothing is. What may pass by itself is no warning. */
export function healthNote(troubles: readonly Trouble[], now: number): Html | "" {
  if (troubles.length === 0) return "";
  const words = healthWords(troubles, now);
  return isWell(troubles) ? html`${words}` : html`<strong class="warning">${words}</strong>`;
}
