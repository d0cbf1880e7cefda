import assert from "node:assert/strict";
import { test } from "node:test";
import { DAY_MS, HOUR_MS } from "#lib/clock";
import { CONFIRM_AFTER_MS } from "#version/hold";
import { reasonText } from "#words/reasons";
import { lookUntilDecided, openRig, page, type Rig } from "./rig.ts";

/** Looks an hour after the look before, and again as often as the engine asks to. */
async function lookAgain(rig: Rig, id: Awaited<ReturnType<Rig["article"]>>) {
  rig.clock.advance(HOUR_MS);
  return lookUntilDecided(rig, id);
}

test("a text is versioned when it changes and only then", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  const met = async (html: string) => {
    rig.pages.set("/a", html);
    const { outcome, decision } = await lookAgain(rig, id);
    return `${outcome} ${decision}`;
  };
  assert.equal(await met(page()), "changed first");
  assert.equal(await met(page()), "unchanged same");
  assert.equal(await met(page({ noise: "Cat rescued from tree" })), "unchanged same");
  assert.equal(
    await met(page().replace("12 days", "12\u00a0days").replace("said that", "said\u00ad that")),
    "unchanged same",
  );
  assert.equal(await met(page().replace("Ada Quay", "Bo Pier")), "unchanged same");
  assert.equal(await met(page({ lead: "The harbour will close for 14 days in June." })), "changed new");
  assert.equal(
    await met(
      page({ headline: "Harbour to close for a fortnight", lead: "The harbour will close for 14 days in June." }),
    ),
    "changed new",
  );
  const article = (await rig.store.reader.article(id))!;
  assert.equal(article.versionCount, 3);
  const { items } = await rig.store.reader.changes({ limit: 10 });
  assert.deepEqual(
    items.map(({ change }) => [change.from, change.to]),
    [
      [2, 3],
      [1, 2],
    ],
  );
  assert.equal(items[0]!.change.summary.headlineChanged, true);
  assert.equal(items[1]!.change.summary.paragraphsEdited, 1);
  assert.match(items[1]!.change.summary.sample.new, /14/);
  const captures = await rig.store.reader.captures(id, { limit: 50 });
  assert.equal(captures.items.length, 7 + 1 + 3);
  assert.ok(captures.items.every((capture) => reasonText(capture.reason) !== ""));
});

test("bounds of an edit: last seen old, first seen new", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page());
  await lookAgain(rig, id);
  await lookAgain(rig, id);
  const lastOld = rig.clock.now();
  rig.pages.set("/a", page({ lead: "The harbour will close for 14 days in June." }));
  const firstNew = rig.clock.now() + HOUR_MS;
  await lookAgain(rig, id);
  const [, second] = await rig.store.reader.versions(id);
  assert.equal(second!.previousSeenAt, lastOld);
  assert.equal(second!.firstSeenAt, firstNew);
  assert.equal(second!.confirmedAt, firstNew + CONFIRM_AFTER_MS);
});

test("an alternating headline adds no version per flip; a restored text opens one, dated to its return", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  const met = async (headline: string) => {
    rig.pages.set("/a", page({ headline }));
    return (await lookAgain(rig, id)).decision;
  };
  assert.equal(await met("Harbour to close"), "first");
  assert.equal(await met("Why the harbour must close"), "new");
  const once = async (headline: string) => {
    rig.pages.set("/a", page({ headline }));
    rig.clock.advance(HOUR_MS);
    const looked = await rig.engine.look(id);
    return looked.ok ? looked.value.decision : looked.failure.code;
  };
  const OLD = "Harbour to close";
  assert.equal(await once(OLD), "held", "the first return may be a revert");
  assert.equal(await once("Why the harbour must close"), "same");
  assert.equal(await once(OLD), "alternating");
  assert.equal(await once("Why the harbour must close"), "same");
  const returned = rig.clock.now() + HOUR_MS;
  const course = [];
  for (let hour = 0; hour < 8; hour++) course.push(await once(OLD));
  assert.deepEqual(course.slice(0, 6), Array(6).fill("alternating"));
  assert.equal(course[6], "restored");
  assert.equal(course[7], "same");
  const versions = await rig.store.reader.versions(id);
  assert.deepEqual(versions.map((version) => version.firstSeenAt).at(-1), returned);
  assert.equal(versions.length, 3);
  assert.ok(versions.slice(0, 2).every((version) => version.alternating));
});

test("what is no text never becomes a version, and is recorded with its outcome", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page());
  await lookAgain(rig, id);
  const cases: [string, Parameters<Rig["pages"]["set"]>[1], string][] = [
    ["server error", { status: 500, body: "<h1>Internal error</h1>" }, "error"],
    ["not found", { status: 404, body: page({ headline: "Sorry" }) }, "gone"],
    ["gone", { status: 410 }, "gone"],
    ["forbidden", { status: 403, body: page({ headline: "Forbidden" }) }, "blocked"],
    ["too many", { status: 429, headers: { "retry-after": "7200" } }, "blocked"],
    ["log-in", { status: 401 }, "walled"],
    ["a picture", { headers: { "content-type": "image/png" }, body: "png" }, "error"],
    ["nothing", "", "error"],
  ];
  for (const [name, answer, outcome] of cases) {
    rig.pages.set("/a", answer);
    const looked = await lookAgain(rig, id);
    assert.equal(looked.outcome, outcome, name);
    assert.equal(looked.decision, "none", name);
  }
  const article = (await rig.store.reader.article(id))!;
  assert.equal(article.versionCount, 1);
  assert.equal((await rig.store.reader.captures(id, { limit: 50 })).items.length, cases.length + 1);
});

