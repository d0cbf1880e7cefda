import type { Run } from "./page.ts";
import { endsSentence } from "./text.ts";

const any = (...alternatives: readonly string[]): string => `(?:${alternatives.join("|")})`;

/** A line that is nothing but one of these: labels of boxes, buttons and advertisements. */
const LABEL = new RegExp(
  `^[\\p{P}\\p{S}\\s]*${any(
    "adverts?|advertisements?|advertising|sponsored(?: content)?|promoted(?: content)?|ad|anzeige|werbung|publicit[ée]|publicidad|publicidade|pubblicit[aà]|reklam[ae]?|annonse|annons|mainos|реклама|広告|广告|광고|story continues below(?: advertisement)?|article continues (?:below|after)(?: (?:this )?(?:ad|advert|advertisement))?|continue reading(?: the main story)?|advertisement - continue reading below",
    // What designs put between two paragraphs: where an advertisement or a player stands, and how many pictures a gallery has.
    "(?:the )?(?:story|article|text) (?:continues|resumes) (?:below|after|underneath).{0,40}|(?:der )?(?:artikel|text|beitrag) (?:wird|geht) (?:nach|unter|unterhalb) .{0,30}(?:anzeige|werbung|video|bild|grafik|galerie)s?(?: (?:fortgesetzt|weiter))?|(?:l['’]article|la suite) (?:continue|se poursuit|après|sous).{0,30}(?:publicité|vidéo)|(?:la noticia|el artículo|el texto) (?:sigue|continúa) .{0,30}(?:publicidad|anuncio|vídeo|video)|(?:l['’]articolo )?continua (?:a leggere )?(?:dopo|sotto) (?:la pubblicità|il video)|(?:a (?:matéria|notícia) )?continua (?:depois|após|abaixo) (?:d?[ao] )?(?:publicidade|anúncio)|(?:het )?(?:artikel|tekst) (?:gaat|loopt) (?:verder|door) (?:onder|na) .{0,30}|(?:artikeln|texten|saken|artikkelen|artiklen|artikel) (?:fortsätter|fortsetter|fortsættes|fortsætter) (?:under|efter|etter|nedenfor) .{0,30}|(?:juttu|artikkeli) jatkuu (?:mainoksen|videon|kuvan) (?:jälkeen|alla|alapuolella)|(?:dalsza część|dalszy ciąg) .{0,20} (?:pod|poniżej) .{0,20}|(?:článek|text) pokračuje (?:pod|za) .{0,20}|продолжение (?:после|ниже|под) .{0,20}|haber(?:in)? devamı .{0,20}|(?:記事は)?(?:広告|動画)の(?:下|後|あと)に続(?:く|きます)|(?:文章|正文)?(?:在)?广告(?:之)?后继续",
    "(?:(?:photo |picture |image )?(?:slideshow|gallery)|bildergalerie|fotostrecke|bilderstrecke|diaporama|(?:foto)?galer[ií]a(?: de (?:fotos|imágenes))?|(?:foto)?galleria|fotoserie|bildspel|bildeserie|galeria(?: zdjęć)?|fotogalerie|фотогалерея|写真ギャラリー|图集)\\s*[(:：]?\\s*\\d{1,3}\\s*(?:images?|photos?|pictures?|bilder|fotos?|imágenes|immagini|foto|bilde|zdję[cć]\\p{L}*|фото|枚|张)?\\)?",
    "(?:play|pause|mute|unmute|play (?:video|audio)|video player|audio player|loading (?:video|audio|player)|(?:hide|show|view|read) (?:the )?transcript|transcript|0?\\d{1,2}:\\d{2}\\s*/\\s*0?\\d{1,2}:\\d{2}|(?:abspielen|video abspielen|ton an|ton aus)|lire la vidéo|reproducir|riproduci)",
    "share(?: this)?(?: (?:article|story|page|post))?(?: (?:on|via) .{1,30})?|teilen|merken|drucken|partager|compartir|condividi|compartilhar|поделиться|シェア|print|email|e-mail|save|tweet|facebook|twitter|whatsapp|linkedin|telegram|pinterest|copy link|link kopieren|comments?|kommentare?|commenter|comentarios",
    "read more|more|see more|show more|view more|learn more|watch(?: now)?|listen(?: now)?|click here|mehr|mehr lesen|weiterlesen|lire (?:plus|la suite)|leer más|leggi (?:di più|tutto)|leia mais|читать далее|続きを読む|もっと見る|loading\\.*|close|next|previous|back to top|top",
    "related(?: (?:articles?|stories|posts|topics?|content|links?|coverage|news))?|recommended(?: (?:for you|stories|reading|articles))?|you (?:may|might) (?:also )?(?:like|be interested in).*|more (?:from|on|in|about|stories|news|like this|coverage).{0,50}|also (?:read|see|on|in).{0,40}|see also|further reading|read (?:next|also|more).{0,40}|up next|most (?:read|popular|viewed)|trending(?: now| stories)?|popular(?: stories| posts)?|top stories|latest (?:news|stories|posts)|don['’]t miss|editor['’]?s['’]? (?:picks?|choice)|what to read next|related(?: (?:to|video))?.{0,20}",
    "mehr zum thema.{0,40}|mehr (?:dazu|über|zu|aus|von) .{0,50}|lesen sie (?:auch|mehr|hier).{0,40}|lesen sie dazu.{0,30}|auch interessant|das könnte sie (?:auch )?interessieren.*|weitere (?:artikel|themen|meldungen|nachrichten|informationen).{0,30}|verwandte (?:artikel|themen)|passend (?:dazu|zum thema)|zum thema|themen|(?:meist|häufig )gelesen.{0,20}|aktuelle nachrichten|empfohlene? (?:artikel|beiträge).{0,20}|interessant(?:es)?(?: auch)?",
    "(?:à )?lire aussi.{0,40}|à lire.{0,30}|sur le même sujet|voir aussi.{0,30}|articles (?:liés|similaires|recommandés)|lee también.{0,40}|te puede interesar.{0,30}|también te puede interesar.{0,20}|(?:noticias|artículos|temas) relacionad[ao]s|más (?:información|noticias|sobre).{0,30}|leggi anche.{0,40}|potrebbe interessarti.{0,20}|articoli correlati|leia (?:também|mais).{0,40}|veja (?:também|mais).{0,30}|lees ook.{0,40}|läs (?:också|mer|även).{0,40}|les (?:også|mer).{0,40}|læs også.{0,40}|czytaj (?:także|też|również|więcej).{0,40}|zobacz (?:także|też|również).{0,40}|читайте также.{0,40}|читать также.{0,20}|смотрите также.{0,20}|по теме|関連(?:記事|ニュース|リンク)?|あわせて読みたい|おすすめ(?:記事)?|相关(?:阅读|新闻|文章)?|延伸閱讀|관련 ?기사.{0,10}",
    "tags?|topics?|filed under|categories|stichworte|schlagw[öo]rt(?:er|e)|themen|mots[- ]clés|etiquetas|temas|argomenti|теги|タグ|キーワード|标签|follow us.{0,30}|newsletters?|photos?|videos?|gallery|image \\d+ of \\d+|(?:bild|foto|photo) \\d+ (?:von|de|di|/) ?\\d+|slideshow|bildergalerie|current issue|quelle|source",
    "\\d{1,2}:\\d{2}(?: ?[ap]m)?|\\d+ ?(?:min(?:ute)?s?|min\\.)(?: (?:read|lesezeit))?|\\d+ (?:comments?|shares?|views?|kommentare?|likes?)",
  )}[\\p{P}\\p{S}\\s]*$`,
  "iu",
);

