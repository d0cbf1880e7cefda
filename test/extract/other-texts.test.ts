import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { extract } from "#extract/extract";
import type { PageState } from "#model/document";

const URL = "https://gazette.example/2026/05/harbour";

/** Pages in an article's place, in our own words: state, title, lines. */
const WALLS: readonly (readonly [PageState, string, ...string[]])[] = [
  ["blocked", "Chwileczkę", "Sprawdzamy, czy jesteś człowiekiem, a nie robotem.", "Potrwa to kilka sekund."],
  ["blocked", "Ett ögonblick", "Vi kontrollerar att du är en människa innan sidan visas."],
  ["blocked", "Un momento", "Estamos comprobando que no eres un robot antes de dejarte pasar. Verificación número 81."],
  ["blocked", "お待ちください", "お客様がロボットではないことを確認しています。"],
  ["blocked", "잠시만요", "방문자가 사람인지 확인하는 중입니다."],
  ["blocked", "لحظة", "نتحقق من أنك إنسان ولست روبوت."],
  ["blocked", "Gazette", "Tarayıcınızda JavaScript kapalı. Sayfayı görmek için açın."],
  ["blocked", "Gazette", "Ваш браузер устарел. Установите новую версию, чтобы читать газету."],
  ["blocked", "Gazette", "Uw browser wordt niet meer ondersteund en is verouderd."],
  ["blocked", "Gazette", "Ce contenu n'est pas disponible dans votre pays."],
  ["blocked", "Gazette", "Ta treść jest niedostępna w Twoim kraju."],
  ["blocked", "Gazette", "此内容在您所在的地区不可用。"],
  ["error", "Údržba", "Web právě prochází údržbou, zkuste to znovu později."],
  ["error", "Huoltokatko", "Palvelua huolletaan parhaillaan. Kokeile myöhemmin uudelleen."],
  ["error", "メンテナンス中", "ただいまサイトの保守作業を行っています。しばらくしてから再度お越しください。"],
  [
    "consent",
    "Evästeet",
    "Me ja kumppanimme käytämme evästeitä. Hyväksytkö henkilötietojesi käsittelyn?",
    "Hyväksy kaikki",
  ],
  ["consent", "Το απόρρητό σας", "Εμείς και οι συνεργάτες μας επεξεργαζόμαστε προσωπικά δεδομένα.", "Αποδοχή"],
  [
    "consent",
    "Gizliliğiniz",
    "Biz ve iş ortaklarımız kişisel verilerinizi çerez kullanarak işliyoruz. Kabul ediyor musunuz?",
  ],
  ["consent", "Adatvédelem", "Sütiket használunk, és személyes adatokat kezelünk.", "Elfogadom"],
];

const dress = (title: string, lines: readonly string[], way: number): string => {
  const body = lines.map((line) => (way === 1 ? `<div>${line}</div>` : `<p>${line}</p>`)).join("");
  const frame =
    way === 2 ? `<header><a href="/">Gazette</a></header><main>${body}</main><footer>© Gazette</footer>` : body;
  return `<!doctype html><title>${title}</title><body><h1>${title}</h1>${frame}</body>`;
};

suite("another page in the place of an article, without any sign of one", () => {
  for (const [state, title, ...lines] of WALLS)
    for (const way of [0, 1, 2])
      test(`${state}: ${lines[0]} (${way})`, () => {
        const read = extract(dress(title, lines, way), { url: URL });
        assert.equal(read.state, state, JSON.stringify(read.stateReason));
      });
});

suite("a true article that speaks of the same", () => {
  const robots =
    "A robot that checks the harbour wall fell into the basin on Tuesday, and a man who had verified its cables pulled it out.";
  const cookies =
    "The two partners who run the bakery accepted on Tuesday that customers had not agreed to the sale of their personal data, the court said.";
  for (const text of [robots, cookies]) {
    test(`with its day: ${text.slice(0, 30)}`, () => {
      const html = `<title>Harbour</title><meta property="article:published_time" content="2026-05-04T06:00:00Z"><h1>Harbour</h1><p>${text}</p>`;
      assert.equal(extract(html, { url: URL }).state, "article");
    });
    test(`with metadata: ${text.slice(0, 30)}`, () => {
      const html = `<title>Harbour</title><meta property="og:type" content="article"><h1>Harbour</h1><p>${text}</p>`;
      assert.equal(extract(html, { url: URL }).state, "article");
    });
  }
  test("a removed article says so under its own headline and day", () => {
    const html = `<title>Harbour</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour to close","datePublished":"2026-05-04"}</script><h1>Harbour to close</h1><p>We took this report down because its main claim proved wrong.</p>`;
    assert.equal(extract(html, { url: URL }).state, "article");
  });
});

