import { once } from "./languages.ts";

/**
 * What pages say of themselves between the paragraphs of a text: that something is embedded, blocked, below or further on. `acts`:
 * what is done with a page; `things`: what stands on one, which texts speak of as well. A word of four letters or more stands for
 * its forms too. A further language is a further row.
 */
interface PageWords {
  readonly acts: string;
  readonly things: string;
}

const PAGE_WORDS: readonly PageWords[] = [
  {
    acts: "view watch allow block shown displayed loaded play consent privacy provider available expired element tracking click tap swipe scroll load loading enable disable accept continue continues resumes embedded displayed embed switch browser cookie cookies javascript slideshow transcript advertisement below underneath unavailable edition cannot skip unmute subtitles captions",
    things:
      "see please this post posts content story article text page site image images photo photos picture pictures video audio gallery player graphic chart map advert message here full external you your region country version settings consent all more tweet thread playlist podcast",
  },
  {
    acts: "sehen enthält erlauben zulassen blockiert verfügbar geladen anbieter element daten fortgesetzt gelöscht entfernt abspielen ansehen anzeigen angezeigt laden geladen akzeptieren zustimmen zustimmung einwilligung weiterlesen eingebettet eingebunden extern cookies browser javascript bildergalerie fotostrecke transkript anzeige unterhalb weiter aktivieren klicken wischen überspringen ausgabe stelle wechseln",
    things:
      "dieser diesen dieses beitrag inhalt inhalte inhalten artikel text seite bild bilder foto fotos video audio galerie grafik karte werbung hier sie ihre alle mehr datenschutz einstellungen post tweet folgt geht wird steht",
  },
  {
    acts: "disponible supprimé lire voir afficher affiché charger accepter accepté acceptez cookies traceurs navigateur javascript diaporama transcription publicité continue suite intégré bloqué cliquez consentement désactivé édition dessous",
    things:
      "ce cet cette contenu article texte page site image images photo photos vidéo galerie graphique carte message ici vous votre vos pays plus post tweet après toutes",
  },
  {
    acts: "disponible eliminado reproducir ver mostrar cargar aceptar acepta cookies rastreadores navegador javascript transcripción publicidad anuncio continúa sigue incrustado bloqueado clic consentimiento edición debajo pincha desliza",
    things:
      "esta este publicación contenido artículo noticia texto página sitio imagen imágenes foto fotos vídeo video galería gráfico mapa mensaje aquí usted su país más post tuit todas original",
  },
  {
    acts: "disponibile rimosso riproduci vedi visualizza visualizzare caricare accetta accettare cookie browser javascript presentazione trascrizione pubblicità continua prosegue incorporato bloccato clicca consenso edizione sotto scorri",
    things:
      "questo questa contenuto articolo testo pagina sito immagine immagini foto video galleria grafico mappa messaggio qui tutte post tweet dopo altro tuo paese",
  },
  {
    acts: "disponível removido reproduzir ver visualizar carregar aceitar aceite cookies navegador javascript transcrição publicidade anúncio continua prossegue incorporado bloqueado clique consentimento edição abaixo deslize",
    things:
      "este esta publicação conteúdo artigo matéria texto página site imagem imagens foto fotos vídeo galeria gráfico mapa mensagem aqui seu país mais post tuíte todas depois após",
  },
  {
    acts: "beschikbaar verwijderd afspelen bekijk bekijken laden accepteren accepteer cookies browser javascript fotoserie transcript advertentie verder ingesloten geblokkeerd klik toestemming editie onder wisselen",
    things:
      "dit deze bericht inhoud artikel verhaal tekst pagina site afbeelding beeld foto foto's video galerij grafiek kaart hier u uw je land alle meer post tweet gaat",
  },
  {
    acts: "visa se ladda godkänn acceptera acceptera cookies webbläsare javascript bildspel transkription annons fortsätter inbäddat blockerat klicka samtycke utgåva nedanför under",
    things:
      "detta denna inlägg innehåll artikel artikeln text texten sida bild bilder foto video galleri grafik karta här du din land alla mer",
  },
  {
    acts: "vis se last godta aksepter accepter informasjonskapsler cookies nettleser javascript bildeserie billedserie transkripsjon annonse fortsetter fortsætter innebygd indlejret blokkert klikk samtykke utgave udgave nedenfor",
    things:
      "dette denne innlegg opslag innhold indhold artikkel artikkelen artiklen saken tekst teksten side bilde billede bilder foto video galleri grafikk kart her du din land alle mer mere",
  },
  {
    acts: "näytä katso lataa hyväksy evästeet evästeitä selain javascript kuvasarja litterointi mainos mainoksen jatkuu upotettu estetty napsauta suostumus alla alapuolella",
    things:
      "tämä tämän julkaisu sisältö juttu artikkeli teksti sivu kuva kuvat video galleria kartta täällä sinun kaikki lisää",
  },
  {
    acts: "zobacz wyświetl załaduj zaakceptuj akceptuj ciasteczka cookies przeglądarka javascript transkrypcja reklama reklamą poniżej osadzony zablokowana kliknij zgoda zgody wydanie przewiń ciąg",
    things:
      "ten tego post wpis treść treści artykuł artykułu tekst tekstu strona zdjęcie zdjęcia zdjęć wideo galeria mapa tutaj twój kraj wszystkie więcej dalszy dalsza część",
  },
  {
    acts: "zobrazit načíst přijmout cookies prohlížeč javascript přepis reklama reklamou reklamy pokračuje pokračování vložený blokován klikněte souhlas vydání níže pod",
    things:
      "tento příspěvek obsah článek článku text textu stránka obrázek fotografie fotografií video galerie mapa zde vaše země všechny více",
  },
  {
    acts: "посмотреть показать загрузить принять куки файлы браузер javascript расшифровка реклама рекламы рекламой продолжение ниже встроенный заблокирован нажмите согласие листайте",
    things:
      "этот эту пост публикацию публикация содержимое контент статья статьи текст текста страница изображение фото фотографии видео галерея карта здесь ваша страна все ещё",
  },
  {
    acts: "переглянути показати завантажити прийняти куки браузер javascript розшифровка реклама рекламою продовження нижче вбудований заблоковано натисніть згода гортайте",
    things:
      "цей цю допис вміст контент стаття статті текст тексту сторінка зображення фото світлини відео галерея карта тут ваша країна всі",
  },
  {
    acts: "görüntüle göster yükle kabul çerez çerezler çerezleri tarayıcı javascript deşifre reklam reklamdan devamı gömülü engellendi tıklayın izin baskı aşağıda kaydırın",
    things:
      "bu gönderi gönderiyi içerik haber haberin yazının makale metin sayfa resim görsel fotoğraf video galeri harita burada ülkeniz tüm",
  },
  {
    acts: "δείτε εμφάνιση φόρτωση αποδοχή cookies πρόγραμμα περιήγησης javascript απομαγνητοφώνηση διαφήμιση συνέχεια συνεχίζεται ενσωματωμένο αποκλείστηκε κλικ συγκατάθεση έκδοση παρακάτω",
    things:
      "αυτό αυτή ανάρτηση περιεχόμενο άρθρο κείμενο σελίδα εικόνα εικόνες φωτογραφία φωτογραφίες βίντεο χάρτης εδώ χώρα όλες",
  },
  {
    acts: "عرض شاهد تحميل قبول ملفات تعريف الارتباط المتصفح إعلان يتبع تتمة مضمن محظور انقر موافقة نسخة أدناه",
    things: "هذا هذه المنشور المحتوى المقال القصة النص الصفحة صورة صور فيديو معرض خريطة هنا بلدك جميع",
  },
];

