import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { MINUTE_MS } from "#lib/clock";
import { DESKTOP, openBrowser, openPage, PHONE } from "./browser.ts";
import { type Day, watchDay } from "./day.ts";

let day: Day;
let browser: Browser;
before(async () => {
  day = await watchDay();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await day?.close();
});

test("a day of the newsroom: every edit that stood long enough is caught, hardly a version is false", () => {
  const { score } = day;
  const unseen = score.missed.filter(({ why }) => why === "unseen");
  assert.deepEqual(unseen, []);
  assert.ok(score.caught >= 90, `${score.caught} caught`);
  assert.ok(score.delayMedianMs! <= 45 * MINUTE_MS, `${score.delayMedianMs} ms`);
  assert.ok(
    score.falseVersions.length <= 1,
    `${score.falseVersions.length} of ${score.laterVersions}: ${JSON.stringify(score.falseByNoise)}`,
  );
});

test("a date raised over the same text is recorded between its bounds, and makes no version", async () => {
  const { reader } = day.services.store;
  let bumps = 0;
  for (const { urls, noise, edits } of day.newsroom.truth().articles) {
    const article = await reader.articleByUrl(urls.at(-1)!);
    for (const raised of article ? await reader.raisedDates(article.id) : []) {
      const within = (at: number) => raised.lastSeenOldAt < at && at <= raised.seenAt;
      const bumped = noise.some(({ kind, from }) => kind === "bumped-date" && within(from));
      // The only trace of an edit that was taken back before the next look.
      const takenBack = edits.some(({ kind, at }) => kind === "restored" && at === raised.newModifiedAt && within(at));
      assert.ok(bumped || takenBack, `${article!.url} ${JSON.stringify(raised)}`);
      if (bumped) bumps += 1;
    }
  }
  assert.ok(bumps > 0);
  assert.equal(day.score.falseByNoise["bumped-date"], undefined);
  const slug = await day.articlePath("central-bank-holds-rate");
  const page = await (await fetch(day.url + slug)).text();
  assert.match(page, /Date raised: .* the text remained that of version \d/);
});

test("of versions that come without a raised date none is an edit of the publisher", async () => {
  const { reader } = day.services.store;
  const falseOnes = new Set(day.score.falseVersions.map(({ url, number }) => `${url} ${number}`));
  let raised = 0;
  for (const { urls } of day.newsroom.truth().articles) {
    const article = await reader.articleByUrl(urls.at(-1)!);
    for (const version of article ? await reader.versions(article.id) : []) {
      if (version.dateRaised) raised += 1;
      if (version.dateRaised === false) assert.ok(falseOnes.has(`${urls.at(-1)} ${version.number}`), article!.url);
    }
  }
  assert.ok(raised >= 60, `${raised}`);
});

test("the press was asked politely", () => {
  for (const host of day.newsroom.requests()) {
    assert.equal(host.robotsViolations, 0, host.host);
    assert.equal(host.concurrentPeak, 1, host.host);
    assert.ok((host.smallestGapMs ?? Number.POSITIVE_INFINITY) >= 2000, `${host.host}: ${host.smallestGapMs} ms`);
  }
});

test("the feeds that name the press's hub were pushed, signed, and their pages say so", async () => {
  const { reader } = day.services.store;
  const hubs = await reader.hubs();
  assert.equal(hubs.length, 2);
  for (const { state, pushes, unsigned, announced } of hubs) {
    assert.deepEqual([state, unsigned], ["active", 0]);
    assert.ok(
      pushes > 20 && announced.hits > 4 * announced.misses,
      `${pushes} pushes, ${announced.hits} of ${announced.misses}`,
    );
  }
  const { verified, pushes, refused } = day.newsroom.hub.tally;
  assert.ok(verified === 2 && refused === 0 && pushes >= hubs[0]!.pushes + hubs[1]!.pushes);
  const { sourceId } = (await reader.feed(hubs[0]!.feedId))!;
  const { trust } = await reader.outlook(sourceId);
  assert.ok(trust.get("push")!.hits > 10);
  const page = await (await fetch(`${day.url}/sources/${sourceId}`)).text();
  assert.match(
    page,
    /pushed by the hub hub\.localhost:\d+ since .* UTC, until .* UTC; last push .*, \d+ pushes in all/,
  );
});

test("a reader finds the latest change, reads it side by side and steps through the versions", async (t) => {
  const { page, complaints } = await openPage(t, browser, day.url, DESKTOP);
  await page.goto(day.url);
  assert.ok((await page.locator("main article, main li").count()) >= 20);
  await page.goto(`${day.url}${await day.articlePath("ferry-strikes-pier")}`);
  assert.match(await page.locator("main").innerText(), /about \d+ hours? later|minutes later/);
  await page.locator("a[href*='/changes/']").first().click();
  await page.waitForURL(/changes\/\d+\.\.\d+/);
  assert.ok((await page.locator("del").count()) > 0);
  assert.ok((await page.locator("ins").count()) > 0);
  assert.deepEqual(complaints, []);
});

test("on a phone no page is wider than the screen", async (t) => {
  const { page } = await openPage(t, browser, day.url, PHONE);
  const article = await day.articlePath("ferry-strikes-pier");
  for (const path of ["/", "/sources", "/health", "/search?q=ferry", article, `${article}/changes/1..2`]) {
    await page.goto(day.url + path);
    const [content, screen] = (await page.evaluate("[document.documentElement.scrollWidth, innerWidth]")) as [
      number,
      number,
    ];
    assert.ok(content <= screen, `${path}: ${content} > ${screen}`);
  }
});
