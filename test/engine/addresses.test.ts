import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { type Answer, openRig, page, type Rig } from "./rig.ts";

const HEADLINE = "Harbour to close for repairs";

/** Pages that have nothing of the article, in the form and language of whoever puts them in its way. */
const STRANGERS: readonly (readonly [what: string, page: string])[] = [
  [
    "an offer",
    page({
      headline: "Two months for the price of one",
      lead: "Only this week.",
      paragraphs: ["Read all our papers on every device.", "You can end it whenever you like."],
    }),
  ],
  [
    "a waiting room",
    "<title>Warteraum</title><h1>Gleich sind Sie dran</h1><p>Vor Ihnen warten noch 311 Leserinnen und Leser. Diese Seite lädt sich selbst neu.</p>",
  ],
  [
    "a survey",
    "<title>お願い</title><h1>アンケートにご協力ください</h1><p>よりよい紙面づくりのため、一分ほどで終わる質問にお答えください。ご回答のあと、記事に戻ります。</p>",
  ],
];

async function known(t: TestContext): Promise<{ readonly rig: Rig; readonly id: ArticleId }> {
  const rig = await openRig(t);
  const id = await rig.article("/news/harbour-17");
  rig.pages.set("/news/harbour-17", page());
  await rig.engine.look(id);
  return { rig, id };
}

async function look(rig: Rig, id: ArticleId, afterMs = HOUR_MS) {
  rig.clock.advance(afterMs);
  const looked = await rig.engine.look(id);
  assert.ok(looked.ok, JSON.stringify(looked));
  return looked.value;
}

const to = (location: string, status: number): Answer => ({ status, headers: { location } });

const foreign = ({ base }: Rig): string => base.replace("gazette", "gate");

for (const status of [302, 303, 307])
  for (const [what, stranger] of STRANGERS)
    test(`${status} to ${what} for an hour: the article keeps its address and its text`, async (t) => {
      const { rig, id } = await known(t);
      rig.pages.set("/pass", stranger);
      rig.pages.set("/news/harbour-17", to(`${foreign(rig)}/pass`, status));
      for (let i = 0; i < 6; i++) {
        const { outcome, decision, reason } = await look(rig, id, 10 * MINUTE_MS);
        assert.deepEqual([outcome, decision], ["walled", "none"], JSON.stringify(reason));
      }
      rig.pages.set("/news/harbour-17", page({ lead: "The harbour will close for 15 days in June." }));
      assert.equal((await look(rig, id)).decision, "held");
      assert.equal((await look(rig, id)).decision, "new");
      const article = (await rig.store.reader.article(id))!;
      assert.equal(article.url, `${rig.base}/news/harbour-17`);
      assert.equal(article.versionCount, 2);
      assert.deepEqual(await rig.store.reader.articleUrls(id), [`${rig.base}/news/harbour-17`]);
    });

test("a passing redirect to the article's own text moves nothing, and edits are seen through it", async (t) => {
  const { rig, id } = await known(t);
  rig.pages.set("/other/place", page());
  rig.pages.set("/news/harbour-17", to("/other/place", 302));
  for (let i = 0; i < 3; i++) assert.equal((await look(rig, id)).outcome, "unchanged");
  rig.pages.set("/other/place", page({ lead: "The harbour will close for 15 days in June." }));
  await look(rig, id);
  assert.equal((await look(rig, id)).decision, "new");
  assert.equal((await rig.store.reader.article(id))!.url, `${rig.base}/news/harbour-17`);
});

