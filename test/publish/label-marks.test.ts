import assert from "node:assert/strict";
import { test } from "node:test";
import { ORIGIN, openSite } from "./site.ts";

const POSTED = { host: "localhost", origin: ORIGIN };

test("the operator calls a label wrong and takes it back; a reader sees nothing of it", async (t) => {
  const { app, get, text, ids, store, signIn } = await openSite(t);
  const path = `/articles/${ids.ferry}/changes/1..2`;
  const cookie = await signIn();
  assert.doesNotMatch(await text(path), /Labels that are wrong/);
  const page = async () => (await get(path, { cookie })).text();
  const first = await page();
  assert.match(first, /<summary>Labels that are wrong<\/summary>/);
  const csrf = /name="csrf" value="([^"]+)"/.exec(first)![1]!;
  const { labels } = (await store.reader.change(ids.ferry, 1, 2))!.summary;
  const { kind, reason } = labels[0]!;
  const post = (fields: Record<string, string>, headers: Record<string, string> = { cookie }) =>
    app.request(`${ORIGIN}${path}/labels`, {
      method: "POST",
      headers: { ...POSTED, ...headers },
      body: new URLSearchParams({ csrf, kind, reason, ...fields }),
    });
  const marked = await post({ wrong: "1" });
  assert.deepEqual([marked.status, marked.headers.get("location")], [303, `${path}#labels`]);
  assert.deepEqual(
    (await store.reader.labelMarks()).map((mark) => [mark.articleId, mark.from, mark.to, mark.kind, mark.reason]),
    [[ids.ferry, 1, 2, kind, reason]],
  );
  assert.match(await page(), /<span class="tag">marked wrong<\/span>[\s\S]*?<button>Undo<\/button>/);
  assert.doesNotMatch(await text(path), /marked wrong/);
  assert.doesNotMatch(await text(`${path}.json`), /marked/i);

  assert.equal((await post({ wrong: "1", reason: "something else" })).status, 400, "no such label");
  assert.equal((await post({ wrong: "1", kind: "weather" })).status, 400, "no such kind");
  assert.ok([401, 403].includes((await post({ wrong: "1" }, {})).status), "not signed in");
  assert.equal((await post({ wrong: "0" })).status, 303);
  assert.deepEqual(await store.reader.labelMarks(), []);
});
