import { firstString, type Json } from "./json-ld.ts";
import { firstMeta, type Metas } from "./metas.ts";
import type { Facts } from "./page.ts";

/** BCP 47 as the page declares it: `<html lang>`, JSON-LD, `content-language`, `og:locale`. */
export function readLanguage(facts: Facts, article: Json | null, metas: Metas): string | null {
  const declared = [
    facts.language,
    firstString(article?.["inLanguage"]),
    firstMeta(metas, "content-language", "language", "dc.language", "og:locale"),
  ];
  for (const text of declared) {
    const tag = text ? languageTag(text) : null;
    if (tag) return tag;
  }
  return null;
}

/** Some pages write their charset where the language belongs. */
const CHARSET = /^\s*(?:utf|iso|win)/i;

/** "EN_us" -> "en-US"; null for what is no language tag ("english", "x-default"). */
export function languageTag(text: string): string | null {
  const parts = /^\s*([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?![a-z])/i.exec(text);
  if (!parts || CHARSET.test(text)) return null;
  const [, language, script, region] = parts;
  const subtags = [language!.toLowerCase()];
  if (script) subtags.push(script[0]!.toUpperCase() + script.slice(1).toLowerCase());
  if (region) subtags.push(region.toUpperCase());
  return subtags.join("-");
}
