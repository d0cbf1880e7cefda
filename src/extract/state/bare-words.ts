import type { PageState } from "#model/document";

const any = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join("|"), "iu");

/**
 * Stems of what pages speak of that stand in an article's place, in the languages of the press. Each is an ordinary word, and proves
 * nothing alone: it counts on a page that is bare (`bare.ts`), and together with another one.
 */
const ROBOT = any("\\bbots?\\b|robot|ρομπότ|робот|ロボット|ボット|机器人|機器人|로봇|روبوت|ربات|רובוט|โรบอต|रोबोट");
const HUMAN = any(
  "\\bhumans?\\b|\\bmensch|\\bhumain|\\bhuman[ao]s?\\b|\\buman[oa]\\b|\\bmens\\b|människa|menneske|ihmi(?:nen|se)|człowiek|člověk|človek|\\bember\\b|\\binsan|om real|čovjek",
  "человек|людин|άνθρωπ|人間|人类|人類|真人|사람|إنسان|بشر|انسان|בן אדם|אנושי|con người|manusia|มนุษย์|इंसान|मानव",
);
const CHECK = any(
  "verif|vérif|security (?:check|service)|sicherheits|überprüf|prüfen|sécurité|seguridad|segurança|sicurezza|controleren|controle|kontroll|tarkist|varmist|weryfik|sprawdz|ověř|overen|kontrol|ellenőrz|biztonsági|doğrula|güvenlik|confirm",
  "провер|перевір|безопасн|безпек|επαλήθευ|ασφάλεια|確認|セキュリティ|验证|驗證|安全|확인|보안|تحقق|أمان|بررسی|אימות|אבטחה|xác minh|verifikasi|keamanan|ตรวจสอบ|सत्याप|सुरक्षा",
);
const BROWSER = any(
  "browser|navegador|navigat(?:eur|ore)|przeglądark|prohlížeč|prehliadač|böngésző|tarayıcı|webbläsare|nettleser|\\bselai|preglednik|brskalnik|браузер|прегледач|περιηγητ|περιήγησης",
  "ブラウザ|浏览器|瀏覽器|브라우저|متصفح|مرورگر|דפדפן|trình duyệt|peramban|เบราว์เซอร์|ब्राउज़र",
);
const OUTDATED = any(
  "(?:not|no longer) support|unsupported|outdated|too old|update your|upgrade|veraltet|nicht (?:mehr )?unterstützt|aktualisier|obsol[eè]t|obsoleto|desatualizad|ya no es compatible|non (?:è )?(?:più )?supportat|verouderd|föråldra|forælde|utdatert|vanhentun|przestarzał|zastaral|elavult|eski sürüm|învechit",
  "устарел|застаріл|остаря|παλι[άό]|古い|サポートされて|过时|旧版|舊版|지원되지|오래된|قديم|غير مدعوم|قدیمی|מיושן|lỗi thời|usang|ล้าสมัย|पुराना",
);
const SCRIPT = any("java ?script|джава ?скрипт|جافا ?سكر[يی]پ?ب?ت|ג'אווה ?סקריפט|자바 ?스크립트");
const PLACE = any(
  "\\bregion|countr(?:y|ies)|\\blocation|territor|\\bihrem land|in ihrer region|\\bpays\\b|région|\\bpa[ií]s(?:es)?\\b|región|região|\\bpaese|regione|\\bland(?:et)?\\b|\\bregio\\b|\\bmaassa|alueella|\\bkraj|region(?:ie|u)|země|zemi|krajin|oblasti|ország|régió|ülke|bölge|țar[aă]|zemlj|držav",
  "стран[еыу]|регион|країн|регіон|държав|χώρα|περιοχή|お住まいの|地域|国や|您所在的|地区|地區|국가|지역|بلد|منطقت|دولت|کشور|מדינ|אזור|quốc gia|khu vực|negara|wilayah|ประเทศ|ภูมิภาค|देश|क्षेत्र",
  "\\bGDPR\\b|\\bRGPD\\b|\\bDSGVO\\b|European (?:Union|Economic Area)|europäische|européen|europe[ao]|\\bEEA\\b",
);
const UNAVAILABLE = any(
  "not (?:currently )?available|unavailable|can(?:no|')t be (?:viewed|accessed|shown|displayed)|restrict|access denied|(?:do(?:es)? not|unable to) (?:offer|provide|grant) access|nicht (?:mehr )?(?:verfügbar|zugänglich|abrufbar|erreichbar)|indisponi[bv]|(?:non |pas |plus )(?:\\S+ )?disponi[bv]|(?:pas|plus) accessible|indisponív|no (?:está |se encuentra )?disponible|não (?:está |se encontra )?disponív|niet (?:beschikbaar|toegankelijk)|inte tillgänglig|ikke tilg(?:æ|j)engelig|ei ole (?:saatavilla|käytettävissä)|ei ole katsottavissa|niedostępn|nedostupn|není (?:k dispozici|dostupn)|nie je (?:k dispozícii|dostupn)|nem (?:érhető|elérhető)|kullanılam|erişilem|nu este disponibil|nije dostup",
  "недоступ|не ?доступ|не е достъп|δεν είναι διαθέσιμ|利用(?:いただけ|でき)ません|ご覧いただけません|視聴できません|不可用|无法(?:访问|查看|提供)|無法(?:訪問|查看|提供|瀏覽)|이용(?:할 수 없|하실 수 없)|볼 수 없|غير (?:متاح|متوفر)|در دسترس نیست|(?:אינו|לא) זמין|không (?:khả dụng|có sẵn)|tidak tersedia|ไม่(?:สามารถ|พร้อม|มี)|उपलब्ध नहीं",
);
const MAINTENANCE = any(
  "maintenance|wartung|gewartet|mantenimiento|manutenç|manutenzione|onderhoud|underhåll|vedligehold|vedlikehold|huolto|konserwacj|prace techniczne|údržb|karbantart|bakım|mentenanț|održavanj|vzdrževanj",
  "технически[хе]\\s+работ|обслуживани|технічн|обслуговуван|поддръжк|συντήρησ|メンテナンス|维护|維護|점검|صيانة|تعمیر|תחזוקה|bảo trì|pemeliharaan|ปิดปรับปรุง|रखरखाव",
);
const AGAIN = any(
  "try again|come back|back (?:soon|shortly|online)|in a few minutes|reload|refresh|erneut|später|wieder (?:da|erreichbar)|réessay|plus tard|de retour|más tarde|vuelva|mais tarde|volte|più tardi|riprova|opnieuw|senare|senere|igen|myöhemmin|uudelleen|później|ponown|později|znovu|neskôr|később|tekrar|sonra|mai târziu|kasnije|pozneje",
  "позже|поздн|пізніше|спроб|по-късно|αργότερα|ξανά|しばらく|後ほど|再度|稍后|稍後|重试|나중에|다시|لاحق|مجدد|بعداً|מאוחר יותר|sau\\b|nanti|อีกครั้ง|बाद में",
);
const COOKIE = any(
  "cookies?|kakor\\b|informa[st]jonskaps|evästei|eväste|ciasteczk|sušenk|\\bsüti|çerez|kolačić|piškotk|куки|файлы? cookie|бисквитк|クッキー|쿠키|ملفات تعريف الارتباط|کوکی|עוגיות|คุกกี้|कुकी",
);
const PERSONAL = any(
  "personal (?:data|information)|privacy|personenbezogen|datenschutz|privatsphäre|données (?:personnelles|à caractère)|vie privée|confidentialité|datos personales|privacidad|dados pessoais|privacidade|dati personali|persoonsgegevens|personuppgift|personoply|personvern|integritet|henkilötie|tietosuoj|yksityisyy|dan(?:e|ych) osobow|prywatnoś|osobních údajů|osobn(?:é|ých) údaj|soukrom|súkrom|személyes adat|adatvédel|kişisel veri|gizlilik|date(?:le)? (?:cu caracter )?personal|osobn(?:e|ih) podat",
  "персональн\\S* дан|личн\\S* данн|конфиденциал|конфіденц|поверител|προσωπικ\\S* δεδομέν|απόρρητ|個人(?:情報|データ)|プライバシー|个人(?:信息|数据)|個人(?:資料|資訊)|隐私|隱私|개인\\s?정보|البيانات الشخصية|خصوصي|حریم خصوصی|פרטיות|dữ liệu cá nhân|riêng tư|data pribadi|privasi|ข้อมูลส่วนบุคคล|गोपनीयता",
);
const PARTNERS = any(
  "partner|partenair|socios|parceir|kumppan|συνεργάτ|партн[её]р|партньор|パートナー|合作伙伴|合作夥伴|파트너|شركا|שותפ|đối tác|mitra|พันธมิตร|भागीदार",
);
const ACCEPT = any(
  "accept|agree|consent|akzept|zustimm|einwillig|consentement|accett|consenso|aceit|acept|consentim|toestem|samtyck|samtykk|godkänn|godta|hyväksy|suostumu|akceptuj|zgad|zgod[ya]|souhlas|súhlas|elfogad|hozzájárul|kabul|onay|consimț|prihva|soglas",
  "принят|соглас|прийня|згод|съглас|αποδοχή|αποδέχ|συναίνεσ|συμφων|同意|承認|동의|수락|موافق|قبول|رضایت|הסכמ|đồng ý|chấp nhận|setuju|persetujuan|ยอมรับ|ยินยอม|स्वीकार|सहमत",
);
const QUEUE = any(
  "\\bqueue|waiting room|in line\\b|warteschlange|warteraum|file d['’]attente|en cola|sala de espera|fila de espera|\\bin coda|sala d['’]attesa|wachtrij|\\bi kö\\b|\\bi kø\\b|jonossa|kolejc|kolejk|ve frontě|sorban|sırada|coada",
  "очеред|черз[іу]|опашк|ουρά|順番|お待ち|排队|排隊|대기|انتظار|צפ|תור|hàng chờ|antrean|คิว|कतार",
);
const ALONE = any(
  "captcha|turnstile|cloudflare|\\bray id\\b|datadome|perimeterx|incapsula|ddos|ad-?block|enable (?:java ?script|cookies)|need to enable|press (?:&|and) hold",
);

export interface BareNotice {
  readonly state: PageState;
  readonly code: "challenge-page" | "error-page" | "consent-page";
  /** So many of the groups have to be on the page. */
  readonly least: number;
  readonly groups: readonly RegExp[];
}

/** In this order: a page that asks about cookies may also speak of the browser, one that checks visitors also of coming back. */
export const BARE_NOTICES: readonly BareNotice[] = [
  { state: "blocked", code: "challenge-page", least: 1, groups: [ALONE] },
  { state: "consent", code: "consent-page", least: 2, groups: [COOKIE, PERSONAL, PARTNERS, ACCEPT] },
  { state: "blocked", code: "challenge-page", least: 1, groups: [SCRIPT] },
  { state: "blocked", code: "challenge-page", least: 2, groups: [ROBOT, HUMAN, CHECK, BROWSER, OUTDATED] },
  { state: "error", code: "error-page", least: 2, groups: [MAINTENANCE, AGAIN] },
  { state: "error", code: "error-page", least: 1, groups: [MAINTENANCE] },
  { state: "blocked", code: "challenge-page", least: 2, groups: [PLACE, UNAVAILABLE] },
  { state: "blocked", code: "challenge-page", least: 2, groups: [QUEUE, AGAIN] },
];
