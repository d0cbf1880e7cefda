import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { type Listening, listen } from "#publish/http/listen";
import { type Seeded, seed } from "../publish/seed.ts";
import { siteOver } from "../publish/site.ts";
import { DESKTOP, openBrowser, openPage, PHONE } from "./browser.ts";

let browser: Browser;
let server: Listening;
let seeded: Seeded;
let url: string;

before(async () => {
  seeded = await seed();
  server = await listen(siteOver(seeded.store).app, { host: "127.0.0.1", port: 0 });
  browser = await openBrowser();
  url = `${server.url}/articles/${seeded.ids.ferry}/changes/2..3`;
});

after(async () => {
  await browser.close();
  await server.close();
  await seeded.store.close();
});

/** The marked words of the edit that is pointed out, old and new. */
const pointedOut = (page: Page) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll(".here")].filter((each) => each.checkVisibility()).map((each) => each.tagName + " " + (each.matches("ins, del") ? each.lastChild.data : each.className))`,
  );

test("keys step from edit to edit, both sides of it pointed out, and the position is announced", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/1..2`);
  const status = page.locator(".stepper [role=status]");
  const total = /^(\d+) edits$/.exec(await status.innerText())![1]!;
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await status.innerText(), `Edit 2 of ${total}`);
  assert.deepEqual(await pointedOut(page), ["DEL 212", "INS 221"]);
  await page.keyboard.press("k");
  assert.equal(await status.innerText(), `Edit 1 of ${total}`);
  await page.keyboard.press("k");
  assert.equal(await status.innerText(), `Edit 1 of ${total}`, "there is none before the first");
  for (let i = 0; i < Number(total) + 2; i++) await page.keyboard.press("j");
  assert.equal(await status.innerText(), `Edit ${total} of ${total}`);
  await page.keyboard.press("Control+k");
  await page.locator("#from").focus();
  await page.keyboard.press("k");
  assert.equal(await status.innerText(), `Edit ${total} of ${total}`, "no key acts with a modifier or in a form");
});

test("a link to an edit points it out, and stepping goes on from there", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(`${url}#e5`);
  const status = page.locator(".stepper [role=status]");
  assert.match(await status.innerText(), /^Edit 5 of/);
  await page.keyboard.press("j");
  assert.match(await status.innerText(), /^Edit 6 of/);
});

test("what links to edits lead to can be seen on a wide screen", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  for (const pair of ["1..2", "2..3", "1..3"]) {
    await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/${pair}`);
    const unseen = await page.evaluate<string[]>(
      `[...document.querySelectorAll("[data-edit][id]")].filter((each) => !each.checkVisibility()).map((each) => each.id)`,
    );
    assert.deepEqual(unseen, [], pair);
  }
});

test("a reason leads to the very words it is about", async (t) => {
  const { page } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(`${server.url}/articles/${seeded.ids.ferry}/changes/1..2`);
  await page.locator(".register").getByRole("link", { name: "212 became 221" }).last().click();
  assert.deepEqual(await pointedOut(page), ["DEL 212", "INS 221"]);
});

interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** Where the line of the first move runs, in pixels of the window: its box, and the boxes it should join. */
const line = (page: Page) =>
  page.evaluate<{ path: Box; old: Box; label: Box; hidden: boolean }>(`(() => {
    const box = (selector) => document.querySelector(selector).getBoundingClientRect().toJSON();
    const svg = document.querySelector(".moves");
    return {
      path: box(".moves path"), old: box(".row.left .cell.old"), label: box(".row.moved .label"),
      hidden: getComputedStyle(svg).display === "none" || svg.hasAttribute("hidden"),
    };
  })()`);

async function joinsBothPlaces(page: Page): Promise<void> {
  const { path, old, label } = await line(page);
  assert.ok(path.top >= label.top - 4 && path.top <= label.bottom, "it begins at the label of the new place");
  assert.ok(path.bottom >= old.top && path.bottom <= old.bottom + 1, "and ends at the paragraph in the old place");
  assert.ok(path.left >= old.right - 2 && path.right <= label.left, "in the gutter between");
}

test("a line joins both places of a moved paragraph, also in another window", async (t) => {
  const { page, complaints } = await openPage(t, browser, server.url, DESKTOP);
  await page.goto(url);
  await page.locator(".moves path[d]").waitFor({ state: "attached" });
  await joinsBothPlaces(page);
  for (const width of [900, 1500]) {
    await page.setViewportSize({ width, height: 700 });
    // Two frames: one in which the size is noticed, one in which the line has been drawn.
    for (let i = 0; i < 2; i++) await page.evaluate("new Promise((done) => requestAnimationFrame(done))");
    await joinsBothPlaces(page);
  }
  assert.deepEqual(complaints, []);
});

test("on a phone, on paper and without scripts the links at both places do without the line", async (t) => {
  const { page } = await openPage(t, browser, server.url, PHONE);
  await page.goto(url);
  await page.locator(".moves").waitFor({ state: "attached" });
  assert.equal((await line(page)).hidden, true);
  const { page: paper } = await openPage(t, browser, server.url, DESKTOP);
  await paper.goto(url);
  await paper.locator(".moves").waitFor({ state: "attached" });
  await paper.emulateMedia({ media: "print" });
  assert.equal((await line(paper)).hidden, true);
  const { page: plain } = await openPage(t, browser, server.url, { ...DESKTOP, javaScriptEnabled: false });
  await plain.goto(url);
  assert.equal(await plain.locator(".stepper").isVisible(), false);
  await plain.getByRole("link", { name: "Moved up from below" }).click();
  assert.match(plain.url(), /#left-body-6$/);
  await plain.getByRole("link", { name: "Moved up from here" }).click();
  assert.match(plain.url(), /#e\d+$/);
});

test("fingers step by buttons that stay in reach", async (t) => {
  const { page } = await openPage(t, browser, server.url, PHONE);
  await page.goto(url);
  await page.getByRole("button", { name: "Next edit" }).tap();
  await page.getByRole("button", { name: "Next edit" }).tap();
  await page.getByRole("button", { name: "Previous edit" }).tap();
  assert.match(await page.locator(".stepper [role=status]").innerText(), /^Edit 1 of/);
  const button = (await page.getByRole("button", { name: "Next edit" }).boundingBox())!;
  assert.ok(button.width >= 44 && button.height >= 44 && button.y + button.height <= 844);
});
