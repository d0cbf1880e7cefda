import { isArticleType } from "#model/article-types";

/** Objects looked at in one block; graphs of news pages hold a dozen. */
const MAX_ITEMS = 50;

/** True when the main thing of a JSON-LD block is one article; teasers inside lists, parts and collections do not count. */
export function hasArticleData(json: string): boolean {
  // Several of them side by side are the teasers of a section.
  return mainItems(json).filter(isArticle).length === 1;
}

/** Name of the outlet, where an article names its publisher or a site itself; "" when none does. */
export function outletName(json: string): string {
  for (const item of mainItems(json)) {
    const named = isArticle(item) ? [item["publisher"]].flat()[0] : item["@type"] === "WebSite" ? item : null;
    if (isObject(named) && typeof named["name"] === "string") return named["name"];
  }
  return "";
}

function mainItems(json: string): readonly JsonObject[] {
  const items = [parse(json)]
    .flat()
    .flatMap((item) => (isObject(item) && "@graph" in item ? [item["@graph"]].flat() : [item]));
  return items.slice(0, MAX_ITEMS).filter(isObject);
}

const isArticle = (item: JsonObject): boolean =>
  [item["@type"]].flat().some((type) => typeof type === "string" && isArticleType(type));

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null;

function parse(json: string): unknown {
  try {
    return JSON.parse(
      json.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\/\/\]\]>)\s*$/g, ""),
    );
  } catch {
    // Broken JSON-LD is common and says nothing about the page.
    return null;
  }
}
