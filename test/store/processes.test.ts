import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { it } from "node:test";
import { openStore } from "#store/index";
import { freshFile } from "./folder.ts";

const WRITER = new URL("./child-writer.ts", import.meta.url).pathname;

const startWriter = (file: string, host: string, count: number): ChildProcess =>
  spawn(process.execPath, [WRITER, file, host, String(count)], { stdio: ["ignore", "pipe", "inherit"] });

it("keeps what it promised when the process is killed in the middle of writing, whole and once", async () => {
  const file = freshFile();
  for (const [round, killAfter] of [3, 11, 17].entries()) {
    const child = startWriter(file, `round${round}.example`, 1_000_000);
    let promised = -1;
    for await (const line of createInterface(child.stdout!)) {
      promised = Number(line);
      if (promised === killAfter) child.kill("SIGKILL");
    }
    assert.ok(promised >= killAfter);
    const store = await openStore(file);
    assert.deepEqual(await store.check(), []);
    for (let at = 0; at <= promised; at++) {
      const article = await store.reader.articleByUrl(`https://round${round}.example/${at}`);
      assert.equal(article?.versionCount, 2);
      assert.equal((await store.reader.version(article.id, 2))?.text.blocks.length, 21);
      assert.equal((await store.reader.captures(article.id, { limit: 9 })).items.length, 2);
    }
    const again = await store.reader.search(`"round${round} example article 0"`, { limit: 9 });
    assert.equal(again.items.length, 1);
    await store.close();
  }
});

it("lets two processes write at once", async () => {
  const file = freshFile();
  const hosts = ["one.example", "two.example"];
  const children = hosts.map((host) => startWriter(file, host, 25));
  for (const child of children) child.stdout!.resume();
  const ends = await Promise.all(children.map((child) => once(child, "exit")));
  assert.deepEqual(
    ends.map(([code]) => code),
    [0, 0],
  );
  const store = await openStore(file);
  const { articles, versions, captures, changes } = await store.reader.counts();
  assert.deepEqual([articles, versions, captures, changes], [50, 100, 100, 50]);
  assert.deepEqual(await store.check(), []);
  await store.close();
});
