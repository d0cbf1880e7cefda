import assert from "node:assert/strict";
import { it } from "node:test";
import { openStore } from "#store/index";
import { addSource, found, T0 } from "../contract/fixtures.ts";
import { freshFile } from "./folder.ts";

it("whoever waits for work hears of what is due, and not of what was known before", async () => {
  const store = await openStore(freshFile());
  const source = await addSource(store);
  let calls = 0;
  const stop = store.onDue(() => {
    calls += 1;
  });
  const heard = async (work: () => Promise<unknown>): Promise<boolean> => {
    const before = calls;
    await work();
    return calls > before;
  };
  const feed = { url: "https://daily.example/feed", kind: "rss", title: null } as const;
  const addFeed = () => store.writer.addFeed(source, feed, 1000, T0);
  const addArticle = () => store.writer.addArticles(source, [found("https://daily.example/a")], T0);
  assert.equal(await heard(addFeed), true);
  assert.equal(await heard(addFeed), false);
  assert.equal(await heard(addArticle), true);
  assert.equal(await heard(addArticle), false);
  assert.equal(await heard(() => store.writer.addArticles(source, [], T0)), false);
  stop();
  await store.close();
});
