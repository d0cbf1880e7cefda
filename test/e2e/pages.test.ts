import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { type Listening, listen } from "#publish/http/listen";
import { openStore } from "#store/open";
import { variantPath } from "#view/addresses";
import { PAYLOADS } from "../publish/hostile.ts";
import { type Lively, playLively } from "../publish/lively.ts";
import { addSource, NOW, play, type Seeded, seed } from "../publish/seed.ts";
import { siteOver } from "../publish/site.ts";
import { SUMMARY } from "../publish/summary.ts";
import { DESKTOP, openBrowser, openPage, PHONE } from "./browser.ts";

let browser: Browser;
let server: Listening;
let seeded: Seeded;
let site: ReturnType<typeof siteOver>;
let lively: Lively;
let variants: readonly string[];

before(async () => {
  seeded = await seed();
  lively = await playLively(seeded.store, seeded.sources.ledger);
  const beside = [lively.headlines, lively.held].map((id) => seeded.store.reader.variants(id));
  variants = (await Promise.all(beside)).flat().map(({ articleId, hash }) => variantPath(articleId, hash));
  site = siteOver(seeded.store, {}, { templates: { of: async () => SUMMARY } });
  server = await listen(site.app, { host: "127.0.0.1", port: 0 });
  browser = await openBrowser();
});

after(async () => {
  await browser.close();
  await server.close();
  await seeded.store.close();
});

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const PAGES = (): readonly string[] => {
  const { ferry, tunnel, arabic, japanese, hidden } = seeded.ids;
  return [
    "/",
    `/articles/${ferry}`,
    `/articles/${tunnel}`,
    `/articles/${ferry}/looks`,
    `/articles/${ferry}/versions/3`,
    `/articles/${ferry}/changes/2..3`,
    `/articles/${ferry}/changes/2..3?view=inline`,
    `/articles/${ferry}/changes/1..3?view=changes`,
    `/articles/${ferry}/changes/2..3#e3`,
    `/articles/${arabic}/changes/1..2`,
    `/articles/${japanese}/changes/1..2`,
    `/articles/${ferry}/evolution`,
    `/articles/${arabic}/evolution`,
    "/?order=rank",
    "/?order=rank&days=7",
    "/sources",
    `/sources/${seeded.sources.ledger}`,
    "/search?q=ferry",
    "/health",
    "/ledger",
    "/about",
    ...Object.values(lively).map((id) => `/articles/${id}`),
    `/articles/${lively.walled}/looks`,
    `/articles/${lively.live}/versions/6`,
    ...variants,
    `/articles/${hidden}`,
    "/?before=x",
  ];
};

/** Runs outside the page's own world, which the policy keeps closed to us. */
async function axe(page: Page): Promise<readonly string[]> {
  await page.evaluate(readFileSync(AXE, "utf8"));
  const { violations } = (await page.evaluate("axe.run({ resultTypes: ['violations'] })")) as AxeResults;
  return violations.map((v) => `${v.id}: ${v.nodes.map((node) => `${node.html} ${node.failureSummary}`).join("; ")}`);
}

for (const [name, options] of [
  ["desktop", DESKTOP],
  ["desktop, dark", { ...DESKTOP, colorScheme: "dark" as const }],
  ["phone", PHONE],
  ["phone, dark", { ...PHONE, colorScheme: "dark" as const }],
] as const) {
  test(`${name}: no barrier, no sideways scrolling, no complaint of the browser on any page`, async (t) => {
    const { page, complaints } = await openPage(t, browser, server.url, options);
    for (const path of PAGES()) {
      await page.goto(server.url + path);
      assert.deepEqual(await axe(page), [], path);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      assert.equal(overflow, 0, `${path} is wider than the screen`);
    }
    assert.deepEqual(
      complaints.filter((text) => !/status of 4(10|00)/.test(text)),
      [],
    );
  });
}

test("a reader finds the way from the front page to an edit, a version and back, without scripts", async (t) => {
  const { page } = await openPage(t, browser, server.url, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto(server.url);
  await page.getByRole("link", { name: "Three hurt as night ferry" }).first().click();
  await page.locator(".witness").nth(1).waitFor();
  await page.getByRole("link", { name: "Versions 1 and 2" }).first().click();
  await page.waitForURL(/changes\/1\.\.2$/);
  await page.getByRole("link", { name: "Inline" }).click();
  await page.waitForURL(/view=inline$/);
  await page.getByLabel("with").selectOption("3");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.waitForURL(/changes\/1\.\.3\?view=inline$/);
  await page.locator(".witness").getByRole("link", { name: "Version 3" }).click();
  await page.waitForURL(/versions\/3$/);
  assert.match(await page.locator("h1").innerText(), /^Three hurt as night ferry/);
  await page.getByRole("link", { name: "Version 3 of 3" }).click();
  await page.waitForURL(/articles\/\d+$/);
});

test("aligned paragraphs stand on one line, side by side", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/1..2`);
  const row = page.locator(".part-body .row.edited").first();
  const [old, now] = [await row.locator(".old").boundingBox(), await row.locator(".new").boundingBox()];
  assert.equal(old!.y, now!.y);
  assert.ok(old!.x + old!.width < now!.x);
});

test("an unchanged paragraph is printed once on a phone", async (t) => {
  const { page } = await openPage(t, browser, server.url, PHONE);
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/2..3`);
  const text = page.locator(".row.equal", { hasText: "Ferries between Port Ellis" });
  assert.equal(await text.locator(".old").isVisible(), false);
  assert.equal(await text.locator(".new").isVisible(), true);
});

