import assert from "node:assert/strict";
import { test } from "node:test";
import { extract, type PageState } from "#extract/index";
import { reasonText } from "#words/reasons";

const said = (reason: Reason | null): string => (reason === null ? "" : reasonText(reason));

import type { Reason } from "#model/reason";

const url = "https://news.example/politics/bridge";
const LINKS = '<nav><a href="/">Home</a> <a href="/politics">Politics</a></nav>';
const page = (title: string, body: string, head = "") =>
  `<html><head><title>${title}</title>${head}</head><body>${LINKS}<main>${body}</main><footer>© The Example</footer></body></html>`;
const jsonLd = (object: unknown) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`;
const stateOf = (html: string) => extract(html, { url });

/** What a missing page says, in the languages of the press. */
const GONE: readonly string[] = [
  "404",
  "Error 404",
  "404 - Page not found",
  "Page not found",
  "This page could not be found",
  "This article is no longer available",
  "Seite nicht gefunden",
  "Der Artikel ist leider nicht mehr verfügbar",
  "Page introuvable",
  "Cette page n’existe plus",
  "Página no encontrada",
  "No hemos encontrado la página",
  "Página não encontrada",
  "Pagina non trovata",
  "Pagina niet gevonden",
  "Sidan kunde inte hittas",
  "Siden blev ikke fundet",
  "Sivua ei löydy",
  "Nie znaleziono strony",
  "Stránka nebyla nalezena",
  "Az oldal nem található",
  "Pagina nu a fost găsită",
  "Stranica nije pronađena",
  "Страница не найдена",
  "Сторінку не знайдено",
  "Η σελίδα δεν βρέθηκε",
  "Sayfa bulunamadı",
  "הדף לא נמצא",
  "الصفحة غير موجودة",
  "صفحه مورد نظر یافت نشد",
  "पेज नहीं मिला",
  "ไม่พบหน้าที่ต้องการ",
  "Không tìm thấy trang",
  "Halaman tidak ditemukan",
  "ページが見つかりません",
  "页面不存在",
  "페이지를 찾을 수 없습니다",
];
for (const notice of GONE) {
  test(`gone: ${notice}`, () => {
    const { state, stateReason } = stateOf(
      page(`${notice} | The Example`, `<h1>${notice}</h1><p><a href="/">Home</a></p>`),
    );
    assert.equal(state, "gone");
    assert.match(said(stateReason), /“.+”/);
  });
}

const TEXT = [
  "The council met on Monday evening and decided, after two hours of debate, to repair the old bridge over the river.",
  "Work will begin in May and last until the autumn, said the engineer, who has counted four hundred rusty bolts.",
];
const SHORT = TEXT.map((text) => `<p>${text}</p>`).join("");

/** Short articles under headlines that use the words of notices: none may be lost. */
const NEWS: readonly string[] = [
  "404 people rescued from the flooded valley",
  "Flight 404: what we know so far about the emergency landing",
  "Access denied: reporters shut out of the hearing",
  "We use cookies every day, says baker of the year",
  "Just a moment of silence for the old bridge",
  "Something went wrong at the mill, inspectors say",
];
for (const headline of NEWS) {
  test(`an article: ${headline}`, () => {
    const dated = jsonLd({ "@type": "NewsArticle", headline, datePublished: "2024-05-03" });
    const { state, stateReason } = stateOf(page(`${headline} | The Example`, `<h1>${headline}</h1>${SHORT}`, dated));
    assert.equal(state, "article", said(stateReason));
  });
}

/** Offers at the end of a teaser that breaks off. */
const OFFERS: readonly string[] = [
  "Subscribe to continue reading",
  "Jetzt weiterlesen mit Plus",
  "La suite est réservée aux abonnés",
  "Suscríbete para seguir leyendo",
  "Contenuto riservato agli abbonati",
  "Conteúdo exclusivo para assinantes",
  "Alleen voor abonnees: lees verder met een abonnement",
  "För prenumeranter: läs vidare med ett konto",
  "Kun for abonnenter",
  "Vain tilaajille",
  "Dostępne tylko dla prenumeratorów",
  "Pouze pro předplatitele",
  "Előfizetőknek",
  "Pentru abonați",
  "Для подписчиков",
  "Для передплатників",
  "Για συνδρομητές",
  "Okumaya devam etmek için abone olun",
  "להמשך קריאה הצטרפו למנויים",
  "لمتابعة القراءة اشترك الآن",
  "ویژه مشترکین",
  "आगे पढ़ने के लिए लॉग इन करें",
  "会員限定記事です",
  "订阅后继续阅读",
  "구독하고 계속 읽기",
  "Khusus pelanggan",
  "Dành cho thuê bao",
];
for (const offer of OFFERS) {
  test(`walled: ${offer}`, () => {
    const cut = `<p>${TEXT[0]}</p><p>${TEXT[1]!.slice(0, 60)}…</p>`;
    const html = page(
      "Council repairs bridge",
      `<article><h1>Council decides to repair the bridge</h1>${cut}<div><p>${offer}</p></div></article>`,
    );
    const document = stateOf(html);
    assert.equal(document.state, "walled", said(document.stateReason));
    assert.ok(document.blocks.every(({ text }) => !text.includes(offer)));
  });
}

const CASES: readonly (readonly [string, string, PageState, RegExp])[] = [
  [
    "the publisher locks a text of which it shows a tenth",
    page(
      "Bridge",
      `<h1>Council decides to repair the bridge</h1><p>${TEXT[0]}</p>`,
      jsonLd({
        "@type": "NewsArticle",
        headline: "Council decides to repair the bridge",
        isAccessibleForFree: false,
        wordCount: 900,
      }),
    ),
    "walled",
    /shows \d+ of about 900 words/,
  ],
  [
    "an offer under a whole text that no one locks",
    page(
      "Bridge",
      `<h1>Council decides to repair the bridge</h1>${SHORT}<div><p>Subscribe to continue reading other stories</p></div>`,
    ),
    "article",
    /^$/,
  ],
  [
    "pictures under headline and standfirst",
    page(
      "The bridge in pictures",
      '<h1>The old bridge in pictures</h1><h2 class="standfirst">A hundred years of rust and repairs over the river, seen by the people who crossed it.</h2><img src="/1.jpg">',
      '<meta property="og:type" content="article">',
    ),
    "article",
    /^$/,
  ],
  ["nothing but a menu", page("The Example", ""), "empty", /./],
];
const TYPED = '<meta property="og:type" content="article">';
/** Pictures under a summary of so many characters. */
const pictures = (length: number, head = TYPED): string =>
  page(
    "The bridge in pictures",
    `<h1>The old bridge in pictures</h1><h2 class="standfirst">${"A hundred years of rust and repairs, by those who crossed it too".slice(0, length - 1)}.</h2><img src="/1.jpg">`,
    head,
  );

test("pictures are an article from a standfirst of 60 characters on, if the page says so or states a day", () => {
  assert.equal(stateOf(pictures(59)).state, "empty");
  assert.equal(stateOf(pictures(60)).state, "article");
  assert.equal(stateOf(pictures(60, "")).state, "empty");
  const dated = '<meta property="article:published_time" content="2026-05-03T10:00:00Z">';
  assert.equal(stateOf(pictures(60, dated)).state, "article");
});

for (const [name, html, expected, reason] of CASES) {
  test(`${expected}: ${name}`, () => {
    const { state, stateReason } = stateOf(html);
    assert.equal(state, expected, said(stateReason));
    assert.match(said(stateReason), reason);
  });
}
