import assert from "node:assert/strict";
import { test } from "node:test";
import { archiveIn, freshFolder } from "../archive/rig.ts";
import { testServer } from "../store/postgres/server.ts";
import { lookUntilDecided, openRig, page } from "./rig.ts";

const server = testServer();

for (const [database, place] of [
  ["SQLite", async () => ":memory:"],
  ["PostgreSQL", () => server.freshDatabase()],
] as const)
  test(`the look that finds an article to be another one is recorded at that one, over ${database}`, async (t) => {
    const archive = await archiveIn(t, freshFolder());
    let kept = 0;
    const counted = {
      ...archive,
      append: (...given: Parameters<typeof archive.append>) => {
        kept++;
        return archive.append(...given);
      },
    };
    const rig = await openRig(t, {}, await place(), { archive: counted });
    const { reader } = rig.store;
    const canonical = `${rig.base}/news/harbour`;
    rig.pages.set("/news/harbour", page({ canonical }));
    rig.pages.set("/amp/harbour", page({ canonical }));
    const original = await rig.article("/news/harbour");
    const duplicate = await rig.article("/amp/harbour");
    await lookUntilDecided(rig, original);
    const before = (await reader.article(original))!;
    // At the very millisecond of the look before.
    const looked = await rig.engine.look(duplicate);
    assert.ok(looked.ok && looked.value.articleId === original && looked.value.outcome === "moved");

    const [merged, first, ...others] = (await reader.captures(original, { limit: 5 })).items;
    assert.deepEqual(others, []);
    assert.equal(merged!.capturedAt, first!.capturedAt + 1);
    assert.deepEqual(
      [merged!.outcome, merged!.decision, merged!.status, merged!.versionNumber, merged!.reason],
      ["moved", "none", 200, null, { code: "another-address", url: `${rig.base}/amp/harbour`, of: canonical }],
    );
    assert.equal(merged!.finalUrl, `${rig.base}/amp/harbour`);
    assert.equal(merged!.bodyDigest, first!.bodyDigest);
    assert.equal(kept, 2, "what was received is in the archive");
    assert.deepEqual(await reader.article(original), before, "the original goes on as it was planned");
    assert.equal((await reader.counts()).captures, 2);
    assert.deepEqual(await rig.store.check(), []);
  });
