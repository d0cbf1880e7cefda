/**
 * What the shape of an address says about whether an article stands there. Publishers agree on little else: articles have
 * dates, long slugs or numbers in their addresses; sections, tags and services have short words.
 */

/** At least this much makes an address look like an article's. See `articleUrlScore`. */
export const ARTICLE_URL_SCORE = 3;

/** Sections of sites that hold no articles, as a whole path segment in the languages of most of the web's news. */
const FURNITURE = segments(`
  tag tags topic topics thema themen tema temas tags-index category categories kategorie kategorien categoria
  author authors autor autoren autores auteur auteurs writer writers profile profiles user users member members people
  search suche buscar recherche login signin sign-in signup sign-up register registration logout account accounts my mein konto
  subscribe subscription subscriptions subscriber abo abonnement abos suscripcion suscribete newsletter newsletters
  about about-us contact contact-us kontakt contacto impressum imprint privacy privacy-policy datenschutz terms
  terms-of-use terms-of-service terms-and-conditions agb cookies cookie-policy accessibility legal faq help hilfe ayuda support
  advertise advertising mediadaten werbung jobs careers shop store donate sitemap rss feed feeds print share comment comments
  wp-admin wp-login.php wp-content wp-json cdn-cgi static assets cart checkout games puzzles crosswords horoscope horoskop
  obituaries classifieds weather wetter tv-guide epaper e-paper apps app widgets page seite pagina archive archives archiv
  licensing syndication masthead corrections-policy ethics unsubscribe
`);

/** Files that are not pages. */
const FILE =
  /\.(?:jpe?g|png|gif|webp|svg|avif|ico|pdf|mp[34]|m4[av]|mov|webm|ogg|wav|zip|gz|xml|rss|atom|json|css|js|ics|docx?|xlsx?|pptx?|epub|apk|exe|dmg|woff2?)$/i;

/** True for addresses that are certainly not articles: the home page, services, tag and author pages, files. */
export function isFurniture(url: string): boolean {
  const { pathname, search } = new URL(url);
  if (FILE.test(pathname)) return true;
  const parts = pathParts(pathname);
  if (parts.length === 0) return !/[?&][\w-]*(?:id|p|article|story)=\w/i.test(search);
  // A slug may well end in a word of the list ("…/2024/help"); only folders and lone words count.
  return parts.some(
    (part, index) => (index < parts.length - 1 || parts.length <= 2) && FURNITURE.has(part.toLowerCase()),
  );
}

const DATE_PATH = /\/(?:19|20)\d{2}[/-]?(?:0?[1-9]|1[0-2]|[a-z]{3})(?:[/-]?(?:[0-2]?\d|3[01]))?(?=[/_-]|\D|$)/i;
const DATE_NUMBER = /(?:^|\D)20\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\D|$)/;
const ID =
  /(?:^|[^a-z\d])(?:[a-z]{1,4}-?)?\d{5,}(?:[^a-z\d]|$)|(?:^|[-_.~])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=[a-z]*\d)[a-z\d]{10,}$/i;
const ARTICLE_FOLDER = segments(
  "article articles articulo artikel articolo story stories news nachrichten noticia noticias post posts blog a ar art",
);
const PAGE_FILE = /\.(?:s?html?|php|aspx?|jsp|cms|ece|story|article|amp)$/i;

/**
 * Points: 3 for a date or a slug of four words and more, 2 for three words, an identifying number or an unspaced
 * non-Latin slug, 1 for a file ending of pages, a folder named for articles, or depth. Furniture has -10.
 */
export function articleUrlScore(url: string): number {
  if (isFurniture(url)) return -10;
  const { pathname, search } = new URL(url);
  const parts = pathParts(pathname);
  const last = (parts.at(-1) ?? "").replace(PAGE_FILE, "");
  const slug = parts.map((part) => part.replace(PAGE_FILE, "")).reduce((a, b) => (words(b) >= words(a) ? b : a), "");
  let score = 0;
  if (DATE_PATH.test(pathname) || DATE_NUMBER.test(pathname)) score += 3;
  score += words(slug) >= 4 ? 3 : words(slug) === 3 ? 2 : 0;
  if (ID.test(last) || /[?&][\w-]*(?:id|p|article|story|sid)=[\w-]*\d{3}/i.test(search)) score += 2;
  if (PAGE_FILE.test(pathname)) score += 1;
  if (parts.slice(0, -1).some((part) => ARTICLE_FOLDER.has(part.toLowerCase()))) score += 1;
  if (parts.length >= 3) score += 1;
  return score;
}

/** Words of a slug; letters of scripts without spaces count as a word for every three. Numbers are none. */
function words(slug: string): number {
  const unspaced = slug.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  if (unspaced > 0) return Math.floor(unspaced / 3);
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
