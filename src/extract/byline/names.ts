import { plain } from "#extract/page/plain";
import { bare, collapse } from "#extract/page/text";
import { isAgency, isNewsroom } from "./agencies.ts";

/** People and others that a byline credits, in its order. */
export interface Names {
  readonly people: readonly string[];
  readonly credits: readonly string[];
}

export const NO_NAMES: Names = { people: [], credits: [] };

/** People and credits read from one byline: more are a list of staff. */
const MAX_NAMES = 12;
/** Longer ones are no names of people. */
const MAX_NAME_LENGTH = 60;
/** A longer byline is an account of its authors. */
const MAX_BYLINE_LENGTH = 400;

/** What a byline may call the piece before it says by whom. */
const PIECE = [
  "(?:(?:view )?(?:all|more) )?(?:posts?|articles?)",
  "written|reported|reporting|story|words|posted|published|compiled|analysis|opinion|comment|interview|column|review",
  "text|texte|texto|testo|tekst|fotos? und text|im wortlaut|veröffentlicht|verfasst|erstellt|geschrieben|reportage|essay|porträt|glosse",
  "(?:(?:eine?|der|die) )?(?:gast)?(?:beitrag|beiträge|artikel|analyse|kommentar|kolumne)|propos recueillis",
].join("|");

const BY = "by|von|vom|par|por|di|door|av|af|przez|oleh|bởi|yazan|de la";
const AUTHOR =
  "autor(?:in|en|es|i|a)?|auteurs?|authors?|forfatter|författare|skribent|tekst|text|texte|texto|testo|words|автор[ы]?|авторка|текст|opracował[a]?|redakce|írta|szerző|scris de|kirjoittaja|teksti|tác giả|penulis";

/** "By", in many languages, with what may stand before it. */
export const LEAD_IN = new RegExp(
  `^[\\s|•·—–-]*(?:(?:(?:${PIECE}) )?(?:${BY})|${AUTHOR})\\s*(?::\\s*|\\s(?=\\p{Lu}|\\p{Lo}|\\S+\\s))`,
  "iu",
);
/** The same where no space follows: Chinese, Japanese, Korean, Thai, Arabic, Hebrew. */
const DENSE_LEAD_IN =
  /^[\s【[（(]*(?:(?:本报|本報|特约|责任)?(?:记者|記者|作者|撰文|编辑|編輯|责编|責編|文字|文|取材・文|取材|執筆|聞き手|글|기자|作成)|بقلم|كتب(?:ت)?|المصدر|מאת|โดย)\s*[:：/／|]?\s*/u;
const DENSE_TAIL = /\s*(?:记者|記者|编辑|論説委員|編集委員|特派員|기자|특파원|논설위원|인턴기자)[】\])）]*$/u;

const SEPARATOR =
  /\s*(?:[,;|/&·•、，；／]|\s\+\s|\s[–—-]\s|\s(?:and|und|et|och|og|ja|en|oraz|ve|και|with|mit|avec|con|med|dan|và|و|и)\s)\s*/iu;
/** Words for "and" that are also part of names ("Ortega y Gasset"): they part two full names only. */
const SHORT_AND = /^(\S+\s\S.*?)\s(?:y|e|i|a|și|és)\s(\S+\s\S.*)$/iu;

const RUBBISH =
  /https?:|\bwww\.|[@*#{}<>=[\]()]|^[\d\P{L}]*$|\d{4}|^(?:admin(?:istrator)?|unknown|null|undefined|none|n\/a|no author|name|by|von|par|por|(?:written|posted|published|authored)(?: on| by)?|published|updated|author|autor(?:in)?|auteur|share|follow|folgen|suivre|seguir|segui|volg|følg|följ|obserwuj|subscribe|view (?:all|profile|bio)|more|read more|mehr|bio|email|e-mail|twitter|facebook|linkedin|instagram|x|rss|print|comments?|kommentare?|anonymous|anonym|super user|webmaster|root|test|user|default|about the authors?|über den autor|see full bio|contributor|contact|guest|gast)$/iu;

/** A line of work, before or after a name: "Political Editor", "Korrespondent in Rom". */
export const ROLE =
  /(?:^|[\s-])(?:(?:\p{L}+-?)?(?:correspondent|reporter|editor|columnist|journalist|writer|producer|contributor|redakteur(?:in)?|redaktör|korrespondent(?:in|en)?|kolumnist(?:in)?|experte|expertin|volontär(?:in)?|chefreporter(?:in)?|reporter(?:in)?|journaliste?|periodista|redactora?|corresponsal|correspondante?|envoyée? spéciale?|corrispondente|giornalista|inviat[oa]|jornalista|repórter|correspondente|korespondent(?:ka)?|dziennikark?a?z?|journalist(?:in)?|verslaggever|correspondente?|toimittaja|professor(?:in)?|\p{L}*leiter(?:in)?|rechtsanw[aä]lt(?:in)?|fachanw[aä]lt(?:in)?|analyst|director|manager|senior|chief|executive|deputy|freelance)|корреспондент\p{L}*|журналист\p{L}*|обозреватель|special to|staff)(?=$|[\s,:-])/iu;

/** "By A. Writer in Lyon", "for The Mail", "im Gespräch mit": what follows a name and is none. */
const TRAILER =
  /(?:(?<=\S\s+\S+)\s+(?:in|aus|à|en|em|da|im|at|from)\s+\p{Lu}\p{L}+.*|\s+(?:for\s+(?:the\s+)?\p{Lu}.*|für\s+.*|im gespräch.*|is an?\s.*|ist\s.*|(?:last )?(?:published|updated|posted|veröffentlicht|aktualisiert|am|on|follow|folgen|folge|volg|suivre|suivez|sigue|seguir|segui|følg|följ|obserwuj|takip)(?![\p{L}\p{M}]).*))$/iu;

const weekdays = (): readonly string[] =>
  ["en", "de", "fr", "es", "it", "nl", "pt"].flatMap((language) =>
    Array.from({ length: 7 }, (_, day) =>
      new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, 1 + day)),
    ),
  );
