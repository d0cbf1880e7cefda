import { parseHttpUrl } from "#lib/url";
import type { Page } from "./page.ts";
import { collapse } from "./text.ts";
import { textOf } from "./text-of.ts";
import { attribute, type Element } from "./tree.ts";

/** Articles of more pages are books. */
const MAX_NUMBER = 99;
/** Comments have pages too, and their addresses say so. */
const OF_COMMENTS = /comment|kommentar|comentar|commenta|reply|replies|reaction|disqus|forum/i;
/** Names of a parameter or a part of a path that counts pages; a single letter is mostly one of these. */
const COUNTS_PAGES =
  /^(?:p|pg|pn|page|paged|pageno|pagenum|pagenumber|page_?no|page-?num(?:ber)?|part|teil|seite|pagina|página|paginas|strona|strana|stranica|sayfa|str|sida|side|sivu|oldal|stranitsa|trang|halaman|hal|seq|lehekulg|puslapis)$/i;
/** Pages of links looked at. */
const MAX_LOOKED_AT = 2_000;

function isNext(element: Element): boolean {
  const rel = attribute(element, "rel");
  return rel !== "" && /(?:^|\s)next(?:\s|$)/i.test(rel);
}

/**
 * Address of the next page of an article that has several; null where the page holds all of it, as far as it says. It is known
 * by its form: the page's own address with the next number in the place where pages are counted. So a link to the next
 * article is none, whatever it is called. The page has to declare it as its next, or to link to it by that number.
 */
export function nextPage({ facts }: Page, url: string): string | null {
  const own = parseHttpUrl(url);
  if (!own) return null;
  const linked = [...facts.links, ...facts.anchors.slice(0, MAX_LOOKED_AT).map(({ element }) => element)];
  for (const element of linked.slice(0, MAX_LOOKED_AT)) {
    if (!isNext(element)) continue;
    const next = followed(own, attribute(element, "href"), true);
    if (next) return next;
  }
  const mayFollow = followers(own);
  for (const { element } of facts.anchors.slice(0, MAX_LOOKED_AT)) {
    const href = attribute(element, "href");
    const next = mayFollow(href) ? followed(own, href, false) : null;
    if (next && turnsPages(element)) return next;
  }
  return null;
}

const PAGER =
  /(?:^|[\s_-])(?:pag(?:e|es|er|ers|ing|ination|inator|inate)|pagination\w*|page-?(?:nav|numbers?|links?|list)|post-page-numbers|next-?page)(?:$|[\s_-])/i;
/** Boxes around a link that may be its pager's. */
const MAX_CLIMB = 4;
/** Words of a link to a page. */
const MAX_TEXT = 30;

/** Is a link the number of a page, or one of a row of such links? */
function turnsPages(link: Element): boolean {
  const text = collapse(textOf(link));
  if (/^\p{Nd}{1,2}$/u.test(text)) return true;
  if (text.length > MAX_TEXT) return false;
  let around: Element | null = link;
  for (let climb = 0; around && climb < MAX_CLIMB; climb++, around = around.parent)
    if (PAGER.test(attribute(around, "class").slice(0, MAX_CLASS))) return true;
  return false;
}
/** Longer class strings are utility soup. */
const MAX_CLASS = 300;

/**
 * Cheap signs that a link may lead to a next page, because parsing each of a thousand addresses costs more than the rest of a page: it
 * has a digit, and one with folders in it has the last part of the page's own address.
 */
function followers(own: URL): (href: string) => boolean {
  const part = counted(own.pathname).stem.split("/").at(-1)!;
  // An address may spell the same sign in another way.
  const isPlain = part !== "" && /^[\w.~-]+$/.test(part);
  return (href) => (!isPlain || href.includes(part) || !href.includes("/") || href.includes("%")) && /\d/.test(href);
}

/** @param isDeclared the page calls it its next one: then any parameter that rises by one counts pages */
function followed(own: URL, href: string, isDeclared: boolean): string | null {
  const target = href === "" || href.startsWith("#") ? null : parseHttpUrl(href, own.href);
  if (!target || target.host !== own.host || OF_COMMENTS.test(target.search + target.pathname.slice(-40))) return null;
  target.hash = "";
  const isOne =
    target.pathname === own.pathname
      ? byParameter(own.searchParams, target.searchParams, isDeclared)
      : target.search === own.search && byPath(own.pathname, target.pathname);
  return isOne ? target.href : null;
}

/** `?page=2` after `?page=1` or nothing; all other parameters alike. */
function byParameter(own: URLSearchParams, target: URLSearchParams, isDeclared: boolean): boolean {
  const differing = [...new Set([...own.keys(), ...target.keys()])].filter(
    (name) => own.get(name) !== target.get(name),
  );
  const [name] = differing;
  if (name === undefined || differing.length > 1 || !(isDeclared || COUNTS_PAGES.test(name))) return false;
  return rises(own.get(name), target.get(name));
}

/** `/lock/2`, `/lock/page/2`, `/lock-2.html`, `/lock,2` after `/lock`, or after the same with a 1. */
function byPath(own: string, target: string): boolean {
  const [was, is] = [counted(own), counted(target)];
  if (is.number === null) return false;
  // A number that belongs to the address itself is no page's: "/news/flood-2024" is not the page after "/news/flood-2023".
  if (is.stem === bare(own)) return is.number === "2";
  return was.number !== null && was.stem === is.stem && was.number.length <= 2 && rises(was.number, is.number);
}

const EXTENSION = /\.(?:x?html?|php|aspx?|jsp|shtml)$/i;
const bare = (path: string): string => path.replace(/\/$/, "").replace(EXTENSION, "");

/** A path without the number of its page. */
function counted(path: string): { readonly stem: string; readonly number: string | null } {
  const [, stem, word, number] = /^(.+?)(?:[/_,.-]([a-z]{1,10}))?[/_,.-]?(\d{1,2})$/i.exec(bare(path)) ?? [];
  if (stem === undefined || number === undefined) return { stem: path, number: null };
  if (word === undefined || COUNTS_PAGES.test(word)) return { stem: bare(stem), number };
  return {
    stem: bare(path)
      .slice(0, -number.length)
      .replace(/[/_,.-]$/, ""),
    number,
  };
}

const rises = (from: string | null, to: string | null): boolean => {
  const [was, is] = [Number(from ?? 1), Number(to ?? Number.NaN)];
  return Number.isInteger(was) && is === was + 1 && is <= MAX_NUMBER;
};