const PLAIN =
  "The harbour council voted on Tuesday to close the eastern lock for nine weeks, and the fishermen said that it would cost them the season.";
const LOCKED = [
  "Engineers will lift the gates of the lock with a crane in June and replace the bearings, which the council says are worn.",
  "The repair will cost the town seven million, of which the region pays a third; the council takes the rest out of a reserve.",
  "The harbour master told the council that to keep the lock half open would double the time of the work.",
];
const backwards = (text: string) => [...text].reverse().join("");
const shifted = (text: string) =>
  text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97));
const words = (text: string) => text.replace(/\p{L}{3,}/gu, backwards);

suite("text that is scrambled for those who do not pay", () => {
  const page = (paragraphs: readonly string[], box: string, head = "") =>
    `<title>Lock closes</title>${head}<article><h1>Lock closes</h1><p>${PLAIN}</p><div ${box}>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</div></article>`;
  const claim = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lock closes","isAccessibleForFree":false}</script>`;
  const cases: readonly (readonly [string, string])[] = [
    ["turned round, in a blurred box", page(LOCKED.map(backwards), 'style="filter: blur(5px)"')],
    ["turned round, without any other sign", page(LOCKED.map(backwards), "")],
    ["other letters, in a box that says so", page(LOCKED.map(shifted), 'class="premium-content"')],
    ["other letters, and the publisher's claim", page(LOCKED.map(shifted), "", claim)],
    ["each word turned round, and the claim", page(LOCKED.map(words), "", claim)],
    [
      "letters half an alphabet away, without any other sign",
      page([...LOCKED.map(shifted), ...LOCKED.map(shifted)], ""),
    ],
    ["each word turned round, without any other sign", page(LOCKED.map(words), "")],
  ];
  for (const [what, html] of cases)
    test(what, () => {
      const read = extract(html, { url: URL });
      assert.equal(read.state, "walled");
      assert.deepEqual(
        [...(read.standfirst === null ? [] : [read.standfirst]), ...read.blocks.map(({ text }) => text)],
        [PLAIN],
      );
    });
  test("readable text in such a box is the article's", () => {
    const read = extract(page(LOCKED, 'class="premium-content"', claim), { url: URL });
    assert.equal(read.state, "article");
    assert.deepEqual(
      read.blocks.slice(-3).map(({ text }) => text),
      LOCKED,
    );
  });
  test("a script without an alphabet says nothing of words that repeat: readable, with the claim too, unless it runs backwards", () => {
    const lines = [
      "町議会は火曜日、東側の水門を九週間閉鎖することを決めた。漁師たちは今季の漁に大きな影響が出ると訴えている。",
      "工事では六月に巨大なクレーンで扉を吊り上げ、摩耗した軸受けを取り換える。費用は七百万に上り、三分の一を州が負担する。",
      "議長は「安全のためには避けられない」と述べ、影響を受ける世帯への支援を秋までにまとめる考えを示した。",
    ];
    const inJapanese = (paragraphs: readonly string[], head: string) =>
      `<title>水門閉鎖</title>${head}<article><h1>水門閉鎖</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article>`;
    for (const head of ["", claim.replace("Lock closes", "水門閉鎖")])
      assert.equal(extract(inJapanese(lines, head), { url: URL }).state, "article");
    const turned = [lines[0]!, ...lines.slice(1).map(backwards)];
    assert.equal(extract(inJapanese(turned, ""), { url: URL }).state, "walled");
  });
  test("paragraphs in another language are no scrambled text", () => {
    const german = [
      "Der Rat stimmte am Dienstag nach langer Debatte für die Sperrung, obwohl viele Fischer vor dem Rathaus dagegen protestierten.",
      "Bürgermeisterin Brandvold sprach von einer schweren Entscheidung und versprach Hilfen für jene, denen der Sommer nun entgeht.",
    ];
    assert.equal(extract(page(german, ""), { url: URL }).state, "article");
  });
});
