import { isDate } from "#language/date-words";
import { isRelativeTime, shapeOf } from "#language/relative-time";

/** Longest part of a block that can be nothing but a clock or a counter. */
const LONGEST = 48;
/** A line of facts has no more parts; what is longer is a paragraph. */
const MOST_PARTS = 4;
/** What stands between the parts of a line of facts ("Reuters | 3 min ago"); a dash may belong to a sentence and is none. */
const SEPARATOR = / ?[|\u00b7\u2022\u2219] ?/;

/** What may stand before a time: "Updated 3 min ago". A date that has none of these before it may be news. */
const LABELS =
  "updated|last updated|published|posted|modified|edited|aktualisiert|veröffentlicht|stand|zuletzt aktualisiert|mis à jour|publié|modifié|actualizado|publicado|última actualización|aggiornato|pubblicato|atualizado|bijgewerkt|gepubliceerd|uppdaterad|publicerad|opdateret|publiceret|oppdatert|publisert|päivitetty|julkaistu|zaktualizowano|opublikowano|aktualizováno|frissítve|actualizat|обновлено|опубликовано|оновлено|опубліковано|güncellendi|güncelleme";
const LABEL = new RegExp(`^(?:${LABELS}) ?:? `);

/** What pages count under their texts. */
const COUNTED =
  "comments?|shares?|likes?|views?|reads?|repl(?:y|ies)|reactions?|retweets?|followers?|votes?|min(?:ute)? read|kommentare?|aufrufe|mal geteilt|min(?:uten)? lesezeit|commentaires?|partages?|vues?|réactions?|min de lecture|comentarios?|compartidos?|visitas|lecturas|min de lectura|commenti|condivisioni|visualizzazioni|minuti di lettura|comentários?|compartilhamentos|visualizações|reacties?|keer gedeeld|kommentarer|delningar|kommenttia|komentarzy|komentarze|komentářů|hozzászólás|комментари(?:й|я|ев)|просмотр(?:а|ов)?|коментар(?:ів|і)|yorum|görüntülenme|komentar|commentaris";
const COUNTER = new RegExp(
  `^(?:#(?: ?[km]| ?mio?\\.?| ?tys\\.?| ?тыс\\.?| ?mil)? (?:${COUNTED})|(?:${COUNTED}) ?:? ?\\(?#\\)?)$`,
);
const CJK_COUNTER =
  /^(?:评论|留言|分享|阅读|閱讀|コメント|댓글|조회) ?[:：]? ?\(?#\)?$|^# ?(?:条评论|則留言|件のコメント|개의 댓글)$/;
/** The price of something that is traded, named as exchanges name it ("EUR/USD 1.0832 -0.1 %"): party names and scores look otherwise. */
const TICKER =
  /^(?:[a-z]{3}\/[a-z]{3}|\$[a-z]{1,5}|(?:nyse|nasdaq|lse|xetra|tse|hkex|sse|asx|euronext) ?: ?[a-z0-9.]{1,6}) ?:? [$€£¥]?# ?\(?[-+▲▼↑↓]? ?(?:# ?%?)?\)?$/;

/** One of several prices in a line: a name, a number, and by how much it moved. */
const QUOTE = /^\p{L}[\p{L}\d .&/]{0,24}? [$€£¥]?#(?: ?[-+▲▼▴▾↑↓] ?# ?%)?$/u;
const MOVED = /[-+▲▼▴▾↑↓] ?# ?%$/;

/**
 * The text of a block without what moves by itself; null when nothing else is in it. Whole blocks, and whole parts of a
 * block between separators, are masked or stay as they are: a number that stands in a sentence is always compared.
 * @param text in canonical form
 */
export function unmasked(text: string): string | null {
  if (text.length > MOST_PARTS * LONGEST) return text;
  const parts = text.split(SEPARATOR);
  if (isTape(parts)) return null;
  const kept = parts.filter((part) => !movesByItself(part));
  if (kept.length === parts.length) return text;
  return kept.length === 0 ? null : kept.join(" | ");
}

function movesByItself(part: string): boolean {
  if (part.length > LONGEST) return false;
  const whole = shapeOf(part).replace(/[.!]$/, "");
  if (COUNTER.test(whole) || CJK_COUNTER.test(whole) || TICKER.test(whole)) return true;
  const bare = whole.replace(LABEL, "");
  if (bare !== whole && bare !== "#" && isDate(bare)) return true;
  return isRelativeTime(bare);
}

/** Prices one after the other, as at the foot of a business page. A single one may be the result of an election. */
function isTape(parts: readonly string[]): boolean {
  if (parts.length < 2) return false;
  const shapes = parts.map(shapeOf);
  return shapes.every((shape) => QUOTE.test(shape)) && shapes.some((shape) => MOVED.test(shape));
}
