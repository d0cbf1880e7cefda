import { MAX_BLOCKS, MAX_JSON_LENGTH, MAX_JSON_SCRIPTS } from "./limits.ts";
import { markReader } from "./marks.ts";
import type { Box, Facts, Page, Run } from "./page.ts";
import { collapse, weigh } from "./text.ts";
import { attribute, type Element, isText, type Node } from "./tree.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Never read: code, forms' fields, pictures, embedded pages. */
const SKIPPED =
  names(`style noscript template iframe object embed svg math canvas audio video select option optgroup button input
  textarea datalist map area dialog progress meter frameset frame noframes applet param source track`);

/** Run on with the text around them. Anything else, also an element of unknown name, stands as a block. */
const INLINE =
  names(`a abbr acronym b basefont bdi bdo big blink cite code data del dfn em font i img ins kbd label mark nobr q
  rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr picture`);

const BOLD = names("b strong");

/** Two line breaks with nothing between them end a paragraph. */
const BREAK = "\n";

/** One pass over the tree: runs of text, the boxes around them, and the elements that carry facts. */
export function walk(root: Element): Page {
  const runs: Run[] = [];
  const boxes: Box[] = [];
  const facts = {
    language: "",
    title: "",
    metas: [] as Element[],
    links: [] as Element[],
    jsonLd: [] as string[],
    times: [] as Element[],
  };
  const marksOf = markReader();
  let buffer = "";
  let linkLength = 0;
  let boldLength = 0;
  let links = 0;
  let bolds = 0;
  let box: Box | null = null;

  const flush = () => {
    if (buffer === "") return;
    const raw = buffer;
    const text = collapse(raw);
    if (text !== "" && box && runs.length < MAX_BLOCKS) {
      const size = weigh(text);
      // Shares of the raw text carry over to the weight; white space inside links is small change.
      const share = (length: number) => Math.min(size, Math.round((length / raw.length) * size));
      runs.push({ text, size, linkSize: share(linkLength), boldSize: share(boldLength), box: box.index });
    }
    buffer = "";
    linkLength = 0;
    boldLength = 0;
  };

  const add = (value: string) => {
    buffer += value;
    if (links > 0) linkLength += value.length;
    if (bolds > 0) boldLength += value.length;
  };

  const visit = (node: Node): void => {
    if (isText(node)) {
      if (box) add(node.value.replace(/\n/g, " "));
      return;
    }
    const { name } = node;
    if (name === "br") return lineBreak();
    if (SKIPPED.has(name)) return;
    if (noteFact(node, facts)) return;
    if (INLINE.has(name)) return visitInline(node);
    visitBlock(node);
  };

  const lineBreak = () => {
    if (/\n\s*$/.test(buffer.slice(-20))) flush();
    else if (buffer !== "") buffer += BREAK;
  };

  const visitInline = (node: Element): void => {
    if (node.attrs.length > 0 && marksOf(node).hidden) return;
    const link = node.name === "a";
    const bold = BOLD.has(node.name);
    if (link) links++;
    if (bold) bolds++;
    for (const child of node.children) visit(child);
    if (link) links--;
    if (bold) bolds--;
  };

  const visitBlock = (node: Element): void => {
    flush();
    const outer: Box | null = box;
    const named = node.name === "#document" || node.name === "html" || node.name === "head";
    if (!named) {
      box = {
        index: boxes.length,
        element: node,
        parent: outer,
        marks: marksOf(node),
        from: runs.length,
        to: 0,
        end: 0,
      };
      boxes.push(box);
    }
    for (const child of node.children) visit(child);
    flush();
    if (box && box !== outer) {
      box.to = runs.length;
      box.end = boxes.length;
    }
    box = outer;
  };

  visit(root);
  return { runs, boxes, facts };
}

type Collected = { -readonly [Key in keyof Facts]: Facts[Key] extends readonly (infer Item)[] ? Item[] : Facts[Key] };

/** True when the element is nothing but a fact, so that its text is not the page's. */
function noteFact(element: Element, facts: Collected): boolean {
  switch (element.name) {
    case "html":
      facts.language = attribute(element, "lang") || attribute(element, "xml:lang");
      return false;
    case "title":
      if (facts.title === "") facts.title = collapse(textOf(element));
      return true;
    case "meta":
      facts.metas.push(element);
      return true;
    case "link":
      facts.links.push(element);
      return true;
    case "script":
      noteScript(element, facts);
      return true;
    case "time":
      facts.times.push(element);
      return false;
    default:
      return false;
  }
}

function noteScript(element: Element, facts: Collected): void {
  if (facts.jsonLd.length >= MAX_JSON_SCRIPTS) return;
  const text = textOf(element);
  if (text.length > 1 && text.length <= MAX_JSON_LENGTH) facts.jsonLd.push(text);
}

/** Text of an element's own text nodes: enough for title and script, which hold nothing else. */
const textOf = (element: Element): string =>
  element.children.map((child) => (isText(child) ? child.value : "")).join("");