const WEEKDAY = new RegExp(`[\\s,]+(?:${[...new Set(weekdays())].join("|")})$`, "iu");

/** Small words inside names. */
const PARTICLE =
  /^(?:de|del|della|dello|di|da|das|do|dos|du|des|la|le|van|von|vom|der|den|ter|ten|zu|zur|af|av|al|el|bin|bint|ben|ibn|y|e|st|ui|ó|mc|o|'t|d|und)$/u;

/** Words of institutions and of buttons beside a byline. */
const NO_PERSON =
  /\b(?:programm?e?|university|department|institut\w*|school|project|scholar|images?|photo\w*|courtesy|profile|website|press|times|post|update|read|view|all|minutes?|min|follow|share|sign|subscribe|uhr|lesezeit)\b/iu;

/** Are these the words of a person's name? Asked where markup may hold anything; metadata are believed. */
export function looksLikeName(name: string): boolean {
  const words = name.split(/\s+/);
  if (
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}・·]{2,9}$/u.test(name) ||
    /^\p{Script=Hangul}{2,4}$/u.test(name)
  )
    return true;
  if (NO_PERSON.test(name)) return false;
  if (words.length < 2 || words.length > 6 || name.length > MAX_NAME_LENGTH) return false;
  return words.every(
    (word, i) =>
      /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) ||
      (i > 0 && PARTICLE.test(word)) ||
      (i > 0 && /^[dlo]['’]\p{Lu}/u.test(word)),
  );
}

/** Several Chinese names in a row are parted by nothing but spaces; a Japanese one has a space in it. */
const CHINESE_ROW = /^\p{Script=Han}{2,4}(?:\s+\p{Script=Han}{2,4})+$/u;

/**
 * The people and the others in a byline. `strict` takes only what looks like a person's name: for text of the page, where
 * a box called "byline" also holds dates and buttons. `language` is the page's, as declared.
 */
export function namesIn(byline: string, strict: boolean, language = ""): Names {
  const text = plain(byline.slice(0, MAX_BYLINE_LENGTH * 4));
  if (text.length > MAX_BYLINE_LENGTH) return NO_NAMES;
  const people: string[] = [];
  const credits: string[] = [];
  for (const part of parts(
    withoutLeadIn(text.replace(OTHER_HAND, " ").replace(/^[\s.;,|•·–—-]+/u, "")),
    strict,
    language,
  )) {
    if (people.length + credits.length >= MAX_NAMES) break;
    for (const [, inner] of part.matchAll(/[(（](?:(?:with|mit|avec|con|com|met|med) )?([^()（）]{2,40})[)）]/gu))
      if (isAgency(inner!)) credits.push(inner!);
    const name = cleaned(part);
    if (name === "" || name.length > MAX_NAME_LENGTH || RUBBISH.test(name)) continue;
    if (isAgency(name)) credits.push(name);
    else if (isRole(name)) continue;
    else if (isNewsroom(name) || DOMAIN.test(name)) {
      if (!strict) credits.push(name);
    } else if (!strict || looksLikeName(name)) people.push(name);
  }
  return { people: unique(people), credits: unique(credits) };
}

/** "STERN.de": an outlet signs by its address. */
const DOMAIN = /^\S+\.(?:com|org|net|de|at|ch|fr|it|es|nl|be|uk|eu|info|news|lt|pl|cz|ru|online|tv)$/iu;