test("Retry-After puts the next look off", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", { status: 503, headers: { "retry-after": String(5 * 3600) } });
  const looked = await lookAgain(rig, id);
  assert.ok(looked.nextLookAt! >= rig.clock.now() + 5 * HOUR_MS);
});

test("robots.txt is obeyed: the page is not asked for", async (t) => {
  const rig = await openRig(t);
  rig.pages.set("/robots.txt", { headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /secret" });
  rig.pages.set("/secret/a", page());
  const looked = await lookAgain(rig, await rig.article("/secret/a"));
  assert.equal(looked.outcome, "blocked");
  assert.deepEqual(
    rig.requests.map((request) => request.path),
    ["/robots.txt"],
  );
  assert.equal(looked.reason.code, "robots-disallowed");
});

test("conditional requests carry the validators, and 304 is an unchanged look", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", { headers: { etag: '"v1"' }, body: page() });
  await lookAgain(rig, id);
  const statuses: (number | null)[] = [];
  for (let look = 0; look < 6; look++) {
    assert.equal((await lookAgain(rig, id)).decision, "same");
    statuses.push((await rig.store.reader.captures(id, { limit: 1 })).items[0]!.status);
  }
  assert.ok(statuses.filter((status) => status === 304).length >= 3, String(statuses));
  assert.ok(rig.requests.some((request) => request.headers["if-none-match"] === '"v1"'));
});

test("a moved page is followed, keeps its history, and its old address still finds it", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page());
  await lookAgain(rig, id);
  rig.pages.set("/a", { status: 301, headers: { location: "/news/2026/harbour" } });
  rig.pages.set("/news/2026/harbour", page());
  assert.equal((await lookAgain(rig, id)).outcome, "unchanged", "it has to be seen again");
  assert.equal((await lookAgain(rig, id)).outcome, "moved");
  const article = (await rig.store.reader.article(id))!;
  assert.equal(article.url, `${rig.base}/news/2026/harbour`);
  assert.equal((await rig.store.reader.articleByUrl(`${rig.base}/a`))?.id, id);
  assert.equal((await lookAgain(rig, id)).outcome, "unchanged");
  rig.pages.set("/news/2026/harbour", { status: 302, headers: { location: "/" } });
  rig.pages.set(
    "/",
    "<title>Gazette</title><h1>Gazette</h1><ul><li><a href=/x>One story</a><li><a href=/y>Another</a></ul>",
  );
  assert.equal((await lookAgain(rig, id)).outcome, "gone");
});

test("two addresses with one canonical URL become one article; a wrong canonical URL does not swallow others", async (t) => {
  const rig = await openRig(t);
  const shared = `${rig.base}/news/harbour`;
  rig.pages.set("/news/harbour", page({ canonical: shared }));
  rig.pages.set("/amp/harbour", page({ canonical: shared }));
  rig.pages.set(
    "/news/fair",
    page({
      canonical: shared,
      headline: "Fair opens in the rain",
      paragraphs: [
        "Umbrellas sold out by noon on the first day of the fair.",
        "The big wheel stood still until the wind went down in the evening.",
      ],
    }),
  );
  const first = await rig.article("/news/harbour");
  const second = await rig.article("/amp/harbour");
  const third = await rig.article("/news/fair");
  await lookAgain(rig, first);
  await lookAgain(rig, second);
  await lookAgain(rig, third);
  assert.equal((await rig.store.reader.article(second))!.joinedTo, first);
  assert.equal((await rig.store.reader.articleByUrl(`${rig.base}/amp/harbour`))?.id, first);
  const fair = (await rig.store.reader.article(third))!;
  assert.equal(fair.headline, "Fair opens in the rain");
  assert.equal(fair.url, `${rig.base}/news/fair`);
});

test("the bytes of every changed capture are kept", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  const html = page();
  rig.pages.set("/a", html);
  await lookAgain(rig, id);
  const [capture] = (await rig.store.reader.captures(id, { limit: 1 })).items;
  const raw = await rig.store.reader.rawBody(capture!.bodyDigest!);
  assert.ok(raw);
  assert.equal(Buffer.from(raw.bytes).toString(), html);
});

test("an article that stays quiet is looked at ever less and in the end not at all, and its state says so", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", page());
  rig.pages.set("/robots.txt", { headers: { "content-type": "text/plain" }, body: "" });
  const report = await rig.engine.driveTo(rig.clock, rig.clock.now() + 400 * DAY_MS);
  const article = (await rig.store.reader.article(id))!;
  assert.equal(article.status, "quiet");
  assert.equal(article.nextLookAt, null);
  assert.deepEqual(article.statusReason, { code: "few-edits-expected" });
  assert.ok(report.looks >= 8 && report.looks <= 30, `${report.looks} looks`);
  const looks = (await rig.store.reader.captures(id, { limit: 200 })).items.map(({ capturedAt }) => capturedAt);
  const waits = looks.slice(0, -1).map((at, i) => at - looks[i + 1]!);
  assert.ok(waits[0]! > 10 * waits.at(-1)!, "the last wait is much longer than the first");
});
