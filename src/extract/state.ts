import type { Block, PageState } from "#model/document";
import type { Json } from "./json-ld.ts";
import type { Page } from "./page.ts";
import { weigh } from "./text.ts";
import { attribute } from "./tree.ts";

export interface Judgement {
  readonly state: PageState;
  readonly reason: string;
}

const ARTICLE: Judgement = { state: "article", reason: "" };

/** Body of this size is an article, whatever else stands on the page: no wall, challenge or error page holds as much prose. */
const ENOUGH = 1_200;
/** A page that is nothing but a notice has little text in all. */
const NOTICE = 3_000;

const GONE =
  /\b404\b|page (?:not|can'?t be|cannot be|could ?n[o']t be) found|(?:page|article|story|content) (?:you (?:are|were) looking for|you requested|has been removed|no longer exists?|is no longer available|does ?n[o']t exist|not available)|sorry,? (?:we|this page|that page)[^.]{0,40}(?:find|found|exist|available)|seite (?:wurde )?nicht gefunden|seite existiert nicht|nicht mehr verfügbar|page (?:introuvable|non trouvée)|n['’]existe (?:pas|plus)|página no (?:encontrada|existe)|no se (?:encuentra|ha encontrado)|página não (?:encontrada|existe)|pagina non (?:trovata|esiste)|pagina niet gevonden|sidan (?:kunde inte hittas|finns inte)|siden (?:blev ikke fundet|finnes ikke|ble ikke funnet)|sivua ei löyd|nie znaleziono strony|strona nie istnieje|страница не (?:найдена|существует)|сторінку не знайдено|sayfa bulunamadı|ページが見つかりません|見つかりませんでした|页面不存在|找不到(?:该|页面|頁面)|페이지를 찾을 수 없|الصفحة غير موجودة/iu;

const BLOCKED =
  /just a moment\.\.\.|attention required!? \| cloudflare|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|i'?m not a robot|access (?:to this page has been )?denied|pardon our interruption|unusual (?:traffic|activity)|request unsuccessful\. incapsula|enable js and disable any ad ?blocker|please enable cookies\.|security check to access|you have been blocked|bot detection|automated (?:access|requests)|sind sie ein (?:mensch|roboter)|vous êtes un robot|no (?:soy|eres) un robot|не робот|ロボットではありません/iu;

const CONSENT =
  /before you continue|we (?:and our (?:\d+ )?partners )?(?:use|value|store|care about)[^.]{0,60}(?:cookies|privacy)|(?:accept|manage|reject) (?:all )?cookies|cookie (?:consent|settings|preferences)|wir (?:und unsere partner )?(?:verwenden|nutzen|benötigen)[^.]{0,60}(?:cookies|einwilligung|zustimmung)|mit werbung (?:und tracking )?(?:weiter|kostenlos)|weiter mit werbung|zustimmen und weiter|einwilligung|nous (?:et nos (?:\d+ )?partenaires )?utilisons[^.]{0,60}cookies|continuer sans accepter|tout accepter|aceptar (?:todas )?(?:las )?cookies|utilizamos cookies|accetta (?:tutti )?i? ?cookie|cookie-?(?:toestemming|instellingen)|wij gebruiken cookies/iu;

const BROKEN =
  /\b50[0234]\b[^.]{0,30}(?:error|unavailable|gateway|timeout)|internal server error|bad gateway|service (?:is )?(?:temporarily )?unavailable|gateway time-?out|(?:technical|temporary) (?:error|difficulties|problem)|something went wrong|an error (?:has )?occurred|error establishing a database connection|down for maintenance|technische (?:störung|probleme|schwierigkeiten)|ein fehler ist aufgetreten|une erreur (?:est survenue|s['’]est produite)|ha ocurrido un error|si è verificato un errore|ocorreu um erro|произошла ошибка|エラーが発生しました/iu;

const WALL =
  /(?:subscribe|sign up|register|log ?in|sign in|become a (?:member|subscriber))[^.]{0,60}(?:to (?:continue|keep|read|access|unlock|view)|for (?:full|unlimited) access)|(?:continue|keep) reading (?:this (?:article|story)|with a|for)|to (?:continue|keep) reading|already (?:a )?(?:subscriber|subscribed|a member)\?|this (?:article|story|content) is (?:for|only available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|subscribers? only|(?:article|stories|articles) (?:limit|left this month)|jetzt (?:weiterlesen|abonnieren|testen|freischalten)|weiterlesen mit|mit .{1,20}(?:plus|\+|abo) weiterlesen|diesen artikel (?:weiter)?lesen|artikel freischalten|bereits (?:abonnent|abo|registriert)|sie haben bereits ein|réservé aux abonnés|(?:la suite|cet article) est réservée?|il vous reste \d+|déjà abonné|s['’]abonner pour|para (?:seguir|continuar) leyendo|(?:exclusivo|solo) para (?:suscriptores|abonados)|ya eres suscriptor|contenuto riservato|per continuare a leggere|(?:sei )?già abbonato|exclusivo para assinantes|continue lendo|já é assinante|verder lezen|alleen voor abonnees|(?:för|for) (?:prenumeranter|abonnenter|abonnementer)|bli abonnent|для подписчиков|会員限定|有料会員|この記事は有料|続きを読む(?:には|に)|残り\s*\d+\s*文字|订阅后|구독자 전용/iu;

/** Says what the page turned out to be. In doubt it is an article: a held-back edit is worse than a dull one. */
export function judge(page: Page, blocks: readonly Block[], headline: string | null, article: Json | null): Judgement {
  const body = blocks.reduce((sum, block) => sum + weigh(block.text), 0);
  const visible = page.runs.reduce((sum, run) => sum + run.size, 0);
  if (visible === 0) return { state: "empty", reason: "The page has no text." };
  const wall = walled(page, body, article);
  if (wall) return wall;
  if (body >= ENOUGH) return listing(page, blocks, headline, article) ?? ARTICLE;
  const notice = noticeOf(page, body, visible, headline);
  if (notice) return notice;
  return (
    listing(page, blocks, headline, article) ??
    (body === 0 ? { state: "empty", reason: "No readable text was found." } : ARTICLE)
  );
}

function noticeOf(page: Page, body: number, visible: number, headline: string | null): Judgement | null {
  const titles = `${page.facts.title}\n${headline ?? ""}`;
  const lines = page.runs
    .filter((run) => run.size < 400)
    .slice(0, 80)
    .map((run) => run.text);
  const all = visible <= NOTICE ? lines.join("\n") : "";
  const tests: readonly (readonly [PageState, RegExp, string])[] = [
    ["blocked", BLOCKED, "A bot challenge or refusal stands in place of the text"],
    ["gone", GONE, "The page says that the article does not exist"],
    ["error", BROKEN, "An error page was served as if it were content"],
    ["consent", CONSENT, "A consent page stands in place of the text"],
  ];
  for (const [state, pattern, reason] of tests) {
    const found = pattern.exec(titles) ?? (body < 600 ? pattern.exec(all) : null);
    if (found) return { state, reason: `${reason} (“${found[0].trim().slice(0, 80)}”).` };
  }
  return null;
}

/** A wall needs a short text, an invitation to pay or log in, and a claim or a class that says so. */
function walled(page: Page, body: number, article: Json | null): Judgement | null {
  const locked = isLocked(article);
  if (body >= (locked ? 2_000 : ENOUGH)) return null;
  const offer = page.runs.find((run) => run.size < 400 && WALL.test(run.text));
  if (!offer) return null;
  const marked =
    locked ||
    page.boxes.some((box) => WALL_BOX.test(`${attribute(box.element, "class")} ${attribute(box.element, "id")}`));
  if (!marked) return null;
  return { state: "walled", reason: `The text stops at a wall (“${offer.text.slice(0, 80)}”).` };
}

const WALL_BOX =
  /paywall|pay-wall|regwall|piano|premium-?(?:wall|content|offer)|subscriber-?(?:only|wall)|subscription-?(?:wall|required)|metered|gated|locked|abo-?(?:wall|box|teaser)/i;

/** `isAccessibleForFree` is a boolean or its name. On a page that shows the full text it only tells search engines of a meter. */
function isLocked(article: Json | null): boolean {
  const free = article?.["isAccessibleForFree"];
  return free === false || (typeof free === "string" && /false/i.test(free));
}

/** A section page opens with a paragraph or two at most; more is a short article among many links. */
const MAX_LISTING_PROSE = 2;

/** Front and section pages: no article is described, and most of the text is links. */
function listing(
  page: Page,
  blocks: readonly Block[],
  headline: string | null,
  article: Json | null,
): Judgement | null {
  if (article?.["headline"] !== undefined || article?.["articleBody"] !== undefined) return null;
  const type = page.facts.metas.find((meta) => attribute(meta, "property") === "og:type");
  if (type && /article/i.test(attribute(type, "content"))) return null;
  const linked = page.runs.filter((run) => run.linkSize > run.size * 0.7 && run.size > 25).length;
  const prose = blocks.filter((block) => block.kind === "paragraph" && weigh(block.text) > 120).length;
  if (linked < 25 || prose > MAX_LISTING_PROSE || linked < prose * 6) return null;
  return {
    state: "listing",
    reason: `${linked} links stand against ${prose} paragraphs${headline ? "" : " and there is no headline"}.`,
  };
}
