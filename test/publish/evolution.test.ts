import assert from "node:assert/strict";
import { test } from "node:test";
import { MINUTE_MS } from "#lib/clock";
import { openStore } from "#store/open";
import { letterOf, notesOf, passagesOf } from "#view/compare/passages";
import { attribute, elementsOf, texts } from "./dom.ts";
import { addSource, NOW, play } from "./seed.ts";
import { openSite, siteOver } from "./site.ts";

const sentence = (text: string, since: number, more: object = {}) => ({
  text,
  since,
  until: null,
  restoredIn: null,
  restoredFrom: null,
  readings: [],
  ...more,
});

const paragraph = (...sentences: ReturnType<typeof sentence>[]) =>
  ({ field: "body", kind: "paragraph", index: 0, sentences }) as const;

test("sentences that came together are one passage; one with a story stands alone under its letter", () => {
  const passages = passagesOf(
    paragraph(
      sentence("Rain fell.", 1),
      sentence("Roads are shut.", 1),
      sentence("Gone.", 1, { until: 2 }),
      sentence("Gone too.", 1, { until: 2 }),
      sentence("Fifteen died.", 3, { readings: [{ text: "Twelve died.", since: 1, until: 2 }] }),
      sentence("Help came.", 3),
    ),
  );
  assert.deepEqual(
    passages.map((each) => [each.kind, each.letter, each.kind === "present" ? each.text : ""]),
    [
      ["present", null, "Rain fell. Roads are shut."],
      ["removed", "a", ""],
      ["present", "b", "Fifteen died."],
      ["present", null, "Help came."],
    ],
  );
  assert.deepEqual(notesOf(passages, [1, 2, 3]), [
    { letter: "a", states: [{ kind: "removed", text: "Gone. Gone too.", last: 2, gone: 3 }] },
    {
      letter: "b",
      states: [
        {
          kind: "wording",
          pieces: [
            { op: "deleted", text: "Twelve" },
            { op: "equal", text: " died." },
          ],
          since: 1,
          until: 2,
        },
      ],
    },
  ]);
});

test("sentences of scripts without spaces join without one", () => {
  const [passage] = passagesOf(paragraph(sentence("雨が降った。", 1), sentence("道は閉じた。", 1)));
  assert.deepEqual([passage!.kind === "present" && passage!.text], ["雨が降った。道は閉じた。"]);
});

test("letters go on after z", () => {
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(letterOf), ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
});

const REPORT = "The ministry published its report on Tuesday morning.";
const DENIAL = "A spokesman denied that anybody had known.";

test("the page marks passages with their versions, tells what was removed and what came back", async (t) => {
  const store = await openStore(":memory:");
  t.after(() => store.close());
  const source = await addSource(store, "Post", "https://post.example/", NOW - 300 * MINUTE_MS);
  const states = [
    [REPORT, `Twelve people were hurt. ${DENIAL}`],
    [REPORT, "Twelve people were hurt."],
    [`${REPORT} It has 90 pages.`, `Fifteen people were hurt. ${DENIAL}`],
  ];
  const id = await play(store, source, {
    url: "https://post.example/report",
    language: "en",
    byline: [],
    looks: states.map((body, i) => ({ minutesAgo: 200 - 50 * i, text: { headline: "Report", body } })),
  });
  const page = await siteOver(store).text(`/articles/${id}/evolution`);
  assert.deepEqual(texts(page, "span", "t5"), ["It has 90 pages.", "Fifteen people were hurt."]);
  assert.deepEqual(texts(page, "span", "t0"), ["Report", REPORT, DENIAL]);
  assert.deepEqual(
    texts(page, "li")
      .filter((each) => /hurt|restored/.test(each))
      .map((each) => each.trim()),
    ["a in 1–2 Twelve people were hurt.", "b restored in 3, as in 1"],
  );
  assert.match(page, new RegExp(`href="/articles/${id}/changes/2\\.\\.3"`));
  const elements = elementsOf(page);
  const ids = elements.flatMap((each) => attribute(each, "id") ?? []);
  assert.equal(new Set(ids).size, ids.length);
  for (const href of elements.flatMap((each) => attribute(each, "href") ?? []).filter((each) => each.startsWith("#")))
    assert.ok(ids.includes(href.slice(1)), href);
});

test("the evolution is offered where there are versions, as JSON too, and never of a hidden article", async (t) => {
  const { get, text, ids } = await openSite(t);
  const path = `/articles/${ids.ferry}/evolution`;
  assert.ok((await text(`/articles/${ids.ferry}`)).includes(`href="${path}"`));
  assert.ok((await text(`/articles/${ids.ferry}/changes/1..2`)).includes(`href="${path}"`));
  const json = (await (await get(`${path}.json`)).json()) as { versions: number[]; paragraphs: object[] };
  assert.deepEqual(json.versions, [1, 2, 3]);
  assert.ok(json.paragraphs.length > 10);
  assert.equal((await get(`/articles/${ids.hidden}/evolution`)).status, 410);
  assert.equal((await get(`/articles/${ids.hidden}/evolution.json`)).status, 410);
});
