import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { run } from "./run.ts";

suite("a person who adds many at once sees how far it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-progress-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const progressOf = async (...given: readonly string[]) => {
    const lines: string[] = [];
    const options = { cwd: folder, onProgress: (line: string) => void lines.push(line) };
    const ran = await run(["add", ...given, "--data", join(folder, "data")], options);
    return { ...ran, lines };
  };

  test("200 feeds of one file, each by its place and name", async () => {
    const outlines = Array.from(
      { length: 200 },
      (_, at) => `<outline type="rss" text="Paper ${at}" xmlUrl="https://paper-${at}.example/feed"/>`,
    );
    writeFileSync(join(folder, "feeds.opml"), `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
    const { code, err, lines } = await progressOf("feeds.opml");
    assert.equal(code, 0, err);
    const places = lines.filter((line) => / of 200: Paper \d+$/.test(line));
    assert.deepEqual(
      places.map((line) => Number(/^(\d+)/.exec(line)![1])),
      Array.from({ length: 200 }, (_, at) => at + 1),
    );
  });

  test("several addresses, those too that cannot be added; one address is not counted", async () => {
    const several = await progressOf("ftp://one.example/", "ftp://two.example/");
    assert.equal(several.code, 1);
    assert.deepEqual(
      several.lines.filter((line) => line.startsWith("Reading")),
      ["Reading 1 of 2: ftp://one.example/ ...", "Reading 2 of 2: ftp://two.example/ ..."],
    );
    const one = await progressOf("ftp://one.example/");
    assert.deepEqual(one.lines.filter(Boolean), ["Reading ftp://one.example/ ..."]);
  });
});
