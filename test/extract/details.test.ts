import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "#extract/index";
import { cpuMsOf } from "../cpu-time.ts";

const BODY =
  '<p>The council met on Monday evening and decided, after two hours, to <a href="/plan?utm_source=x#top">repair the bridge</a>.</p><p>Work will begin in May and last until the autumn, the <a href="https://guild.example/kern">engineer</a> said.</p>';
const read = (head: string, before = "", url = "https://news.example/a1") =>
  extract(
    `<html lang=en><head>${head}</head><body><nav><a href="/">Home</a></nav><main>${before}<h1>Council decides to repair the bridge</h1><div class=text>${BODY}</div></main><aside class="related"><a href="/other">Another story of the week</a></aside></body></html>`,
    { url },
  );
const jsonLd = (object: unknown) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`;
const article = (fields: object) =>
  jsonLd({ "@type": "NewsArticle", headline: "Council decides to repair the bridge", ...fields });
const crumb = (position: number, name: string) => ({ "@type": "ListItem", position, name });

const SECTIONS: readonly (readonly [string, string | null, string, string?, string?])[] = [
  ["JSON-LD", "Politics", article({ articleSection: "Politics" })],
  ["a list of them", "Politics", article({ articleSection: ["Politics", "Rivers"] })],
  ["meta", "Politik", '<meta property="article:section" content="Politik">'],
  ["entities in it", "Arts & Life", '<meta property="article:section" content="Arts &amp;amp; Life">'],
  [
    "a trail in JSON-LD",
    "Politics",
    jsonLd({
      "@type": "BreadcrumbList",
      itemListElement: [crumb(1, "Home"), crumb(2, "Politics"), crumb(3, "Council decides to repair the bridge")],
    }),
  ],
  [
    "a trail on the page",
    "Politics",
    "",
    '<ul class="breadcrumbs"><li><a href="/">Start</a></li><li><a href="/p">Politics</a></li></ul>',
  ],
  ["the address", "local politics", "", "", "https://news.example/local-politics/2024/05/bridge"],
  [
    "a folder of thirty letters",
    "international politics reviews",
    "",
    "",
    "https://news.example/international-politics-reviews/bridge",
  ],
  ["a longer one", null, "", "", "https://news.example/international-politics-analyses/bridge"],
  ["an address that files nothing", null, "", "", "https://news.example/article/2024/bridge"],
  ["a file read from disk, whose folders are its owner's", null, "", "", "file:///home/ada/saved/pages/bridge.html"],
  ["nothing", null, ""],
];
for (const [name, expected, head, before, url] of SECTIONS) {
  test(`section from ${name}`, () => assert.equal(read(head, before, url).section, expected));
}

const FIGURE =
  '<figure><img src="/small.jpg" width="640"><figcaption>The bridge in May. Photo: Ida Kern</figcaption></figure>';
const OG = '<meta property="og:image" content="https://img.example/large.jpg">';
const IMAGES: readonly (readonly [string, string, string, { url: string; caption: string | null } | null])[] = [
  [
    "the shared picture with the caption of the one that is shown",
    OG,
    FIGURE,
    { url: "https://img.example/large.jpg", caption: "The bridge in May. Photo: Ida Kern" },
  ],
  [
    "the shown one",
    "",
    FIGURE,
    { url: "https://news.example/small.jpg", caption: "The bridge in May. Photo: Ida Kern" },
  ],
  [
    "an ImageObject",
    article({ image: [{ "@type": "ImageObject", url: "https://img.example/o.jpg" }] }),
    "",
    { url: "https://img.example/o.jpg", caption: null },
  ],
  [
    "the widest that the page offers",
    "",
    '<figure><img srcset="/b-400.jpg 400w, /b-1200.jpg 1200w"><figcaption>橋の様子</figcaption></figure>',
    { url: "https://news.example/b-1200.jpg", caption: "橋の様子" },
  ],
  [
    "one that a script is to put in",
    "",
    '<figure><img src="data:image/gif;base64,AA" data-lazy-src="/l.jpg"><figcaption>Most w maju</figcaption></figure>',
    { url: "https://news.example/l.jpg", caption: "Most w maju" },
  ],
  [
    "not the author's portrait",
    "",
    `<div class="author"><img src="/ada.jpg" width="300"></div>${FIGURE}`,
    { url: "https://news.example/small.jpg", caption: "The bridge in May. Photo: Ida Kern" },
  ],
  ["no logo", '<meta property="og:image" content="/assets/logo.png">', "", null],
  ["no script", '<meta property="og:image" content="javascript:alert(1)">', "", null],
  ["none", "", "", null],
];
for (const [name, head, before, expected] of IMAGES) {
  test(`lead image: ${name}`, () => assert.deepEqual(read(head, before).leadImage, expected));
}

test("links of the body, not of menu or teasers, without what tells how a reader came", () => {
  assert.deepEqual(read("").links, [
    { url: "https://news.example/plan", text: "repair the bridge" },
    { url: "https://guild.example/kern", text: "engineer" },
  ]);
});

test("a link to a place of the page, to itself, to no web page or around a picture is none; the same address counts once", () => {
  const said =
    '<p>The <a href="/a b">plan</a> of the town, which a <a href="#n">note</a> explains, was <a href="#x">read aloud</a> on Monday evening, the mayor said, and sent <a href="mailto:a@news.example">by post</a> to all who had asked for <a href="/a%20b">the plan</a>. <a href="/p"><img src="/p.jpg"></a></p>';
  const html = `<html lang=en><body><main><h1>Council decides to repair the bridge</h1>${BODY}${said}${BODY}</main></body></html>`;
  assert.deepEqual(
    extract(html, { url: "https://news.example/a1" }).links.map(({ url }) => url),
    ["https://news.example/plan", "https://guild.example/kern", "https://news.example/a%20b"],
  );
});

test("authors behind an @id, in parts, as list and as text", () => {
  const graph = jsonLd({
    "@graph": [
      { "@type": "NewsArticle", headline: "Council decides to repair the bridge", author: { "@id": "#ada" } },
      { "@type": "Person", "@id": "#ada", name: "Ada Byron" },
    ],
  });
  assert.deepEqual(read(graph).byline, ["Ada Byron"]);
  assert.deepEqual(read(article({ author: { "@type": "Person", givenName: "Ada", familyName: "Byron" } })).byline, [
    "Ada Byron",
  ]);
  const mixed = read(
    article({ author: [{ name: "Ada Byron" }, "Karl Marek", { "@type": "Organization", name: "Reuters" }] }),
  );
  assert.deepEqual([mixed.byline, mixed.credits], [["Ada Byron", "Karl Marek"], ["Reuters"]]);
  assert.deepEqual(read('<meta name="author" content="Ada Byron"><meta name="author" content="Karl Marek">').byline, [
    "Ada Byron",
    "Karl Marek",
  ]);
});

test("the complete byline: the page names one more than its metadata", () => {
  const shown =
    '<p class="byline">By <a rel="author" href="/1">Ada Byron</a> and <a rel="author" href="/2">Karl Marek</a></p>';
  assert.deepEqual(read(article({ author: "Ada Byron" }), shown).byline, ["Ada Byron", "Karl Marek"]);
});

/** Metadata made to exhaust what reads them; each must end soon, with an article. */
const HOSTILE: readonly (readonly [string, () => string])[] = [
  [
    "ten thousand authors",
    () => article({ author: Array.from({ length: 10_000 }, (_, i) => ({ name: `Ada Byron${i}` })) }),
  ],
  [
    "an author that refers to itself",
    () => article({ author: { "@id": "#a" } }) + jsonLd({ "@id": "#a", author: { "@id": "#a" } }),
  ],
  ["lists in lists", () => article({ author: [[[[["Ada Byron"]]]]], image: [[["x"]]], articleSection: [["y"]] })],
  [
    "fields that are no text",
    () =>
      article({
        author: 7,
        datePublished: {},
        articleSection: { a: 1 },
        image: true,
        wordCount: "x",
        liveBlogUpdate: 3,
        "@type": ["NewsArticle", 4],
      }),
  ],
  ["a byline of commas", () => `<meta name="author" content="${", ".repeat(200_000)}">`],
  ["a section of separators", () => `<meta property="article:section" content="${" > ".repeat(200_000)}">`],
  ["a date of digits", () => `<meta property="article:published_time" content="${"1 ".repeat(500_000)}">`],
  ["a title of separators", () => `<title>${" | a".repeat(200_000)}</title>`],
  ["lone surrogates", () => article({ author: "Ada \ud800Byron", articleSection: "\udfff" })],
  [
    "a hundred thousand crumbs",
    () =>
      jsonLd({
        "@type": "BreadcrumbList",
        itemListElement: Array.from({ length: 100_000 }, (_, i) => crumb(i, `c${i}`)),
      }),
  ],
  [
    "a hundred thousand live updates",
    () =>
      jsonLd({
        "@type": "LiveBlogPosting",
        headline: "x",
        datePublished: "2024-05-03",
        liveBlogUpdate: Array.from({ length: 100_000 }, (_, i) => ({ "@id": `#${i}`, headline: `h${i}` })),
      }),
  ],
  [
    "thousands of links, pictures and times",
    () =>
      `</head><body>${'<p><a href="/x">x</a><img src="/y.jpg"><time datetime="2024-05-03">now</time></p>'.repeat(5_000)}`,
  ],
];
const LIMIT_MS = 8_000;
for (const [name, head] of HOSTILE) {
  test(`${name}: ends soon, bounded`, () => {
    const html = head();
    let document = read("");
    const tookMs = cpuMsOf(() => {
      document = read(html);
    });
    assert.ok(tookMs < LIMIT_MS);
    assert.equal(document.headline, "Council decides to repair the bridge");
    assert.ok(document.byline.length <= 12 && document.links.length <= 300 && document.entries.length <= 2_000);
  });
}
