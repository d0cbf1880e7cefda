import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";

/** Language, headline, a sentence of the body, and who wrote it. */
const TONGUES: readonly (readonly [string, string, string, string])[] = [
  [
    "en",
    "Council repairs the old bridge",
    "The council decided on Monday, after two hours of debate, that the old bridge will be repaired before the winter.",
    "Ada Byron",
  ],
  [
    "de",
    "Stadtrat repariert die alte Brücke",
    "Der Stadtrat beschloss am Montag nach zwei Stunden Debatte, dass die alte Brücke vor dem Winter repariert wird.",
    "Jörg Müller",
  ],
  [
    "fr",
    "Le conseil répare le vieux pont",
    "Le conseil a décidé lundi, après deux heures de débat, que le vieux pont serait réparé avant l’hiver.",
    "Hélène Vasseur",
  ],
  [
    "es",
    "El consejo repara el viejo puente",
    "El consejo decidió el lunes, tras dos horas de debate, que el viejo puente será reparado antes del invierno.",
    "Inés Varela",
  ],
  [
    "pt",
    "O conselho repara a velha ponte",
    "O conselho decidiu na segunda-feira, após duas horas de debate, que a velha ponte será reparada antes do inverno.",
    "João Lima",
  ],
  [
    "it",
    "Il consiglio ripara il vecchio ponte",
    "Il consiglio ha deciso lunedì, dopo due ore di dibattito, che il vecchio ponte sarà riparato prima dell’inverno.",
    "Carla Bianchi",
  ],
  [
    "nl",
    "Gemeenteraad herstelt de oude brug",
    "De gemeenteraad besloot maandag, na twee uur debat, dat de oude brug voor de winter wordt hersteld.",
    "Jan van Dam",
  ],
  [
    "sv",
    "Kommunen lagar den gamla bron",
    "Kommunen beslutade på måndagen, efter två timmars debatt, att den gamla bron ska lagas före vintern.",
    "Åsa Lindqvist",
  ],
  [
    "da",
    "Byrådet reparerer den gamle bro",
    "Byrådet besluttede mandag efter to timers debat, at den gamle bro skal repareres inden vinteren.",
    "Søren Holm",
  ],
  [
    "no",
    "Kommunen reparerer den gamle brua",
    "Kommunen vedtok mandag, etter to timers debatt, at den gamle brua skal repareres før vinteren.",
    "Solveig Haugland",
  ],
  [
    "fi",
    "Kaupunki korjaa vanhan sillan",
    "Kaupunki päätti maanantaina kahden tunnin keskustelun jälkeen, että vanha silta korjataan ennen talvea.",
    "Aino Mäkelä",
  ],
  [
    "is",
    "Bærinn gerir við gömlu brúna",
    "Bæjarstjórnin ákvað á mánudag, eftir tveggja tíma umræður, að gert yrði við gömlu brúna fyrir veturinn.",
    "Þóra Jónsdóttir",
  ],
  [
    "pl",
    "Rada naprawia stary most",
    "Rada zdecydowała w poniedziałek, po dwóch godzinach debaty, że stary most zostanie naprawiony przed zimą.",
    "Halina Wrzos",
  ],
  [
    "cs",
    "Rada opraví starý most",
    "Rada v pondělí po dvou hodinách debaty rozhodla, že starý most bude opraven ještě před zimou.",
    "Věra Šímová",
  ],
  [
    "hu",
    "A tanács megjavítja a régi hidat",
    "A tanács hétfőn, két óra vita után úgy döntött, hogy a régi hidat még a tél előtt megjavítják.",
    "Kovács Ilona",
  ],
  [
    "ro",
    "Consiliul repară podul vechi",
    "Consiliul a decis luni, după două ore de dezbateri, că podul vechi va fi reparat înainte de iarnă.",
    "Ștefan Ionescu",
  ],
  [
    "hr",
    "Vijeće popravlja stari most",
    "Vijeće je u ponedjeljak, nakon dva sata rasprave, odlučilo da će stari most biti popravljen prije zime.",
    "Željka Horvat",
  ],
  [
    "tr",
    "Meclis eski köprüyü onarıyor",
    "Meclis pazartesi günü, iki saatlik tartışmanın ardından, eski köprünün kıştan önce onarılmasına karar verdi.",
    "Işıl Çelik",
  ],
  [
    "el",
    "Το συμβούλιο επισκευάζει τη γέφυρα",
    "Το συμβούλιο αποφάσισε τη Δευτέρα, μετά από δύο ώρες συζήτησης, ότι η παλιά γέφυρα θα επισκευαστεί.",
    "Ελένη Παππά",
  ],
  [
    "ru",
    "Совет чинит старый мост",
    "Совет решил в понедельник, после двух часов споров, что старый мост отремонтируют до зимы.",
    "Анна Петрова",
  ],
  [
    "uk",
    "Рада лагодить старий міст",
    "Рада вирішила в понеділок, після двох годин суперечок, що старий міст відремонтують до зими.",
    "Олена Коваль",
  ],
  [
    "ar",
    "المجلس يصلح الجسر القديم",
    "قرر المجلس يوم الاثنين، بعد ساعتين من النقاش، أن الجسر القديم سيجري إصلاحه قبل حلول فصل الشتاء.",
    "سلمى حداد",
  ],
  [
    "he",
    "המועצה מתקנת את הגשר הישן",
    "המועצה החליטה ביום שני, לאחר שעתיים של דיון, כי הגשר הישן יתוקן עוד לפני בוא החורף.",
    "דנה לוי",
  ],
  [
    "fa",
    "شورا پل قدیمی را تعمیر می‌کند",
    "شورا روز دوشنبه پس از دو ساعت بحث تصمیم گرفت که پل قدیمی پیش از زمستان تعمیر شود.",
    "مریم احمدی",
  ],
  [
    "hi",
    "परिषद पुराने पुल की मरम्मत करेगी",
    "परिषद ने सोमवार को दो घंटे की बहस के बाद तय किया कि पुराने पुल की मरम्मत सर्दियों से पहले की जाएगी।",
    "अनिता शर्मा",
  ],
  [
    "bn",
    "পরিষদ পুরনো সেতু মেরামত করবে",
    "পরিষদ সোমবার দুই ঘণ্টা বিতর্কের পর সিদ্ধান্ত নিয়েছে যে পুরনো সেতুটি শীতের আগে মেরামত করা হবে।",
    "রিনা দাস",
  ],
  [
    "th",
    "สภาซ่อมสะพานเก่า",
    "สภาตัดสินใจเมื่อวันจันทร์หลังการอภิปรายสองชั่วโมงว่าสะพานเก่าจะได้รับการซ่อมแซมก่อนฤดูหนาวนี้อย่างแน่นอน",
    "สมชาย ใจดี",
  ],
  [
    "vi",
    "Hội đồng sửa cây cầu cũ",
    "Hội đồng quyết định hôm thứ Hai, sau hai giờ tranh luận, rằng cây cầu cũ sẽ được sửa trước mùa đông.",
    "Lê Phương Anh",
  ],
  [
    "id",
    "Dewan memperbaiki jembatan tua",
    "Dewan memutuskan pada hari Senin, setelah dua jam debat, bahwa jembatan tua itu akan diperbaiki sebelum musim hujan.",
    "Dewi Lestari",
  ],
  [
    "ja",
    "議会、古い橋の修理を決定",
    "議会は月曜日、二時間にわたる議論の末、古い橋を冬が来る前に修理することを賛成多数で決めた。",
    "山田太郎",
  ],
  ["zh", "议会决定修复老桥", "议会星期一经过两个小时的辩论，决定在冬天到来之前修复这座已有百年历史的老桥。", "王小明"],
  [
    "ko",
    "의회, 오래된 다리 수리 결정",
    "의회는 월요일 두 시간의 토론 끝에 오래된 다리를 겨울이 오기 전에 수리하기로 결정했다.",
    "홍길동",
  ],
];