test("a permanent redirect moves an article that was edited on the way; the log has the evidence, and it can be undone", async (t) => {
  const { rig, id } = await known(t);
  rig.pages.set("/news/2026/harbour", page({ lead: "The harbour will close for 15 days, perhaps more." }));
  rig.pages.set("/news/harbour-17", to("/news/2026/harbour", 308));
  await look(rig, id);
  await look(rig, id);
  assert.equal((await rig.store.reader.article(id))!.url, `${rig.base}/news/2026/harbour`);
  const [decision] = await rig.store.reader.addressDecisions(id);
  assert.equal(decision?.verdict, "moved");
  assert.equal(decision.kind, "permanent");
  assert.deepEqual([decision.from, decision.to], [`${rig.base}/news/harbour-17`, `${rig.base}/news/2026/harbour`]);
  assert.deepEqual(decision.evidence, {
    paragraphs: 5,
    held: 5,
    sameHeadline: true,
    hops: [{ url: `${rig.base}/news/harbour-17`, status: 308 }],
  });
  assert.equal(await rig.store.writer.undoAddress(id, decision.id, rig.clock.now()), true);
  assert.equal(await rig.store.writer.undoAddress(id, decision.id, rig.clock.now()), false);
  for (let i = 0; i < 3; i++) await look(rig, id);
  assert.equal((await rig.store.reader.article(id))!.url, `${rig.base}/news/harbour-17`, "not taken again");
});

test("a permanent redirect to a stub before a pay wall does not move it", async (t) => {
  const { rig, id } = await known(t);
  rig.pages.set(
    "/plus/harbour",
    page({
      paragraphs: ["The harbour board met for most of Monday behind closed doors and said little when it came out."],
    }),
  );
  rig.pages.set("/news/harbour-17", to("/plus/harbour", 301));
  for (let i = 0; i < 3; i++) await look(rig, id);
  assert.equal((await rig.store.reader.article(id))!.url, `${rig.base}/news/harbour-17`);
});

/** What a removed article leads to, and what is recorded of it. */
const TEASERS = (count: number) =>
  Array.from(
    { length: count },
    (_, i) =>
      `<div><h2><a href="/news/${i}">Story ${i} of the quay and of those who work there</a></h2><p>What the council said about item ${i}, at some length, before it went home without a vote.</p></div>`,
  ).join("");
const LIST = (title: string, count: number) =>
  `<title>${title}</title><meta property="og:type" content="website"><main><h1>${title}</h1>${TEASERS(count)}</main>`;
const FRONT = (count: number) =>
  `<title>Gazette</title><main><h1>Gazette</h1>${TEASERS(count).replaceAll(/<a [^>]*>|<\/a>/g, "")}</main>`;

const BURIALS: readonly (readonly [path: string, status: number, page: string, outcome: string, code: string])[] = [
  ["/", 302, FRONT(8), "gone", "front-page"],
  ["/", 301, FRONT(60), "gone", "front-page"],
  ["/en/", 302, FRONT(24), "gone", "front-page"],
  ["/news/", 301, FRONT(12), "gone", "section-page"],
  ["/tag/harbour", 301, LIST("Harbour", 40), "gone", "section-page"],
  ["/thema/hafen", 302, LIST("Hafen", 7), "gone", "section-page"],
  ["/news/herring", 301, STRANGERS[0]![1], "moved", "another-text"],
];
for (const [path, status, html, outcome, code] of BURIALS)
  test(`sent to ${path} by ${status}: ${outcome}, and no version`, async (t) => {
    const { rig, id } = await known(t);
    rig.pages.set(path, html);
    rig.pages.set("/news/harbour-17", to(path, status));
    for (const afterMs of [HOUR_MS, 2 * HOUR_MS, 30 * HOUR_MS]) {
      const seen = await look(rig, id, afterMs);
      assert.deepEqual([seen.outcome, seen.decision, seen.reason.code], [outcome, "none", code]);
    }
    const article = (await rig.store.reader.article(id))!;
    assert.equal(article.status, "gone");
    assert.equal(article.statusReason?.code, code);
    assert.equal(article.versionCount, 1);
    assert.equal(article.headline, HEADLINE);
  });

