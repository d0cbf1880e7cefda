import assert from "node:assert/strict";
import { test } from "node:test";
import { openSite } from "./site.ts";

/** The parts of the JSON that these tests look at. */
interface ArticleJson {
  status: string;
  versions: { number: number; firstSeenAt: string; previousSeenAt: string; publishedAt: string }[];
  changes: { id: string }[];
}
type Blocks = { blocks: { text: string }[] };
type Edit = { oldStart: number; oldEnd: number; newStart: number; newEnd: number };
type Group = { old: number[]; new: number[]; edits: Edit[] };
type Health = { well: boolean; sources: { lastSuccessAt: string; silentHours: number }[] };

test("article, version, change and health have a JSON form, by suffix or by Accept", async (t) => {
  const { get, ids } = await openSite(t);
  for (const path of [
    `/articles/${ids.ferry}`,
    `/articles/${ids.ferry}/versions/2`,
    `/articles/${ids.ferry}/changes/1..2`,
    "/health",
  ]) {
    const suffixed = await get(`${path}.json`);
    const asked = await get(path, { accept: "application/json" });
    assert.equal(suffixed.status, 200, path);
    assert.equal(suffixed.headers.get("content-type"), "application/json; charset=utf-8");
    assert.match(asked.headers.get("vary")!, /Accept/);
    assert.deepEqual(await asked.json(), await suffixed.json());
    const browser = await get(path, { accept: "text/html,application/xhtml+xml,application/json;q=0.8" });
    assert.match(browser.headers.get("content-type")!, /text\/html/);
  }
});

test("the JSON of an article tells versions with observed and claimed times apart", async (t) => {
  const { get, ids } = await openSite(t);
  const article = (await (await get(`/articles/${ids.ferry}.json`)).json()) as ArticleJson;
  assert.equal(article.status, "watched");
  assert.deepEqual(
    article.versions.map((version) => version.number),
    [1, 2, 3],
  );
  assert.equal(article.versions[1]!.firstSeenAt, "2026-11-21T13:32:00.000Z");
  assert.equal(article.versions[1]!.previousSeenAt, "2026-11-21T12:08:00.000Z");
  assert.equal(article.versions[1]!.publishedAt, "2026-11-21T11:20:00.000Z");
  assert.deepEqual(
    article.changes.map((change) => change.id),
    ["1..2", "2..3"],
  );
});

test("the JSON of a change, applied to the blocks of the old version, gives those of the new one", async (t) => {
  const { get, ids } = await openSite(t);
  const read = async (path: string) => (await get(`/articles/${ids.ferry}${path}.json`)).json() as Promise<unknown>;
  const [old, now] = [(await read("/versions/2")) as Blocks, (await read("/versions/3")) as Blocks];
  const change = (await read("/changes/2..3")) as { collation: { body: { groups: Group[] } } };
  const join = (indices: number[], { blocks }: Blocks) => indices.map((i) => blocks[i]!.text).join("\n");
  for (const group of change.collation.body.groups) {
    if (group.old.length === 0 || group.new.length === 0) continue;
    const [from, to] = [join(group.old, old), join(group.new, now)];
    const made = group.edits
      .toReversed()
      .reduce((text, e) => text.slice(0, e.oldStart) + to.slice(e.newStart, e.newEnd) + text.slice(e.oldEnd), from);
    assert.equal(made, to);
  }
});

test("the JSON of a change counts splits and merges and places its labels", async (t) => {
  const { get, ids } = await openSite(t);
  const { summary } = (await (await get(`/articles/${ids.ferry}/changes/2..3.json`)).json()) as {
    summary: { paragraphsSplit: number; paragraphsMerged: number; labels: { place: Record<string, unknown> }[] };
  };
  assert.deepEqual([summary.paragraphsSplit, summary.paragraphsMerged], [1, 1]);
  assert.ok(summary.labels.some(({ place }) => typeof place["oldOffset"] === "number" && place["field"] === "body"));
});

test("refusals are JSON too for whoever asks for JSON", async (t) => {
  const { get } = await openSite(t);
  const answer = await get("/articles/999.json");
  assert.equal(answer.status, 404);
  assert.deepEqual(await answer.json(), {
    error: { status: 404, title: "Not found", message: "No article has this number." },
  });
});

test("health says whether all is well", async (t) => {
  const { get, clock } = await openSite(t);
  const health = (await (await get("/health.json")).json()) as Health;
  assert.equal(health.well, true);
  assert.equal(health.sources[0]!.lastSuccessAt, "2026-11-21T16:24:00.000Z");
  clock.advance(5 * 86_400_000);
  const later = (await (await get("/health.json")).json()) as Health;
  assert.equal(later.well, false);
  assert.ok(later.sources[0]!.silentHours > 48);
  assert.match(await (await get("/health")).text(), /Silent: last new article 5 days ago/);
});
