import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export const elementsOf = (html: string): readonly Element[] => [...walk(parse(html))];
export const fragmentElements = (html: string): readonly Element[] => [...walk(parseFragment(html))];

/** The element itself and all within it. */
export const within = (element: Element): readonly Element[] => [...walk(element)];

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

export function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** Visible text of elements by tag and, if given, class. */
export const texts = (html: string, tag: string, className?: string): readonly string[] =>
  elementsOf(html)
    .filter((each) => each.tagName === tag && (!className || attribute(each, "class")?.split(" ").includes(className)))
    .map((each) => visibleText(each).replace(/\s+/g, " "));

/** Without what is only said; white space as it stands. */
export function visibleText(node: Node): string {
  if ("attrs" in node && attribute(node, "class") === "say") return "";
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(visibleText).join("") : "";
}

function* walk(node: Node): Generator<Element> {
  if ("tagName" in node) yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* walk(child);
}
