import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { decodeHtml } from "#fetch/charset";

/** One page with what a person (or a hand-written parser) says stands on it; null where no one says. */
export interface GoldPage {
  readonly id: string;
  readonly url: string;
  readonly html: () => string;
  readonly body: string | null;
  readonly standfirst?: string;
  readonly headline?: string;
  readonly byline?: readonly string[];
  /** Day or instant as the gold writes it; its first ten characters are the day. */
  readonly published?: string;
}

interface Row {
  readonly id: string;
  readonly file: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly authors: readonly string[] | null;
  readonly author: string | readonly string[] | null;
  readonly publishing_date: string | null;
  readonly date: string | null;
  readonly summary: readonly string[];
  readonly sections: readonly { readonly headline: readonly string[]; readonly paragraphs: readonly string[] }[];
  readonly main_content: string | null;
}

const page = (set: string, file: string) => () =>
  decodeHtml(gunzipSync(readFileSync(join(set, "html", file))), null).text;

const lines = (set: string): readonly Row[] =>
  readFileSync(join(set, "gold.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line.replace(/\bNaN\b/g, "null")) as Row);

/** Pages with a body to compare with, by the name of their folder. */
export const BODY_SETS: Readonly<Record<string, (folder: string) => readonly GoldPage[]>> = {
  "extraction-dev": (folder) => {
    const gold = JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")) as Record<
      string,
      { articleBody: string; url: string }
    >;
    return Object.entries(gold).map(([id, { articleBody, url }]) => ({
      id,
      url,
      html: page(folder, `${id}.html.gz`),
      body: articleBody,
    }));
  },
  // Body = the paragraphs and the headlines of their sections. The summary is a field of its own, as the standfirst is with us.
  "news-gold-dev": (folder) =>
    lines(folder).map((row) => ({
      id: row.id,
      url: row.url!,
      html: page(folder, `${row.id}.html.gz`),
      body: row.sections.flatMap(({ headline, paragraphs }) => [...headline, ...paragraphs]).join("\n"),
      standfirst: row.summary.join("\n"),
      ...(row.title ? { headline: row.title } : {}),
      ...(row.authors ? { byline: row.authors } : {}),
      ...(row.publishing_date ? { published: row.publishing_date } : {}),
    })),
  // Mostly guides and blogs, no news: shows what is lost beyond the kind of page this is made for.
  "extraction-wcxb-dev": (folder) =>
    lines(folder).map((row) => ({
      id: row.id,
      url: row.url ?? "https://example.com/",
      html: page(folder, `${row.id}.html.gz`),
      body: row.main_content ?? "",
    })),
};

/** Pages with fields to compare with. */
export const FIELD_SETS: Readonly<Record<string, (folder: string) => readonly GoldPage[]>> = {
  "news-gold-dev": (folder) => BODY_SETS["news-gold-dev"]!(folder),
  "metadata-dev": (folder) =>
    lines(folder).map((row) => ({
      id: row.file,
      url: row.url!,
      html: page(folder, row.file),
      body: null,
      ...(row.title ? { headline: row.title } : {}),
      ...(row.author ? { byline: [row.author].flat().flatMap((names) => names.split(/\s*[;,]\s*/)) } : {}),
      ...(row.date ? { published: row.date } : {}),
    })),
  // Guides and blogs: their authors and titles were drafted by a model and reviewed, often from the search title.
  "extraction-wcxb-dev": (folder) =>
    lines(folder).map((row) => ({
      id: row.id,
      url: row.url ?? "https://example.com/",
      html: page(folder, `${row.id}.html.gz`),
      body: null,
      ...(row.title ? { headline: row.title } : {}),
      ...(row.author ? { byline: [row.author].flat().flatMap((names) => names.split(/\s*[;,]\s*/)) } : {}),
      ...(row.date ? { published: row.date } : {}),
    })),
  "dates-dev": (folder) =>
    lines(folder).map((row) => ({
      id: row.file,
      url: row.url!,
      html: page(folder, row.file),
      body: null,
      ...(row.date ? { published: row.date } : {}),
    })),
};

interface Expected {
  readonly url: string;
  readonly headline: string | null;
  readonly byline: readonly string[];
  readonly publishedAt: string | null;
  readonly blocks: readonly { readonly kind: string; readonly text: string }[];
  /** Of the page's site: such a case is about them and not about what the extractor finds by itself. */
  readonly rules?: unknown;
}

/** The project's own page cases: a folder each, with page.html and expected.json. */
export function ownPages(folder: string): readonly GoldPage[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "expected.json")))
    .flatMap((id) => {
      const expected = JSON.parse(readFileSync(join(folder, id, "expected.json"), "utf8")) as Expected;
      if (expected.rules !== undefined) return [];
      return {
        id,
        url: expected.url,
        html: () => readFileSync(join(folder, id, "page.html"), "utf8"),
        body: expected.blocks
          .filter(({ kind }) => kind !== "caption")
          .map(({ text }) => text)
          .join("\n"),
        ...(expected.headline ? { headline: expected.headline } : {}),
        ...(expected.byline.length > 0 ? { byline: expected.byline } : {}),
        ...(expected.publishedAt ? { published: expected.publishedAt } : {}),
      };
    });
}
