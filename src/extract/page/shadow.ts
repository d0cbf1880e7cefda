import { MAX_DEPTH } from "#extract/limits";
import { attribute, type Element, isText, type Node, parseWithTemplates, tooDeep } from "./tree.ts";

/** What browsers do with the content of a template that declares a shadow root. */
const MODES = new Set(["open", "closed"]);

const declaresShadow = (element: Element): boolean =>
  MODES.has((attribute(element, "shadowrootmode") || attribute(element, "shadowroot")).toLowerCase());

/** A page as it is shown: with its declared shadow roots in place. Throws as `parseTree` does. */
export function parsePage(html: string): Element {
  const { root, contents } = parseWithTemplates(html);
  if (![...contents.keys()].some(declaresShadow)) return root;
  attachShadows(contents);
  // Roots and slots in each other may be as deep as all of them together.
  if (depthOf(root) > MAX_DEPTH) throw tooDeep();
  return root;
}

/**
 * Puts the contents of declared shadow roots where browsers show them: in the place of their hosts' children, and those
 * children into the slots. A host shows its first root alone; children without a slot are not shown.
 */
function attachShadows(contents: ReadonlyMap<Element, Element>): void {
  const hosts = new Set<Element>();
  for (const [template, { children }] of contents) {
    const host = template.parent;
    if (!host || hosts.has(host) || !declaresShadow(template)) continue;
    hosts.add(host);
    const light = host.children.filter((child) => isText(child) || child.name !== "template");
    fillSlots(children, light);
    adopt(host, children);
  }
}

function adopt(parent: Element, children: readonly Node[]): void {
  // A copy: what is adopted may be the list itself.
  const adopted = [...children];
  parent.children.length = 0;
  for (const child of adopted) {
    parent.children.push(child);
    child.parent = parent;
  }
}

const slotOf = (node: Node): string => (isText(node) ? "" : attribute(node, "slot"));

/** The first slot of a name takes all children of that name; a slot that gets none shows what it holds. */
function fillSlots(roots: readonly Node[], light: readonly Node[]): void {
  const byName = Map.groupBy(light, slotOf);
  const open = roots.toReversed();
  const goOn = ({ children }: Element) => {
    for (const child of children.toReversed()) open.push(child);
  };
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) continue;
    if (node.name !== "slot") {
      goOn(node);
      continue;
    }
    const name = attribute(node, "name");
    const assigned = byName.get(name);
    byName.delete(name);
    if (assigned?.some((child) => !isText(child) || child.value.trim() !== "")) adopt(node, assigned);
    else goOn(node);
  }
}

/** Elements that stand in each other, at most; gone through without calling itself, because the depth is what is asked. */
function depthOf(root: Element): number {
  let deepest = 0;
  const open: { readonly element: Element; readonly depth: number }[] = [{ element: root, depth: 1 }];
  for (let at = open.pop(); at; at = open.pop()) {
    deepest = Math.max(deepest, at.depth);
    for (const child of at.element.children) if (!isText(child)) open.push({ element: child, depth: at.depth + 1 });
  }
  return deepest;
}
