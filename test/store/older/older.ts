import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { HOUR_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import type { Store } from "#store/store";
import { lookOf } from "../../contract/fixtures.ts";
import { freshFile } from "../folder.ts";

/**
 * A database that the release before reasons were codes made: its engine looked at pages of the test rig (an edit, a headline
 * on trial, a text that came back, a page that went, walls, refusals), polled a feed that failed, and closed three days.
 */
export function olderFile(): string {
  const file = freshFile();
  writeFileSync(file, gunzipSync(readFileSync(join(import.meta.dirname, "store.sqlite.gz"))));
  return file;
}

/** Roots of its closed days, as that release printed them. */
const ROOTS = [
  "06349c5204bfd1d7edfdbed8bc717fcc978b64220b900c185ed8b92808a58113",
  "3902d4b2b3fc1109ee830cd8f97b4b4c8195f0e5d1fe17dd748631deb1e1e62d",
  "5d97d79b03a9d648f8d3bbe566911145c96a58dd04b10842c6b0414500fe16fa",
];

/** Of the article with versions, newest look first: outcome, decision and code. */
const LOOKS = [
  "changed held held-version",
  "changed held held-version",
  "changed restored restored-version",
  "changed alternating alternating-version",
  "changed alternating alternating-version",
  "unchanged same same-again",
  "changed held held-headline",
  "changed held held-headline",
  "changed new new-stayed",
  "changed held held-text",
  "unchanged same not-modified",
  "changed first first-text",
];

const HELD = "a new text, seen once: it counts after 2 looks in a row over 90 seconds";

/** What the present code makes of that database: all that was sealed is as it was, and older sentences have their codes. */
export async function readsOlder(store: Store): Promise<void> {
  assert.deepEqual(await rootsOf(store), ROOTS);
  assert.deepEqual(await store.check(), []);
  const articles = (await store.reader.articles({ limit: 50 })).items.map(({ article }) => article);
  const edited = articles.find(({ versionCount }) => versionCount > 1)!;
  const looks = (await store.reader.captures(edited.id, { limit: 50 })).items;
  assert.deepEqual(
    looks.map(({ outcome, decision, reason }) => `${outcome} ${decision} ${reason.code}`),
    LOOKS,
  );
  const held = { code: "held-text", looks: 1, needs: 2, overMs: 90_000, said: HELD };
  assert.deepEqual(looks.at(-3)!.reason, held);
  const gone = articles.find(({ status }) => status === "gone")!;
  const said = "The publisher says that this page no longer exists.";
  assert.deepEqual(gone.statusReason, { code: "gone-for-good", said });
  const [feed] = await store.reader.feeds();
  assert.deepEqual(feed!.lastError, { code: "feed-status", status: 500, said: "The feed answered 500." });
  await goesOn(store, edited.id, looks[0]!.capturedAt);
}

/** A look of today stands beside the older ones, and is sealed with what its column says. */
async function goesOn(store: Store, id: ArticleId, after: number): Promise<void> {
  const reason = { code: "wall", quote: "Abonnez-vous" } as const;
  await store.writer.recordLook(lookOf(id, after + HOUR_MS, { outcome: "walled", decision: "none", reason }));
  await store.closeDay(after + 2 * HOUR_MS);
  assert.deepEqual((await rootsOf(store)).slice(0, 3), ROOTS);
  assert.deepEqual((await store.reader.captures(id, { limit: 1 })).items[0]!.reason, reason);
}

/** Roots of all days, oldest first, each verified against the rows. */
async function rootsOf(store: Store): Promise<readonly string[]> {
  const roots: string[] = [];
  for await (const { day, problems } of store.verifyDays()) {
    assert.deepEqual(problems, []);
    roots.push(day.root);
  }
  return roots;
}