for (const [language, headline, sentence, author] of TONGUES) {
  const paragraphs = [1, 2, 3, 4].map((number) => `${number}. ${sentence}`);
  const body = paragraphs.map((text) => `<p>${text}</p>`).join("");
  const ld = JSON.stringify({
    "@type": "NewsArticle",
    headline,
    author: { name: author },
    datePublished: "2024-05-03",
  });
  const rtl = /^(?:ar|he|fa)$/.test(language) ? ' dir="rtl"' : "";
  const plain = `<html lang="${language}"${rtl}><head><title>${headline} | Example</title><script type="application/ld+json">${ld}</script></head><body><header><a href="/">Example</a></header><main><h1>${headline}</h1><div>${body}</div></main></body></html>`;
  const amp = plain.replace("<html", "<html amp").replace("<h1>", '<amp-ad width="300"></amp-ad><h1>');
  const print = plain.replace(/<header>.*?<\/header>/, "").replace("<body>", '<body onload="window.print()">');
  for (const [form, html] of [
    ["a page", plain],
    ["AMP", amp],
    ["a print page", print],
  ] as const) {
    test(`${language}, ${form}: every field is read`, () => {
      const document = extract(html, { url: `https://example.com/${language}/bridge` });
      assert.deepEqual(
        [document.state, document.headline, document.byline, document.publishedAt, document.language],
        ["article", headline, [author], "2024-05-03", language],
      );
      assert.deepEqual(
        document.blocks.map(({ text }) => text),
        paragraphs,
      );
    });
  }
}