test("a redirect to another known article says which, and makes no version", async (t) => {
  const { rig, id } = await known(t);
  const other = await rig.article("/news/herring");
  rig.pages.set(
    "/news/herring",
    page({
      headline: "Herring catch falls",
      lead: "A fifth less was landed.",
      paragraphs: [
        "Boats from the north were hit hardest, a count shows.",
        "Biologists expect the shoals back in autumn.",
      ],
    }),
  );
  await rig.engine.look(other);
  for (const status of [301, 302]) {
    rig.pages.set("/news/harbour-17", to("/news/herring", status));
    const { outcome, reason } = await look(rig, id);
    assert.equal(outcome, "moved");
    assert.deepEqual(reason, { code: "another-article", url: `${rig.base}/news/herring` });
  }
  assert.equal((await rig.store.reader.article(id))!.versionCount, 1);
});

const CANONICALS: readonly (readonly [what: string, path: string, answer: Answer | null])[] = [
  ["an unfilled template", "/news/%7Bslug%7D", page({ headline: "Template", lead: "Lorem.", paragraphs: [] })],
  ["a section page", "/news/", LIST("News", 30)],
  ["a dead page", "/archive/undefined", null],
  ["a page that leads back", "/print/17", to("/news/harbour-17", 302)],
];
for (const [what, path, answer] of CANONICALS)
  test(`a canonical link to ${what} is refused once and not asked again at every look`, async (t) => {
    const rig = await openRig(t);
    const id = await rig.article("/news/harbour-17");
    if (answer !== null) rig.pages.set(path, answer);
    rig.pages.set("/news/harbour-17", page({ canonical: path }));
    for (let i = 0; i < 6; i++) await look(rig, id);
    rig.pages.set("/news/harbour-17", page({ canonical: path, lead: "The harbour will close for 15 days in June." }));
    for (let i = 0; i < 3; i++) await look(rig, id);
    const article = (await rig.store.reader.article(id))!;
    assert.equal(article.url, `${rig.base}/news/harbour-17`);
    assert.equal(article.versionCount, 2);
    assert.equal(rig.requests.filter((request) => request.path === path).length, 1);
    assert.equal((await rig.store.reader.addressDecisions(id))[0]?.verdict, "refused");
    assert.equal(await rig.store.reader.articleByUrl(rig.base + path), null);
  });

test("a canonical page that has the text is asked once, and the article goes by its address", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/amp/harbour");
  const canonical = `${rig.base}/news/harbour`;
  rig.pages.set("/amp/harbour", page({ canonical }));
  rig.pages.set("/news/harbour", page({ canonical }));
  await look(rig, id);
  assert.equal((await rig.store.reader.article(id))!.url, `${rig.base}/amp/harbour`);
  assert.equal((await rig.store.reader.articleByUrl(canonical))?.id, id, "known by it from the first look on");
  rig.clock.advance(2 * MINUTE_MS);
  await rig.engine.checkDue();
  const article = (await rig.store.reader.article(id))!;
  assert.equal(article.url, canonical);
  assert.equal(article.versionCount, 1);
});

test("a page that cannot be reached for the moment is asked again before it is refused", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/amp/harbour");
  rig.pages.set("/amp/harbour", page({ canonical: "/news/harbour" }));
  rig.pages.set("/news/harbour", { status: 503 });
  await look(rig, id);
  assert.equal((await look(rig, id)).outcome, "error");
  rig.pages.set("/news/harbour", page());
  await look(rig, id);
  assert.equal((await rig.store.reader.article(id))!.url, `${rig.base}/news/harbour`);
});

