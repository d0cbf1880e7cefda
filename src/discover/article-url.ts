// What the shape of an address says about whether it leads to an article. Publishers agree on little else: articles have
// dates, long slugs or numbers in their addresses; sections, tags and services have short words.

/** Folders under which no article stands, in the languages of most of the web's news. */
const NEVER = segments(`
  tag tags category categories kategorie kategorien categoria search suche buscar recherche login signin sign-in signup
  sign-up register registration logout account accounts konto subscribe subscription subscriptions abo abonnement
  cart checkout rss feed feeds print share wp-admin wp-login.php wp-content
  wp-json cdn-cgi static assets user users member members profile profiles
`);

/** Words that name a service or a list when they stand alone or before another word, but not before an article's slug or date. */
const RARE = segments(`
  my mein subscriber subscribers newsletter newsletters comment comments suscripcion about about-us contact contact-us kontakt contacto impressum imprint privacy
  privacy-policy datenschutz terms terms-of-use terms-of-service terms-and-conditions agb cookies cookie-policy
  accessibility legal faq help hilfe ayuda support advertise advertising mediadaten werbung jobs careers shop store donate
  sitemap games puzzles crosswords horoscope horoskop obituaries classifieds weather wetter tv-guide epaper e-paper apps app
  widgets page seite pagina archive archives archiv licensing syndication masthead unsubscribe
`);

/** The name behind such a folder is a person's or a subject's, however long; what follows further on may be an article. */
const LISTS = segments(
  "topic topics thema themen tema temas author authors autor autoren autores auteur auteurs writer writers people",
);

/** Files that are not pages. */
const FILE =
  /\.(?:jpe?g|png|gif|webp|svg|avif|ico|pdf|mp[34]|m4[av]|mov|webm|ogg|wav|zip|gz|xml|rss|atom|json|css|js|ics|docx?|xlsx?|pptx?|epub|apk|exe|dmg|woff2?)$/i;

/** True for addresses that are certainly not articles: the home page, services, tag and author pages, files. */
export function isFurniture(url: string): boolean {
  const { pathname, search } = new URL(url);
  if (FILE.test(pathname)) return true;
  const parts = pathParts(pathname);
  if (parts.length === 0) return !/[?&][\w-]*(?:id|p|article|story)=\w/i.test(search);
  const names = parts.map((part) => part.toLowerCase());
  if (names.some((name) => NEVER.has(name))) return true;
  if (names.slice(-2).some((name) => LISTS.has(name))) return !isDated(pathname);
  return names.some((name) => RARE.has(name)) && !isDated(pathname) && words(withoutEnding(parts.at(-1)!)) < 4;
}

const DATE_PATH = /\/(?:19|20)\d{2}[/-]?(?:0?[1-9]|1[0-2]|[a-z]{3})(?:[/-]?(?:[0-2]?\d|3[01]))?(?=[/_-]|\D|$)/i;
const DATE_NUMBER = /(?:^|\D)20\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\D|$)/;
const ID =
  /(?:^|[^a-z\d])(?:[a-z]{1,4}-?)?\d{5,}(?:[^a-z\d]|$)|(?:^|[-_.~])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=[a-z]*\d)[a-z\d]{10,}$/i;
const ARTICLE_FOLDER = segments(
  "article articles articulo artikel articolo story stories news nachrichten noticia noticias post posts blog doc a ar art",
);
const PAGE_FILE = /\.(?:s?html?|php|aspx?|jsp|cms|ece|story|article|amp)$/i;

/**
 * Points: 3 for a date, up to 4 for the words of a slug, 2 for an identifying number or an unspaced
 * non-Latin slug, 1 for a file ending of pages, a folder named for articles, or depth. Furniture has -10.
 */
export function articleUrlScore(url: string): number {
  if (isFurniture(url)) return -10;
  const { pathname, search } = new URL(url);
  const parts = pathParts(pathname);
  const last = withoutEnding(parts.at(-1) ?? "");
  const slug = parts.map(withoutEnding).reduce((a, b) => (words(b) >= words(a) ? b : a), "");
  let score = 0;
  if (isDated(pathname)) score += 3;
  score += SLUG_POINTS[Math.min(words(slug), SLUG_POINTS.length - 1)]!;
  if (ID.test(last) || /[?&][\w-]*(?:id|idx|no|p|article|story)=[\w-]*\d{3}/i.test(search)) score += 2;
  if (PAGE_FILE.test(pathname)) score += 1;
  if (parts.slice(0, -1).some((part) => ARTICLE_FOLDER.has(part.toLowerCase()))) score += 1;
  if (/\/(?:article|artikel|articulo|articolo|story)s?\/\d+/i.test(pathname)) score += 2;
  if (parts.length >= 3) score += 1;
  return score;
}

/** By number of words: one or two name a section, six are a headline. */
const SLUG_POINTS = [0, 0, 0, 2, 3, 3, 4];

const isDated = (pathname: string): boolean => DATE_PATH.test(pathname) || DATE_NUMBER.test(pathname);

const withoutEnding = (part: string): string => part.replace(PAGE_FILE, "");

/** Words of a slug; letters of scripts without spaces count as a word for every two. Numbers are none. */
function words(slug: string): number {
  const unspaced = slug.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  if (unspaced > 0) return Math.floor(unspaced / 2);
  return slug.split(/[-_+~ .,]+/).filter((word) => /\p{L}/u.test(word) && word.length < 30).length;
}

function pathParts(pathname: string): readonly string[] {
  return pathname
    .split("/")
    .filter((part) => part !== "" && !/^(?:index|default|home)\.\w+$/i.test(part))
    .map(decodePart);
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not UTF-8: the encoded form is as good a name as any.
    return part;
  }
}

function segments(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
