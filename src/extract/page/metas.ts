import { MAX_FIELD_LENGTH } from "#extract/limits";
import type { Facts } from "./page.ts";
import { collapse } from "./text.ts";
import { attribute } from "./tree.ts";

/** First non-empty content of each `<meta>`, by lower-case name, property, itemprop or http-equiv. */
export type Metas = ReadonlyMap<string, string>;

export function readMetas(facts: Facts): Metas {
  const metas = new Map<string, string>();
  for (const element of facts.metas) {
    const content = collapse(attribute(element, "content").slice(0, MAX_FIELD_LENGTH));
    if (content === "") continue;
    for (const kind of ["property", "name", "itemprop", "http-equiv"]) {
      const name = attribute(element, kind).toLowerCase();
      if (name !== "" && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

/** The first of several names that is present. */
export function firstMeta(metas: Metas, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = metas.get(name);
    if (value !== undefined) return value;
  }
  return null;
}