test("removed and added words differ by more than colour", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/1..2`);
  const line = (tag: string) =>
    page.evaluate(`getComputedStyle(document.querySelector("main ${tag}")).textDecorationLine`);
  assert.equal(await line("del"), "line-through");
  assert.equal(await line("ins"), "underline");
});

test("right-to-left paragraphs run from the right, also where all of one was added", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(`${server.url}/articles/${seeded.ids.arabic}/changes/1..2`);
  const directions = await page.evaluate<string[]>(
    `[...document.querySelectorAll(".para > p")].map((each) => getComputedStyle(each).direction)`,
  );
  assert.deepEqual(new Set(directions), new Set(["rtl"]));
});

test("copying an edited paragraph copies its words and nothing that is only said", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/1..2`);
  const copied = await page.evaluate<string>(`(() => {
    getSelection().selectAllChildren(document.querySelector(".part-body .row.edited .new p"));
    return getSelection().toString();
  })()`);
  assert.match(copied, /^A night ferry with 221 people aboard/);
  assert.doesNotMatch(copied, /added|removed/);
});

test("keys step through edits and pairs, switch the view, search and explain", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  const focused = () => page.evaluate("document.activeElement.id");
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/2..3`);
  await page.keyboard.press("j");
  assert.equal(await focused(), "e1");
  await page.keyboard.press("j");
  assert.equal(await focused(), "e2");
  await page.keyboard.press("k");
  assert.equal(await focused(), "e1");
  await page.keyboard.press("v");
  await page.waitForURL("**/changes/2..3?view=inline");
  await page.keyboard.press("p");
  await page.waitForURL("**/changes/1..2?view=inline");
  await page.keyboard.press("n");
  await page.waitForURL("**/changes/2..3?view=inline");
  await page.keyboard.press("v");
  await page.waitForURL("**/changes/2..3?view=changes");
  await page.keyboard.press("v");
  await page.waitForURL("**/changes/2..3");
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keys" });
  assert.match(await help.innerText(), /next and previous edit/);
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press("Escape");
  assert.equal(await help.isVisible(), false);
  await page.keyboard.press("/");
  await page.waitForURL("**/search");
  await page.keyboard.press("/");
  await page.keyboard.type("jkn");
  assert.equal(await page.locator("#q").inputValue(), "jkn");
});

test("the operator signs in by the link, hides an article and shows it again", async (t) => {
  const { page, complaints } = await openPage(t, browser, server.url, DESKTOP);
  const path = `${server.url}/articles/${seeded.ids.tunnel}`;
  await page.goto(await site.sessions.newLink(server.url));
  assert.deepEqual(await axe(page), []);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Watch an address").fill("www.news.example\nrefused.example");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  assert.match(await page.getByRole("alert").innerText(), /Added www\.news\.example.*refused\.example: No feed/s);
  assert.equal(await page.getByLabel("Watch an address").inputValue(), "refused.example");
  assert.deepEqual(await axe(page), []);
  await page.getByLabel("Watch an address").fill("");
  await page.getByLabel("Or a file").setInputFiles({
    name: "papers.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("https://news.example/\n"),
  });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  assert.match(await page.getByRole("status").innerText(), /Added https:\/\/news\.example\//);
  assert.equal(await page.getByRole("status").getByRole("link").count(), 1);
  assert.match(await page.getByRole("region", { name: "Signed in" }).innerText(), /Chrome.*\(this one\)/s);
  assert.deepEqual(await axe(page), []);
  await page.goto(path);
  await page.getByLabel("Hide, because").fill("a test");
  await page.getByRole("button", { name: "Hide" }).click();
  assert.match(await page.getByRole("status").innerText(), /Hidden/);
  assert.equal((await page.goto(path))!.status(), 410);
  await page.getByRole("button", { name: "Show again" }).click();
  await page.getByRole("status").waitFor();
  assert.equal((await page.goto(path))!.status(), 200);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${server.url}/`);
  assert.equal(await page.getByRole("link", { name: "Operator" }).count(), 0);
  assert.deepEqual(
    complaints.filter((text) => !/410|422/.test(text)),
    [],
  );
});