/** A line that begins so and is mostly a link points somewhere else. */
const POINTER = new RegExp(
  `^[\\p{P}\\p{S}\\s]*${any(
    "read (?:more|also|next|the full|our|on)|more (?:from|on|:)|also read|see also|related|recommended|watch|listen|don['’]t miss|click here|sign up|subscribe|follow|download|join|get (?:the|our)|check out|photos?:|video:|must read|also (?:on|see)|in pictures|analysis:|explained:",
    "mehr (?:zum|dazu|lesen)|lesen sie|lies (?:auch|hier)|siehe auch|hier (?:geht|finden|lesen|können)|zum (?:artikel|thema|newsletter)|auch interessant|abonnieren|jetzt|hintergrund:|interview:|kommentar:|analyse:|video|podcast|newsblog|live-?blog|liveticker",
    "(?:à )?lire|à voir|voir aussi|lee (?:también|más|aquí)|también|leggi (?:anche)?|guarda|leia|veja|saiba|lees (?:ook|meer)|läs|les (?:også|mer)|læs|czytaj|zobacz|читайте|смотрите|подпис|関連|→|>>|»|►|▶|➤|➡|\\+\\+",
  )}`,
  "iu",
);

/** Invitations: to newsletters, channels, apps, tips, comments. They end a body or stand in its middle, always short. */
const INVITATIONS = any(
  "(?:sign|signing) up (?:for|to|here|now)|subscribe (?:to|now|here|today)|subscribe for|to our (?:free )?(?:daily |weekly )?newsletter|our (?:free )?(?:daily |weekly |morning )?(?:newsletter|e-?mail)|in your inbox|into your inbox|to your inbox|newsletter (?:here|sign)",
  "follow (?:us|@|our|me|him|her|them|\\w+(?: \\w+)?) on (?:twitter|x|facebook|instagram|whatsapp|google|telegram|social|linkedin|tiktok|flipboard|youtube|threads)|(?:like|find|join) us on|on twitter (?:at )?@|follow (?:him|her) @|(?:our|the) (?:telegram|whatsapp|youtube) (?:channel|group|community)|download (?:the|our) .{0,30}app|(?:our|the) app (?:on|from|for)|google news|push notifications|(?:turn off|disable) (?:your )?ad ?block(?:er)?|ad ?blocker|breaking news alerts",
  "(?:have|got) (?:a |any )?(?:news )?(?:tips?|story|stories)\\b.{0,80}(?:\\?|@|contact|email|e-mail|us)|(?:do )?you (?:know|have) (?:more|a story)|contact (?:us|the (?:author|reporter|newsroom))|(?:reached|contacted|email(?:ed)?) (?:at|him|her) .{0,60}@|email the (?:author|reporter)|send (?:us )?(?:your )?(?:tips|letters|feedback)|let us know in the comments|join the (?:conversation|discussion)|leave a comment|what do you think\\?|tell us (?:what|in)|your comments (?:are|may|will)|ihre kommentare|submit a letter|letter to the editor",
  "you are visitor|visitor (?:no\\.?|number|counter)|all rights reserved|subject to copyright|reserved for subscribers|may not be (?:published|reproduced|republished)|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|無断転載|無断転載|版权所有|무단 ?전재|©|\\(c\\) ?(?:19|20)\\d\\d|copyright (?:©|\\(c\\)|19|20)",
  "support (?:our|independent|quality) (?:journalism|work|reporting)|become a (?:member|subscriber|patron)|make a (?:donation|contribution)|donate (?:now|today|to)|commission (?:on|from|if) (?:sales|purchases|you)|affiliate (?:links?|commission)|we may (?:earn|receive) (?:a )?(?:small )?(?:commission|affiliate)",
  "newsletter (?:abonnieren|anmelden|bestellen)|unser(?:en|em|e)? .{0,30}newsletter|abonnieren sie|jetzt (?:abonnieren|anmelden|kostenlos|testen|herunterladen|downloaden)|folgen sie uns|folge uns|folgen sie (?:der|dem)|(?:unserer?|der|die) .{0,20}app (?:herunterladen|laden|downloaden)|whatsapp-(?:kanal|channel)|alles? (?:wichtige|aktuelle)n? .{0,40}(?:newsletter|app|whatsapp)|einwilligung in die übermittlung|maschinelle übersetzung|zusammenfassung wurde (?:künstlich|automatisch|mit hilfe)|externe inhalte|externer inhalt|personenbezogene daten an",
  "abonnez-vous|inscrivez-vous|s['’]inscrire à|notre newsletter|suivez-nous|téléchargez (?:l['’]|notre )app|suscríb[ae](?:te|se)|síguenos|s[íi]ganos|nuestr[ao] (?:newsletter|bolet[íi]n|canal)|recibe (?:las|cada|nuestra)|iscriviti|seguici|nostra newsletter|resta aggiornato|inscreva-se|assine|siga(?:-nos)?|nosso canal|receba|meld je aan|volg ons|schrijf je in|nyhetsbrev|følg oss|подпишитесь|подписывайтесь|подписаться|наш(?:ем)? (?:канал|телеграм)|nasz newsletter|zapisz się|obserwuj nas|bizi takip|telegram-канал|メルマガ|フォローする|会員登録|关注我们|公众号|구독",
);
const INVITATION = new RegExp(INVITATIONS, "iu");
const OPENS_INVITING = new RegExp(`^[^]{0,2}?${INVITATIONS}`, "iu");
/** Lines that ask for a subscription, a share or a comment are short; a longer one that begins so is prose. */
const MAX_INVITATION = 320;
/** An invitation opens its line, links somewhere, or speaks of "us" and "you"; "volunteers can sign up for shifts" is news. */
const ADDRESSED =
  /(?<!\p{L})(?:our|us|your|you|we|unser\p{L}*|uns|ihre?n?|sie|euch|notre|nos|vous|votre|nuestr\p{L}+|tu|nostr\p{L}+|noss\p{L}+|vår\p{L}*|oss|ons|onze|наш\p{L}*|newsletter\p{L}*|inbox|rights|rechte|droits|derechos|diritti|copyright)(?!\p{L})|[©@]|転載|版权|무단|会員|フォロー|关注|구독/iu;

