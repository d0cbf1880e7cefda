import { MAX_FIELD_LENGTH } from "#extract/limits";
import { type Json, objectsIn, type Structured, strings, texts } from "#extract/page/json-ld";
import { parseHttpUrl, sameSite } from "#lib/url";
import { looksLikeName, merged, type Names, NO_NAMES, namesIn } from "./names.ts";

/** Stated people that are resolved: more are a list of staff. */
const MAX_AUTHORS = 12;

/** `author` is a name, a Person, an Organization, a reference to one of these, or a list of them. */
function statedAuthors({ article, resolve }: Structured): readonly unknown[] {
  const stated = article?.["author"] ?? article?.["creator"];
  return (Array.isArray(stated) ? stated : [stated]).slice(0, MAX_AUTHORS).map(resolve);
}

/** The people and others that JSON-LD calls the authors; `url` is the page's. */
export function statedNames(structured: Structured, language: string, url: string): Names {
  return statedAuthors(structured).reduce<Names>((sum, author) => {
    if (typeof author === "string") return merged(sum, namesIn(author, false, language));
    return objectsIn(author).reduce((all, object) => merged(all, namesOfObject(object, language, url)), sum);
  }, NO_NAMES);
}

/** Each author as stated, whatever it is. */
export const statedItems = (structured: Structured): readonly string[] =>
  statedAuthors(structured).flatMap((author) =>
    typeof author === "string" ? [author] : objectsIn(author).flatMap((object) => texts(object["name"])),
  );

/** What JSON-LD calls an organization is none of the people, whoever else names it. */
export const statedGroups = (structured: Structured): readonly string[] =>
  statedAuthors(structured)
    .flatMap((author) => objectsIn(author))
    .filter(isGroup)
    .flatMap((object) => texts(object["name"]).slice(0, MAX_AUTHORS));

/** Plugins call a person who owns a site both a Person and an Organization. */
function isGroup(object: Json): boolean {
  const types = strings(object["@type"]).map((type) => type.slice(0, 100));
  return types.some((type) => /Organization|Corporation/.test(type)) && !types.includes("Person");
}

/** An author whose address is the front page of the site is the site. */
function isFrontPage(object: Json, url: string): boolean {
  const address = parseHttpUrl(strings(object["url"])[0] ?? "", url);
  return address !== null && address.pathname === "/" && address.search === "" && sameSite(address.href, url);
}

function namesOfObject(object: Json, language: string, url: string): Names {
  const given = texts(object["givenName"])[0] ?? "";
  const family = texts(object["familyName"])[0] ?? "";
  const name = texts(object["name"]).slice(0, MAX_AUTHORS);
  const text = name.length > 0 ? name : [`${given} ${family}`];
  const names = text.map((one) => namesIn(one.slice(0, MAX_FIELD_LENGTH), false, language)).reduce(merged, NO_NAMES);
  const isOther = isGroup(object) || (isFrontPage(object, url) && !looksLikeName(text[0]!));
  return isOther ? { people: [], credits: [...names.people, ...names.credits] } : names;
}
