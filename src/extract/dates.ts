import { isoInstant } from "./instant.ts";
import { firstString, type Json } from "./json-ld.ts";
import { firstMeta, type Metas } from "./metas.ts";
import type { Page, Span } from "./page.ts";
import { attribute, type Element } from "./tree.ts";
import { visibleDate } from "./visible-date.ts";

export interface Dates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

/** As claimed by the publisher, most explicit source first: JSON-LD, meta, microdata, `<time>`, the date in the address. */
export function readDates(article: Json | null, metas: Metas, { facts, runs }: Page, head: Span, url: string): Dates {
  const published =
    first([
      firstString(article?.["datePublished"]),
      ...PUBLISHED.map((name) => firstMeta(metas, name)),
      timeOf(
        facts.times,
        (time) => /datepublished/i.test(attribute(time, "itemprop")) || attribute(time, "pubdate") !== "",
      ),
      timeOf(facts.times, (time) => /publi|posted|created|entry-date/i.test(attribute(time, "class"))),
      firstString(article?.["dateCreated"]),
      timeOf(facts.times, (time) => !/updat|modif/i.test(attribute(time, "class"))),
    ]) ??
    dateInUrl(url) ??
    visibleDate(runs.slice(head.from, head.to));
  const modified = first([
    firstString(article?.["dateModified"]),
    ...MODIFIED.map((name) => firstMeta(metas, name)),
    timeOf(
      facts.times,
      (time) => /datemodified/i.test(attribute(time, "itemprop")) || /updat|modif/i.test(attribute(time, "class")),
    ),
  ]);
  return { publishedAt: published, modifiedAt: modified };
}

const PUBLISHED =
  `article:published_time datepublished og:published_time article:published published_time publishdate publish-date
  publish_date publication_date pubdate parsely-pub-date sailthru.date dc.date.issued dcterms.created dcterms.date dc.date
  dc.date.created article.published cxenseparse:recs:publishtime cxenseparse:publishtime vr:published_time date`.split(
    /\s+/,
  );

const MODIFIED =
  `article:modified_time datemodified og:updated_time article:modified last-modified lastmod dcterms.modified
  dc.date.modified article.updated modified_time`.split(/\s+/);

function first(values: readonly (string | null)[]): string | null {
  for (const value of values) {
    const instant = value ? isoInstant(value) : null;
    if (instant) return instant;
  }
  return null;
}

const timeOf = (times: readonly Element[], wanted: (time: Element) => boolean): string | null => {
  const time = times.find((element) => attribute(element, "datetime") !== "" && wanted(element));
  return time ? attribute(time, "datetime") : null;
};

function dateInUrl(url: string): string | null {
  const found = /[/-](20\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/._-]|$)/.exec(url);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}
