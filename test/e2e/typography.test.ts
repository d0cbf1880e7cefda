import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Listening, listen } from "#publish/http/listen";
import type { Store } from "#store/store";
import { seed } from "../publish/seed.ts";
import { siteOver } from "../publish/site.ts";
import { DESKTOP, openBrowser, openPage } from "./browser.ts";
import { playWorld, type World } from "./scripts-of-the-world.ts";

let browser: Browser;
let server: Listening;
let store: Store;
let world: World;

before(async () => {
  ({ store } = await seed());
  world = await playWorld(store);
  server = await listen(siteOver(store).app, { host: "127.0.0.1", port: 0 });
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  await server.close();
  await store.close();
});

const style = (page: Page, selector: string, name: string) =>
  page.evaluate<string>(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)}))[${JSON.stringify(name)}]`,
  );

test("digits stand on one line where figures are compared and in other scripts, and run with the letters in texts", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  const { german, japanese } = world.articles;
  const digits = (selector: string) => style(page, selector, "fontVariantNumeric");
  await page.goto(`${server.url}/articles/${german}/changes/1..2`);
  assert.match(await digits(".side .new p"), /oldstyle/);
  for (const selector of [".side del", ".side ins", ".witness b"])
    assert.match(await digits(selector), /lining/, selector);
  await page.goto(`${server.url}/articles/${japanese}/changes/1..2`);
  assert.match(await digits(".side .new p"), /lining/);
  await page.goto(`${server.url}/articles/${german}`);
  for (const selector of ["table.versions", ".versions .sample", ".versions tbody th", ".timeline text"])
    assert.match(await digits(selector), /lining/, selector);
});

const FACES = {
  arabic: /^"?(?:Geeza Pro|Noto Naskh Arabic)/,
  hebrew: /^"?(?:New Peninim MT|Noto Serif Hebrew)/,
  japanese: /^"?(?:Hiragino Mincho ProN|Noto Serif CJK JP)/,
  thai: /^"?(?:Sukhumvit Set|Noto Serif Thai)/,
} as const;

for (const [name, face] of Object.entries(FACES))
  test(`${name} texts are set in faces made for them, and our own words among them are not`, async (t) => {
    const { page } = await openPage(t, browser, server.url, DESKTOP);
    const id = world.articles[name as keyof typeof FACES];
    await page.goto(`${server.url}/articles/${id}/changes/1..2`);
    const ours = await style(page, "body", "fontFamily");
    assert.match(await style(page, ".side .new p", "fontFamily"), face);
    assert.match(await style(page, ".of", "fontFamily"), face);
    assert.equal(await style(page, ".side .new p", "letterSpacing"), "normal");
    assert.equal(await style(page, ".foot b", "fontFamily"), ours);
    assert.equal(await style(page, ".part", "fontFamily"), await style(page, ".verdict .apparatus", "fontFamily"));
    await page.goto(`${server.url}/articles/${id}/versions/2`);
    assert.match(await style(page, "h1", "fontFamily"), face);
    assert.match(await style(page, ".text p", "fontFamily"), face);
  });

test("a reason with words from right to left runs from left to right: the old words first", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  for (const [id, old, next] of [
    [world.articles.arabic, "119", "191"],
    [world.articles.hebrew, "12", "21"],
  ] as const) {
    await page.goto(`${server.url}/articles/${id}/changes/1..2`);
    const places = await page.evaluate<readonly { text: string; left: number; top: number }[][]>(`
      [...document.querySelectorAll(".register a")]
        .map((link) => [...link.querySelectorAll("bdi")].map((each) => ({
          text: each.textContent, left: each.getClientRects()[0].left, top: each.getClientRects()[0].top })))
        .filter((each) => each.length === 2)`);
    const figures = places.find(([first]) => first!.text.startsWith(old));
    assert.ok(figures?.[1]?.text.startsWith(next), JSON.stringify(places));
    for (const [first, second] of places)
      assert.ok(second!.top > first!.top || second!.left > first!.left, JSON.stringify([first, second]));
  }
});

test("paper has the addresses, hashes, whole dates and numbers of paragraphs; the screen does without", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  const id = world.articles.german;
  const versions = await store.reader.versions(id);
  const shown = async (path: string) => {
    await page.goto(server.url + path);
    const block = page.locator(".imprint");
    assert.equal(await block.isVisible(), false, `${path} on the screen`);
    await page.emulateMedia({ media: "print" });
    assert.equal(await block.isVisible(), true);
    const text = await block.innerText();
    await page.emulateMedia({ media: "screen" });
    return text;
  };
  const change = await shown(`/articles/${id}/changes/1..2?view=inline`);
  assert.match(change, /https:\/\/kurier\.example\/hafenbecken/);
  assert.ok(change.includes(`${server.url}/articles/${id}/changes/1..2\n`), change);
  for (const { textHash } of versions) assert.ok(change.includes(textHash));
  assert.match(change, /first seen 21 Nov 2026, 09:50 UTC/);
  assert.match(change, /the text before it was last seen 21 Nov 2026, 09:50 UTC/);
  const version = await shown(`/articles/${id}/versions/2`);
  assert.ok(version.includes(`${server.url}/articles/${id}/versions/2\n`) && version.includes(versions[1]!.textHash));
  assert.equal(version.includes(versions[0]!.textHash), false);
});

test("paragraphs are numbered on paper", async (t) => {
  const { page } = await openPage(t, browser, server.url, { viewport: { width: 720, height: 1000 } });
  const id = world.articles.german;
  await page.goto(`${server.url}/articles/${id}/changes/1..2`);
  await page.emulateMedia({ media: "print" });
  const number = page.locator(".part-body .new .pn").first();
  assert.equal(await number.isVisible(), true);
  const box = (await number.boundingBox())!;
  const text = (await page.locator(".part-body .new .para p").first().boundingBox())!;
  assert.ok(box.x >= 0 && box.x + box.width <= text.x, "left of its paragraph");
  await page.goto(`${server.url}/articles/${id}/versions/2`);
  const numbers = await page.evaluate<string[]>(
    `[...document.querySelectorAll(".text > *")].map((each) => getComputedStyle(each, "::after").content)`,
  );
  assert.ok(numbers.length > 3 && numbers.every((each) => each.startsWith("counter(paragraph)")), String(numbers));
});