/** Scripts without spaces: parts of words. */
const UNSPACED_ACTS =
  /表示|埋め込|続きま|続きは|読み込|ブロック|クリック|クッキー|同意|スライド|广告|廣告|広告|点击|點擊|查看|显示|顯示|加载|載入|嵌入|接受|同意|屏蔽|继续|繼續|切换|보기|클릭|계속|광고|삽입|동의|쿠키|차단/u;
const UNSPACED_THINGS =
  /投稿|コンテンツ|記事|本文|ページ|写真|画像|動画|この|すべて|帖子|内容|內容|文章|正文|页面|頁面|图片|圖片|照片|视频|影片|此|该|게시물|콘텐츠|기사|본문|페이지|사진|이미지|영상|이/u;

/** Words that say nothing of what a line is about, in any of the languages; they are not counted. */
const BESIDE = new Set(
  `a an the to of on in for from by at and or with without is are was be been could would can not must has have it if
  der die das den dem des ein eine einen einem zu um und oder mit ohne von unter nach bei ist sind wird werden wurde kann konnte sollte
  nicht muss müssen es sein le la les l un une des du de à au aux et ou pour par sur avec sans est sont pas vous ne n el los las
  una unos y o para por con sin es son no se del al il lo gli i un uno di da che per su non è sono e os as um uma do dos das em
  não é são het een van op om en of met zonder niet is zijn kan moet det den en ett att på av till och eller med utan är inte kan
  må på av til og eller uten er ikke på i ja on ei jos w z na do i lub nie jest aby się v s se na do a nebo je není в на с и или не
  для по чтобы у на та або не щоб ve ile için bir bu`.split(/\s+/),
);

interface Known {
  readonly acts: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly longActs: readonly string[];
  readonly long: readonly string[];
}

const isLong = (word: string): boolean => word.length >= 4;

const known = once(() =>
  PAGE_WORDS.map(({ acts, things }): Known => {
    const [does, is] = [acts.split(" "), things.split(" ")];
    return {
      acts: new Set(does),
      things: new Set(is),
      longActs: does.filter(isLong),
      long: [...does, ...is].filter(isLong),
    };
  }),
);

/** Letters of an ending. */
const MAX_ENDING = 3;
const isForm = (words: readonly string[], word: string): boolean =>
  words.some((begin) => word.length <= begin.length + MAX_ENDING && word.startsWith(begin));

/** A line about the page is a short one: in words, and the share of them that are of the page's own. */
const MOST_WORDS = 18;
const LEAST_SHARE = 0.5;
const MAX_LENGTH = 200;

/**
 * True for a short line, a sentence or not, most of whose words are what pages say of themselves: that something is embedded,
 * blocked, or goes on below. A text that speaks of a video in a sentence of news has other words between.
 */
export function speaksOfPage(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  if (UNSPACED_ACTS.test(text) && UNSPACED_THINGS.test(text) && text.length <= MAX_UNSPACED) return true;
  const all = text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const words = all.filter((word) => !BESIDE.has(word));
  if (words.length === 0 || words.length > MOST_WORDS) return false;
  return known().some(({ acts, things, longActs, long }) => {
    const isAct = (word: string) => acts.has(word) || isForm(longActs, word);
    const count = words.filter((word) => acts.has(word) || things.has(word) || isForm(long, word)).length;
    return count >= 2 && count >= words.length * LEAST_SHARE && words.some(isAct);
  });
}

/** Signs of a line in a script without spaces. */
const MAX_UNSPACED = 40;
