import { Parser, html as spec, type Token, type Tokenizer, type TreeAdapter, type TreeAdapterTypeMap } from "parse5";
import { MAX_DEPTH, MAX_ELEMENTS } from "#extract/limits";
import { FailureError } from "#model/failure";
import type { Reason } from "#model/reason";
import { QuickTokenizer } from "./quick-tokenizer.ts";
import { rawText, skipRawText } from "./raw-text.ts";

/** A leaner tree than a DOM: what extraction reads and nothing else. Only the parser writes to it. */
export interface Element {
  readonly name: string;
  readonly namespace: spec.NS;
  readonly attrs: Token.Attribute[];
  readonly children: Node[];
  parent: Element | null;
}

export interface Text {
  readonly name: "#text";
  value: string;
  parent: Element | null;
}

export type Node = Element | Text;

export const isText = (node: Node): node is Text => node.name === "#text";

/** Value of an attribute, or the empty string. */
export function attribute(element: Element, name: string): string {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return "";
}

export const hasAttribute = (element: Element, name: string): boolean =>
  element.attrs.some((attr) => attr.name === name);

/** Parses as browsers do. Throws a FailureError when the page is deeper or has more elements than any real one. */
export function parseWithTemplates(html: string): {
  readonly root: Element;
  readonly contents: ReadonlyMap<Element, Element>;
} {
  const contents = new Map<Element, Element>();
  const parser: Parser<TreeMap> = new Parser<TreeMap>({
    treeAdapter: treeAdapter((made) => readRawText(parser.tokenizer, made), contents),
  });
  parser.tokenizer = new QuickTokenizer(parser.options, parser);
  parser.tokenizer.write(html, true);
  return { root: parser.document, contents };
}

/** The document without the contents of its templates. */
export const parseTree = (html: string): Element => parseWithTemplates(html).root;

type TreeMap = TreeAdapterTypeMap<Node, Element, Node, Element, Element, Element, Text, Text, Element, Text>;

/** Attributes that a second tag of the document or its body may add to the first: each is compared with all. */
const MAX_ADOPTED = 64;

/** Text inside these is code or unseen; keeping it would cost memory for nothing. JSON-LD is the exception. */
const MUTE = new Set(["style", "noscript", "iframe", "noembed", "noframes", "textarea"]);

const isMute = (element: Element): boolean =>
  MUTE.has(element.name) || (element.name === "script" && !/ld\+json/i.test(attribute(element, "type")));

const element = (name: string, namespace = spec.NS.HTML, attrs: Token.Attribute[] = []): Element => ({
  name,
  namespace,
  attrs,
  children: [],
  parent: null,
});

function insertAt(parent: Element, node: Node, before: Node): void {
  // Fostered content goes right before its table, which is nearly always the last child: search from the end.
  const at = parent.children.lastIndexOf(before);
  parent.children.splice(at < 0 ? parent.children.length : at, 0, node);
  node.parent = parent;
}

function addText(parent: Element, at: number, value: string): void {
  const previous = parent.children[at - 1];
  if (previous && isText(previous)) previous.value += value;
  else parent.children.splice(at, 0, { name: "#text", value, parent });
}

/** Comments and doctypes are not kept: this stands for all of them while the parser holds one. */
const NOTHING: Text = { name: "#text", value: "", parent: null };

/** How the parser reads the tree. */
const READING = {
  getDocumentMode: () => spec.DOCUMENT_MODE.NO_QUIRKS,
  getFirstChild: (parent) => parent.children[0] ?? null,
  getChildNodes: (parent) => parent.children,
  getParentNode: (node) => node.parent,
  getAttrList: (node) => node.attrs,
  getTagName: (node) => node.name,
  getNamespaceURI: (node) => node.namespace,
  getTextNodeContent: (node) => node.value,
  getCommentNodeContent: () => "",
  getDocumentTypeNodeName: () => "html",
  getDocumentTypeNodePublicId: () => "",
  getDocumentTypeNodeSystemId: () => "",
  isTextNode: (node): node is Text => isText(node),
  isCommentNode: (node): node is Text => node === NOTHING,
  isDocumentTypeNode: (_node): _node is Text => false,
  isElementNode: (node): node is Element => !isText(node),
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: () => {},
  updateNodeSourceCodeLocation: () => {},
} satisfies Partial<TreeAdapter<TreeMap>>;

/** How the parser changes the tree. */
const WRITING = {
  createDocument: () => element("#document"),
  createDocumentFragment: () => element("#fragment"),
  createCommentNode: () => NOTHING,
  createTextNode: (value) => ({ name: "#text", value, parent: null }),
  setDocumentType: () => {},
  setDocumentMode: () => {},
  appendChild(parent, node) {
    if (node === NOTHING) return;
    parent.children.push(node);
    node.parent = parent;
  },
  insertBefore(parent, node, before) {
    if (node !== NOTHING) insertAt(parent, node, before);
  },
  insertText(parent, value) {
    if (!isMute(parent)) addText(parent, parent.children.length, value);
  },
  insertTextBefore: (parent, value, before) => addText(parent, parent.children.lastIndexOf(before), value),
  detachNode(node) {
    if (!node.parent) return;
    const at = node.parent.children.lastIndexOf(node);
    if (at >= 0) node.parent.children.splice(at, 1);
    node.parent = null;
  },
  adoptAttributes(recipient, attrs) {
    // A repeated <html> or <body> tag adds its attributes; without a bound that is quadratic.
    for (const attr of attrs) {
      if (recipient.attrs.length >= MAX_ADOPTED) return;
      if (!hasAttribute(recipient, attr.name)) recipient.attrs.push(attr);
    }
  },
} satisfies Partial<TreeAdapter<TreeMap>>;

const tooMuch = (reason: Reason, message: string): FailureError =>
  new FailureError({ advice: "never", code: reason.code, message, reason });

export const tooDeep = (): FailureError =>
  tooMuch({ code: "too-deep", max: MAX_DEPTH }, `Elements nested more than ${MAX_DEPTH} deep.`);

/** Reads a script or style in one go; the text is kept only where it says something. */
function readRawText(tokenizer: Tokenizer, made: Element): void {
  const span = skipRawText(tokenizer, made.name);
  if (span && span.to > span.from && !isMute(made)) addText(made, 0, rawText(tokenizer, span));
}

/** One per parse, because it counts. `onMade` is called for each HTML element before its content is read. */
function treeAdapter(onMade: (made: Element) => void, contents: Map<Element, Element>): TreeAdapter<TreeMap> {
  let elements = 0;
  let depth = 0;
  return {
    ...READING,
    ...WRITING,
    createElement(name, namespace, attrs) {
      if (++elements > MAX_ELEMENTS)
        throw tooMuch({ code: "too-many-elements", max: MAX_ELEMENTS }, `More than ${MAX_ELEMENTS} elements.`);
      const made = element(name, namespace, attrs);
      if (namespace === spec.NS.HTML) onMade(made);
      return made;
    },
    onItemPush() {
      if (++depth > MAX_DEPTH) throw tooDeep();
    },
    onItemPop() {
      depth--;
    },
    // The content of a <template> is not shown: kept aside so that the parser can work. Of a shadow root it is.
    setTemplateContent: (template, content) => void contents.set(template, content),
    getTemplateContent: (template) => contents.get(template) ?? element("#fragment"),
  };
}