test("printed pages hold whole instants and no navigation", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}`);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".masthead nav").isVisible(), false);
  const printed = await page.evaluate<string>(
    `getComputedStyle(document.querySelector("time.ago"), "::after").content`,
  );
  assert.match(printed, /21 Nov 2026, \d\d:\d\d UTC/);
});

test("the timeline leads with the keyboard and by name from version to version", async (t) => {
  const { page } = await openPage(t, browser, server.url, PHONE);
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}`);
  const line = page.getByRole("navigation", { name: "Timeline of the versions" });
  const hidden = "(() => { const l = document.querySelector('.line'); return l.scrollWidth - l.clientWidth; })()";
  assert.equal(await page.evaluate(hidden), 0, "few versions need no scrolling");
  await line.getByRole("link", { name: /^Version 3, 21 Nov 2026/ }).click();
  await page.waitForURL(/changes\/2\.\.3$/);
  await page.getByText("Reasons and timeline").click();
  await line.getByRole("link", { name: /^Version 2/ }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/changes\/1\.\.2$/);
  await page.getByText("Reasons and timeline").click();
  await page.getByRole("link", { name: "All versions in one text" }).click();
  await page.waitForURL(/evolution$/);
});

test("earlier wordings stand in the margin on a desktop and unfold on a phone", async (t) => {
  const path = `${server.url}/articles/${seeded.ids.ferry}/evolution`;
  const { page: desk } = await openPage(t, browser, server.url, DESKTOP);
  await desk.goto(path);
  const text = await desk.locator(".part-headline h2").boundingBox();
  const margin = await desk.locator(".part-headline .margin li").boundingBox();
  assert.ok(margin!.x > text!.x + text!.width);
  const { page: phone } = await openPage(t, browser, server.url, PHONE);
  await phone.goto(path);
  const note = phone.locator(".part-headline .margin li");
  assert.equal(await note.isVisible(), false);
  await phone.locator(".part-headline summary").click();
  assert.equal(await note.isVisible(), true);
});

test("the list of edits unfolds without scripts and leads to the place", async (t) => {
  const { page } = await openPage(t, browser, server.url, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/1..2`);
  await page.getByText(/^\d+ edits in words$/).click();
  await page.locator(".told").getByRole("link", { name: "Paragraph 1" }).first().click();
  assert.match(page.url(), /#e\d+$/);
  assert.match(await page.locator("del:target").innerText(), /212$/);
});

test("the log of looks opens and closes with the keyboard, and its links are reached one by one", async (t) => {
  const { page } = await openPage(t, browser, server.url, { ...DESKTOP, javaScriptEnabled: false });
  await page.goto(`${server.url}/articles/${lively.live}/looks`);
  const run = page.locator("summary.run").first();
  const link = page.locator(".look .look a").first();
  await run.focus();
  assert.equal(await link.isVisible(), false);
  await page.keyboard.press("Enter");
  assert.equal(await link.isVisible(), true);
  await page.keyboard.press("Tab");
  assert.match(await page.locator(":focus").innerText(), /^version 6$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/versions\/6$/);
});

test("a reader finds from an article to its held text and to what alternates, and back", async (t) => {
  const { page } = await openPage(t, browser, server.url, PHONE);
  await page.goto(`${server.url}/articles/${lively.held}`);
  await page.getByRole("link", { name: "What it would change" }).click();
  await page.waitForURL(/variants\/[0-9a-f]{16}$/);
  assert.match(await page.locator("ins").first().innerText(), /21$/);
  await page.goto(`${server.url}/articles/${lively.headlines}`);
  await page.getByText("1 text passed without becoming a version").click();
  await page.getByRole("link", { name: /without most of its body/ }).click();
  await page.getByRole("link", { name: "Market hall to close for two years" }).click();
  await page.waitForURL(/articles\/\d+$/);
});

test("hostile texts are only read: no script runs, nothing is fetched, no policy has to step in", async (t) => {
  const store = await openStore(":memory:");
  const hostile = await listen(siteOver(store).app, { host: "127.0.0.1", port: 0 });
  t.after(async () => {
    await hostile.close();
    await store.close();
  });
  const all = PAYLOADS.join(" ");
  const text = { headline: all, standfirst: all, corrections: [all], body: [...PAYLOADS] };
  const source = await addSource(store, all, "https://s.example/", NOW - 1e7);
  const article = await play(store, source, {
    url: `https://s.example/?${all}`,
    language: all,
    byline: [...PAYLOADS],
    looks: [
      { minutesAgo: 9, text, reason: all },
      { minutesAgo: 5, text: { ...text, headline: `Now ${all}`, body: PAYLOADS.toReversed() }, reason: all },
    ],
  });
  const { page, complaints } = await openPage(t, browser, hostile.url, DESKTOP);
  const own = ["", "/looks", "/evolution", "/versions/1", "/changes/1..2", "/changes/1..2?view=inline"];
  for (const path of [
    "/",
    "/sources",
    "/health",
    "/ledger",
    `/search?q=${encodeURIComponent("script")}`,
    ...own.map((end) => `/articles/${article}${end}`),
  ]) {
    assert.equal((await page.goto(hostile.url + path))!.status(), 200, path);
  }
  assert.deepEqual(complaints, []);
});
