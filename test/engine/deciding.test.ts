import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { HOUR_MS, MINUTE_MS } from "#lib/clock";
import type { ArticleId } from "#model/id";
import { openStore } from "#store/open";
import { CONFIRM_AFTER_MS, HEADLINE_AFTER_MS, STAY_MS } from "#version/hold";
import { lookUntilDecided, openRig, page, type Rig } from "./rig.ts";

const EDITED = page({ lead: "The harbour will close for 14 days in June." });
const RENAMED = page({ headline: "Harbour shut" });

/** An article whose first version is the plain page. */
async function watched(rig: Rig): Promise<ArticleId> {
  const id = await rig.article("/a");
  rig.pages.set("/a", { headers: { etag: '"1"' }, body: page() });
  await lookUntilDecided(rig, id);
  rig.clock.advance(HOUR_MS);
  return id;
}

async function look(rig: Rig, id: ArticleId) {
  const looked = await rig.engine.look(id);
  assert.ok(looked.ok, JSON.stringify(looked));
  return looked.value;
}

const asked = (rig: Rig) => rig.requests.filter(({ path }) => path === "/a").at(-1)!.headers;

test("a new text is held, looked at again past all caches after 90 seconds, and counts from its first sighting", async (t) => {
  const rig = await openRig(t);
  const id = await watched(rig);
  rig.pages.set("/a", { headers: { etag: '"2"' }, body: EDITED });
  const met = rig.clock.now();
  const first = await look(rig, id);
  assert.deepEqual([first.outcome, first.decision, first.versionNumber], ["changed", "held", null]);
  assert.equal(first.nextLookAt, met + CONFIRM_AFTER_MS);
  const [variant] = await rig.store.reader.variants(id);
  assert.equal(variant!.state, "held");
  assert.equal(variant!.decidesAt, met + CONFIRM_AFTER_MS);
  assert.equal(variant!.text.blocks[0]!.text, "The harbour will close for 14 days in June.");

  await rig.engine.driveTo(rig.clock, met + CONFIRM_AFTER_MS);
  assert.equal(asked(rig)["if-none-match"], undefined);
  assert.equal(asked(rig)["cache-control"], "no-cache");
  const [, second] = await rig.store.reader.versions(id);
  assert.deepEqual([second!.firstSeenAt, second!.confirmedAt], [met, met + CONFIRM_AFTER_MS]);
  assert.deepEqual(await rig.store.reader.variants(id), []);
  await rig.engine.driveTo(rig.clock, met + HOUR_MS);
  assert.equal(asked(rig)["cache-control"], undefined);
});

test("a headline that is being tested becomes a variant, one that stays an edit", async (t) => {
  const rig = await openRig(t);
  const id = await watched(rig);
  rig.pages.set("/a", RENAMED);
  const met = rig.clock.now();
  await rig.engine.driveTo(rig.clock, met + 10 * MINUTE_MS);
  assert.equal((await rig.store.reader.article(id))!.nextLookAt, met + HEADLINE_AFTER_MS / 2);
  rig.pages.set("/a", page());
  await rig.engine.driveTo(rig.clock, met + HEADLINE_AFTER_MS);
  assert.equal((await rig.store.reader.article(id))!.versionCount, 1);
  const [variant] = await rig.store.reader.variants(id);
  assert.deepEqual([variant!.state, variant!.rule, variant!.looks], ["passing", "headline", 2]);
  assert.equal(variant!.text.headline, "Harbour shut");

  rig.pages.set("/a", page({ headline: "Harbour closed for repairs" }));
  rig.clock.advance(HOUR_MS);
  const edited = rig.clock.now();
  assert.equal((await lookUntilDecided(rig, id)).decision, "new");
  assert.equal(rig.clock.now(), edited + HEADLINE_AFTER_MS);
  assert.equal((await rig.store.reader.versions(id))[1]!.firstSeenAt, edited);
});

test("the death of the process between two looks loses neither the held text nor the look that is due", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "variorum-held-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "variorum.db");
  const rig = await openRig(t, {}, file);
  const id = await watched(rig);
  rig.pages.set("/a", EDITED);
  const met = rig.clock.now();
  await look(rig, id);

  const other = await openStore(file);
  assert.equal((await other.reader.variants(id)).length, 1);
  assert.equal((await other.reader.memory(id))!.away!.textSince, met);
  assert.equal(await other.reader.nextDueAt(met), met + CONFIRM_AFTER_MS);
  await other.close();
  await rig.engine.driveTo(rig.clock, met + CONFIRM_AFTER_MS);
  assert.equal((await rig.store.reader.article(id))!.versionCount, 2);
  assert.deepEqual(await rig.store.check(), []);
});

