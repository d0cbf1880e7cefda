import { MAX_NAMES_LENGTH } from "#extract/limits";
import { parseHttpUrl } from "#lib/url";
import { firstString, objectsIn, type Structured } from "./json-ld.ts";
import { firstMeta, type Metas } from "./metas.ts";
import type { Page } from "./page.ts";
import { plain } from "./plain.ts";
import { bare, collapse } from "./text.ts";
import { textOf } from "./text-of.ts";
import type { Element } from "./tree.ts";

/** Sections are named in a word or two. */
const MAX_LENGTH = 60;
/** Crumbs looked through; real trails have three to six. */
const MAX_CRUMBS = 12;

const HOME =
  /^(?:home(?: ?page)?|start(?:seite)?|accueil|inicio|início|home page|hjem|hem|etusivu|strona główna|главная|головна|首页|ホーム|トップ|top|홈|الرئيسية|בית|anasayfa|trang chủ|[\p{P}\p{S}]+)$/iu;

/** Where the publisher files the article: JSON-LD, meta, the trail of breadcrumbs, the address. */
export function readSection(
  page: Page,
  { article, breadcrumb }: Structured,
  metas: Metas,
  headline: string | null,
  url: string,
): string | null {
  const title = bare(headline ?? "");
  const isSection = (text: string) =>
    text !== "" && text.length <= MAX_LENGTH && bare(text) !== title && !HOME.test(text);
  const stated = [
    firstString(article?.["articleSection"]),
    firstMeta(
      metas,
      "article:section",
      "parsely-section",
      "section",
      "articlesection",
      "cxenseparse:articlesection",
      "dc.subject.section",
    ),
  ].flatMap((text) => (text === null ? [] : [plain(text).split(/\s*[,;|>]\s*/)[0]!]));
  const trails = [statedCrumbs(breadcrumb?.["itemListElement"]), shownCrumbs(page)];
  return [...stated, ...trails.flat()].find(isSection) ?? pathSection(url);
}

/** Names on the way from the front page to the article; the article's own, at the end, is left out. */
function statedCrumbs(list: unknown): readonly string[] {
  const items = objectsIn(list)
    .slice(0, MAX_CRUMBS)
    .toSorted((a, b) => Number(a["position"] ?? 0) - Number(b["position"] ?? 0));
  const names = items.map((crumb) =>
    plain(firstString(crumb["name"]) ?? firstString(objectsIn(crumb["item"])[0]?.["name"]) ?? ""),
  );
  return withoutSite(names.slice(0, -1));
}

function shownCrumbs(page: Page): readonly string[] {
  const trail = page.boxes.find(({ element, from, to }) => to > from && isTrail(element));
  if (!trail) return [];
  const links = page.facts.anchors.filter(({ box }) => box >= trail.index && box < trail.end).slice(0, MAX_CRUMBS);
  const names = links.map(({ element }) => collapse(textOf(element, " "))).filter((text) => text.length <= MAX_LENGTH);
  return withoutSite(names);
}

/** The box that holds the trail of breadcrumbs, as its names or its microdata tell. */
export const isTrail = ({ attrs }: Element): boolean =>
  attrs.some(
    ({ name, value }) => TRAIL_NAMES.has(name) && value.length < MAX_NAMES_LENGTH && /breadcrumb/i.test(value),
  );

const TRAIL_NAMES = new Set(["class", "id", "aria-label", "itemtype"]);

/** The first crumb is the front page, whatever it is called, when another follows. */
const withoutSite = (names: readonly string[]): readonly string[] => (names.length > 1 ? names.slice(1) : names);

/** Words that file nothing. */
const NO_SECTION =
  /^(?:articles?|artikel|artículo|articolo|story|stories|news|nachrichten|noticias?|actualites?|posts?|blog|live|ticker|a|p|s|id|node|content|index|archives?|amp|print|web|en|de|fr|es|it|pt|ru|us|uk|20\d\d)$/i;

/** "/politics/2024/05/03/the-bridge" -> "politics", where the address goes on behind it. */
function pathSection(url: string): string | null {
  // The folders of a file that was read from disk are its owner's, not a publisher's.
  const pathname = parseHttpUrl(url)?.pathname;
  if (pathname === undefined) return null;
  const parts = pathname.split("/").filter((part) => part !== "");
  const found = parts.slice(0, -1).find((part) => /^[a-z]+(?:-[a-z]+){0,2}$/i.test(part) && !NO_SECTION.test(part));
  return found !== undefined && found.length <= 30 && found.length > 2 ? found.replaceAll("-", " ") : null;
}
