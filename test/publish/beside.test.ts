import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { texts } from "./dom.ts";
import { playLively } from "./lively.ts";
import { openSite } from "./site.ts";

const open = async (t: TestContext) => {
  const site = await openSite(t);
  return { ...site, lively: await playLively(site.store, site.sources.ledger) };
};

test("a held text is told with its instants, and what it would change can be read", async (t) => {
  const { text, lively } = await open(t);
  const [said] = texts(await text(`/articles/${lively.held}`), "div", "standing");
  assert.match(
    said!.trim(),
    /^A new text was seen at 16:29 UTC\. It is looked at again at 16:30 UTC before it counts\. What it would change$/,
  );
  console.log(said);
});
