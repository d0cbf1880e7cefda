import assert from "node:assert/strict";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { keep } from "#engine/look/keep";
import { readKept } from "#engine/rereading/read-kept";
import { openWorkshop } from "#engine/threads/workshop";
import { NO_TEMPLATE } from "#extract/site/template";
import { MINUTE_MS } from "#lib/clock";
import type { Archive, ArchivePlace, RawExchange } from "#model/archive";
import { fail } from "#model/failure";
import { reasonText } from "#words/reasons";
import { archiveIn, freshFolder } from "../archive/rig.ts";
import { openVersion, textOf } from "../contract/fixtures.ts";
import { lookUntilDecided, openRig, page } from "./rig.ts";

test("a page is on the disk before its look is recorded, and stands in the archive alone", async (t) => {
  const folder = freshFolder();
  const archive = await archiveIn(t, folder);
  const onDisk: boolean[] = [];
  const watched: Archive = {
    ...archive,
    append: async (exchanges, options) => {
      const added = await archive.append(exchanges, options);
      assert.ok(added.ok && added.value);
      const { file, offset, length } = added.value;
      onDisk.push(statSync(join(folder, `${file}.open`)).size >= offset + length);
      assert.equal((await rig.store.reader.counts()).captures, onDisk.length - 1, "not recorded yet");
      return added;
    },
  };
  const rig = await openRig(t, {}, ":memory:", { archive: watched });
  const id = await rig.article("/harbour");
  rig.pages.set("/harbour", page());
  await lookUntilDecided(rig, id);
  rig.pages.set("/harbour", page({ lead: "The harbour will close for 21 days in June." }));
  rig.clock.advance(30 * MINUTE_MS);
  assert.equal((await lookUntilDecided(rig, id)).decision, "new");
  assert.deepEqual(onDisk, [true, true, true]);
  for (const { kept } of await rig.store.reader.keptVersions(id)) {
    assert.equal(await rig.store.reader.rawBody(kept!.digest), null, "not in the database");
    assert.ok(await rig.store.reader.archivePlace(kept!.digest));
  }
});

test("a look whose page cannot be kept is not recorded", async (t) => {
  const full: Archive = {
    isReadOnly: false,
    append: async () => fail("stop", "archive-full", "The disk of the archive is full; make room for it."),
    read: async () => fail("stop", "archive-unreadable", "nothing was written"),
    readMany: () => assert.fail("nothing was written"),
    close: async () => {},
  };
  const rig = await openRig(t, {}, ":memory:", { archive: full });
  const id = await rig.article("/harbour");
  rig.pages.set("/harbour", page());
  const looked = await rig.engine.look(id);
  assert.equal(!looked.ok && looked.failure.code, "archive-full");
  const { captures, versions } = await rig.store.reader.counts();
  assert.deepEqual([captures, versions], [0, 0]);
});

test("versions are read again through the archive, and what is gone from it is reported as gone", async (t) => {
  const folder = freshFolder();
  const archive = await archiveIn(t, folder);
  const rig = await openRig(t, {}, ":memory:", { archive });
  const id = await rig.article("/harbour");
  rig.pages.set("/harbour", page());
  await lookUntilDecided(rig, id);
  const { store } = rig;
  const workshop = openWorkshop(0);
  t.after(() => workshop.close());
  const [version] = await store.reader.keptVersions(id);
  const read = await readKept({ store, archive, workshop }, version!, NO_TEMPLATE);
  assert.equal(read.kind === "read" && read.page.document.headline, "Harbour to close for repairs");
  assert.equal((await readKept({ store, workshop }, version!, NO_TEMPLATE)).kind, "lost");
  for (const file of await store.reader.archiveFiles()) rmSync(join(folder, `${file}.open`));
  const gone = await readKept({ store, archive, workshop }, version!, NO_TEMPLATE);
  assert.match(gone.kind === "lost" ? reasonText(gone.reason) : "", /is not in the archive/);
});

test("where an archive is only read, pages are kept in the database", async (t) => {
  const archive: Archive = {
    isReadOnly: true,
    append: async () => assert.fail("nothing is added"),
    read: async () => fail("stop", "archive-unreadable", "nothing was written"),
    readMany: () => assert.fail("nothing was written"),
    close: async () => {},
  };
  const rig = await openRig(t, {}, ":memory:", { archive });
  const id = await rig.article("/harbour");
  rig.pages.set("/harbour", page());
  await lookUntilDecided(rig, id);
  const [version] = await rig.store.reader.keptVersions(id);
  const raw = await rig.store.reader.rawBody(version!.kept!.digest);
  assert.equal(Buffer.from(raw!.bytes).toString(), page());
});

test("a look that has to be decided about again, because another process was quicker, is kept once", async (t) => {
  const folder = freshFolder();
  const archive = await archiveIn(t, folder);
  const places: ArchivePlace[] = [];
  let quicker = async () => {};
  const watched: Archive = {
    ...archive,
    append: async (exchanges, options) => {
      const added = await archive.append(exchanges, options);
      assert.ok(added.ok && added.value);
      places.push(added.value);
      await quicker();
      return added;
    },
  };
  const rig = await openRig(t, {}, ":memory:", { archive: watched });
  const { reader } = rig.store;
  const id = await rig.article("/harbour");
  rig.pages.set("/harbour", page());
  await lookUntilDecided(rig, id);
  rig.pages.set("/harbour", page({ lead: "The harbour will close for 21 days in June." }));
  rig.clock.advance(30 * MINUTE_MS);
  const held = await rig.engine.look(id);
  assert.ok(held.ok && held.value.decision === "held");
  rig.clock.advanceTo(held.value.nextLookAt!);
  quicker = async () => {
    quicker = async () => {};
    await openVersion(rig.store, id, 1, textOf("Another program read", "this text."), rig.clock.now() - 1);
  };
  const looked = await rig.engine.look(id);
  assert.ok(looked.ok && looked.value.decision === "held", "the version that it would have opened is not the next one");
  assert.equal((await reader.article(id))!.versionCount, 2);
  assert.equal((await reader.counts()).captures, 4);
  assert.equal(places.length, 3, "kept once for each look of ours");
  const { file, offset, length } = places.at(-1)!;
  assert.equal(statSync(join(folder, `${file}.open`)).size, offset + length, "nothing was added after it");
});

test("what was not kept of a look at first is kept when a version comes of it after all", async (t) => {
  const archive = await archiveIn(t, freshFolder(), { keep: "versions" });
  const exchange: RawExchange = {
    url: "https://gazette.example/a",
    sentAt: 0,
    request: "GET /a HTTP/1.1\r\n",
    response: "HTTP/1.1 200 OK\r\n",
    body: Buffer.from("<p>Harbour</p>"),
    truncated: false,
  };
  const first = await keep({ archive }, [exchange], false, null);
  assert.ok(first.ok);
  assert.deepEqual(first.value, { place: null, isCited: false });
  const cited = await keep({ archive }, [exchange], true, first.value);
  assert.ok(cited.ok && cited.value.place && cited.value.isCited);
  assert.deepEqual(await keep({ archive }, [exchange], false, cited.value), cited);
  assert.deepEqual(await keep({ archive }, [exchange], true, cited.value), cited);
});
