import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import { LABELLER } from "#model/change";
import { createPublicReader } from "#store/public-reader";
import { createSamples } from "#view/compare/sample";
import type { ViewContext } from "#view/context";
import { latestView } from "#view/latest";
import { siteOver } from "../publish/site.ts";
import { freshFile } from "../store/folder.ts";
import { lookUntilDecided, openRig, page } from "./rig.ts";

/** As a release that did not note who labelled, and counted nothing, would have left them. */
function ageLabels(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(
    `update change set labelled_by = '', label_bits = null, rank = null, silent = null, packed = null, summary = '{"rank":0.001}'`,
  );
  database.close();
}

interface Columns {
  readonly labelled_by: string;
  readonly label_bits: number;
  readonly rank: number;
  readonly silent: number;
}

function columnsOf(file: string): Columns {
  const database = new DatabaseSync(file, { readOnly: true });
  const row = database.prepare("select labelled_by, label_bits, rank, silent from change").get();
  database.close();
  return { ...(row as unknown as Columns) };
}

test("changes with the labels of an earlier release are labelled again, unasked and unseen", async (t) => {
  const file = freshFile();
  const rig = await openRig(t, {}, file);
  rig.pages.set("/1", page({ headline: "Twelve boats lost in the storm" }));
  const id = await rig.article("/1");
  await lookUntilDecided(rig, id);
  rig.pages.set("/1", page({ headline: "Fifteen boats lost in the storm" }));
  rig.clock.advance(HOUR_MS);
  await lookUntilDecided(rig, id);
  const [fresh] = await rig.store.reader.changesOf(id, 9);
  const labelled = columnsOf(file);
  assert.equal(fresh!.labelledBy, LABELLER);
  assert.ok(fresh!.summary.labels.length > 0 && fresh!.summary.silent);
  assert.equal(labelled.rank, Math.round(1000 * fresh!.summary.rank));

  ageLabels(file);
  const { get } = siteOver(rig.store);
  const ranked = async () => {
    const context = {
      reader: createPublicReader(rig.store.reader, "public"),
      now: rig.clock.now(),
      samples: createSamples(),
    };
    return (await latestView(context as ViewContext, { order: "rank", days: 1, source: "" })).weighed?.labelledEarlier;
  };
  const feed = async () => (await get("/feed.atom")).text();
  const idsIn = (xml: string) => [...xml.matchAll(/<(?:id|updated|published)>[^<]*/g)].map(([found]) => found);
  const before = await feed();
  assert.equal(await ranked(), 1);
  const asked = rig.requests.length;

  await rig.engine.driveTo(rig.clock, rig.clock.now() + MINUTE_MS);
  assert.deepEqual(columnsOf(file), labelled);
  assert.deepEqual(await rig.store.reader.changesOf(id, 9), [fresh]);
  assert.deepEqual(idsIn(await feed()), idsIn(before));
  assert.notEqual(await feed(), before, "the entry says the labels");
  assert.equal(await ranked(), 0);
  const [chore] = (await rig.store.reader.jobs()).filter(({ name }) => name === "relabel");
  assert.deepEqual([chore!.failures, chore!.lastError], [0, null]);
  assert.ok(
    rig.requests.slice(asked).every(({ path }) => path !== "/1"),
    "no look was made for it",
  );
});
