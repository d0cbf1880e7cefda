import type { Page } from "#extract/page/page";
import { attribute } from "#extract/page/tree";

/** Whether the page calls itself so (`og:type`). */
export function calls(page: Page, what: "article" | "website"): boolean {
  const type = page.facts.metas.find((meta) => attribute(meta, "property") === "og:type");
  return type !== undefined && attribute(type, "content").toLowerCase().includes(what);
}
