import assert from "node:assert/strict";
import { test } from "node:test";
import { ORIGIN, openSite } from "./site.ts";

test("the operator's forms on a source's page change it, and no one else sees them", async (t) => {
  const site = await openSite(t);
  const id = site.sources.ledger;
  const path = `/sources/${id}`;
  assert.doesNotMatch(await site.text(path), /\/change"/);
  const cookie = await site.signIn();
  const page = async () => (await site.get(path, { cookie })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page())![1]!;
  const post = async (fields: Record<string, string>) => {
    const body = new URLSearchParams({ csrf, ...fields }).toString();
    const headers = {
      cookie,
      origin: ORIGIN,
      host: new URL(ORIGIN).host,
      "content-type": "application/x-www-form-urlencoded",
    };
    return (await site.app.request(`${ORIGIN}${path}/change`, { method: "POST", headers, body })).status;
  };
  assert.equal(await post({ change: "rename", name: "The Harbour Ledger" }), 303);
  assert.match(await page(), /<h1 dir="auto">The Harbour Ledger<\/h1>/);
  assert.equal(
    await post({
      change: "patterns",
      includeUrl: "",
      excludeUrl: "/sport/\n/video/",
      includeTitle: "",
      excludeTitle: "",
    }),
    303,
  );
  assert.deepEqual((await site.store.reader.source(id))?.patterns.excludeUrl, ["/sport/", "/video/"]);
  assert.equal(await post({ change: "pause" }), 303);
  assert.match(await page(), /Paused just now/);
  assert.match(await page(), /Watch it again/);
  assert.equal(await post({ change: "resume" }), 303);
  const [feed] = await site.store.reader.feeds(id);
  assert.equal(await post({ change: "remove-feed", feed: String(feed!.id) }), 303);
  assert.equal(await post({ change: "remove" }), 400, "what becomes of its history has to be said");
  assert.equal(await post({ change: "remove", history: "stays" }), 303);
  assert.match(await page(), /Removed just now, no longer watched/);
  assert.equal(await post({ change: "other" }), 400);
});
