import { isForeignBox } from "#extract/page/foreign";
import type { Page, Span } from "#extract/page/page";
import { bare, collapse } from "#extract/page/text";
import { textOf } from "#extract/page/text-of";
import { attribute, type Element, isText } from "#extract/page/tree";
import { LEAD_IN, looksLikeName, merged, type Names, NO_NAMES, namesIn, unique } from "./names.ts";

/** A longer line mentions its authors in passing. */
const MAX_BYLINE = 200;

type Marked = Page["facts"]["authors"][number];

/** Who a page marks as its authors within a span of its runs; else the names in a line there that begins with "By". */
export function visibleByline(page: Page, span: Span): Names {
  const marked = page.facts.authors.filter(
    ({ run, box }) => run >= span.from && run < span.to && !isForeignBox(page, box),
  );
  const found = markedNames(marked, page.facts.language);
  return found.people.length > 0 ? found : merged(found, lineNames(page, span));
}

function markedNames(marked: readonly Marked[], language: string): Names {
  const read = marked.map(({ element }) => ({ element, names: namesOfElement(element, language) }));
  const telling = read.filter(({ names }) => names.people.length + names.credits.length > 0);
  // The innermost elements name one each; a wrapper that names all of them and more holds names without markup of their own.
  const leaves = telling.filter(
    ({ element }) => !telling.some((other) => other.element !== element && holds(element, other.element)),
  );
  // The first that names a person shows what a name looks like here: others in the same markup are names too, buttons are not.
  const model = leaves.find(({ names }) => names.people.length > 0);
  const alike = leaves.filter(
    ({ element, names }) => names.people.length === 0 || signature(element) === signature(model!.element),
  );
  const all = alike.reduce((sum, { names }) => merged(sum, names), NO_NAMES);
  const wider = telling.find(({ names }) => names.people.length > all.people.length && contains(names, all));
  return wider ? merged(wider.names, { people: [], credits: all.credits }) : all;
}

const signature = (element: Element): string => `${element.name} ${attribute(element, "class")}`;

const contains = (names: Names, others: Names): boolean => {
  const own = new Set(names.people.map(bare));
  return others.people.every((name) => own.has(bare(name)));
};

/** A photographer's or translator's mark is no author's. */
export const OTHER_HANDS = /photo|foto|image|bild|picture|caption|credit|translat|übersetz|comment|avatar|reviewed/i;

function namesOfElement(element: Element, language: string): Names {
  const named = `${attribute(element, "class")} ${attribute(element, "id")}`;
  if (OTHER_HANDS.test(named)) return NO_NAMES;
  const text = collapse(textOf(element, " ")) || hiddenName(element);
  if (text === "" || text.length > MAX_BYLINE || /^(?:photo|foto|image|bild)/i.test(text)) return NO_NAMES;
  const strict = namesIn(text, true, language);
  if (strict.people.length > 0) return strict;
  // A link or property for the author holds nothing but the name, be it one word.
  const pure = /(?:^|\s)author(?:$|\s)/.test(`${attribute(element, "rel")} ${attribute(element, "itemprop")}`);
  const loose = pure && text.length <= 40 ? namesIn(text, false, language) : NO_NAMES;
  return merged(strict, loose);
}

/** Microdata may name the author in a meta element, beside a picture. */
function hiddenName(element: Element, depth = 0): string {
  for (const child of element.children.slice(0, 20)) {
    if (isText(child)) continue;
    if (child.name === "meta" && attribute(child, "itemprop") === "name") return attribute(child, "content");
    const inner = depth < 3 ? hiddenName(child, depth + 1) : "";
    if (inner !== "") return inner;
  }
  return "";
}

function holds(outer: Element, inner: Element): boolean {
  let element = inner.parent;
  for (let climb = 0; element && climb < 12; climb++, element = element.parent) if (element === outer) return true;
  return false;
}

const LINE =
  /^[\s|•·–—-]*(?:(?:written |posted |text |texte |texto |testo |story |veröffentlicht )?(?:by|von|par|por|di|door|av|af|przez|oleh|text|texto|autor(?:in)?|author|auteur|автор)\b\s*:?\s|[（(【[]?(?:作者|记者|記者|责编|責編|责任编辑|文|撰文)\s*[:：/／|]|본지|بقلم|מאת|โดย)/iu;
const opensByline = (text: string): boolean => LINE.test(text) || LEAD_IN.test(text);
/** Lines below the headline among which a byline is sought: after them the text has begun. */
const MAX_LINES = 40;

/** The names in the first line of a span that begins with "By" or a word for it. */
export function lineNames(page: Page, span: Span): Names {
  for (const { text, box } of page.runs.slice(span.from, Math.min(span.to, span.from + MAX_LINES))) {
    if (text.length > MAX_BYLINE || !opensByline(text) || isForeignBox(page, box)) continue;
    const names = namesIn(text, true, page.facts.language);
    if (names.people.length + names.credits.length > 0) return names;
  }
  return NO_NAMES;
}

/** Some papers sign under the text: a line in bold that is nothing but a name; what is a link or a heading too leads elsewhere. */
export function signedNames(page: Page, foot: Span): Names {
  const signed = page.runs
    .slice(foot.from, foot.to)
    .find(
      ({ text, size, boldSize, linkSize, box }) =>
        boldSize >= size * 0.9 &&
        linkSize === 0 &&
        !/^h\d$/.test(page.boxes[box]!.element.name) &&
        looksLikeName(text) &&
        !isForeignBox(page, box),
    );
  return signed ? namesIn(signed.text, true, page.facts.language) : NO_NAMES;
}

/**
 * Whom a page names in passing, for when no one is named where bylines stand: "Author: …" within a line, marks further down
 * that say "by" (believed when all of them name one person), "By …" with a single name.
 */
export function loneNames(page: Page, head: Span, foot: Span): readonly string[] {
  const { language } = page.facts;
  const around = [...page.runs.slice(head.from, head.to), ...page.runs.slice(foot.from, foot.to)];
  const labelled = around
    .filter(({ size, box }) => size <= MAX_BYLINE && !isForeignBox(page, box))
    .flatMap(({ text }) => namesIn(LABELLED.exec(text)?.[1] ?? "", true, language).people);
  if (labelled.length > 0) return unique(labelled);
  const marked = page.facts.authors
    .filter(({ run, box }) => run >= head.to && !isForeignBox(page, box))
    .filter(({ run }) => opensByline(page.runs[run]?.text ?? ""))
    .flatMap(({ element }) => namesOfElement(element, language).people);
  const named = unique(marked);
  if (named.length > 0) return named.length === 1 ? named : [];
  const single = page.runs
    .slice(head.from, head.to)
    .flatMap(({ text, box }) => (isForeignBox(page, box) ? [] : (SINGLE.exec(text)?.[1] ?? [])));
  return single.slice(0, 1).flatMap((name) => namesIn(name, false, language).people);
}

const LABELLED =
  /(?:^|\s)(?:autor(?:in)?|authors?|auteur|autore|автор|forfatter|författare)\s*:\s*(.+?)(?=\s+\p{L}+:|$)/iu;
/** "By Daniel | Published: …" */
const SINGLE =
  /^[\s|•·–—-]*(?:[Ww]ritten |[Pp]osted )?(?:[Bb]y|[Vv]o[nm]|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa][vf])\s+(\p{Lu}[\p{L}\p{N}_-]+)\s*(?:$|[|•·,]|\s(?:on|am)\s)/u;
