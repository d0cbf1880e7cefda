import type { PageState } from "#model/document";

/** Wordings of pages that stand in an article's place, in the languages of the sources we know. */

const GONE =
  /^\s*(?:error\s*)?404\b|\b404\s*(?:error|not found|[-–|:])|(?:error|fehler|erreur)\s*404|page (?:not|can'?t be|cannot be|could ?n[o']t be) found|(?:page|article|story|content) (?:you (?:are|were) looking for|you requested|has been removed|no longer exists?|is no longer available|does ?n[o']t exist|not available)|sorry,? (?:we|this page|that page)[^.]{0,40}(?:find|found|exist|available)|seite (?:wurde )?nicht gefunden|seite existiert nicht|nicht mehr verfügbar|page (?:introuvable|non trouvée)|n['’]existe (?:pas|plus)|página no (?:encontrada|existe)|no se (?:encuentra|ha encontrado)|página não (?:encontrada|existe)|pagina non (?:trovata|esiste)|pagina niet gevonden|sidan (?:kunde inte hittas|finns inte)|siden (?:blev ikke fundet|finnes ikke|ble ikke funnet)|sivua ei löyd|nie znaleziono strony|strona nie istnieje|страница не (?:найдена|существует)|сторінку не знайдено|sayfa bulunamadı|ページが見つかりません|見つかりませんでした|页面不存在|找不到(?:该|页面|頁面)|페이지를 찾을 수 없|الصفحة غير موجودة/iu;

const BLOCKED =
  /just a moment\.\.\.|attention required!? \| cloudflare|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|i'?m not a robot|access (?:to this page has been )?denied|pardon our interruption|unusual (?:traffic|activity)|request unsuccessful\. incapsula|enable js and disable any ad ?blocker|please enable cookies\.|security check to access|you have been blocked|bot detection|automated (?:access|requests)|sind sie ein (?:mensch|roboter)|vous êtes un robot|no (?:soy|eres) un robot|не робот|ロボットではありません/iu;

const CONSENT =
  /before you continue|we (?:and our (?:\d+ )?partners )?(?:use|value|store|care about)[^.]{0,60}(?:cookies|privacy)|(?:accept|manage|reject) (?:all )?cookies|cookie (?:consent|settings|preferences)|wir (?:und unsere partner )?(?:verwenden|nutzen|benötigen)[^.]{0,60}(?:cookies|einwilligung|zustimmung)|mit werbung (?:und tracking )?(?:weiter|kostenlos)|weiter mit werbung|zustimmen und weiter|einwilligung|nous (?:et nos (?:\d+ )?partenaires )?utilisons[^.]{0,60}cookies|continuer sans accepter|tout accepter|aceptar (?:todas )?(?:las )?cookies|utilizamos cookies|accetta (?:tutti )?i? ?cookie|cookie-?(?:toestemming|instellingen)|wij gebruiken cookies/iu;

const BROKEN =
  /\b50[0234]\b[^.]{0,30}(?:error|unavailable|gateway|timeout)|internal server error|bad gateway|service (?:is )?(?:temporarily )?unavailable|gateway time-?out|(?:technical|temporary) (?:error|difficulties|problem)|something went wrong|an error (?:has )?occurred|error establishing a database connection|down for maintenance|technische (?:störung|probleme|schwierigkeiten)|ein fehler ist aufgetreten|une erreur (?:est survenue|s['’]est produite)|ha ocurrido un error|si è verificato un errore|ocorreu um erro|произошла ошибка|エラーが発生しました/iu;

export interface Notice {
  readonly state: PageState;
  readonly wording: RegExp;
  readonly reason: string;
}

/** Looked for in this order: a challenge may also apologise, and an error page may also ask about cookies. */
export const NOTICES: readonly Notice[] = [
  { state: "blocked", wording: BLOCKED, reason: "A bot challenge or refusal stands in place of the text" },
  { state: "gone", wording: GONE, reason: "The page says that the article does not exist" },
  { state: "error", wording: BROKEN, reason: "An error page was served as if it were content" },
  { state: "consent", wording: CONSENT, reason: "A consent page stands in place of the text" },
];