/** Lines under pictures that stand as paragraphs of their own. */
const PICTURE_CREDIT = new RegExp(
  any(
    "[(\\[（](?:image|images|photo|photos|picture|pic|foto|fotos|bild|bilder|symbolfoto|symbolbild|archivfoto|crédits?|credit|source|quelle|写真|図|사진|fot\\.?|фото)(?: (?:by|von|de|di|courtesy))?\\s*[:/=＝©|—-].{0,100}[)\\]）]\\s*$",
    "[(\\[](?:photo|image|picture) (?:by|courtesy|credit) .{2,90}[)\\]]\\.?\\s*$",
    "^pictured\\b.{1,200}$",
    "^[（(]?责(?:任)?编(?:辑)?[:：].{1,40}$",
    "^(?:image|images|photo|photos|photograph|picture|pictures|pic|foto|fotos|bild|bilder|fotocredit|bildquelle|symbolfoto|symbolbild|archivfoto|crédit(?: photo)?|crédits|credit|credits|photo credit|image credit|image source|image caption|media caption|写真|사진|фото|fot)\\s*[:：/©=|—].{1,120}$",
    "\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}\\s*\\|\\s*\\d{1,2}:\\d{2}(?:\\s*min\\.?)?\\s*$",
    "(?:/|\\s)(?:getty images?|afp|reuters|ap photo|epa|shutterstock|istock|imago|dpa|ansa|alamy|pa wire|keystone|apa|efe)(?:/[\\w .]+)?\\s*[)\\]]?\\s*$",
  ),
  "iu",
);
/** A credit names people and agencies; a longer line that begins so is prose. */
const MAX_CREDIT = 400;

