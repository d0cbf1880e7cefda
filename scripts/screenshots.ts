import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openStore } from "#store/open";
import { openBrowser } from "../test/e2e/browser.ts";
import { watchDay } from "../test/e2e/day.ts";
import { addSource, NOW, play } from "../test/publish/seed.ts";
import { ORIGIN, siteOver } from "../test/publish/site.ts";
import { EDIT_STORIES } from "./edit-stories.ts";

/**
 * Takes the pictures in docs/pictures: a day of the newsroom is watched, then its pages are photographed in Chromium, and those of
 * edits that the day has not (`edit-stories.ts`). Both are fixed, so that pictures change only when the pages do.
 * Usage: node scripts/screenshots.ts [FOLDER] [edits]; with "edits" those of the stories alone.
 */
const LOOKS = [
  { name: "light", width: 1240, height: 1400, colorScheme: "light" },
  { name: "dark", width: 1240, height: 1400, colorScheme: "dark" },
  { name: "phone", width: 390, height: 1400, colorScheme: "light" },
] as const;
/** Of the stories a dark one would show the same. */
const STORY_LOOKS = LOOKS.filter(({ name }) => name !== "dark");

const [folder = "docs/pictures", only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
try {
  await photographStories(browser);
  if (only !== "edits") await photographDay(browser);
  console.log(`Pictures are in ${folder}.`);
} finally {
  await browser.close();
}

async function photographDay(browser: Browser): Promise<void> {
  const day = await watchDay();
  try {
    const article = await day.articlePath("ferry-strikes-pier-at-port-ansel");
    const tested = await day.articlePath("night-trams-return");
    const { variants } = (await (await fetch(`${day.url}${tested}.json`)).json()) as { variants: { url: string }[] };
    const pages = {
      front: "/",
      article,
      // Which looks see a headline on trial is chance: pictures of one are taken again only if one was seen.
      ...(variants[0] && { tested: `${tested}#beside`, variant: new URL(variants[0].url).pathname }),
      looks: `${tested}/looks`,
      version: `${article}/versions/7`,
      evolution: `${article}/evolution`,
      change: `${article}/changes/3..5`,
      moved: `${article}/changes/6..7`,
      search: "/search?q=bridge",
      source: "/sources/1",
      ledger: "/ledger",
      health: "/health",
    };
    for (const [name, path] of Object.entries(pages)) {
      for (const look of LOOKS) {
        const { width, height, colorScheme } = look;
        const page = await browser.newPage({ viewport: { width, height }, colorScheme });
        await page.goto(day.url + path);
        await page.screenshot({ path: join(folder, `${name}-${look.name}.png`) });
        await page.close();
      }
    }
  } finally {
    await day.close();
  }
}

/** No port is opened: the browser's requests go to the site by hand. */
async function photographStories(browser: Browser): Promise<void> {
  const store = await openStore(":memory:");
  try {
    const source = await addSource(store, "The Harbour Ledger", "https://ledger.example/", NOW);
    const { app } = siteOver(store);
    for (const [name, story] of Object.entries(EDIT_STORIES)) {
      const id = await play(store, source, story);
      for (const { name: look, width, height, colorScheme } of STORY_LOOKS) {
        const page = await browser.newPage({ viewport: { width, height }, colorScheme });
        await page.route("**/*", async (route) => {
          const answer = await app.request(route.request().url(), { headers: { host: new URL(ORIGIN).host } });
          const body = Buffer.from(await answer.arrayBuffer());
          await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
        });
        await page.goto(`${ORIGIN}/articles/${id}/changes/1..2`);
        await page.screenshot({ path: join(folder, `${name}-${look}.png`) });
        await page.close();
      }
    }
  } finally {
    await store.close();
  }
}
