import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Listening, listen } from "#publish/http/listen";
import { play, type Seeded, seed } from "../publish/seed.ts";
import { siteOver } from "../publish/site.ts";
import { DESKTOP, openBrowser, openPage, PHONE } from "./browser.ts";

let browser: Browser;
let server: Listening;
let seeded: Seeded;
let ferry: string;

before(async () => {
  seeded = await seed();
  server = await listen(siteOver(seeded.store).app, { host: "127.0.0.1", port: 0 });
  browser = await openBrowser();
  ferry = `${server.url}/articles/${seeded.ids.ferry}`;
});

after(async () => {
  await browser.close();
  await server.close();
  await seeded.store.close();
});

const TABLET = { viewport: { width: 820, height: 1180 } };
const PLAIN = { javaScriptEnabled: false };

/** The top of the first marked words that can be seen, from the top of the page. */
const FIRST_EDIT = `Math.min(...[...document.querySelectorAll(".side :is(del, ins)")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .map((each) => each.getBoundingClientRect().top))`;

test("on a phone the first edit is on the first screen, and what is said about it unfolds above it", async (t) => {
  const { page } = await openPage(t, browser, server.url, PHONE);
  for (const pair of ["2..3", "1..2"]) {
    await page.goto(`${ferry}/changes/${pair}`);
    const top = await page.evaluate<number>(FIRST_EDIT);
    assert.ok(top > 0 && top < 844 - 60, `first edit of ${pair} at ${top}`);
  }
  const line = page.getByRole("navigation", { name: "Timeline of the versions" });
  assert.equal(await line.isVisible(), false);
  await page.getByText("Reasons and timeline").tap();
  assert.equal(await line.isVisible(), true);
  assert.equal(await page.locator("dl.register").first().isVisible(), true);
});

test("a timeline wider than the phone unfolds at the pair that the page shows", async (t) => {
  const body = ["Ships will pay more from April, the harbour board decided."];
  const id = await play(seeded.store, seeded.sources.ledger, {
    url: "https://ledger.example/2026/11/21/toll-by-the-hour",
    language: "en",
    byline: [],
    looks: Array.from({ length: 26 }, (_, i) => ({
      minutesAgo: 560 - 20 * i,
      text: { headline: "Harbour toll", body: [...body, `The toll is ${i + 2} per cent.`] },
    })),
  });
  const { page } = await openPage(t, browser, server.url, PHONE);
  await page.goto(`${server.url}/articles/${id}/changes/24..25`);
  await page.getByText("Reasons and timeline").tap();
  await page.waitForFunction("document.querySelector('.line').scrollLeft > 0");
  const tick = (await page.locator(".line [aria-current] .stem").boundingBox())!;
  assert.ok(tick.x > 0 && tick.x < 390, `at ${tick.x}`);
});

test("on a wide screen reasons and timeline are unfolded, with and without scripts", async (t) => {
  for (const options of [DESKTOP, { ...DESKTOP, ...PLAIN }]) {
    const { page } = await openPage(t, browser, server.url, options);
    await page.goto(`${ferry}/changes/2..3`);
    assert.equal(await page.locator("dl.register").first().isVisible(), true);
    assert.equal(await page.getByRole("navigation", { name: "Timeline of the versions" }).isVisible(), true);
    assert.equal(await page.getByText("Reasons and timeline").isVisible(), false);
  }
});

test("a phone shows one text with all its marks, a wide screen two without doubles", async (t) => {
  const words = (page: Page) =>
    page
      .locator(".part-body .row.edited")
      .first()
      .evaluate((row) => (row as unknown as { innerText: string }).innerText.replace(/\s+/g, " ").trim());
  const { page: phone } = await openPage(t, browser, server.url, PHONE);
  await phone.goto(`${ferry}/changes/1..2`);
  const once = await words(phone);
  assert.match(once, /A night ferry with (?:removed: )?212.*221.*people aboard/);
  assert.equal(once.match(/A night ferry/g)!.length, 1);
  const { page: desk } = await openPage(t, browser, server.url, DESKTOP);
  await desk.goto(`${ferry}/changes/1..2`);
  const twice = await words(desk);
  assert.equal(twice.match(/A night ferry/g)!.length, 2);
  assert.equal(twice.match(/212/g)!.length, 1);
});

test("a link to any edit leads to it on a phone, with and without scripts", async (t) => {
  for (const options of [PHONE, { ...PHONE, ...PLAIN }]) {
    const { page } = await openPage(t, browser, server.url, options);
    await page.goto(`${ferry}/changes/1..3`);
    const ids = await page.evaluate<string[]>(
      `[...document.querySelectorAll("[data-edit][id]")].map((each) => each.id)`,
    );
    assert.ok(ids.length > 10);
    for (const id of ids) {
      await page.goto(`${ferry}/changes/1..3#${id}`);
      const { top, bottom } = await page.evaluate<{ top: number; bottom: number }>(
        `document.getElementById("${id}").closest(".row").getBoundingClientRect().toJSON()`,
      );
      assert.ok(bottom > 0 && top < 844 - 80, `${id}: row from ${top} to ${bottom}`);
    }
  }
});

/** Lines of text that lie under the stepper, in the whole page or in one part of it. */
const UNDER = (scope: string) => `(() => {
  const { left, right, top, bottom } = document.querySelector(".stepper").getBoundingClientRect();
  const walker = document.createTreeWalker(document.querySelector("${scope}"), NodeFilter.SHOW_TEXT);
  const under = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.data.trim() === "" || node.parentElement.closest(".stepper, .say, .past, script")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.left < right && box.right > left && box.top < bottom && box.bottom > top) under.push(node.data);
  }
  return under;
})()`;

test("the buttons that step from edit to edit lie over no text that cannot be moved away", async (t) => {
  for (const options of [TABLET, DESKTOP, { viewport: { width: 720, height: 900 } }]) {
    const { page } = await openPage(t, browser, server.url, options);
    await page.goto(`${ferry}/changes/2..3`);
    await page.locator(".stepper").waitFor();
    assert.deepEqual(await page.evaluate(UNDER(".heads")), [], JSON.stringify(options));
    await page.keyboard.press("j");
    assert.deepEqual(await page.evaluate(UNDER(".heads")), [], `${JSON.stringify(options)}, after a step`);
  }
  const { page } = await openPage(t, browser, server.url, PHONE);
  await page.goto(`${ferry}/changes/2..3`);
  await page.locator(".stepper").waitFor();
  await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
  assert.deepEqual(await page.evaluate(UNDER("body")), []);
});

test("the feeds of a page stand close together on a phone", async (t) => {
  const { page } = await openPage(t, browser, server.url, PHONE);
  for (const path of ["/", `/articles/${seeded.ids.ferry}`, `/sources/${seeded.sources.ledger}`]) {
    await page.goto(server.url + path);
    const gaps = await page.evaluate<number[]>(`(() => {
      const boxes = [...document.querySelectorAll("span.feeds a")].map((each) => each.getBoundingClientRect());
      return boxes.slice(1).map((box, i) => (box.top === boxes[i].top ? box.left - boxes[i].right : 0));
    })()`);
    assert.equal(gaps.length, 2);
    for (const gap of gaps) assert.ok(gap < 24, `${path}: ${gap} pixels`);
  }
});
