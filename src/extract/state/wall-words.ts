const any = (...alternatives: readonly string[]): string => alternatives.join("|");

/** What stands where a text stops for those who do not pay or log in, in the languages of the press. */
export const OFFER = new RegExp(
  any(
    "(?:subscribe|sign up|register|log ?in|sign in|become a (?:member|subscriber))[^.]{0,60}(?:to (?:continue|keep|read|access|unlock|view)|for (?:full|unlimited) access)",
    "(?:continue|keep) reading (?:this (?:article|story)|with a|for)|to (?:continue|keep) reading|(?:unlock|read) (?:this|the (?:full|rest of (?:this|the)) )(?:article|story)?[^.]{0,20}(?:with|for|by) ",
    "this (?:article|story|content) is (?:for|only available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|subscribers? only|(?:article|stories|articles) (?:limit|left this month)",
    "jetzt (?:weiterlesen|abonnieren|testen|freischalten)|weiterlesen mit|mit .{1,20}(?:plus|\\+|abo) weiterlesen|diesen artikel (?:weiter)?lesen|artikel freischalten|nur für (?:abonnent|abonnement)|(?:um|zum) weiter(?:zu)?lesen",
    "réservé aux abonnés|(?:la suite|cet article) est réservée?|il vous reste \\d+|s['’]abonner pour (?:lire|continuer)|pour lire la suite",
    "para (?:seguir|continuar) leyendo|(?:exclusivo|solo|sólo) para (?:suscriptores|abonados)|suscr[ií]bete para|per (?:a )?continuar llegint|només per a subscriptors",
    "contenuto riservato|per continuare a leggere|riservato agli abbonati|continua a leggere (?:con|abbonandoti)",
    "exclusivo para assinantes|continue lendo|para continuar (?:lendo|a ler)|conteúdo exclusivo",
    "verder lezen|alleen voor abonnees|lees (?:dit artikel )?verder (?:met|voor)",
    "(?:för|for) (?:prenumeranter|abonnenter|abonnementer)|läs vidare (?:med|för)|logga in för att läsa|fortsæt med at læse|kun for abonnenter|læs videre med|les videre med|logg inn for å lese|vain tilaajille|jatka lukemista|kirjaudu sisään lukeaksesi|fyrir áskrifendur",
    "dostęp(?:ne|ny)? tylko dla (?:prenumeratorów|subskrybentów)|czytaj dalej z|aby czytać dalej|pro předplatitele|pouze pro předplatitele|pokračujte ve čtení|pre predplatiteľov|előfizetőknek|az olvasás folytatásához|pentru abonați|continuă să citești|само за абонати|za pretplatnike|samo za naročnike|nastavite čitanje",
    "для подписчиков|чтобы (?:читать|прочитать) (?:дальше|полностью)|оформите подписку|для передплатників|щоб читати далі|για συνδρομητές|abone (?:olun|ol)[^.]{0,30}(?:okuma|devam)|okumaya devam|למנויים|להמשך קריאה",
    "للمشتركين|لمتابعة القراءة|لإكمال القراءة|اشترك[^.]{0,30}(?:لقراءة|لمتابعة)|ویژه مشترکین|برای ادامه مطلب|आगे पढ़ने के लिए|सब्सक्राइबर|পড়া চালিয়ে যেতে|தொடர்ந்து படிக்க",
    "会員限定|有料会員|この記事は有料|続きを読む(?:には|に)|残り\\s*\\d+\\s*文字|購読(?:すると|して|者限定)|続きは(?:会員|有料)|订阅后|訂閱後|付费(?:阅读|会员)|付費(?:閱讀|會員)|剩余\\s*\\d+%|구독자 전용|구독하고 계속|유료회원|로그인 후 이용",
    "khusus pelanggan|untuk melanjutkan membaca|langganan untuk membaca|dành cho (?:thuê bao|hội viên)|để đọc tiếp|สำหรับสมาชิก|อ่านต่อ",
  ),
  "iu",
);

/** Says outright that this very text goes on for payers only: needs no further sign. */
export const OUTRIGHT =
  /this (?:article|story) is (?:only available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|full (?:text|article|story) is available (?:only )?to (?:subscribers|members)|この記事は(?:有料|会員限定)|la suite (?:de cet article )?est réservée|dieser artikel ist nur für (?:abonnenten|abonnentinnen)|este (?:artículo|contenido) es (?:exclusivo|solo) para (?:suscriptores|abonados)|(?:articolo|contenuto) riservato agli abbonati|dit artikel is (?:alleen|exclusief) voor abonnees|материал доступен только подписчикам/iu;