test("a failure in place of the confirming look decides nothing, and is followed by another", async (t) => {
  const rig = await openRig(t);
  const id = await watched(rig);
  rig.pages.set("/a", EDITED);
  const met = rig.clock.now();
  await look(rig, id);
  rig.pages.set("/a", { status: 503 });
  await rig.engine.driveTo(rig.clock, met + CONFIRM_AFTER_MS);
  rig.pages.set("/a", { status: 304 });
  rig.clock.advance(HOUR_MS);
  const nonsense = await look(rig, id);
  assert.deepEqual([nonsense.outcome, nonsense.decision], ["error", "none"]);
  rig.pages.set("/a", EDITED);
  rig.clock.advance(HOUR_MS);
  assert.equal((await look(rig, id)).decision, "new");
  assert.equal((await rig.store.reader.versions(id))[1]!.firstSeenAt, met);
});

test("a page cut short by a wall that says nothing is no edit when it comes back whole, and one when it stays", async (t) => {
  const rig = await openRig(t);
  const id = await watched(rig);
  const cut = page({ paragraphs: [] });
  rig.pages.set("/a", cut);
  const met = rig.clock.now();
  await rig.engine.driveTo(rig.clock, met + HOUR_MS);
  rig.pages.set("/a", page());
  await rig.engine.driveTo(rig.clock, met + STAY_MS);
  const read = async () => (await rig.store.reader.article(id))!.versionCount;
  assert.equal(await read(), 1);
  const [collapse] = await rig.store.reader.variants(id);
  assert.deepEqual([collapse!.state, collapse!.rule], ["passing", "collapse"]);
  assert.equal(collapse!.text.blocks.length, 1);
  rig.pages.set("/a", cut);
  await rig.engine.driveTo(rig.clock, rig.clock.now() + STAY_MS - HOUR_MS);
  assert.equal(await read(), 1);
  await rig.engine.driveTo(rig.clock, rig.clock.now() + 6 * HOUR_MS);
  assert.equal(await read(), 2);
});

test("an article of an older program is decided about from its stored versions", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  rig.pages.set("/a", EDITED);
  await lookUntilDecided(rig, id);
  rig.clock.advance(HOUR_MS);
  rig.pages.set("/a", page());
  await lookUntilDecided(rig, id);
  const memory = (await rig.store.reader.memory(id))!;
  rig.clock.advance(HOUR_MS);
  const stale = { after: 2, memory: { ...memory, formula: -1 }, variants: [] };
  const { article, watch } = (await rig.store.reader.watched(id))!;
  const state = { ...article, ...watch };
  const record = { articleId: id, capturedAt: rig.clock.now(), tookMs: 1, status: 200, finalUrl: state.url };
  const facts = {
    outcome: "unchanged",
    decision: "same",
    reason: { code: "sentence", text: "as an older program left it" },
  } as const;
  await rig.store.writer.recordLook({ ...record, ...facts, bodyDigest: null, bodyBytes: 0, decided: stale, state });
  rig.clock.advance(HOUR_MS);
  rig.pages.set("/a", page({ noise: "Other bytes around the text" }));
  assert.equal((await look(rig, id)).decision, "same");
  const recalled = (await rig.store.reader.memory(id))!;
  assert.equal(recalled.formula, memory.formula);
  assert.deepEqual(recalled.latest, memory.latest);
  assert.deepEqual(
    recalled.ring.map(({ whole, version }) => [whole, version]),
    memory.ring.map(({ whole, version }) => [whole, version]),
  );
  rig.clock.advance(HOUR_MS);
  rig.pages.set("/a", EDITED);
  assert.deepEqual((await look(rig, id)).reason.code, "held-version");
});

test("a live page: what two looks have in common opens a version at once, and lists have one running entry", async (t) => {
  const rig = await openRig(t);
  const id = await rig.article("/a");
  const serve = (entries: number) => rig.pages.set("/a", livePage(entries));
  serve(3);
  await lookUntilDecided(rig, id);
  for (const entries of [4, 6, 8]) {
    rig.clock.advance(HOUR_MS);
    serve(entries);
    const met = await look(rig, id);
    assert.equal(met.decision, "held");
    rig.clock.advanceTo(met.nextLookAt!);
    serve(entries + 1);
    assert.equal((await look(rig, id)).decision, "new");
  }
  const versions = await rig.store.reader.versions(id);
  assert.deepEqual(
    versions.map(({ live }) => live),
    [true, true, true, true],
  );
  const { items } = await rig.store.reader.changes({ limit: 9 });
  assert.deepEqual(
    items.map(({ change }) => [change.from, change.to, change.runningFrom]),
    [[3, 4, 1]],
  );
});

