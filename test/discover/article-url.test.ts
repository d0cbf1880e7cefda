import assert from "node:assert/strict";
import { test } from "node:test";
import { articleUrlScore, isFurniture } from "#discover/article-url";

/** What articles reach and nothing else should. */
const ARTICLE_URL_SCORE = 3;

const ARTICLES: readonly string[] = [
  "/2026/05/17/harbour",
  "/2026/may/17/harbour-plan-passes",
  "/news/2026-05-17-harbour",
  "/politics/council-votes-for-the-harbour-plan",
  "/politics/council-votes-for-the-harbour-plan/",
  "/news/world-europe-61234567",
  "/story/4711",
  "/politik/hafen-plan-a-1b2c3d4e-1111-2222-3333-444455556666.html",
  "/article.php?id=12345",
  "/doc/7715044",
  "/archives/2026/05/17/2003825372",
  "/autoren/anna/ein-abend-am-neuen-hafen",
  "/%E6%B8%AF%E3%81%AE%E6%96%B0%E3%81%97%E3%81%84%E8%A8%88%E7%94%BB%E3%81%8C%E5%8F%AF%E6%B1%BA",
];

const OTHERS: readonly string[] = [
  "/",
  "/index.html",
  "/politics",
  "/politics/",
  "/news/world",
  "/world/middle-east",
  "/about-us",
  "/author/anna-maria-louise-of-the-harbour",
  "/topic/the-new-harbour-plan",
  "/tag/harbour-plan-of-the-city",
  "/search?q=harbour+plan+of+the+city",
  "/politics/feed",
  "/2026/05/17/harbour.jpg",
  "/login?next=/2026/05/17/harbour",
  "/newsletter",
  "/%zz",
];

test("the shape of an address tells articles from the rest", () => {
  for (const path of ARTICLES) assert.ok(articleUrlScore(`https://daily.example${path}`) >= ARTICLE_URL_SCORE, path);
  for (const path of OTHERS) assert.ok(articleUrlScore(`https://daily.example${path}`) < ARTICLE_URL_SCORE, path);
});

test("furniture is told for certain only", () => {
  const certain = ["/", "/tag/x", "/author/anna", "/a.pdf", "/search", "/wp-login.php", "/about"];
  const open = [
    "/?p=123",
    "/politics",
    "/comment/the-harbour-is-a-mistake-of-history",
    "/weather/storm-hits-the-old-harbour",
  ];
  for (const path of certain) assert.equal(isFurniture(`https://daily.example${path}`), true, path);
  for (const path of open) assert.equal(isFurniture(`https://daily.example${path}`), false, path);
});
