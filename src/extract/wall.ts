import { type Json, strings } from "./json-ld.ts";
import type { Box, Page } from "./page.ts";
import type { Selection } from "./select.ts";
import { attribute } from "./tree.ts";

const OFFER =
  /(?:subscribe|sign up|register|log ?in|sign in|become a (?:member|subscriber))[^.]{0,60}(?:to (?:continue|keep|read|access|unlock|view)|for (?:full|unlimited) access)|(?:continue|keep) reading (?:this (?:article|story)|with a|for)|to (?:continue|keep) reading|this (?:article|story|content) is (?:for|only available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|subscribers? only|(?:article|stories|articles) (?:limit|left this month)|jetzt (?:weiterlesen|abonnieren|testen|freischalten)|weiterlesen mit|mit .{1,20}(?:plus|\+|abo) weiterlesen|diesen artikel (?:weiter)?lesen|artikel freischalten|réservé aux abonnés|(?:la suite|cet article) est réservée?|il vous reste \d+|s['’]abonner pour (?:lire|continuer)|para (?:seguir|continuar) leyendo|(?:exclusivo|solo) para (?:suscriptores|abonados)|contenuto riservato|per continuare a leggere|exclusivo para assinantes|continue lendo|verder lezen|alleen voor abonnees|(?:för|for) (?:prenumeranter|abonnenter|abonnementer)|для подписчиков|会員限定|有料会員|この記事は有料|続きを読む(?:には|に)|残り\s*\d+\s*文字|订阅后|구독자 전용|구독하고 계속|للمشتركين|لمتابعة القراءة|لإكمال القراءة|اشترك[^.]{0,30}(?:لقراءة|لمتابعة)|購読(?:すると|して|者限定)|続きは(?:会員|有料)/iu;

/** Says outright that this very text goes on for payers only: needs no further sign. */
const OUTRIGHT =
  /this (?:article|story) is (?:only available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|full (?:text|article|story) is available (?:only )?to (?:subscribers|members)|この記事は(?:有料|会員限定)|la suite (?:de cet article )?est réservée|dieser artikel ist nur für (?:abonnenten|abonnentinnen)/iu;

const WALL_BOX =
  /paywall|pay-wall|regwall|piano|premium-?(?:wall|content|offer)|subscriber-?(?:only|wall)|subscription-?(?:wall|required)|metered|gated|locked|abo-?(?:wall|box|teaser)/i;

/** Bodies from this size on are whole articles even where the publisher claims a lock: teasers before walls are shorter. */
const MAX_TEASER = 2_000;
/** Without the claim, a short text and a box that calls itself a wall must do. */
const MAX_UNCLAIMED_TEASER = 1_200;
/** An offer that ends the text stands in its box or within so many lines after it; a subscribe link in the header does not. */
const LINES_AFTER = 12;
const MAX_OFFER_SIZE = 400;

export interface Offer {
  readonly text: string;
  /** Index of its run: what follows is the wall, not the article. */
  readonly run: number;
}

/**
 * The wording with which a text stops at a pay wall or log-in, or null. Three things must come together: a short text, an
 * offer right at its end, and the publisher's claim (`isAccessibleForFree: false`), a wall-like box around the offer or words
 * that leave no doubt.
 * `words` is how much text the page shows; a publisher who states a `wordCount` and shows it all has no wall up.
 */
export function wallOf(
  page: Page,
  selection: Selection | null,
  size: number,
  words: number,
  article: Json | null,
): Offer | null {
  const locked = isLocked(article);
  if (!selection || size >= (locked ? MAX_TEASER : MAX_UNCLAIMED_TEASER)) return null;
  const stated = Number(
    article?.["wordCount"] ?? strings(article?.["articleBody"])[0]?.split(/\s+/).length ?? Number.NaN,
  );
  if (stated > 0 && words >= stated * 0.8) return null;
  const end = Math.min(page.runs.length, selection.box.to + LINES_AFTER);
  for (let i = selection.first; i < end; i++) {
    const run = page.runs[i]!;
    if (run.size >= MAX_OFFER_SIZE || !OFFER.test(run.text) || /newsletter/i.test(run.text)) continue;
    const around = boxesAround(page.boxes[run.box]!);
    if (around.some(({ element }) => /comment|newsletter/i.test(nameOf(element)))) continue;
    if (locked || OUTRIGHT.test(run.text) || around.some(({ element }) => WALL_BOX.test(nameOf(element))))
      return { text: run.text, run: i };
  }
  return null;
}

const nameOf = (element: Box["element"]): string => `${attribute(element, "class")} ${attribute(element, "id")}`;

function boxesAround(inner: Box): readonly Box[] {
  const boxes: Box[] = [];
  for (let box: Box | null = inner; box && box.element.name !== "body"; box = box.parent) boxes.push(box);
  return boxes;
}

/** `isAccessibleForFree` is a boolean or its name. On a page that shows the full text it only tells search engines of a meter. */
function isLocked(article: Json | null): boolean {
  const free = article?.["isAccessibleForFree"];
  return free === false || (typeof free === "string" && /false/i.test(free));
}
