import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { type Ran, type RunOptions, run } from "./run.ts";

const LISTED = 30;

interface Added {
  readonly added: readonly {
    readonly preview: { readonly fresh: number; readonly known: number; readonly untilAt: string };
    readonly sources?: readonly { readonly seeds: number }[];
  }[];
}

suite("add --all", () => {
  const entry = (origin: string, at: number) =>
    `<url><loc>${origin}/2014/the-ferry-of-day-${at}</loc><lastmod>2014-03-${String(at + 1).padStart(2, "0")}</lastmod></url>`;
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    if (request.url !== "/sitemap.xml") return void response.writeHead(404).end();
    const entries = Array.from({ length: LISTED }, (_, at) => entry(origin, at));
    response.writeHead(200, { "content-type": "application/xml" }).end(`<urlset>${entries.join("")}</urlset>`);
  });
  let folder: string;
  let sitemap: string;
  const variorum = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
    run(["--data", join(folder, "data"), ...args], {
      cwd: folder,
      variables: {
        VARIORUM_ALLOW_PRIVATE: `*.localhost:${(server.address() as AddressInfo).port}`,
        VARIORUM_GAP: "0 s",
        VARIORUM_INTERACTIVE_GAP: "0 s",
        VARIORUM_THREADS: "0",
      },
      ...options,
    });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "variorum-all-"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    sitemap = `http://ferry.localhost:${(server.address() as AddressInfo).port}/sitemap.xml`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  test("first says how many and how long, and adds nothing where no one can answer, or who answers says no", async () => {
    for (const options of [{}, { answer: "no" }, { answer: "" }]) {
      const { code, out, err } = await variorum(["add", sitemap, "--all"], options);
      assert.equal(code, 0, err);
      assert.equal(
        out.split("\n")[0],
        `1 sitemap lists ${LISTED} addresses from before: 0 known, ${LISTED} to be taken in.`,
      );
      assert.match(
        out,
        /^At most 1,500 looks a day, half of what the site's budget allows: done in about 29 minutes, /m,
      );
      assert.equal(/Say --yes to go on\.$/.test(err), options.answer === undefined);
    }
    const { out } = await variorum(["add", sitemap, "--all", "--json"]);
    const [{ preview, sources }] = (JSON.parse(out) as Added).added as [Added["added"][0]];
    assert.deepEqual([preview.fresh, sources], [LISTED, undefined]);
    assert.ok(Date.parse(preview.untilAt) > 0);
    assert.match((await variorum(["sources"])).out, /^(?!.*ferry)/s);
  });

  test("takes them in after a yes, each once", async () => {
    const agreed = await variorum(["add", sitemap, "--all"], { answer: "y" });
    assert.match(agreed.out, new RegExp(`^Added .*\\n.*\\n  ${LISTED} articles from before to be taken in\\.$`, "m"));
    const again = await variorum(["add", sitemap, "--all", "--yes", "--json"]);
    const [{ preview, sources }] = (JSON.parse(again.out) as Added).added as [Added["added"][0]];
    assert.deepEqual([preview.known, preview.fresh, sources?.[0]?.seeds], [LISTED, 0, 0]);
    assert.match(again.err, new RegExp(`^${LISTED} articles of an earlier time wait there still\\.$`, "m"));
    assert.equal((JSON.parse((await variorum(["articles", "--json"])).out) as { articles: [] }).articles.length, 0);
  });

  test("is for one address", async () => {
    const { code, err } = await variorum(["add", sitemap, "example.org", "--all"]);
    assert.equal(code, 2);
    assert.match(err, /--all takes in one source at a time: give one address\./);
  });
});
