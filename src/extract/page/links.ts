import { normaliseUrl, parseHttpUrl } from "#lib/url";
import type { Link } from "#model/document";
import type { Page } from "./page.ts";
import { collapse } from "./text.ts";
import { textOf } from "./text-of.ts";
import { attribute } from "./tree.ts";

/** A body with more links is a list; the first tell what it rests on. */
const MAX_LINKS = 300;
const MAX_TEXT = 300;

/** Links that stand in the runs of a body, each address once, in reading order. */
export function readLinks(page: Page, runs: ReadonlySet<number>, url: string): readonly Link[] {
  const base = parseHttpUrl(url)?.href;
  const links = new Map<string, Link>();
  for (const { element, run } of page.facts.anchors) {
    if (links.size >= MAX_LINKS) break;
    const href = runs.has(run) ? attribute(element, "href") : "";
    if (href === "" || href.startsWith("#")) continue;
    const target = normaliseUrl(href, base);
    const text = collapse(textOf(element)).slice(0, MAX_TEXT).toWellFormed();
    if (target !== null && target !== base && text !== "" && !links.has(target))
      links.set(target, { url: target, text });
  }
  return [...links.values()];
}
