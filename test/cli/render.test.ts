import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { run } from "./run.ts";

const TEXTS = [
  "The harbour will close for twelve days in June, the harbour board said on Monday after a long meeting.",
  "Boats from the northern villages have used the old basin since the storm, and most owners want to stay there.",
  "A spokeswoman for the board said that a survey of the quay walls would be published before the end of the month.",
];

/** A paper whose pages are empty until their scripts have run. */
const shell = (script: string) =>
  `<!doctype html><html lang="en"><head><title>Gazette</title></head><body><div id="app"></div><script>${script}</script></body></html>`;
const FRONT = shell(
  `fetch("/api/front").then((r) => r.json()).then((all) => { app.innerHTML = all.map(({ url, title }) => '<h2><a href="' + url + '">' + title + "</a></h2>").join(""); });`,
);
const ARTICLE = shell(
  `fetch("/api" + location.pathname).then((r) => r.json()).then(({ title, texts }) => { document.title = title; app.innerHTML = "<article><h1>" + title + "</h1>" + texts.map((t) => "<p>" + t + "</p>").join("") + "</article>"; });`,
);

test("a source whose pages need scripts is found and read through a browser", async (t) => {
  const stories = Array.from({ length: 4 }, (_, i) => ({
    url: `/2026/05/0${i + 1}/harbour-to-close-for-repairs-${i}`,
    title: `Harbour to close for repairs, part ${i}`,
  }));
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    const story = stories.find(({ url }) => path.endsWith(url));
    const json =
      path === "/api/front" ? stories : path.startsWith("/api/") && story ? { title: story.title, texts: TEXTS } : null;
    if (json) response.setHeader("content-type", "application/json").end(JSON.stringify(json));
    else if (path === "/" || story) response.setHeader("content-type", "text/html").end(path === "/" ? FRONT : ARTICLE);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const folder = mkdtempSync(join(tmpdir(), "variorum-render-"));
  t.after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  const variables = {
    VARIORUM_ALLOW_PRIVATE: `*.localhost:${port}`,
    VARIORUM_GAP: "0 s",
    VARIORUM_INTERACTIVE_GAP: "0 s",
    VARIORUM_THREADS: "0",
  };
  const variorum = (args: readonly string[], more = {}) =>
    run(["--data", join(folder, "data"), ...args], { cwd: folder, variables: { ...variables, ...more } });
  const home = `http://gazette.localhost:${port}/`;

  const without = await variorum(["add", home, "--render", "browser"], { VARIORUM_BROWSER: "/nowhere/chromium" });
  assert.equal(without.code, 1);
  assert.match(without.err, /no browser at \/nowhere\/chromium/);
  const wrong = await variorum(["add", home, "--render", "lynx"]);
  assert.equal(wrong.code, 2);

  const plain = await variorum(["add", home]);
  assert.equal(plain.code, 1, plain.out);
  const added = await variorum(["add", home, "--render", "browser"]);
  assert.equal(added.code, 0, added.err);
  assert.match(added.out, /4 new articles/);
  const checked = await variorum(["check"]);
  assert.equal(checked.code, 0, checked.err);

  assert.match((await variorum(["sources"])).out, /by browser/);
  const source = JSON.parse((await variorum(["sources", home, "--json"])).out) as { render: string };
  assert.equal(source.render, "browser");
  const { articles } = JSON.parse((await variorum(["articles", "--json"])).out) as {
    articles: { headline: string; versions: number }[];
  };
  assert.deepEqual(
    articles.map(({ versions }) => versions),
    [1, 1, 1, 1],
  );
  assert.match(articles[0]!.headline, /^Harbour to close for repairs, part \d$/);
  assert.match((await variorum(["doctor"])).out, /ok +browser: .*chrom.*, for 1 source/);
  const ill = await variorum(["doctor"], { VARIORUM_BROWSER: "/nowhere/chromium" });
  assert.match(ill.out, /WRONG +browser: .*no browser at \/nowhere\/chromium/);
  const back = await variorum(["add", home, "--render", "plain"]);
  assert.equal(back.code, 1, "a page that shows nothing without its scripts");
});