test("two paragraphs that became one while the page was rebuilt are an edit", async (t) => {
  const rig = await openRig(t);
  const id = await watched(rig);
  const paragraphs = page().match(/<p>.*<\/p>/g)!;
  const redesigned = (
    lines: readonly string[],
  ) => `<!doctype html><html lang="en"><head><title>Harbour to close for repairs</title></head>
<body><div class="page"><div class="story"><h1>Harbour to close for repairs</h1>
<section class="story-body">${lines.join("\n")}</section></div></div></body></html>`;
  rig.pages.set("/a", redesigned(paragraphs));
  assert.equal((await look(rig, id)).decision, "same");
  const [first, second, third, ...rest] = paragraphs;
  rig.pages.set("/a", page());
  rig.clock.advance(HOUR_MS);
  assert.equal((await look(rig, id)).decision, "same");
  rig.pages.set("/a", redesigned([first!, `${second} ${third}`.replace("</p> <p>", " "), ...rest]));
  rig.clock.advance(HOUR_MS);
  assert.equal((await lookUntilDecided(rig, id)).decision, "new");
});

/** A live blog with its newest entry first. */
function livePage(entries: number): string {
  const numbers = Array.from({ length: entries }, (_, i) => entries - i);
  const at = (n: number) => new Date(Date.UTC(2026, 4, 4, 5, n)).toISOString();
  const text = (n: number) =>
    `At the harbour wall the pumps of shift ${n} went on through the rain, and the crews counted boat number ${n} in.`;
  const updates = numbers.map((n) => ({
    "@type": "BlogPosting",
    "@id": `#entry-${n}`,
    headline: `Entry ${n}`,
    datePublished: at(n),
    articleBody: text(n),
  }));
  const data = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    headline: "Storm: live",
    liveBlogUpdate: updates,
  };
  return `<!doctype html><html lang="en"><head><title>Storm: live - Gazette</title>
<script type="application/ld+json">${JSON.stringify(data)}</script></head><body><main><article><h1>Storm: live</h1>
${numbers.map((n) => `<section id="entry-${n}"><h2>Entry ${n}</h2><time datetime="${at(n)}">5:${n}</time><p>${text(n)}</p></section>`).join("\n")}
</article></main></body></html>`;
}

test("captures of others are not asked for again: one sighting opens a version", async (t) => {
  const rig = await openRig(t, {}, ":memory:", { replayed: true });
  const id = await watched(rig);
  rig.pages.set("/a", EDITED);
  const opened = await look(rig, id);
  assert.deepEqual([opened.decision, opened.versionNumber], ["new", 2]);
  assert.deepEqual(opened.reason, { code: "new-replayed" });
  rig.pages.set("/a", page());
  rig.clock.advance(HOUR_MS);
  const back = await look(rig, id);
  assert.equal(back.decision, "held");
  assert.ok(back.nextLookAt! >= rig.clock.now() + 4 * MINUTE_MS, "whenever the schedule says");
});

test("a new design that shows a standfirst makes no version, a standfirst in the same design one", async (t) => {
  const standfirst = '<p class="standfirst">Boats have to leave the old basin before the summer begins</p>';
  const rig = await openRig(t);
  const id = await watched(rig);
  const paragraphs = page()
    .match(/<p>.*<\/p>/g)!
    .join("\n");
  const redesigned = (
    standfirst: string,
  ) => `<!doctype html><html lang="en"><head><title>Harbour to close for repairs</title></head>
<body><div class="page"><div class="story"><h1>Harbour to close for repairs</h1>${standfirst}
<section class="story-body">${paragraphs}</section></div></div></body></html>`;
  rig.pages.set("/a", redesigned(standfirst));
  const met = await look(rig, id);
  assert.deepEqual([met.decision, met.reason.code], ["same", "same-other-reading"]);
  rig.clock.advance(HOUR_MS);
  assert.equal((await look(rig, id)).decision, "same");
  rig.pages.set("/a", redesigned(standfirst.replace("Boats", "Ships")));
  rig.clock.advance(HOUR_MS);
  assert.equal((await lookUntilDecided(rig, id)).decision, "new");
  rig.pages.set("/a", redesigned(""));
  rig.clock.advance(HOUR_MS);
  assert.equal((await lookUntilDecided(rig, id)).decision, "new");
});
