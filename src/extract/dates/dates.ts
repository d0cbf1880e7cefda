import { isForeignBox } from "#extract/page/foreign";
import { firstString, type Structured } from "#extract/page/json-ld";
import { firstMeta, type Metas } from "#extract/page/metas";
import type { Page, Span } from "#extract/page/page";
import { attribute, type Element } from "#extract/page/tree";
import { isoInstant } from "./instant.ts";
import { isPlaceholder } from "./placeholder.ts";
import { dateBox, dateReader, visibleDate } from "./visible-date.ts";

export interface Dates {
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
}

export interface DatesInput {
  readonly page: Page;
  readonly structured: Structured;
  readonly metas: Metas;
  readonly head: Span;
  /** The first run after the headline. */
  readonly below: number;
  readonly url: string;
  /** When the page was fetched, epoch ms: a date after the day after that is none of its. Unknown: null. */
  readonly seenAt: number | null;
}

const DAY_MS = 86_400_000;
const DAY_LENGTH = "2024-05-03".length;
/** A day that was made an instant. */
const MIDNIGHT = /T00:00:00/;

/**
 * As claimed by the publisher, most explicit source first: JSON-LD, meta, microdata, `<time>` beside the headline, the date
 * in the address, what readers see around the headline, and last a date anywhere on the page.
 */
export function readDates({ page, structured, metas, head, below, url, seenAt }: DatesInput): Dates {
  const { facts } = page;
  const { article, other } = structured;
  const read = dateReader(facts.language);
  const isPast = (instant: string) => seenAt === null || !(Date.parse(instant) > seenAt + DAY_MS);
  const readAll = (values: readonly (string | null)[]) =>
    values
      .map((value) => (value ? (isoInstant(value) ?? read(value.slice(0, MAX_WORDED))) : null))
      .filter((instant) => instant !== null && !isPlaceholder(instant) && isPast(instant));
  // A later source that has the time of the same day says more.
  const first = (values: readonly (string | null)[]) => {
    const instants = readAll(values);
    const day = instants[0] ?? null;
    return day?.length === DAY_LENGTH
      ? (instants.find((other) => other!.startsWith(`${day}T`) && !MIDNIGHT.test(other!)) ?? day)
      : day;
  };
  const times = facts.times.filter((time) => attribute(time, "datetime") !== "");
  const near = facts.stamps
    .filter((stamp) => stamp.run >= head.from && stamp.run < head.to && !isForeignBox(page, stamp.box))
    .map(({ element }) => element);
  const published = [
    firstString(article?.["datePublished"]),
    ...PUBLISHED.map((name) => firstMeta(metas, name)),
    timeOf(times, (time) => /datepublished/i.test(attribute(time, "itemprop")) || attribute(time, "pubdate") !== ""),
    timeOf(near, isPublished),
    firstString(article?.["dateCreated"]),
    timeOf(near, (time) => !isUpdate(time)),
    firstString(other?.["datePublished"]),
    dateInUrl(url),
  ];
  // Asked last and only then: it takes the names of months, and a time anywhere may be a teaser's.
  const shown = () =>
    first([visibleDate(page, head, below)]) ??
    first([timeOf(times, isPublished), timeOf(times, (time) => !isUpdate(time)), dateBox(page)]);
  const modified = [
    firstString(article?.["dateModified"]),
    ...MODIFIED.map((name) => firstMeta(metas, name)),
    timeOf(times, (time) => /datemodified/i.test(attribute(time, "itemprop")) || isUpdate(time)),
    firstString(other?.["dateModified"]),
  ];
  return { publishedAt: first(published) ?? shown(), modifiedAt: first(modified) };
}

/** Dates in words, as some templates write into their metadata, are a line. */
const MAX_WORDED = 120;

const isPublished = (time: Element): boolean => /publi|posted|created|entry-date/i.test(attribute(time, "class"));
const isUpdate = (time: Element): boolean => /updat|modif|aktualis|edited/i.test(attribute(time, "class"));

const PUBLISHED =
  `article:published_time datepublished og:published_time article:published published_time publishdate publish-date
  publish_date publication_date pubdate parsely-pub-date sailthru.date dc.date.issued dcterms.created dcterms.date dc.date
  dc.date.created article.published cxenseparse:recs:publishtime cxenseparse:publishtime vr:published_time
  citation_publication_date article:publicationdate og:article:published_time date`.split(/\s+/);

const MODIFIED =
  `article:modified_time datemodified og:updated_time article:modified last-modified lastmod dcterms.modified
  dc.date.modified article.updated modified_time og:article:modified_time revised`.split(/\s+/);

const timeOf = (times: readonly Element[], wanted: (time: Element) => boolean): string | null => {
  const time = times.find((element) => attribute(element, "datetime") !== "" && wanted(element));
  return time ? attribute(time, "datetime") : null;
};

function dateInUrl(url: string): string | null {
  const found = /[/-](20\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/._-]|$)/.exec(url.slice(0, 2_000));
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}
