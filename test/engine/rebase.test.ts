import assert from "node:assert/strict";
import { test } from "node:test";
import { reextract } from "#engine/rereading/reextract";
import { HOUR_MS } from "#lib/clock";
import { hostKey } from "#lib/url";
import type { ArticleId } from "#model/id";
import { lookUntilDecided, openRig, type Rig } from "./rig.ts";

const SAID = [
  "The harbour of Ems was shut on Friday after a storm had broken the outer wall, the port office said in a statement.",
  "Two ferries that were due in the evening turned back, and some three hundred people spent the night at the school.",
  "Divers will look at the foundations as soon as the swell is below a metre, which the weather office expects on Sunday.",
  "The wall was built in 1954 and mended twice since then, the last time after the flood of 1998 by the town itself.",
  "Shops on the quay stay open, said the mayor, who thanked the bakers for bringing bread to the school before dawn.",
];
const CAPTION = "The outer wall of the harbour on Friday morning, seen from the light on the island.";

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Harbour of Ems shut</title></head><body>${body}</body></html>`;
const prose = (lines: readonly string[]): string => lines.map((text) => `<p>${text}</p>`).join("\n");

/** The picture's caption is marked as one. */
const old = (lines: readonly string[]): string =>
  page(`<main><article class="story"><h1>Harbour of Ems shut</h1>
<figure><img src="/wall.jpg" alt=""><figcaption>${CAPTION}</figcaption></figure><div class="body">${prose(lines)}</div></article></main>`);

/** It stands among the paragraphs, and nothing says what it is. */
const built = (lines: readonly string[], caption = CAPTION): string =>
  page(`<div class="page"><section class="wide"><h1>Harbour of Ems shut</h1>
<div class="richtext">${prose([lines[0]!, caption, ...lines.slice(1)])}</div></section></div>`);

async function look(rig: Rig, id: ArticleId, html: string) {
  rig.pages.set("/a", html);
  rig.clock.advance(HOUR_MS);
  const { decision, reason } = await lookUntilDecided(rig, id);
  return { decision, reason };
}

const edited = SAID.with(1, SAID[1]!.replace("three", "four"));

test("a caption that a new design prints as a paragraph makes no version, and an edit after it does", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  await look(rig, id, old(SAID));
  const met = await look(rig, id, built(SAID));
  assert.equal(met.decision, "same");
  assert.equal(met.reason.code, "same-other-reading");
  assert.deepEqual(await rig.store.reader.variants(id), []);
  assert.deepEqual((await look(rig, id, `${built(SAID)}<!-- 2 -->`)).decision, "same");
  assert.equal((await look(rig, id, built(edited))).decision, "new");
  assert.equal(
    (await look(rig, id, built(edited, "Another picture of the outer wall of the harbour."))).decision,
    "new",
  );
  assert.equal((await rig.store.reader.article(id))!.versionCount, 3);
});

test("an edit that comes with a new design opens a version", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  await look(rig, id, old(SAID));
  assert.equal((await look(rig, id, built(edited))).decision, "new");
});

test("the page of the first design come back is the same text still", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  await look(rig, id, old(SAID));
  await look(rig, id, built(SAID));
  assert.equal((await look(rig, id, old(SAID))).decision, "same");
  assert.equal((await rig.store.reader.article(id))!.versionCount, 1);
});

test("re-extraction drops a change between pages that say the same now, however they are read", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  const housed = (html: string, text: string) => html.replace("</div>", `<p class="house">${text}</p></div>`);
  await look(rig, id, housed(old(SAID), "The Gazette has been printed on the island of Ems since the year 1902."));
  await look(rig, id, housed(built(SAID), "This page was made by hand in the old customs shed on Granary Road."));
  assert.equal((await rig.store.reader.changes({ limit: 5 })).items.length, 1);
  await rig.store.writer.setSiteRules(hostKey(rig.base), '{"drop":["p.house"]}');
  const { read, vanished } = await reextract(rig, { threads: 0 });
  assert.deepEqual([read, vanished], [2, 1]);
  assert.deepEqual((await rig.store.reader.changes({ limit: 5 })).items, []);
  const texts = await Promise.all([1, 2].map((number) => rig.store.reader.version(id, number)));
  assert.deepEqual(
    texts.map((version) => version!.text.blocks.filter(({ kind }) => kind !== "caption").length),
    [5, 6],
  );
});