test("a site that moves its whole domain is one event of the source", async (t) => {
  const rig = await openRig(t);
  const ids: ArticleId[] = [];
  const text = (n: number) =>
    page({ headline: `Report ${n} of the harbour`, lead: `The harbour will close for ${n} days in June.` });
  for (let n = 1; n <= 4; n++) {
    ids.push(await rig.article(`/news/${n}`));
    rig.pages.set(`/news/${n}`, text(n));
    await look(rig, ids.at(-1)!);
  }
  const next = rig.base.replace("gazette", "courier");
  rig.handlers.clear();
  for (let n = 1; n <= 4; n++) {
    rig.handlers.set(`/news/${n}`, (request, response) => {
      if (request.headers.host?.startsWith("courier"))
        response.writeHead(200, { "content-type": "text/html" }).end(text(n));
      else response.writeHead(301, { location: `${next}/news/${n}` }).end();
    });
  }
  const { sourceId } = (await rig.store.reader.article(ids[0]!))!;
  for (const id of ids.slice(0, 2)) for (let i = 0; i < 2; i++) await look(rig, id);
  assert.deepEqual(await rig.store.reader.siteMoves(sourceId), [], "two may be anything");
  for (let i = 0; i < 2; i++) await look(rig, ids[2]!);
  assert.equal((await rig.store.reader.siteMoves(sourceId))[0]?.articles, 3);
  for (let i = 0; i < 2; i++) await look(rig, ids[3]!);
  const [move, ...more] = await rig.store.reader.siteMoves(sourceId);
  assert.deepEqual(more, []);
  assert.equal(move?.articles, 4);
  assert.deepEqual([move.from, move.to], [new URL(rig.base).host, new URL(next).host]);
  for (const id of ids) assert.equal((await rig.store.reader.article(id))!.versionCount, 1);
});

test("a site that tests for cookies by a redirect to itself is read", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/news/harbour-17");
  let visit = 0;
  rig.handlers.set("/news/harbour-17", (request, response) => {
    if (request.headers.cookie?.includes("seen=1"))
      response.writeHead(200, { "content-type": "text/html" }).end(page());
    else
      response
        .writeHead(302, {
          location: "/news/harbour-17",
          "set-cookie": ["seen=1; Path=/; Expires=Thu, 01 Jan 2099 00:00:00 GMT", `v=${++visit}`],
        })
        .end();
  });
  for (let i = 0; i < 3; i++) await look(rig, id);
  const article = (await rig.store.reader.article(id))!;
  assert.equal(article.versionCount, 1);
  assert.equal(visit, 3, "nothing is remembered from look to look");
});

const REFRESHES: readonly (readonly [what: string, page: (to: string) => string])[] = [
  ["a refresh", (url) => `<html><head><meta http-equiv="Refresh" content="0; url=${url}"></head><body></body></html>`],
  [
    "one in quotes, after some seconds",
    (url) => `<meta content="5;URL='${url}'" http-equiv=refresh><p>Sie werden gleich weitergeleitet.</p>`,
  ],
  [
    "one for readers without scripts",
    (url) =>
      `<script>location.replace("${url}")</script><noscript><meta http-equiv="refresh" content="1;URL=${url}"></noscript><a href="${url}">${url}</a>`,
  ],
];
for (const [what, leading] of REFRESHES)
  test(`${what} is followed like a passing redirect`, async (t) => {
    const rig = await openRig(t);
    const id = await rig.article("/c/1");
    const canonical = `${rig.base}/news/harbour`;
    rig.pages.set("/c/1", leading("/news/harbour"));
    rig.pages.set("/news/harbour", page({ canonical }));
    for (let i = 0; i < 3; i++) await look(rig, id);
    const article = (await rig.store.reader.article(id))!;
    assert.equal(article.versionCount, 1);
    assert.equal(article.url, canonical, "the page there names it, and has the text");
  });

test("refreshes in a ring end, and a script's redirect is reported, not followed", async (t) => {
  const rig = await openRig(t);
  rig.pages.set("/a", REFRESHES[0]![1]("/b"));
  rig.pages.set("/b", REFRESHES[0]![1]("/a"));
  assert.equal((await look(rig, await rig.article("/a"))).reason.code, "redirect-loop");
  rig.pages.set("/c", `<html><script>window.location.href = "/news/harbour";</script><body></body></html>`);
  const { reason } = await look(rig, await rig.article("/c"));
  assert.deepEqual(reason, { code: "leads-on", url: `${rig.base}/news/harbour`, by: "script" });
});
