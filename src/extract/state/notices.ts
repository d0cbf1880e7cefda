import type { PageState } from "#model/document";

const any = (...alternatives: readonly string[]): string => alternatives.join("|");

/** Wordings of pages that stand in an article's place, in the languages of the sources we know. */

/** "404" is a notice alone, before a separator at the very start, or with a word for it: "404 people were rescued" is news. */
const GONE = new RegExp(
  any(
    "^\\s*(?:error|fehler|erreur|errore|erro|fout|fel|feil|virhe|błąd|ошибка|помилка|hata|lỗi|错误|エラー|오류|خطأ)?\\s*:?\\s*404\\s*(?:$|[|:–—·-]\\s*(?!\\p{L}+\\s\\p{L}+\\s\\p{L}+\\s\\p{L}+\\s\\p{L}+))",
    "\\b404[\\s:|–—-]*(?:error|not found|page|seite|página|pagina|oops)|(?:error|fehler|erreur|http)\\s*404",
    "page (?:not|can'?t be|cannot be|could ?n[o']t be) found|(?:page|article|story|content) (?:you (?:are|were) looking for|you requested|has been removed|no longer exists?|is no longer available|does ?n[o']t exist|not available)|sorry,? (?:we|this page|that page)[^.]{0,40}(?:find|found|exist|available)",
    "seite (?:wurde )?(?:leider )?nicht gefunden|(?:seite|artikel|inhalt|beitrag) (?:existiert nicht|(?:ist|steht)[^.]{0,20} nicht (?:mehr )?(?:verfügbar|vorhanden))|(?:artikel|seite|beitrag) (?:wurde )?(?:nicht gefunden|gelöscht)",
    "page (?:introuvable|non trouvée)|(?:page|article)[^.]{0,40} n['’](?:existe|est) (?:pas|plus)(?: disponible)?|article introuvable",
    "(?:página|noticia|contenido)[^.]{0,30} no (?:encontrad[ao]|existe|está disponible)|no se (?:encuentra|ha encontrado|encontró) (?:la|el|esta) (?:página|contenido|noticia)|no (?:hemos )?(?:encontramos|encontrado) la página",
    "(?:página|conteúdo|notícia)[^.]{0,30} não (?:foi )?(?:encontrad[ao]|existe|está disponível)",
    "pagina non (?:trovata|esiste|disponibile)|la pagina (?:che (?:cerchi|stai cercando|hai cercato)|richiesta)|articolo non (?:trovato|disponibile)",
    "pagina (?:is )?niet gevonden|(?:pagina|artikel) (?:bestaat niet|is niet (?:meer )?beschikbaar)",
    "sidan (?:kunde inte hittas|finns inte|hittades inte)|siden (?:blev ikke fundet|findes ikke|finnes ikke|ble ikke funnet|kunne ikke findes)|fant ikke siden|sivua ei (?:löyd|ole)|síða fannst ekki|síðan fannst ekki",
    "nie znaleziono (?:strony|artykułu)|strona (?:nie istnieje|nie została znaleziona)|stránka (?:nebyla nalezena|neexistuje|sa nenašla|nenájdená)|az oldal nem található|a keresett oldal nem|pagina nu (?:a fost găsită|există)|stranica (?:nije pronađena|ne postoji)|strani ni mogoče najti|страницата не (?:е намерена|съществува)|lehte ei leitud|lapa nav atrasta|puslapis nerastas",
    "(?:страница|материал|статья) не (?:найден[ао]?|существует)|такой страницы (?:нет|не существует)|сторінк[аиу] не (?:знайдено|існує|знайдена)|η σελίδα δεν (?:βρέθηκε|υπάρχει)|sayfa bulunamadı|aradığınız sayfa|הדף (?:לא נמצא|המבוקש)|העמוד (?:לא נמצא|המבוקש)",
    "الصفحة (?:غير موجودة|المطلوبة غير)|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|पेज नहीं मिला|पृष्ठ नहीं मिला|পৃষ্ঠাটি পাওয়া যায়নি|ไม่พบหน้า|không tìm thấy trang|trang không tồn tại|halaman tidak ditemukan|laman tidak ditemukan",
    "ページが見つかりません|お探しのページ|見つかりませんでした|ページは存在しません|(?:页面|頁面|网页|網頁)(?:不存在|未找到|找不到)|找不到(?:该|此|您)?(?:页面|頁面|网页|網頁)|(?:您访问的|你访问的)页面|文章(?:不存在|已删除|已被删除)|페이지를 찾을 수 없|존재하지 않는 (?:페이지|기사)|삭제된 기사",
  ),
  "iu",
);

const BLOCKED =
  /just a moment\.\.\.|attention required!? \| cloudflare|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|i'?m not a robot|access (?:to this page has been )?denied|pardon our interruption|unusual (?:traffic|activity)|request unsuccessful\. incapsula|enable js and disable any ad ?blocker|please enable cookies\.|security check to access|you have been blocked|bot detection|automated (?:access|requests)|sind sie ein (?:mensch|roboter)|vous êtes un robot|no (?:soy|eres) un robot|не робот|ロボットではありません/iu;

const CONSENT =
  /before you continue|we (?:and our (?:\d+ )?partners )?(?:use|value|store|care about)[^.]{0,60}(?:cookies|privacy)|(?:accept|manage|reject) (?:all )?cookies|cookie (?:consent|settings|preferences)|wir (?:und unsere partner )?(?:verwenden|nutzen|benötigen)[^.]{0,60}(?:cookies|einwilligung|zustimmung)|mit werbung (?:und tracking )?(?:weiter|kostenlos)|weiter mit werbung|zustimmen und weiter|einwilligung|nous (?:et nos (?:\d+ )?partenaires )?utilisons[^.]{0,60}cookies|continuer sans accepter|tout accepter|aceptar (?:todas )?(?:las )?cookies|utilizamos cookies|accetta (?:tutti )?i? ?cookie|cookie-?(?:toestemming|instellingen)|wij gebruiken cookies/iu;

const BROKEN =
  /\b50[0234]\b[^.]{0,30}(?:error|unavailable|gateway|timeout)|internal server error|bad gateway|service (?:is )?(?:temporarily )?unavailable|gateway time-?out|(?:technical|temporary) (?:error|difficulties|problem)|something went wrong|an error (?:has )?occurred|error establishing a database connection|down for maintenance|technische (?:störung|probleme|schwierigkeiten)|ein fehler ist aufgetreten|une erreur (?:est survenue|s['’]est produite)|ha ocurrido un error|si è verificato un errore|ocorreu um erro|произошла ошибка|エラーが発生しました/iu;

export interface Notice {
  readonly state: PageState;
  readonly wording: RegExp;
  readonly code: "challenge-page" | "gone-page" | "error-page" | "consent-page";
}

/** Looked for in this order: a challenge may also apologise, and an error page may also ask about cookies. */
export const NOTICES: readonly Notice[] = [
  { state: "blocked", wording: BLOCKED, code: "challenge-page" },
  { state: "gone", wording: GONE, code: "gone-page" },
  { state: "error", wording: BROKEN, code: "error-page" },
  { state: "consent", wording: CONSENT, code: "consent-page" },
];
