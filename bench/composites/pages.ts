import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { decodeHtml } from "#fetch/charset";
import { BODY_SETS } from "../extract/pages.ts";
import { readPairs } from "../noise/pairs.ts";
import { type Carrier, carriersOf, squeezed } from "./carriers.ts";
import { stirred } from "./stir.ts";

/** A page and what became of it without an edit, with the paragraphs that stand in both. */
export interface NoisyPage {
  readonly set: string;
  readonly id: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Whether an English paragraph is at home among its own. */
  readonly english: boolean;
  readonly carriers: readonly { readonly before: Carrier; readonly after: Carrier }[];
}

/** Where less stands, it may be the small print of a page without an article: no one can tell. */
const SHORTEST_BODY = 1000;

/** Real noise: pages of DIR/revisions-dev captured twice; Readability, which no one here tuned, says what is body on both. */
export function* capturedTwice(data: string): Iterable<NoisyPage> {
  for (const { kind, edited, a, b, path, read } of readPairs(data)) {
    if (edited) continue;
    const [before, after] = [a, b].map((file) => decodeHtml(read(file), "text/html").text) as [string, string];
    const [bodyBefore, bodyAfter] = [bodyOf(before), bodyOf(after)];
    const enough = Math.min(bodyBefore.length, bodyAfter.length) >= SHORTEST_BODY;
    const isBody = (text: string) => enough && bodyBefore.includes(text) && bodyAfter.includes(text);
    // What comes with months between two captures is another question than what comes with hours.
    const set = kind.includes("redesign") ? "redesigned later" : "captured twice";
    yield { set, id: `${a} ${b}`, path, before, after, ...placesIn(before, after, isBody) };
  }
}

/** Pages with a gold body, and the same pages stirred: the noise is ours, the pages and bodies are not. */
export function* stirredPages(data: string): Iterable<NoisyPage> {
  for (const set of ["extraction-dev", "news-gold-dev"]) {
    for (const { id, url, html, body } of BODY_SETS[set]!(join(data, set))) {
      const before = html();
      const gold = squeezed(body ?? "");
      const isBody = (text: string) => text.length > 0 && gold.includes(text);
      const after = stirred(before, isBody);
      const { pathname, search } = new URL(url);
      yield {
        set: "gold pages, stirred",
        id,
        path: pathname + search,
        before,
        after,
        ...placesIn(before, after, isBody),
      };
    }
  }
}

function bodyOf(html: string): string {
  try {
    return squeezed(new Readability(parseHTML(html).document).parse()?.textContent ?? "");
  } catch {
    return ""; // Some pages have no documentElement for linkedom: then no one says what is body.
  }
}

function placesIn(
  before: string,
  after: string,
  isBody: (text: string) => boolean,
): Pick<NoisyPage, "carriers" | "english"> {
  const carriers = inBoth(before, after, isBody);
  const words = carriers.flatMap(({ before: { raw } }) => raw.toLowerCase().split(/\W+/));
  return { carriers, english: words.filter((word) => ENGLISH.has(word)).length > words.length * ENGLISH_SHARE };
}

/** In English prose these make a fifth of the words, in its neighbours hardly one in fifty. */
const ENGLISH: ReadonlySet<string> = new Set(["the", "of", "and", "to", "that", "is", "was", "for", "with"]);
const ENGLISH_SHARE = 0.1;

function inBoth(before: string, after: string, isBody: (text: string) => boolean): NoisyPage["carriers"] {
  const later = new Map(carriersOf(after, isBody).map((carrier) => [carrier.text, carrier] as const));
  return carriersOf(before, isBody).flatMap((carrier) => {
    const same = later.get(carrier.text);
    return same ? [{ before: carrier, after: same }] : [];
  });
}