const isRole = (name: string): boolean => {
  const role = ROLE.exec(name);
  return role !== null && !isNewsroomAlone(name);
};
const isNewsroomAlone = (name: string): boolean => /^(?:staff|redakteur|editor)$/i.test(name);

const withoutLeadIn = (text: string): string => {
  let rest = text;
  for (let i = 0; i < 2; i++) rest = rest.replace(LEAD_IN, "").replace(DENSE_LEAD_IN, "");
  return rest;
};

/** What other hands made: pictures, drawings, films. */
const OTHER_WORK =
  "(?:photograph(?:s|y|er|ed|ies?)?|photos?|images?|pictures?|illustrations?|illustrated|graphics?|videos?|filmed|fotos?|fotografi\\p{L}*|fotografía\\p{L}*|fotograf(?:en|in)?|bild(?:er)?|grafik(?:en)?|illustration(?:en)?|imágenes|immagini|zdjęci\\p{L}*|снимк\\p{L}*|kuva\\p{L}*|valokuva\\p{L}*|фото\\p{L}*|ilustra\\p{L}*)";
/** "Photography by Per Holm", "Foto: Agency", within a byline: whose the picture is, not the text. Ends where another statement begins. */
const OTHER_HAND = new RegExp(
  `(?:^|[\\s([（.,;|/–—-]+)${OTHER_WORK}(?:\\s*[:=]|\\s+(?:by|von|par|de|di|av|af|door|przez|автор)(?=\\s)).*?(?=$|[.;|•·]\\s+\\p{Lu}|[,\\s]\\s*(?:words|text|texte|texto|testo|tekst|story)(?:\\s+by|\\s*:))`,
  "giu",
);
/** A written address or an account. */
const CONTACT = /https?:\S*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+/g;

/** "Falk, Ines": how libraries and some systems file a person. */
const FILED =
  /^((?:\p{Ll}{1,4}\s+){0,3}[\p{Lu}\p{Lt}][\p{L}\p{M}'’-]+)\s*,\s*([\p{Lu}\p{Lt}][\p{L}\p{M}'’.-]*(?:\s+\p{Lu}\.?)?)$/u;
/** Letters after a name: a degree, an agency's sign, "Jr.". */
const SUFFIX = /^(?:\p{Lu}{2,6}|[JS]r\.?|Ph\.?D\.?|M\.?[AD]\.?|Esq\.?)$/u;

/** The name in the order in which it is said; null for what is not filed by the family name. */
function filedName(text: string): string | null {
  const [, family = "", given = ""] = FILED.exec(text.trim()) ?? [];
  const isOther = [family, given].some((part) => part === "" || isAgency(part) || isNewsroom(part) || ROLE.test(part));
  return isOther || SUFFIX.test(given) || NO_PERSON.test(`${family} ${given}`) ? null : `${given} ${family}`;
}

function parts(text: string, strict: boolean, language: string): readonly string[] {
  const line = text.replace(CONTACT, " ");
  // In the text of a page, two words with a comma may be anything.
  const filed = strict ? [] : line.split(/\s*[;|]\s*|\s+(?:and|und|et|og|och|&)\s+/iu).map(filedName);
  if (filed.length > 0 && filed.every((name) => name !== null)) return filed;
  return line
    .split(SEPARATOR)
    .flatMap((part) => SHORT_AND.exec(part)?.slice(1) ?? [part])
    .flatMap((part) =>
      language.startsWith("zh") && CHINESE_ROW.test(part.trim()) ? part.trim().split(/\s+/) : [part],
    );
}

/** "Marek Jr.", "Ada B.": the full stop is the name's own. */
const ABBREVIATED = /(?:^|\s)\p{Lu}\p{Ll}?\.$/u;

function cleaned(part: string): string {
  const name = withoutLeadIn(collapse(part.replace(/[(（][^()（）]*[)）]/gu, " ")))
    .replace(DENSE_TAIL, "")
    .replace(TRAILER, "")
    .replace(WEEKDAY, "")
    .replace(/^[\s"“”„'’.:|–—(（【[-]+|[\s,;:|"“”„–—)）】\]-]+$/gu, "");
  return withoutTitle(ABBREVIATED.test(name) ? name : name.replace(/[.\s]+$/, ""));
}

/** "FOCUS-Online-Experte Robin Muster" -> "Robin Muster", when a full name follows the line of work. */
function withoutTitle(name: string): string {
  const role = ROLE.exec(name);
  const rest = role ? name.slice(role.index + role[0].length).trim() : "";
  return role && looksLikeName(rest) && !ROLE.test(rest) ? rest : name;
}

export const unique = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(bare(name))) seen.set(bare(name), name);
  return [...seen.values()];
};

export const merged = (a: Names, b: Names): Names => ({
  people: unique([...a.people, ...b.people]),
  credits: unique([...a.credits, ...b.credits]),
});
