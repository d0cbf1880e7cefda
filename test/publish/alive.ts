import { attribute, type Element, elementsOf, fragmentElements } from "./dom.ts";

/** Elements and attributes that our own templates use: `p`, `a[href]`. Learnt from pages that hold nothing hostile. */
export type Vocabulary = ReadonlySet<string>;

const wordsOf = (element: Element): string[] => [
  element.tagName,
  ...element.attrs.map((each) => `${element.tagName}[${each.name}]`),
];

export const vocabularyOf = (pages: readonly string[]): Vocabulary =>
  new Set(pages.flatMap((page) => elementsOf(page).flatMap(wordsOf)));

const URL_ATTRIBUTES = ["href", "src", "action", "formaction", "data", "poster", "xlink:href"];
/** Our own paths and anchors, or a web address. */
const HARMLESS_URL = /^(?:[/#](?!\/)|https?:\/\/|mailto:[^\s@]+@[^\s@]+$|$)/i;

/**
 * What in a page came alive that our templates did not put there: foreign elements and attributes, addresses that could
 * run something, scripts or styles with content. Empty when the page only shows text.
 */
export function alive(markup: string, vocabulary: Vocabulary, kind: "page" | "fragment" = "page"): readonly string[] {
  const elements = kind === "page" ? elementsOf(markup) : fragmentElements(markup);
  return elements.flatMap((element) => [
    ...wordsOf(element).filter((word) => !vocabulary.has(word)),
    ...URL_ATTRIBUTES.map((name) => attribute(element, name) ?? "")
      .filter((url) => !HARMLESS_URL.test(url))
      .map((url) => `${element.tagName}: ${url}`),
    ...(["script", "style"].includes(element.tagName) && element.childNodes.length > 0
      ? [`${element.tagName} with content`]
      : []),
  ]);
}
