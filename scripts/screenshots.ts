import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "../test/e2e/browser.ts";
import { watchDay } from "../test/e2e/day.ts";

/**
 * Takes the pictures in docs/pictures: a day of the newsroom is watched, then its pages are photographed in Chromium.
 * The day is fixed, so that pictures change only when the pages do. Usage: node scripts/screenshots.ts [FOLDER]
 */
const LOOKS = [
  { name: "light", width: 1240, height: 1400, colorScheme: "light" },
  { name: "dark", width: 1240, height: 1400, colorScheme: "dark" },
  { name: "phone", width: 390, height: 1400, colorScheme: "light" },
] as const;

const folder = process.argv[2] ?? "docs/pictures";
mkdirSync(folder, { recursive: true });
const day = await watchDay();
const browser = await openBrowser();
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
  console.log(`Pictures are in ${folder}.`);
} finally {
  await browser.close();
  await day.close();
}