/** Sentences of consent banners, which stand in the page of many sites as plain paragraphs. */
const COOKIE_TALK =
  /\bcookies?\b.{0,160}\b(?:website|site|browser|privacy|consent|experience|advertis|partner|settings|preferences|technolog|erlebnis|einwilligung|webseite|datenschutz|zustimm|navigation|expérience|experiencia|navegaci|esperienza|website)|(?:website|site|privacy|consent|datenschutz|webseite|sitio|partner).{0,120}\bcookies?\b|personal information.{0,200}\b(?:opt(?:-| )?out|sale of|advertis)|california consumer/i;
export const isCookieTalk = ({ text, size }: Run): boolean =>
  size < 1_500 && /cookie|personal information|california consumer/i.test(text) && COOKIE_TALK.test(text);

/** "Updated 3 May, 14:05": when, not what. */
const WHEN =
  /^[\p{P}\p{S}\s]*(?:(?:first |last |zuletzt |zuerst )?(?:updated|published|posted|modified|stand|veröffentlicht|aktualisiert|erstellt|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|publikacja|aktualizacja|опубликовано|обновлено|公開|更新|発行|发布时间|입력|수정)(?=[\s:：]))[^.!?]{0,70}\d[^!?]{0,40}$/iu;
/** A line that says when the page was updated says nothing else. */
const MAX_WHEN = 110;

/** Keywords in a row, as they stand under an article. */
const TAGS =
  /^[\p{P}\p{S}\s]*(?:tags?|keywords|topics|filed under|stichworte|schlagworte|schlagwörter|themen|mots[- ]clés|etiquetas|palavras-chave|argomenti|trefwoorden|теги|タグ|标签)(?:\s*[:：]|\s+\S+.*,)/iu;
/** A row of keywords; a longer line that begins so is prose. */
const MAX_TAGS = 400;

/**
 * Shortcodes of an editorial system that were published as they stand, and nothing else in the line: "[chart id=12]",
 * "[/chart]". One says a name in lower case and sets something or closes; "[sic]" and "[Applause]" do neither.
 */
