import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Listening, listen } from "#publish/http/listen";
import { variantPath } from "#view/addresses";
import { type Lively, playLively } from "../publish/lively.ts";
import { type Seeded, seed } from "../publish/seed.ts";
import { siteOver } from "../publish/site.ts";
import { SUMMARY } from "../publish/summary.ts";
import { openBrowser, openPage } from "./browser.ts";
import { playWorld, type World } from "./scripts-of-the-world.ts";

let browser: Browser;
let server: Listening;
let seeded: Seeded;
let site: ReturnType<typeof siteOver>;
let lively: Lively;
let world: World;
let variants: readonly string[];

before(async () => {
  seeded = await seed();
  world = await playWorld(seeded.store);
  lively = await playLively(seeded.store, world.sources.kurier);
  const beside = await seeded.store.reader.variants(lively.headlines);
  variants = beside.slice(0, 1).map(({ articleId, hash }) => variantPath(articleId, hash));
  site = siteOver(seeded.store, {}, { templates: { of: async () => SUMMARY } });
  server = await listen(site.app, { host: "127.0.0.1", port: 0 });
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  await server.close();
  await seeded.store.close();
});

/** The smallest phone in use, a usual one, a tablet, a desk. */
const WIDTHS = [320, 390, 820, 1280];

/**
 * How much wider than the screen the page is, and what runs over its edges: to the left nothing can be scrolled to.
 * Regions that scroll for themselves and what is only said are left out.
 */
const OVERRUN = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const own = (each) => {
    for (let at = each; at && at !== document.body; at = at.parentElement) {
      if (at.matches(".say, .skip, svg, .aside")) return true;
      if (at !== each && getComputedStyle(at).overflowX !== "visible") return true;
    }
    return false;
  };
  const over = [...document.body.querySelectorAll("*")].filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 0 && (right > clientWidth + 1 || left < -1) && !own(each);
  });
  return [
    ...(scrollWidth > clientWidth ? [scrollWidth + " of " + clientWidth] : []),
    ...over.slice(0, 3).map((each) => each.outerHTML.slice(0, 120)),
  ];
})()`;

async function fits(page: Page, paths: readonly string[]): Promise<void> {
  const wide: Record<string, unknown> = {};
  for (const path of paths) {
    await page.goto(server.url + path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      const over = await page.evaluate<readonly string[]>(OVERRUN);
      if (over.length > 0) wide[`${path} at ${width}`] = over;
    }
  }
  assert.deepEqual(wide, {});
}

test("lists, sources, logs and problems with long words and other scripts fit every screen", async (t) => {
  const { page } = await openPage(t, browser, server.url, { viewport: { width: 390, height: 844 } });
  const { kurier, shore } = world.sources;
  await fits(page, [
    "/",
    "/?order=rank&days=7",
    `/?source=${shore}`,
    "/sources",
    `/sources/${kurier}`,
    `/sources/${shore}`,
    `/search?q=${encodeURIComponent("Kapitäne Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenversicherungsbeitrag")}`,
    "/search?q=Verwaltung",
    "/search",
    "/health",
    "/ledger",
    "/about",
    `/articles/${seeded.ids.hidden}`,
    "/?before=x",
    "/articles/999999",
  ]);
});

test("the pages of the operator fit every screen, with what could not be added", async (t) => {
  const { page } = await openPage(t, browser, server.url, { viewport: { width: 390, height: 844 } });
  await page.goto(await site.sessions.newLink(server.url));
  assert.deepEqual(await page.evaluate(OVERRUN), [], "sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Watch an address").fill(`refused.example/${"hafenbeckenvertiefung".repeat(12)}`);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    assert.deepEqual(await page.evaluate(OVERRUN), [], `at ${width}`);
  }
  await fits(page, ["/operator", `/articles/${world.articles.german}`, `/sources/${world.sources.kurier}`]);
});

test("articles, versions and changes with long words and other scripts fit every screen", async (t) => {
  const { page } = await openPage(t, browser, server.url, { viewport: { width: 390, height: 844 } });
  const { german, address, arabic, hebrew, japanese, thai } = world.articles;
  const whole = ["", "/looks", "/evolution", "/versions/2", "/changes/1..2", "/changes/1..2?view=inline"];
  const short = ["", "/evolution", "/changes/1..2"];
  await fits(page, [
    ...[german, address].flatMap((id) => whole.map((end) => `/articles/${id}${end}`)),
    ...[arabic, hebrew, japanese, thai].flatMap((id) => short.map((end) => `/articles/${id}${end}`)),
    ...variants,
    `/articles/${lively.live}`,
    `/articles/${lively.live}/versions/6`,
  ]);
});

test("what is folded fits every screen, too", async (t) => {
  const { page } = await openPage(t, browser, server.url, { viewport: { width: 390, height: 844 } });
  const { german, arabic } = world.articles;
  for (const path of [`/articles/${german}/changes/1..2`, `/articles/${arabic}/changes/1..2`]) {
    await page.goto(server.url + path);
    await page.evaluate(`for (const each of document.querySelectorAll("details")) each.open = true`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      assert.deepEqual(await page.evaluate(OVERRUN), [], `${path} at ${width}`);
    }
  }
});