const SHORTCODE = /^(?:\s*\[(?:\/[a-z][\w-]*|[a-z][\w-]*\s[^[\]=]*=[^[\]]*)\])+\s*$/;
const SHORTCODES_AT_END = /(?:\s*\[(?:\/[a-z][\w-]*|[a-z][\w-]*\s[^[\]=]*=[^[\]]*)\])+$/;
const MAX_SHORTCODE = 400;
export const isShortcode = (text: string): boolean => text.length < MAX_SHORTCODE && SHORTCODE.test(text);

/** A line without the shortcodes that end it; one of nothing else stays, to be known by them. */
export function withoutShortcodes(text: string): string {
  if (!text.endsWith("]")) return text;
  const from = Math.max(0, text.length - MAX_SHORTCODE);
  const at = text.slice(from).search(SHORTCODES_AT_END);
  return at < 0 || from + at === 0 ? text : text.slice(0, from + at);
}

const linked = (run: Run): number => run.linkSize / run.size;

/** Lines that are no part of a text wherever they stand. */
export function isJunkLine(run: Run): boolean {
  const { text, size } = run;
  if (size < 90 && LABEL.test(text)) return true;
  if (isShortcode(text)) return true;
  if (isCookieTalk(run) || (size < MAX_WHEN && WHEN.test(text))) return true;
  if (linked(run) > 0.9 && size < 250) return true;
  if (linked(run) > 0.4 && size < 300 && POINTER.test(text)) return true;
  if (size < MAX_TAGS && TAGS.test(text) && !endsSentence(text)) return true;
  if (size >= MAX_INVITATION) return false;
  return (linked(run) > 0.05 || ADDRESSED.test(text) ? INVITATION : OPENS_INVITING).test(text);
}

/** A caption or credit of a picture, as text. */
export const isCredit = (run: Run): boolean => run.size < MAX_CREDIT && PICTURE_CREDIT.test(run.text);

/** Headings that open what follows the body: everything after them is another matter. */
const END = new RegExp(
  `^[\\p{P}\\p{S}\\s]*${any(
    "also (?:under|filed under|in|on) this.{0,40}|related (?:articles?|stories|posts|topics|content|links|coverage|news|video)s?|more (?:from|stories|news|on this|like this|coverage|in) ?.{0,40}|recommended (?:for you|stories|reading|articles).{0,20}|you (?:may|might) also (?:like|be interested in|enjoy).{0,20}|read (?:next|more|also)|up next|most (?:read|popular|viewed|recent)|trending(?: now| stories)?|latest (?:news|stories|posts|articles|from).{0,30}|popular (?:posts|stories|articles)|what to read next|comments?(?: \\(\\d+\\))?|\\d+ comments?|leave a (?:comment|reply)|join the (?:conversation|discussion)|about the authors?|about us|post navigation|editors?['’]? ?picks?|our (?:standards|journalism).{0,60}|newsletter.{0,20}|discover more.{0,30}|top stories.{0,20}|author|authors|written by|tags",
    "mehr zum thema|auch interessant|das könnte (?:sie|dich|euch) (?:auch )?interessieren.*|weitere (?:artikel|meldungen|nachrichten|beiträge|themen).{0,30}|verwandte (?:artikel|themen|beiträge)|ähnliche (?:artikel|beiträge)|(?:meist|häufig )gelesen.*|kommentare?(?: \\(\\d+\\))?|\\d+ kommentare?|neueste (?:artikel|beiträge|nachrichten)|über den autor.{0,20}|über die autor.{0,20}|zur person|mehr (?:von|aus|über|zu) .{0,40}|sendung|quelle|redaktion|newsletter.{0,30}",
    "sur le même sujet|(?:à )?lire aussi|à lire également|articles (?:liés|similaires|recommandés)|commentaires?|(?:noticias|artículos|temas|entradas) relacionad[ao]s|te puede interesar|(?:você pode|talvez você|você também pode) (?:gostar|curtir).*|lo más (?:leído|visto)|comentarios|articoli correlati|leggi anche|potrebbe interessarti.*|commenti|leia também|veja também|mais lidas|notícias relacionadas|comentários|lees ook|reacties|läs (?:också|mer|även)|les også|czytaj (?:także|też|również)|zobacz (?:także|też|również)|komentarze|читайте также|по теме|комментарии|другие новости|関連記事|おすすめ(?:記事)?|人気記事|相关(?:阅读|新闻|文章)|관련 ?기사|댓글",
  )}[\\p{P}\\p{S}\\s]*$`,
  "iu",
);
export const opensAftermath = (run: Run): boolean => run.size < 90 && END.test(run.text);
